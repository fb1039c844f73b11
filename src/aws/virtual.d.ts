// The modules that the build makes of what AWS publishes; src/app/build/aws-data.ts describes each text.
declare module 'virtual:aws/managed-policies' {
  const lines: string;
  export default lines;
}

declare module 'virtual:aws/vocabulary' {
  const json: string;
  export default json;
}

declare module 'virtual:aws/descriptions' {
  const json: string;
  export default json;
}

// Markdown files of lessons arrive as their text.
declare module '*.md?raw' {
  const text: string;
  export default text;
}

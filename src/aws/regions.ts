// Regions and partitions: the codes that AWS has given out.

/**
 * Those of the partition of this sandbox.
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const REGIONS: readonly string[] = `
  us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3
  ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
  ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2
  eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1`
  .trim()
  .split(/\s+/);

/** Of partitions whose accounts are others: China, GovCloud, the European Sovereign Cloud and the secret ones. */
const ELSEWHERE: readonly string[] = `
  cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 eusc-de-east-1 us-iso-east-1 us-iso-west-1 us-isob-east-1
  us-isob-west-1 eu-isoe-west-1 us-isof-east-1 us-isof-south-1`
  .trim()
  .split(/\s+/);

export const isElsewhere = (region: string): boolean => ELSEWHERE.includes(region);

/** Of every partition. */
export const ALL_REGIONS: ReadonlySet<string> = new Set([...REGIONS, ...ELSEWHERE]);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const PARTITIONS: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
];

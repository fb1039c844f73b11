// Regions and partitions: the codes that AWS has given out.

/**
 * Those of the partition of this sandbox, with their names.
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const REGION_NAMES: ReadonlyMap<string, string> = new Map(
  `
us-east-1|US East (N. Virginia)
us-east-2|US East (Ohio)
us-west-1|US West (N. California)
us-west-2|US West (Oregon)
af-south-1|Africa (Cape Town)
ap-east-1|Asia Pacific (Hong Kong)
ap-east-2|Asia Pacific (Taipei)
ap-northeast-1|Asia Pacific (Tokyo)
ap-northeast-2|Asia Pacific (Seoul)
ap-northeast-3|Asia Pacific (Osaka)
ap-south-1|Asia Pacific (Mumbai)
ap-south-2|Asia Pacific (Hyderabad)
ap-southeast-1|Asia Pacific (Singapore)
ap-southeast-2|Asia Pacific (Sydney)
ap-southeast-3|Asia Pacific (Jakarta)
ap-southeast-4|Asia Pacific (Melbourne)
ap-southeast-5|Asia Pacific (Malaysia)
ap-southeast-6|Asia Pacific (New Zealand)
ap-southeast-7|Asia Pacific (Thailand)
ca-central-1|Canada (Central)
ca-west-1|Canada West (Calgary)
eu-central-1|Europe (Frankfurt)
eu-central-2|Europe (Zurich)
eu-north-1|Europe (Stockholm)
eu-south-1|Europe (Milan)
eu-south-2|Europe (Spain)
eu-west-1|Europe (Ireland)
eu-west-2|Europe (London)
eu-west-3|Europe (Paris)
il-central-1|Israel (Tel Aviv)
me-central-1|Middle East (UAE)
me-south-1|Middle East (Bahrain)
mx-central-1|Mexico (Central)
sa-east-1|South America (São Paulo)`
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = ''] = line.split('|');
      return [code, name];
    }),
);

export const REGIONS: readonly string[] = [...REGION_NAMES.keys()];

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

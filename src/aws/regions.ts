// Regions: the names that there are in the partition of this sandbox.

/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const REGIONS: readonly string[] = `
  us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3
  ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
  ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2
  eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1`
  .trim()
  .split(/\s+/);

/** Of partitions whose accounts are others: China, GovCloud, the European Sovereign Cloud and the secret ones. */
export const isElsewhere = (region: string): boolean =>
  /^(cn-north(west)?-1|us-gov-(east|west)-1|eusc-de-east-1|us-isob?-(east|west)-1|eu-isoe-west-1|us-isof-(east|south)-1)$/.test(
    region,
  );

// The services that a VPC endpoint can lead to, as the form offers them, and the Regions that endpoints are in.
import { valuesOf } from '../../account/table.ts';
import type { VpcEndpoint } from '../../account/resources.ts';
import type { Account } from '../../account/world.ts';
import { REGIONS } from '../../aws/regions.ts';
import { endpointServices, endpointTypes } from '../../api/operations/ec2/vpc-endpoint.ts';

export interface Offered {
  /** `com.amazonaws.us-east-1.s3` */
  readonly service: string;
  /** `s3` */
  readonly name: string;
  readonly types: readonly VpcEndpoint['type'][];
}

/** Those with a gateway first: they are what most endpoints are for. */
export const offeredIn = (region: string): readonly Offered[] =>
  endpointServices(region)
    .map((service) => ({
      service,
      name: shortService(service),
      types: endpointTypes(service, region),
    }))
    .sort((a, b) => b.types.length - a.types.length || (a.name < b.name ? -1 : 1));

/** `com.amazonaws.us-east-1.s3` to `s3` */
export const shortService = (service: string): string => service.split('.').slice(3).join('.');

export const TYPE_WORDS: Readonly<Record<VpcEndpoint['type'], string>> = {
  Gateway: 'A route of the VPC. It costs nothing, and leads to S3 or DynamoDB of its own Region.',
  Interface: 'An address in the VPC, which the private name of the service leads to.',
};

/** Every Region, with how many endpoints of the account are in it. */
export function regionsOf(account: Account | undefined): readonly { region: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { region } of account ? valuesOf(account.vpcEndpoints) : [])
    counts.set(region, (counts.get(region) ?? 0) + 1);
  return REGIONS.map((region) => ({ region, count: counts.get(region) ?? 0 }));
}

// The network of an account: the default VPC that AWS gives each account in each Region, and what comes with it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { indexBy } from '../../../account/index-by.ts';
import type { Instance, VpcEndpoint } from '../../../account/resources.ts';
import { isEmpty, lookup, namesOf, valuesOf } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';

/**
 * Networks are no part of the world: that there is one VPC with one subnet, one security group and one route table in
 * each account and Region is assumed, and their ids follow from account and Region.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export interface DefaultNetwork {
  readonly vpc: string;
  readonly subnet: string;
  readonly securityGroup: string;
  readonly routeTable: string;
}

/** An id that follows from what it is of, in the form of EC2: `vpc-` and 17 hexadecimal digits. */
export const derivedId = (prefix: string, ...of: readonly string[]): string =>
  `${prefix}-${bytesToHex(sha256(utf8ToBytes([prefix, ...of].join('/')))).slice(0, 17)}`;

export function defaultNetwork(account: AccountId, region: string): DefaultNetwork {
  const id = (prefix: string): string => derivedId(prefix, account, region);
  return { vpc: id('vpc'), subnet: id('subnet'), securityGroup: id('sg'), routeTable: id('rtb') };
}

/** The one Availability Zone that everything is in. */
export const zoneOf = (region: string): string => `${region}a`;

/** A new id; EC2 makes them of 17 hexadecimal digits. */
export const newResourceId = (prefix: string, { newId }: Env): string =>
  `${prefix}-${newId().replaceAll('-', '').slice(-17)}`;

export const ec2Arn = (region: string, account: AccountId, kind: string, id: string): Arn =>
  `arn:aws:ec2:${region}:${account}:${kind}/${id}`;

const bySubnet = indexBy<Instance>(({ region, subnet }) => [`${region}/${subnet}`]);
const byVpc = indexBy<Instance>(({ region, vpc }) => [`${region}/${vpc}`]);
const byVpcOfEndpoint = indexBy<VpcEndpoint>(({ region, vpc }) => [`${region}/${vpc}`]);
const byAddress = indexBy<Instance>(({ subnet, privateIp, state }) =>
  state === 'terminated' ? [] : [`${subnet}/${privateIp}`],
);

/** Besides the default VPC there are those that an instance or an endpoint is said to be in. */
export const hasVpc = ({ id, instances, vpcEndpoints }: Account, region: string, vpc: string): boolean =>
  vpc === defaultNetwork(id, region).vpc ||
  !isEmpty(byVpc(instances, `${region}/${vpc}`)) ||
  !isEmpty(byVpcOfEndpoint(vpcEndpoints, `${region}/${vpc}`));

/** The default VPC first, then those that an instance or an endpoint is said to be in. */
export const vpcsIn = ({ id, instances, vpcEndpoints }: Account, region: string): readonly string[] => [
  ...new Set([
    defaultNetwork(id, region).vpc,
    ...[...valuesOf(instances), ...valuesOf(vpcEndpoints)]
      .filter((one) => one.region === region)
      .map(({ vpc }) => vpc)
      .sort(),
  ]),
];

/** The VPC that a subnet is in; null when there is no such subnet. */
export function vpcOfSubnet({ id, instances }: Account, region: string, subnet: string): string | null {
  const own = defaultNetwork(id, region);
  if (subnet === own.subnet) return own.vpc;
  const [neighbour = ''] = namesOf(bySubnet(instances, `${region}/${subnet}`));
  return lookup(instances, neighbour)?.vpc ?? null;
}

/** AWS keeps the first four addresses of a subnet and the last. */
const FIRST = 4;
const LAST = 4094;

/**
 * An address of the default subnet, 172.31.0.0/20, that no instance has, chosen by chance.
 * @param taken By instances that are just being launched.
 */
export function freeAddress(
  { instances }: Account,
  subnet: string,
  { randomBytes }: Env,
  taken: ReadonlySet<string>,
): string {
  const [high = 0, low = 0] = randomBytes(2);
  const start = (high * 256 + low) % (LAST - FIRST + 1);
  for (let step = 0; ; step++) {
    const at = FIRST + ((start + step) % (LAST - FIRST + 1));
    const address = `172.31.${at >> 8}.${at & 255}`;
    const isFree = !taken.has(address) && isEmpty(byAddress(instances, `${subnet}/${address}`));
    if (isFree || step > LAST) return address;
  }
}

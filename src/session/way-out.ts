// The way out: the VPC endpoint that the calls of whoever acts go through, when they run on an instance.
import { lookup } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { bucketOfResource } from '../account/resource.ts';
import { bucketArn, parseArn } from '../aws/arn.ts';
import type { OperationName } from '../api/call.ts';
import type { Env } from '../api/env.ts';
import { networkOf } from '../api/operations/ec2/instance-session.ts';
import type { Link } from './facts.ts';

/** As much of a call as says where it goes. */
interface Called {
  readonly operation: OperationName;
  readonly input: object;
}

/**
 * Who runs as an instance stays on it, whatever roles they assume from there. Credentials that were copied from an instance
 * are used elsewhere: that is no way of a session that began as a service.
 * @param region That the call is sent to. An endpoint leads to services of its own Region only.
 * @returns Null: the call comes from the internet.
 */
export function wayOut(
  world: World,
  links: readonly Link[],
  call: Called,
  region: string,
): NonNullable<Env['vpcEndpoint']> | null {
  const [first] = links;
  if (first?.way !== 'service' || first.caller.kind !== 'roleSession') return null;
  const { origin } = first.caller;
  if (origin.kind !== 'ec2Instance') return null;
  const { account: id = '', resource = '' } = parseArn(origin.instance) ?? {};
  const account = world.accounts[id];
  const instance = account && lookup(account.instances, resource.slice('instance/'.length));
  if (!account || !instance || regionOf(world, call, region) !== instance.region) return null;
  const [service = ''] = call.operation.split(':', 1);
  return networkOf(account, instance, service);
}

/** A bucket answers where it is. */
function regionOf(world: World, { operation, input }: Called, region: string): string {
  const bucket = operation.startsWith('s3:') && 'Bucket' in input ? input.Bucket : null;
  return (typeof bucket === 'string' && bucketOfResource(world, bucketArn(bucket))?.bucket.region) || region;
}

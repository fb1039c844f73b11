// Tagged resources: what of EC2 has tags here, by its id alone.
import type { Caller } from '../../../account/caller.ts';
import type { EntityPatch } from '../../../account/change.ts';
import { lookup, sortedValues } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import type { ActionName } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestTags } from '../../../evaluation/context-keys/request-tag-keys.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError, notSimulated } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { isId, missing } from './ids.ts';
import { isSeen } from './instance.ts';
import { ec2Arn } from './network.ts';
import { endpointMissing } from './vpc-endpoint.ts';

type Tags = Readonly<Record<string, string>>;

/** `i-…` is an instance. */
const KINDS = [
  { prefix: 'i', kind: 'instance', table: 'instances' },
  { prefix: 'vpce', kind: 'vpc-endpoint', table: 'vpcEndpoints' },
] as const;

/** What else EC2 tags, and is not part of a world. */
const OTHERS = ['ami', 'eni', 'rtb', 'sg', 'snap', 'subnet', 'vol', 'vpc'];

export const RESOURCES = {
  type: 'textList',
  event: 'resourcesSet',
  required: true,
  maxItems: 1000,
  item: {},
} as const;

/** Asked before any policy: without the kind of a resource it has no ARN. */
export function resourceIdError(ids: readonly string[]): AwsError | null {
  if (ids.length === 0)
    return awsError('MissingParameter', 'The request must contain the parameter resourceIdSet');
  const other = ids.find((id) => !KINDS.some(({ prefix }) => isId(prefix, id)));
  if (other === undefined) return null;
  return OTHERS.some((prefix) => isId(prefix, other))
    ? notSimulated('Tags of what in EC2 is neither an instance nor a VPC endpoint')
    : awsError('InvalidID', `The ID '${other}' is not valid`);
}

/** One permission for each resource. */
export const taggingRequests = (
  caller: Caller,
  { region }: Env,
  action: ActionName,
  ids: readonly string[],
  tags: RequestTags,
): readonly AuthorizationRequest[] =>
  ids.flatMap((id) => {
    const found = KINDS.find(({ prefix }) => isId(prefix, id));
    return found ? [{ action, resource: ec2Arn(region, caller.account, found.kind, id), tags }] : [];
  });

/** The changes that give each resource the tags that `tagged` makes of those it has. */
export function tagChanges(
  scene: Scene,
  ids: readonly string[],
  tagged: (tags: Tags) => Result<Tags, AwsError>,
): Result<readonly EntityPatch<'instances' | 'vpcEndpoints'>[], AwsError> {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const { id: account, instances, vpcEndpoints } = home.value;
  const changes: EntityPatch<'instances' | 'vpcEndpoints'>[] = [];
  const { region, now } = scene.env;
  for (const name of new Set(ids)) {
    const instance = lookup(instances, name);
    const endpoint = lookup(vpcEndpoints, name);
    const found = instance && isSeen(instance, now) ? instance : endpoint;
    if (found?.region !== region)
      return err(
        isId('i', name) ? missing('InvalidInstanceID.NotFound', 'instance', [name]) : endpointMissing(name),
      );
    const tags = tagged(found.tags);
    if (!tags.ok) return tags;
    const patch = { tags: tags.value };
    changes.push(
      found === instance
        ? { kind: 'entityPatched', account, table: 'instances', name, patch }
        : { kind: 'entityPatched', account, table: 'vpcEndpoints', name, patch },
    );
  }
  return ok(changes);
}

export interface TagRow {
  readonly Key: string;
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly Value: string;
}

/** Every tag of everything in the Region. */
export const allTags = (account: Account, { region, now }: Env): readonly TagRow[] => {
  const rows = (ResourceType: string, ResourceId: string, tags: Tags): TagRow[] =>
    Object.entries(tags).map(([Key, Value]) => ({ Key, ResourceId, ResourceType, Value }));
  return [
    ...sortedValues(account.instances)
      .filter((instance) => instance.region === region && isSeen(instance, now))
      .flatMap(({ id, tags }) => rows('instance', id, tags)),
    ...sortedValues(account.vpcEndpoints)
      .filter((endpoint) => endpoint.region === region)
      .flatMap(({ id, tags }) => rows('vpc-endpoint', id, tags)),
  ];
};

// Instances as their operations meet them: found by id in the Region, asked about, missed with an error.
import type { Caller } from '../../../account/caller.ts';
import { indexBy } from '../../../account/index-by.ts';
import type { EntityPatch } from '../../../account/change.ts';
import { findAccount } from '../../../account/find.ts';
import type { Instance } from '../../../account/resources.ts';
import { lookup, namesOf } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import type { AccountId, ActionName, Arn } from '../../../aws/arn.ts';
import { addSeconds, hasPassed, type Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { malformed, missing } from './ids.ts';
import { ec2Arn, zoneOf } from './network.ts';

export const INSTANCE_ID = { type: 'text', event: 'instanceId', required: true } as const;
export const INSTANCE_IDS = { type: 'textList', event: 'instancesSet', required: true, item: {} } as const;

export const instanceArn = (account: AccountId, { region, id }: Instance): Arn =>
  ec2Arn(region, account, 'instance', id);

/** For calls that work on instances: none at all would ask for no permission. */
export const idsError = (ids: readonly string[]): AwsError | null =>
  ids.length === 0
    ? awsError('MissingParameter', 'The request must contain the parameter InstanceId')
    : idError(ids);

export const idError = (ids: readonly string[] | undefined): AwsError | null =>
  malformed('i', 'InvalidInstanceID.Malformed', ids);

/** A terminated instance can be seen for about an hour. */
const SEEN_AFTER_END = 3600;

export const isSeen = ({ state, changed }: Instance, now: Instant): boolean =>
  state !== 'terminated' || !hasPassed(addSeconds(changed, SEEN_AFTER_END), now);

const seenIn = (account: Account, id: string, { region, now }: Env): Instance | null => {
  const instance = lookup(account.instances, id);
  return instance?.region === region && isSeen(instance, now) ? instance : null;
};

/** By `REGION/STATE`. */
export const instancesInState = indexBy<Instance>(({ region, state }) => [`${region}/${state}`]);

/** Takes instances out of the world that nobody can see any more. */
export const sweepChanges = ({ id: account, instances }: Account, { region, now }: Env) =>
  namesOf(instancesInState(instances, `${region}/terminated`)).flatMap((name) => {
    const instance = lookup(instances, name);
    return instance && !isSeen(instance, now)
      ? [{ kind: 'entitySet', account, table: 'instances', name, value: null } as const]
      : [];
  });

export interface FoundInstances {
  readonly account: Account;
  /** In the order in which they were named, each once. */
  readonly instances: readonly Instance[];
}

export function existingInstances(scene: Scene, ids: readonly string[]): Result<FoundInstances, AwsError> {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const account = home.value;
  const once = [...new Set(ids)];
  const instances = once.flatMap((id) => seenIn(account, id, scene.env) ?? []);
  const found = new Set(instances.map(({ id }) => id));
  const gone = once.filter((id) => !found.has(id));
  return gone.length > 0
    ? err(missing('InvalidInstanceID.NotFound', 'instance', gone))
    : ok({ account, instances });
}

export interface FoundInstance {
  readonly account: Account;
  readonly instance: Instance;
}

export function existingInstance(scene: Scene, id: string): Result<FoundInstance, AwsError> {
  const found = existingInstances(scene, [id]);
  if (!found.ok) return found;
  const { account, instances } = found.value;
  const [instance] = instances;
  return instance ? ok({ account, instance }) : err(missing('InvalidInstanceID.NotFound', 'instance', [id]));
}

/** One that has not ended. EC2's words for one that has are not known; these are in the manner of the others. */
export function livingInstance(scene: Scene, id: string): Result<FoundInstance, AwsError> {
  const found = existingInstance(scene, id);
  return found.ok && found.value.instance.state === 'terminated'
    ? err(
        awsError(
          'IncorrectInstanceState',
          `The instance '${id}' is not in a valid state for this operation.`,
        ),
      )
    : found;
}

/**
 * Keys that tell what an instance is.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-policy-keys
 */
export const instanceKeys = (
  region: string,
  { type, profile, metadata }: Pick<Instance, 'type' | 'profile' | 'metadata'>,
): RequestContext => ({
  'ec2:AvailabilityZone': zoneOf(region),
  'ec2:EbsOptimized': 'false',
  'ec2:InstanceType': type,
  'ec2:MetadataHttpEndpoint': metadata.endpoint,
  'ec2:MetadataHttpTokens': metadata.tokens,
  'ec2:RootDeviceType': 'ebs',
  'ec2:Tenancy': 'default',
  ...(profile && { 'ec2:InstanceProfile': profile.profile }),
});

/** A request on an instance; one that is not there has only its name. */
export function askingOf(
  world: World,
  caller: Caller,
  env: Env,
  action: ActionName,
  id: string,
): AuthorizationRequest & { readonly resource: Arn; readonly context: RequestContext } {
  const account = findAccount(world, caller.account);
  const instance = account && seenIn(account, id, env);
  return {
    action,
    resource: ec2Arn(env.region, caller.account, 'instance', id),
    context: {
      ...(instance && instanceKeys(env.region, instance)),
      'ec2:InstanceID': id,
    },
  };
}

export const instancePatch = (
  { account, instance }: FoundInstance,
  patch: Partial<Instance>,
): EntityPatch<'instances'> => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'instances',
  name: instance.id,
  patch,
});

/** In one Region at one time. AWS counts virtual processors by family and raises the number on request. */
export const MOST_RUNNING = 20;

export const instanceLimitError = (count: number): AwsError =>
  awsError(
    'InstanceLimitExceeded',
    `You have requested more instances (${count}) than your current instance limit of ${MOST_RUNNING} allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`,
  );

// ec2:RunInstances: launches instances, with the role of an instance profile if one is named.
import type { Instance } from '../../../account/resources.ts';
import { sizeOf } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import { operation, type Scene } from '../../operation.ts';
import { unlessDry } from './dry-run.ts';
import { missing } from './ids.ts';
import { associationOf, passing } from './instance-profile.ts';
import { instanceLimitError, instancesInState, MOST_RUNNING, sweepChanges } from './instance.ts';
import { launchRequests } from './launch-requests.ts';
import {
  DEFAULT_TYPE,
  LAUNCH_PARAMETERS,
  launchError,
  metadataOf,
  type RunInstancesInput,
} from './launch-parameters.ts';
import { defaultNetwork, ec2Arn, freeAddress, newResourceId, vpcOfSubnet } from './network.ts';
import { shownInstance, shownReservation } from './shapes.ts';
import { tagsFor, withTags } from './tags.ts';

/** Of one account, ended ones included. */
const MOST_KEPT = 1_000;

/**
 * One permission for each thing that comes together in an instance, then the right to pass the role, then the right to
 * tag. Images are no part of the world: every id in the form of one is taken for a public image of Amazon's. Tags are
 * kept for instances alone, as volumes and network interfaces are not part of it either.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export const RunInstances = operation({
  name: 'ec2:RunInstances',
  readOnly: false,
  cli: 'ec2 run-instances',
  parameters: LAUNCH_PARAMETERS,
  validate: launchError,
  authorization: (world, caller, input, env) => {
    const { account } = caller;
    const instance = ec2Arn(env.region, account, 'instance', '*');
    const { IamInstanceProfile } = input;
    const { launch, tagging } = launchRequests(world, caller, input, env);
    const pass = IamInstanceProfile ? passing(world, caller, IamInstanceProfile, instance) : [];
    return [...launch, ...pass, ...tagging];
  },
  perform: (scene, input) => unlessDry(input.DryRun, launched(scene, input)),
});

function launched(scene: Scene, input: RunInstancesInput) {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const account = home.value;
  const template = templateOf(scene, account, input);
  if (!template.ok) return template;
  const { env } = scene;
  const count = countOf(account, env.region, input);
  if (!count.ok) return count;
  const instances: Instance[] = [];
  const taken = new Set<string>();
  while (instances.length < count.value) {
    const address = freeAddress(account, template.value.subnet, env, taken);
    taken.add(address);
    const profile = template.value.profile && {
      ...template.value.profile,
      id: newResourceId('iip-assoc', env),
    };
    instances.push({ ...template.value, id: newResourceId('i', env), privateIp: address, profile });
  }
  const { id } = account;
  return ok({
    output: shownReservation(
      id,
      template.value.reservation,
      instances.map((instance) => shownInstance(id, instance, 'pending')),
    ),
    changes: [
      ...sweepChanges(account, env),
      ...instances.map(
        (value) => ({ kind: 'entitySet', account: id, table: 'instances', name: value.id, value }) as const,
      ),
    ],
  });
}

/** As many as there is room for, up to `MaxCount`. */
function countOf(
  { instances }: Account,
  region: string,
  { MinCount, MaxCount }: RunInstancesInput,
): Result<number, AwsError> {
  const running = sizeOf(instancesInState(instances, `${region}/running`));
  const count = Math.min(MaxCount, MOST_RUNNING - running);
  if (count < MinCount) return err(instanceLimitError(running + MinCount));
  return sizeOf(instances) + count > MOST_KEPT
    ? err(awsError('SandboxFull', `This sandbox keeps ${MOST_KEPT} instances. Terminate some first.`))
    : ok(count);
}

/** What all instances of the call have in common. */
function templateOf(
  { env }: { readonly env: Scene['env'] },
  account: Account,
  input: RunInstancesInput,
): Result<Omit<Instance, 'id' | 'privateIp'>, AwsError> {
  const { SubnetId, SecurityGroupIds = [], IamInstanceProfile } = input;
  const own = defaultNetwork(account.id, env.region);
  const subnet = SubnetId ?? own.subnet;
  const vpc = vpcOfSubnet(account, env.region, subnet);
  if (vpc === null) return err(missing('InvalidSubnetID.NotFound', 'subnet', [subnet]));
  const unknown = SecurityGroupIds.find((group) => group !== own.securityGroup);
  if (unknown !== undefined)
    return err(awsError('InvalidGroup.NotFound', `The security group '${unknown}' does not exist`));
  const profile = IamInstanceProfile ? associationOf(account, IamInstanceProfile, env) : ok(null);
  if (!profile.ok) return profile;
  return ok({
    region: env.region,
    image: input.ImageId,
    type: input.InstanceType ?? DEFAULT_TYPE,
    state: 'running',
    changed: env.now,
    launched: env.now,
    reservation: newResourceId('r', env),
    vpc,
    subnet,
    profile: profile.value,
    metadata: metadataOf(input),
    terminationProtection: input.DisableApiTermination ?? false,
    tags: withTags({}, tagsFor('instance', input.TagSpecifications)),
  });
}

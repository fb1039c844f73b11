// ec2:DescribeInstances: the instances of the account in the Region, or some of them.
import type { Instance } from '../../../account/resources.ts';
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation, type Scene } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { FILTERS, narrowed, type Filtering } from './filters.ts';
import { existingInstances, idError, INSTANCE_IDS, isSeen } from './instance.ts';
import { pageOf, PAGING, pagingError } from './paging.ts';
import { shownInstance, shownReservation, shownState, type ShownReservation } from './shapes.ts';

const FILTERING: Filtering<Instance> = {
  by: new Map<string, (instance: Instance) => readonly string[]>([
    ['iam-instance-profile.arn', ({ profile }) => (profile ? [profile.profile] : [])],
    ['image-id', ({ image }) => [image]],
    ['instance-id', ({ id }) => [id]],
    ['instance-state-code', ({ state }) => [String(shownState(state).Code)]],
    ['instance-state-name', ({ state }) => [state]],
    ['instance-type', ({ type }) => [type]],
    ['metadata-options.http-endpoint', ({ metadata }) => [metadata.endpoint]],
    ['metadata-options.http-tokens', ({ metadata }) => [metadata.tokens]],
    ['private-ip-address', ({ privateIp }) => [privateIp]],
    ['reservation-id', ({ reservation }) => [reservation]],
    ['subnet-id', ({ subnet }) => [subnet]],
    ['vpc-id', ({ vpc }) => [vpc]],
  ]),
  tagsOf: ({ tags }) => tags,
};

/**
 * Of its many filters there are those on what is simulated.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
 */
export const DescribeInstances = operation({
  name: 'ec2:DescribeInstances',
  readOnly: true,
  cli: 'ec2 describe-instances',
  parameters: {
    InstanceIds: { ...INSTANCE_IDS, required: false },
    Filters: FILTERS,
    ...PAGING,
    DryRun: DRY_RUN,
  },
  validate: (input) => idError(input.InstanceIds) ?? pagingError(input, input.InstanceIds, 'instancesSet'),
  authorization: () => [{ action: 'ec2:DescribeInstances', resource: '*' }],
  perform: (scene, input) => {
    const { InstanceIds, Filters, DryRun } = input;
    const asked = InstanceIds?.length ? existingInstances(scene, InstanceIds) : all(scene);
    if (!asked.ok) return asked;
    const { account, instances } = asked.value;
    const left = narrowed(instances, Filters, FILTERING);
    if (!left.ok) return left;
    const page = pageOf(left.value, input, ({ id }) => id);
    if (!page.ok) return page;
    const output = { Reservations: reservations(account.id, page.value.items), ...page.value.page };
    return unlessDry(DryRun, ok({ output, changes: [] }));
  },
});

function all(scene: Scene) {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const { region, now } = scene.env;
  const instances = sortedValues(home.value.instances).filter(
    (instance) => instance.region === region && isSeen(instance, now),
  );
  return ok({ account: home.value, instances });
}

function reservations(owner: string, instances: readonly Instance[]): readonly ShownReservation[] {
  const groups = new Map<string, Instance[]>();
  for (const instance of instances)
    groups.set(instance.reservation, [...(groups.get(instance.reservation) ?? []), instance]);
  return [...groups].map(([id, members]) =>
    shownReservation(
      owner,
      id,
      members.map((instance) => shownInstance(owner, instance)),
    ),
  );
}

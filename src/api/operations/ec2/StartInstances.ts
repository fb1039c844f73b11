// ec2:StartInstances: starts stopped instances.
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import {
  askingOf,
  existingInstances,
  idsError,
  INSTANCE_IDS,
  instanceLimitError,
  instancePatch,
  instancesInState,
  MOST_RUNNING,
} from './instance.ts';
import { stateChange } from './shapes.ts';

/**
 * The role of an instance was passed when it was handed over, and is not asked about again: who may start an instance gets
 * what its role can do going, without any right to pass it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html
 */
export const StartInstances = operation({
  name: 'ec2:StartInstances',
  readOnly: false,
  cli: 'ec2 start-instances',
  parameters: { InstanceIds: INSTANCE_IDS, DryRun: DRY_RUN },
  validate: ({ InstanceIds }) => idsError(InstanceIds),
  authorization: (world, caller, { InstanceIds }, env) =>
    InstanceIds.map((id) => askingOf(world, caller, env, 'ec2:StartInstances', id)),
  perform: (scene, { InstanceIds, DryRun }) => unlessDry(DryRun, started(scene, InstanceIds)),
});

function started(scene: Scene, ids: readonly string[]) {
  const found = existingInstances(scene, ids);
  if (!found.ok) return found;
  const { account, instances } = found.value;
  const ended = instances.find(({ state }) => state === 'terminated');
  if (ended)
    return err(
      awsError(
        'IncorrectInstanceState',
        `The instance '${ended.id}' is not in a state from which it can be started.`,
      ),
    );
  const stopped = instances.filter(({ state }) => state === 'stopped');
  const { region, now } = scene.env;
  const running = sizeOf(instancesInState(account.instances, `${region}/running`)) + stopped.length;
  if (stopped.length > 0 && running > MOST_RUNNING) return err(instanceLimitError(running));
  return ok({
    output: {
      StartingInstances: instances.map((instance) =>
        stateChange(instance, instance.state === 'stopped' ? 'pending' : 'running'),
      ),
    },
    changes: stopped.map((instance) =>
      instancePatch({ account, instance }, { state: 'running', changed: now, launched: now }),
    ),
  });
}

// ec2:StopInstances: stops running instances, which keep their role.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { askingOf, existingInstances, idsError, INSTANCE_IDS, instancePatch } from './instance.ts';
import { stateChange } from './shapes.ts';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html */
export const StopInstances = operation({
  name: 'ec2:StopInstances',
  readOnly: false,
  cli: 'ec2 stop-instances',
  parameters: { InstanceIds: INSTANCE_IDS, DryRun: DRY_RUN },
  validate: ({ InstanceIds }) => idsError(InstanceIds),
  authorization: (world, caller, { InstanceIds }, env) =>
    InstanceIds.map((id) => askingOf(world, caller, env, 'ec2:StopInstances', id)),
  perform: (scene, { InstanceIds, DryRun }) => unlessDry(DryRun, stopped(scene, InstanceIds)),
});

function stopped(scene: Scene, ids: readonly string[]) {
  const found = existingInstances(scene, ids);
  if (!found.ok) return found;
  const { account, instances } = found.value;
  const ended = instances.find(({ state }) => state === 'terminated');
  if (ended)
    return err(
      awsError(
        'IncorrectInstanceState',
        `The instance '${ended.id}' is not in a state from which it can be stopped.`,
      ),
    );
  return ok({
    output: {
      StoppingInstances: instances.map((instance) =>
        stateChange(instance, instance.state === 'running' ? 'stopping' : 'stopped'),
      ),
    },
    changes: instances
      .filter(({ state }) => state === 'running')
      .map((instance) => instancePatch({ account, instance }, { state: 'stopped', changed: scene.env.now })),
  });
}

// ec2:TerminateInstances: ends instances for good.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { askingOf, existingInstances, idsError, INSTANCE_IDS, instancePatch } from './instance.ts';
import { stateChange } from './shapes.ts';

/**
 * None ends when one of them is protected. What has ended can be seen for about an hour more, and be terminated again.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html
 */
export const TerminateInstances = operation({
  name: 'ec2:TerminateInstances',
  readOnly: false,
  cli: 'ec2 terminate-instances',
  parameters: { InstanceIds: INSTANCE_IDS, DryRun: DRY_RUN },
  validate: ({ InstanceIds }) => idsError(InstanceIds),
  authorization: (world, caller, { InstanceIds }, env) =>
    InstanceIds.map((id) => askingOf(world, caller, env, 'ec2:TerminateInstances', id)),
  perform: (scene, { InstanceIds, DryRun }) => unlessDry(DryRun, terminated(scene, InstanceIds)),
});

function terminated(scene: Scene, ids: readonly string[]) {
  const found = existingInstances(scene, ids);
  if (!found.ok) return found;
  const { account, instances } = found.value;
  const living = instances.filter(({ state }) => state !== 'terminated');
  const kept = living.find(({ terminationProtection }) => terminationProtection);
  if (kept)
    return err(
      awsError(
        'OperationNotPermitted',
        `The instance '${kept.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      ),
    );
  return ok({
    output: {
      TerminatingInstances: instances.map((instance) =>
        stateChange(instance, instance.state === 'terminated' ? 'terminated' : 'shutting-down'),
      ),
    },
    changes: living.map((instance) =>
      instancePatch({ account, instance }, { state: 'terminated', changed: scene.env.now, profile: null }),
    ),
  });
}

// ec2:ModifyInstanceAttribute: protects an instance from being terminated, or no longer.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { attributeKeys } from './attributes.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { askingOf, idError, INSTANCE_ID, instancePatch, livingInstance } from './instance.ts';

/**
 * Of the attributes there is the one that decides who can end an instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
 */
export const ModifyInstanceAttribute = operation({
  name: 'ec2:ModifyInstanceAttribute',
  readOnly: false,
  cli: 'ec2 modify-instance-attribute',
  parameters: {
    InstanceId: INSTANCE_ID,
    DisableApiTermination: {
      type: 'structure',
      event: 'disableApiTermination',
      required: false,
      members: { Value: { type: 'boolean', event: 'value', required: false } },
    },
    DryRun: DRY_RUN,
  },
  validate: ({ InstanceId }) => idError([InstanceId]),
  authorization: (world, caller, { InstanceId, DisableApiTermination }, env) => {
    const asking = askingOf(world, caller, env, 'ec2:ModifyInstanceAttribute', InstanceId);
    const value = DisableApiTermination?.Value;
    const keys = attributeKeys({
      DisableApiTermination: value === undefined ? undefined : String(value),
    });
    return [{ ...asking, context: { ...asking.context, ...keys } }];
  },
  perform: (scene, { InstanceId, DisableApiTermination, DryRun }) =>
    unlessDry(DryRun, modified(scene, InstanceId, DisableApiTermination?.Value)),
});

function modified(scene: Scene, id: string, protectedNow: boolean | undefined) {
  if (protectedNow === undefined)
    return err(awsError('InvalidParameterCombination', 'No attributes specified.'));
  const found = livingInstance(scene, id);
  return found.ok
    ? ok({
        output: {},
        changes: [instancePatch(found.value, { terminationProtection: protectedNow })],
      })
    : found;
}

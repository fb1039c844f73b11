// ec2:DeleteVpcEndpoints: removes VPC endpoints.
import { ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { askingOfEndpoint, endpointIdError, existingEndpoint } from './vpc-endpoint.ts';

/**
 * One that is not there keeps none of the others; the answer names it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpoints.html
 */
export const DeleteVpcEndpoints = operation({
  name: 'ec2:DeleteVpcEndpoints',
  readOnly: false,
  cli: 'ec2 delete-vpc-endpoints',
  parameters: {
    VpcEndpointIds: { type: 'textList', event: 'vpcEndpointIds', required: true, item: {} },
    DryRun: DRY_RUN,
  },
  validate: ({ VpcEndpointIds }) =>
    VpcEndpointIds.length === 0
      ? awsError('MissingParameter', 'The request must contain the parameter VpcEndpointId')
      : endpointIdError(VpcEndpointIds),
  authorization: (world, caller, { VpcEndpointIds }, env) =>
    VpcEndpointIds.map((id) => askingOfEndpoint(world, caller, env, 'ec2:DeleteVpcEndpoints', id)),
  perform: (scene, { VpcEndpointIds, DryRun }) => unlessDry(DryRun, deleted(scene, VpcEndpointIds)),
});

function deleted(scene: Scene, ids: readonly string[]) {
  const found = [...new Set(ids)].map((id) => ({ id, result: existingEndpoint(scene, id) }));
  return ok({
    output: {
      Unsuccessful: found.flatMap(({ id, result }) =>
        result.ok
          ? []
          : [{ Error: { Code: result.error.code, Message: result.error.message }, ResourceId: id }],
      ),
    },
    changes: found.flatMap(({ id: name, result }) =>
      result.ok
        ? [
            {
              kind: 'entitySet',
              account: result.value.account.id,
              table: 'vpcEndpoints',
              name,
              value: null,
            } as const,
          ]
        : [],
    ),
  });
}

// ec2:ModifyVpcEndpoint: writes the policy of a VPC endpoint, or brings back the one that lets everything through.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import {
  askingOfEndpoint,
  ENDPOINT_ID,
  endpointIdError,
  endpointPolicyError,
  existingEndpoint,
  POLICY_DOCUMENT,
} from './vpc-endpoint.ts';

const PARAMETERS = {
  VpcEndpointId: ENDPOINT_ID,
  ResetPolicy: { type: 'boolean', event: 'resetPolicy', required: false },
  PolicyDocument: POLICY_DOCUMENT,
  DryRun: DRY_RUN,
} as const;

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpoint.html */
export const ModifyVpcEndpoint = operation({
  name: 'ec2:ModifyVpcEndpoint',
  readOnly: false,
  cli: 'ec2 modify-vpc-endpoint',
  parameters: PARAMETERS,
  validate: ({ VpcEndpointId }) => endpointIdError([VpcEndpointId]),
  authorization: (world, caller, { VpcEndpointId }, env) => [
    askingOfEndpoint(world, caller, env, 'ec2:ModifyVpcEndpoint', VpcEndpointId),
  ],
  perform: (scene, input) => unlessDry(input.DryRun, modified(scene, input)),
});

function modified(scene: Scene, { VpcEndpointId, ResetPolicy, PolicyDocument }: InputOf<typeof PARAMETERS>) {
  const found = existingEndpoint(scene, VpcEndpointId);
  if (!found.ok) return found;
  if (ResetPolicy === true && PolicyDocument !== undefined)
    return err(
      awsError(
        'InvalidParameterCombination',
        'The parameter PolicyDocument cannot be used with the parameter ResetPolicy',
      ),
    );
  const refused = endpointPolicyError(PolicyDocument);
  if (refused) return err(refused);
  const { account, endpoint } = found.value;
  const policy = ResetPolicy === true ? null : (PolicyDocument ?? endpoint.policy);
  return ok({
    output: { Return: true },
    changes: [
      {
        kind: 'entityPatched',
        account: account.id,
        table: 'vpcEndpoints',
        name: endpoint.id,
        patch: { policy },
      } as const,
    ],
  });
}

// iam:SimulateCustomPolicy: what policies would decide that nobody has.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { pageOf } from './paging.ts';
import { inputBoundary, inputLevels, inputPolicies } from './simulated-policies.ts';
import { requestError, simulatedRequest } from './simulated-request.ts';
import { simulateAction } from './simulation.ts';
import { ORGANIZATION_LEVELS, POLICY_INPUT_LIST, SIMULATION } from './simulator-parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html */
export const SimulateCustomPolicy = operation({
  name: 'iam:SimulateCustomPolicy',
  readOnly: true,
  cli: 'iam simulate-custom-policy',
  parameters: {
    PolicyInputList: POLICY_INPUT_LIST,
    OrderedOrganizationPolicyInputList: ORGANIZATION_LEVELS,
    ...SIMULATION,
  },
  authorization: () => [{ action: 'iam:SimulateCustomPolicy', resource: '*' }],
  perform: (scene, input) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const wrong = requestError(input);
    if (wrong) return err(wrong);
    const identity = inputPolicies(input.PolicyInputList, 'PolicyInputList');
    if (!identity.ok) return identity;
    const boundary = inputBoundary(input.PermissionsBoundaryPolicyInputList ?? [], null);
    if (!boundary.ok) return boundary;
    const scps = inputLevels(input.OrderedOrganizationPolicyInputList ?? []);
    if (!scps.ok) return scps;
    const request = simulatedRequest(scene.world, null, account.value.id, input);
    if (!request.ok) return request;
    const cut = pageOf(input.ActionNames, input);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    const simulation = {
      ...request.value,
      identity: identity.value,
      boundary: boundary.value,
      scps: scps.value,
    };
    const EvaluationResults = items.map((action) => simulateAction(simulation, action));
    return ok({ output: { EvaluationResults, ...page }, changes: [] });
  },
});

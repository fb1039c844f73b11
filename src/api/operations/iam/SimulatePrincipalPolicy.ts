// iam:SimulatePrincipalPolicy: what the policies of a user, a group or a role would decide.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { pageOf } from './paging.ts';
import { excludes, inputBoundary, inputPolicies, isExcluded } from './simulated-policies.ts';
import { levelsAbove, requestError, simulatedRequest } from './simulated-request.ts';
import { policiesOfSource, sourceArnError, sourceOf } from './simulated-source.ts';
import { simulateAction } from './simulation.ts';
import {
  OPTIONAL_POLICY_INPUT_LIST,
  POLICY_EXCLUSIONS,
  POLICY_SOURCE_ARN,
  SIMULATION,
} from './simulator-parameters.ts';

/**
 * Nothing is done, and of the resource nothing is known but its ARN: no tags, no policy that is not handed over, no
 * resource control policies. Service control policies above the account count.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export const SimulatePrincipalPolicy = operation({
  name: 'iam:SimulatePrincipalPolicy',
  readOnly: true,
  cli: 'iam simulate-principal-policy',
  parameters: {
    PolicySourceArn: POLICY_SOURCE_ARN,
    PolicyInputList: OPTIONAL_POLICY_INPUT_LIST,
    PolicyExclusionList: POLICY_EXCLUSIONS,
    ...SIMULATION,
  },
  validate: sourceArnError,
  authorization: (_world, _caller, { PolicySourceArn: resource }) => [
    { action: 'iam:SimulatePrincipalPolicy', resource },
  ],
  perform: (scene, input) => {
    const { PolicySourceArn, PolicyInputList = [], PolicyExclusionList: excluded = [] } = input;
    const source = sourceOf(scene, PolicySourceArn);
    if (!source.ok) return source;
    const wrong = requestError(input);
    if (wrong) return err(wrong);
    const added = inputPolicies(PolicyInputList, 'PolicyInputList');
    if (!added.ok) return added;
    const own = policiesOfSource(scene, source.value);
    const kept =
      own.boundary === null ||
      excludes(excluded, 'permission-boundary') ||
      isExcluded(
        own.boundary,
        excluded.filter(({ PolicyArn }) => PolicyArn !== undefined),
      )
        ? null
        : own.boundary;
    const boundary = inputBoundary(input.PermissionsBoundaryPolicyInputList ?? [], kept);
    if (!boundary.ok) return boundary;
    const request = simulatedRequest(scene.world, source.value, source.value.account.id, input);
    if (!request.ok) return request;
    const cut = pageOf(input.ActionNames, input);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    const simulation = {
      ...request.value,
      identity: [...own.identity.filter((policy) => !isExcluded(policy, excluded)), ...added.value],
      boundary: boundary.value,
      scps: excludes(excluded, 'scp') ? null : levelsAbove(scene.world, PolicySourceArn),
    };
    const EvaluationResults = items.map((action) => simulateAction(simulation, action));
    return ok({ output: { EvaluationResults, ...page }, changes: [] });
  },
});

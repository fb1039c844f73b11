// Sides: on which side the assuming of a role failed, that of the caller or that of the role.
import { findAccount, findRole } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { parseArn } from '../../aws/arn.ts';
import type { Evaluation, Layer } from '../../evaluation/evaluation.ts';

/**
 * One sentence on a request that concerns a role and was denied; null where it was not, or where neither side is to blame.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function sideOf({ decision, request }: Evaluation, world: World): string | null {
  if (decision.outcome !== 'explicitDeny' && decision.outcome !== 'implicitDeny') return null;
  const { action } = request;
  // What is not there has no side.
  if (!isThere(world, request.resource)) return null;
  if (decision.outcome === 'explicitDeny') {
    const where = DENIED[decision.by];
    return where === undefined ? null : `${where}, and a Deny beats every Allow.`;
  }
  const lacking = new Set<string>([decision.by, ...decision.also]);
  const role = lacking.has('resource');
  const own = lacking.has('identity');
  if (role && own)
    return `Both sides: the trust policy of the role does not let this caller in with ${action}, and no policy of the caller's own allows it.`;
  if (role)
    return `The side of the role: its trust policy does not let this caller in with ${action}, as the call was made.`;
  if (own)
    return `The side of the caller: the trust policy leaves it to the caller's account, and no policy of the caller's own allows ${action}.`;
  return null;
}

function isThere(world: World, arn: string): boolean {
  const { account: id = '', resource = '' } = parseArn(arn) ?? {};
  const account = findAccount(world, id);
  return account !== null && findRole(account, resource.split('/').at(-1) ?? '') !== null;
}

const DENIED: Readonly<Partial<Record<Layer, string>>> = {
  resource: 'The side of the role: its trust policy forbids it',
  identity: "The side of the caller: a policy of the caller's own forbids it",
};

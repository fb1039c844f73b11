// Trust policies as they are saved: checked, and the users and roles that they name bound to their unique ids.
import { namedPrincipal } from '../../../account/named-principal.ts';
import type { Role, World } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { invalidPrincipal } from '../../../policy/save-trust.ts';
import { saveError } from '../../../policy/save.ts';
import { sizeWithoutWhiteSpace, SIZE_LIMITS } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

const MAX_SIZE = SIZE_LIMITS.trust.most;

/**
 * What a role keeps of a trust policy, or why it is not taken. IAM looks each user and role up when the policy is saved:
 * a role that is being made cannot name itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function trustOf(world: World, text: string): Result<Pick<Role, 'trust' | 'trusted'>, AwsError> {
  const fault = saveError(text, { kind: 'trust' });
  if (fault) return err(awsError(fault.code, fault.message));
  if (sizeWithoutWhiteSpace(text) > MAX_SIZE)
    return err(awsError('LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${MAX_SIZE}`));
  const named = (parsedPolicy(text).document?.statements ?? []).flatMap(
    ({ principal }) => principal?.entries.filter(({ kind }) => kind === 'AWS') ?? [],
  );
  const trusted: [string, string][] = [];
  for (const principal of named) {
    const known = namedPrincipal(world, principal.value);
    if (known === 'missing') return err(awsError('MalformedPolicyDocument', invalidPrincipal(principal)));
    if (known !== 'believed') trusted.push([principal.value, known.id]);
  }
  return ok({ trust: text, trusted: Object.fromEntries(trusted) });
}

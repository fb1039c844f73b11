// Trust policies as they are saved: checked, and the users and roles that they name bound to their unique ids.
import { isMissingProvider, namedPrincipal } from '../../../account/named-principal.ts';
import type { Role, World } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { missingControl, withoutControl } from '../../../policy/shared-oidc.ts';
import { invalidPrincipal } from '../../../policy/save-trust.ts';
import { saveError } from '../../../policy/save.ts';
import { isTooLong, SIZE_LIMITS } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

/**
 * What a role keeps of a trust policy, or why it is not taken. IAM looks each user, role and identity provider up when the
 * policy is saved: a role that is being made cannot name itself.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function trustOf(world: World, text: string): Result<Pick<Role, 'trust' | 'trusted'>, AwsError> {
  const fault = saveError(text, { kind: 'trust' });
  if (fault) return err(awsError(fault.code, fault.message));
  if (isTooLong(text, SIZE_LIMITS.trust))
    return err(
      awsError('LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${SIZE_LIMITS.trust.most}`),
    );
  const { document } = parsedPolicy(text);
  const named = (document?.statements ?? []).flatMap(({ principal }) => principal?.entries ?? []);
  const trusted: [string, string][] = [];
  for (const principal of named) {
    if (principal.kind === 'Federated' && isMissingProvider(world, principal.value))
      return err(awsError('MalformedPolicyDocument', invalidPrincipal(principal)));
    if (principal.kind !== 'AWS') continue;
    const known = namedPrincipal(world, principal.value);
    if (known === 'missing') return err(awsError('MalformedPolicyDocument', invalidPrincipal(principal)));
    if (known !== 'believed') trusted.push([principal.value, known.id]);
  }
  const control = document && missingControl(document);
  if (control !== null) return err(awsError('MalformedPolicyDocument', withoutControl(control)));
  return ok({ trust: withRootArns(text), trusted: Object.fromEntries(trusted) });
}

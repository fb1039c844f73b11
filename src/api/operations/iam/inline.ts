// Writing an inline policy: the same for users and for groups, but for the quota.
import type { PolicyOwner } from '../../../account/policies.ts';
import type { Account } from '../../../account/world.ts';
import type { Result } from '../../../aws/result.ts';
import { err, ok } from '../../../aws/result.ts';
import { sizeWithoutWhiteSpace } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed } from '../../operation.ts';
import { documentError } from './policy.ts';

/**
 * All inline policies of one identity together, in characters without white space.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
const MAX_AGGREGATE = { user: 2048, group: 5120, role: 10240 } as const;

/** Puts a policy into an identity, over the one of the same name if there is one. */
export function putInline(
  account: Account,
  kind: PolicyOwner['kind'],
  identity: { readonly name: string; readonly inline: Readonly<Record<string, string>> },
  policy: string,
  document: string,
): Result<Performed<Record<never, never>>, AwsError> {
  const malformed = documentError(document, 'inline');
  if (malformed) return err(malformed);
  const others = Object.entries(identity.inline).filter(([name]) => name !== policy);
  const size = others.reduce(
    (sum, [, text]) => sum + sizeWithoutWhiteSpace(text),
    sizeWithoutWhiteSpace(document),
  );
  const max = MAX_AGGREGATE[kind];
  if (size > max)
    return err(
      awsError('LimitExceeded', `Maximum policy size of ${max} bytes exceeded for ${kind} ${identity.name}`),
    );
  const owner = { kind, name: identity.name };
  return ok({
    output: {},
    changes: [{ kind: 'inlinePolicyPut', account: account.id, owner, policy, document }],
  });
}

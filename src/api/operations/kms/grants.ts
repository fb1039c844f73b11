// Grants: what KMS shows of them, and the tokens that stand for them.
import { Base64 } from 'js-base64';
import type { StoredGrant } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import { isArn, parseArn, rootArn, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { notFound, type FoundKey } from './key.ts';

/** Names the grant, so that it can be retired by its token alone. AWS says nothing of what is in a token. */
export const grantToken = (key: Arn, grantId: string): string => Base64.encode(`grant ${grantId} of ${key}`);

export function grantOfToken(
  token: string,
): Result<{ readonly key: Arn; readonly grantId: string }, AwsError> {
  const text = Base64.isValid(token) ? Base64.decode(token) : '';
  const [, grantId, key = ''] = /^grant ([0-9a-f]{64}) of (arn:.+)$/.exec(text) ?? [];
  return grantId !== undefined && isArn(key)
    ? ok({ key, grantId })
    : err(awsError('InvalidGrantTokenException', 'Invalid grant token.'));
}

/** The texts about ids of grants are not observed ones. */
export function existingGrant({ key }: FoundKey, grantId: string): Result<StoredGrant, AwsError> {
  if (!/^[0-9a-f]{64}$/.test(grantId)) return err(awsError('InvalidGrantIdException', 'Invalid grant id.'));
  const grant = lookup(key.grants, grantId);
  return grant ? ok(grant) : err(notFound(`Grant ${grantId} not found`));
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export const grantEntry = (key: Arn, grant: StoredGrant) => ({
  KeyId: key,
  GrantId: grant.id,
  Name: grant.name ?? '',
  CreationDate: grant.created,
  GranteePrincipal: grant.granteePrincipal,
  ...(grant.retiringPrincipal !== undefined && { RetiringPrincipal: grant.retiringPrincipal }),
  IssuingAccount: rootArn(parseArn(grant.issuer)?.account ?? ''),
  Operations: grant.operations,
  ...(grant.constraint && {
    Constraints: {
      [grant.constraint.kind === 'equals' ? 'EncryptionContextEquals' : 'EncryptionContextSubset']:
        grant.constraint.encryptionContext,
    },
  }),
});

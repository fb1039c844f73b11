// kms:RetireGrant: ends a grant, for those whom the grant itself lets do so.
import { err } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { existingGrant, grantOfToken } from './grants.ts';
import { existingKeyItself } from './key.ts';
import { DRY_RUN, GRANT_ID, KEY_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

interface Named {
  readonly GrantToken?: string;
  readonly KeyId?: string;
  readonly GrantId?: string;
}

/** The text is not an observed one. */
const namingError = ({ GrantToken, KeyId, GrantId }: Named): AwsError | null => {
  if (GrantToken !== undefined) {
    const named = grantOfToken(GrantToken);
    return named.ok ? null : named.error;
  }
  return KeyId !== undefined && GrantId !== undefined
    ? null
    : awsError('ValidationException', 'Either a grant token, or both the key and the grant ID are required.');
};

/** Key and grant, by token or by their ids. */
function named({ GrantToken, KeyId = '', GrantId = '' }: Named): {
  readonly KeyId: string;
  readonly GrantId: string;
} {
  const ofToken = GrantToken === undefined ? null : grantOfToken(GrantToken);
  return ofToken?.ok ? { KeyId: ofToken.value.key, GrantId: ofToken.value.grantId } : { KeyId, GrantId };
}

/**
 * Who may do it is written in the grant: its retiring principal, and its grantee where it allows RetireGrant.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html
 */
export const RetireGrant = operation({
  name: 'kms:RetireGrant',
  readOnly: false,
  cli: 'kms retire-grant',
  parameters: {
    GrantToken: { type: 'text', event: 'grantToken', required: false, min: 1, max: 8192 },
    KeyId: { ...KEY_ID, required: false },
    GrantId: { ...GRANT_ID, required: false },
    DryRun: DRY_RUN,
  },
  validate: namingError,
  authorization: (world, caller, input, env) =>
    keyItselfRequests(world, caller, env, named(input).KeyId, 'kms:RetireGrant'),
  perform: (scene, input) => {
    const { KeyId, GrantId } = named(input);
    const found = existingKeyItself(scene, KeyId);
    if (!found.ok) return found;
    const grant = existingGrant(found.value, GrantId);
    if (!grant.ok) return err(grant.error);
    const { account, key } = found.value;
    return unlessDryRun(input.DryRun, {
      output: {},
      changes: [
        {
          kind: 'partSet',
          account: account.id,
          table: 'kmsKeys',
          name: key.id,
          part: 'grants',
          key: grant.value.id,
          value: null,
        },
      ],
    });
  },
});

// sts:GetAccessKeyInfo: the account that an access key belongs to, whoever's it is.
import { accessKeyOwner } from '../../../account/access-key-owner.ts';
import { findAccount } from '../../../account/find.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ACCESS_KEY_ID } from './parameters.ts';
import { accountOfTemporaryKey } from './temporary-key.ts';

/**
 * Active or not. AWS says that a deleted key may be answered with an error, and not with which; its words are ours.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
export const GetAccessKeyInfo = operation({
  name: 'sts:GetAccessKeyInfo',
  readOnly: true,
  cli: 'sts get-access-key-info',
  parameters: { AccessKeyId: ACCESS_KEY_ID },
  authorization: () => [{ action: 'sts:GetAccessKeyInfo', resource: '*' }],
  perform: ({ world }, { AccessKeyId }) => {
    const account = accountOfKey(world, AccessKeyId);
    return account === null
      ? err(awsError('ValidationError', `The access key ${AccessKeyId} does not exist.`))
      : ok({ output: { Account: account }, changes: [] });
  },
});

/** Of temporary keys the world keeps nothing, but they tell their account themselves. */
function accountOfKey(world: World, id: string): AccountId | null {
  const named = accountOfTemporaryKey(id);
  const account =
    named === null ? accessKeyOwner(world, id)?.account : (findAccount(world, named) ?? undefined);
  return account?.id ?? null;
}

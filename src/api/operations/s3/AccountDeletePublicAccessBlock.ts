// s3control:DeletePublicAccessBlock: removes the Block Public Access settings of the account; those of each bucket still count.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { ACCOUNT_ID, blockSet, ownAccount } from './own-account.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_DeletePublicAccessBlock.html */
export const AccountDeletePublicAccessBlock = operation({
  name: 's3control:DeletePublicAccessBlock',
  readOnly: false,
  cli: 's3control delete-public-access-block',
  parameters: { AccountId: ACCOUNT_ID },
  authorization: () => [{ action: 's3:PutAccountPublicAccessBlock', resource: '*' }],
  perform: (scene, { AccountId }) => {
    const found = ownAccount(scene, AccountId);
    if (!found.ok) return found;
    return ok({ output: {}, changes: [blockSet(AccountId, null)] });
  },
});

// s3control:PutPublicAccessBlock: writes the Block Public Access settings of the whole account.
import { ok } from '../../../aws/result.ts';
import { PUBLIC_ACCESS_BLOCK, settingsOf } from './public-access.ts';
import { operation } from '../../operation.ts';
import { ACCOUNT_ID, blockSet, ownAccount } from './own-account.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html */
export const AccountPutPublicAccessBlock = operation({
  name: 's3control:PutPublicAccessBlock',
  readOnly: false,
  cli: 's3control put-public-access-block',
  parameters: { AccountId: ACCOUNT_ID, PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK },
  authorization: () => [{ action: 's3:PutAccountPublicAccessBlock', resource: '*' }],
  perform: (scene, { AccountId, PublicAccessBlockConfiguration }) => {
    const found = ownAccount(scene, AccountId);
    if (!found.ok) return found;
    const value = settingsOf(PublicAccessBlockConfiguration);
    return ok({ output: {}, changes: [blockSet(AccountId, value)] });
  },
});

// s3control:GetPublicAccessBlock: the Block Public Access settings of the whole account.
import { err, ok } from '../../../aws/result.ts';
import { configurationOf, NO_CONFIGURATION } from './public-access.ts';
import { operation } from '../../operation.ts';
import { ACCOUNT_ID, ownAccount } from './own-account.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html */
export const AccountGetPublicAccessBlock = operation({
  name: 's3control:GetPublicAccessBlock',
  readOnly: true,
  cli: 's3control get-public-access-block',
  parameters: { AccountId: ACCOUNT_ID },
  authorization: () => [{ action: 's3:GetAccountPublicAccessBlock', resource: '*' }],
  perform: (scene, { AccountId }) => {
    const found = ownAccount(scene, AccountId);
    if (!found.ok) return found;
    const { publicAccessBlock } = found.value;
    if (publicAccessBlock === null) return err(NO_CONFIGURATION);
    return ok({
      output: { PublicAccessBlockConfiguration: configurationOf(publicAccessBlock) },
      changes: [],
    });
  },
});

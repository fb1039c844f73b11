// iam:GetAccessKeyLastUsed: when, where and on which service an access key was used last.
import { findAccount, userArn } from '../../../account/find.ts';
import { lookup } from '../../../account/table.ts';
import { rootArn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import { ACCESS_KEY_ID } from './access-keys.ts';
import { accountOf } from './entities.ts';
import { keyOwner } from './key-owner.ts';
import { subjectName } from './subject.ts';

interface Output {
  readonly UserName?: string;
  readonly AccessKeyLastUsed: {
    /** Absent for a key that was never used. */
    readonly LastUsedDate?: Instant;
    readonly ServiceName: string;
    readonly Region: string;
  };
}

/**
 * The permission is one on the owner of the key. A key that nobody in the account has cannot be asked for at all, whoever
 * asks: AWS says that as a denial.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
 */
export const GetAccessKeyLastUsed = operation({
  name: 'iam:GetAccessKeyLastUsed',
  readOnly: true,
  cli: 'iam get-access-key-last-used',
  parameters: { AccessKeyId: ACCESS_KEY_ID },
  authorization: (world, caller, { AccessKeyId }) => {
    const account = findAccount(world, caller.account);
    const owner = account && keyOwner(account, AccessKeyId);
    if (!account || !owner) return [];
    const resource = owner.user ? userArn(account, owner.user) : rootArn(account.id);
    return [{ action: 'iam:GetAccessKeyLastUsed', resource }];
  },
  perform: (scene, { AccessKeyId }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const owner = keyOwner(account.value, AccessKeyId);
    if (!owner)
      return err(
        awsError(
          'AccessDenied',
          `User: ${callerArn(scene.world, scene.caller)} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`,
        ),
      );
    const use = lookup(scene.env.activity.accessKeys, AccessKeyId);
    return ok<Performed<Output>>({
      output: {
        ...subjectName(owner),
        AccessKeyLastUsed: use
          ? { LastUsedDate: use.date, ServiceName: use.service, Region: use.region }
          : { ServiceName: 'N/A', Region: 'N/A' },
      },
      changes: [],
    });
  },
});

// kms:ListKeys: the keys of the account in one Region.
import { findAccount } from '../../../account/find.ts';
import { EMPTY, sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { isDeleted, keyArn } from './key.ts';
import { anyKeyRequest } from './requests.ts';

/**
 * All at once; KMS answers in pages of 100.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
 */
export const ListKeys = operation({
  name: 'kms:ListKeys',
  readOnly: true,
  cli: 'kms list-keys',
  parameters: {},
  authorization: () => anyKeyRequest('kms:ListKeys'),
  perform: ({ world, caller, env }) => {
    const keys = sortedValues(findAccount(world, caller.account)?.kmsKeys ?? EMPTY).filter(
      (key) => key.region === env.region && !isDeleted(key, env.now),
    );
    return ok({
      output: {
        Keys: keys.map(({ id, region }) => ({ KeyId: id, KeyArn: keyArn(caller.account, region, id) })),
        Truncated: false,
      },
      changes: [],
    });
  },
});

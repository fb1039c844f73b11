// kms:ListKeys: the keys of the account in one Region.
import { findAccount } from '../../../account/find.ts';
import { EMPTY, sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { isDeleted, keyArn } from './key.ts';
import { KEYS, pageOf, PAGING } from './paging.ts';
import { anyKeyRequest } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html */
export const ListKeys = operation({
  name: 'kms:ListKeys',
  readOnly: true,
  cli: 'kms list-keys',
  parameters: PAGING,
  authorization: () => anyKeyRequest('kms:ListKeys'),
  perform: ({ world, caller, env }, input) => {
    const keys = sortedValues(findAccount(world, caller.account)?.kmsKeys ?? EMPTY).filter(
      (key) => key.region === env.region && !isDeleted(key, env.now),
    );
    const page = pageOf(keys, input, KEYS, ({ id }) => id);
    if (!page.ok) return page;
    return ok({
      output: {
        Keys: page.value.items.map(({ id, region }) => ({
          KeyId: id,
          KeyArn: keyArn(caller.account, region, id),
        })),
        ...page.value.page,
      },
      changes: [],
    });
  },
});

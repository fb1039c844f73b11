// kms:ListAliases: the aliases of the account in one Region, or those of one key.
import { findAccount } from '../../../account/find.ts';
import { compareNames } from '../../../account/record.ts';
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { aliasArn, aliasesOf, existingKey, liveKey } from './key.ts';
import { OPTIONAL_KEY_ID } from './parameters.ts';
import { ALIASES_AND_GRANTS, pageOf, PAGING } from './paging.ts';
import { anyKeyRequest } from './requests.ts';

/**
 * AWS also lists names for keys of its own that it has not made yet.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
 */
export const ListAliases = operation({
  name: 'kms:ListAliases',
  readOnly: true,
  cli: 'kms list-aliases',
  parameters: { KeyId: OPTIONAL_KEY_ID, ...PAGING },
  authorization: () => anyKeyRequest('kms:ListAliases'),
  perform: (scene, input) => {
    const { KeyId } = input;
    const { world, caller, env } = scene;
    const account = findAccount(world, caller.account);
    const found = KeyId === undefined ? null : existingKey(scene, KeyId);
    if (found && !found.ok) return found;
    const aliases = found
      ? aliasesOf(found.value.account, found.value.key)
      : account
        ? sortedValues(account.kmsAliases).filter(
            ({ region, key }) => liveKey(account, region, key, env.now) !== null,
          )
        : [];
    const here = aliases
      .filter(({ region }) => region === env.region)
      .sort((a, b) => compareNames(a.name, b.name));
    const page = pageOf(here, input, ALIASES_AND_GRANTS, ({ name }) => name);
    if (!page.ok) return page;
    return ok({
      output: {
        Aliases: page.value.items.map(({ name, region, key, created, updated }) => ({
          AliasName: name,
          AliasArn: aliasArn(caller.account, region, name),
          TargetKeyId: key,
          CreationDate: created,
          LastUpdatedDate: updated,
        })),
        ...page.value.page,
      },
      changes: [],
    });
  },
});

// kms:UpdateAlias: lets an alias stand for another key.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { aliasNamed, aliasNameError, existingAlias, reservedAliasError, targetError } from './alias.ts';
import { aliasArn, existingKeyItself, pendingError } from './key.ts';
import { ALIAS_NAME, KEY_ID } from './parameters.ts';
import { aliasRequest, keyItselfRequests } from './requests.ts';

/**
 * Asks for the permission on the alias, on the key that it stands for and on the one that it is to stand for. Both must be
 * of one usage; the text about that is not AWS's.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
 */
export const UpdateAlias = operation({
  name: 'kms:UpdateAlias',
  readOnly: false,
  cli: 'kms update-alias',
  parameters: { AliasName: ALIAS_NAME, TargetKeyId: { ...KEY_ID, event: 'targetKeyId' } },
  validate: (input) => aliasNameError(input) ?? targetError(input.TargetKeyId),
  authorization: (world, caller, { AliasName, TargetKeyId }, env) => {
    const current = aliasNamed(world, caller, env, AliasName);
    const requests = (KeyId: string) => keyItselfRequests(world, caller, env, KeyId, 'kms:UpdateAlias');
    return [
      aliasRequest('kms:UpdateAlias', aliasArn(caller.account, env.region, AliasName)),
      ...(current ? requests(current.key) : []),
      ...requests(TargetKeyId),
    ];
  },
  perform: (scene, { AliasName, TargetKeyId }) => {
    const { env, caller } = scene;
    const reserved = reservedAliasError(AliasName);
    if (reserved) return err(reserved);
    const alias = existingAlias(scene, AliasName);
    if (!alias.ok) return alias;
    const found = existingKeyItself(scene, TargetKeyId);
    if (!found.ok) return found;
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    const before = existingKeyItself(scene, alias.value.key);
    if (before.ok && before.value.key.usage !== found.value.key.usage)
      return err(
        awsError(
          'ValidationException',
          `Alias ${AliasName} cannot be changed from a key with usage ${before.value.key.usage} to a key with usage ${found.value.key.usage}`,
        ),
      );
    return ok({
      output: {},
      changes: [
        {
          kind: 'entityPatched',
          account: caller.account,
          table: 'kmsAliases',
          name: `${env.region}/${AliasName}`,
          patch: { key: found.value.key.id, updated: env.now },
        },
      ],
    });
  },
});

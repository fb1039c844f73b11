// kms:CreateAlias: gives a key a name.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { aliasNamed, aliasNameError, reservedAliasError, targetError } from './alias.ts';
import { aliasArn, existingKeyItself, pendingError } from './key.ts';
import { ALIAS_NAME, KEY_ID } from './parameters.ts';
import { aliasRequest, keyItselfRequests } from './requests.ts';

/**
 * Asks for the permission twice: on the alias, which only identity-based policies can give, and on the key.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 */
export const CreateAlias = operation({
  name: 'kms:CreateAlias',
  readOnly: false,
  cli: 'kms create-alias',
  parameters: { AliasName: ALIAS_NAME, TargetKeyId: { ...KEY_ID, event: 'targetKeyId' } },
  validate: (input) => aliasNameError(input) ?? targetError(input.TargetKeyId),
  authorization: (world, caller, { AliasName, TargetKeyId }, env) => [
    aliasRequest('kms:CreateAlias', aliasArn(caller.account, env.region, AliasName)),
    ...keyItselfRequests(world, caller, env, TargetKeyId, 'kms:CreateAlias'),
  ],
  perform: (scene, { AliasName, TargetKeyId }) => {
    const { world, caller, env } = scene;
    const reserved = reservedAliasError(AliasName);
    if (reserved) return err(reserved);
    const found = existingKeyItself(scene, TargetKeyId);
    if (!found.ok) return found;
    if (aliasNamed(world, caller, env, AliasName))
      return err(
        awsError(
          'AlreadyExistsException',
          `An alias with the name ${aliasArn(caller.account, env.region, AliasName)} already exists`,
        ),
      );
    const pending = pendingError(found.value);
    if (pending) return err(pending);
    const value = {
      name: AliasName,
      region: env.region,
      key: found.value.key.id,
      created: env.now,
      updated: env.now,
    };
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: caller.account,
          table: 'kmsAliases',
          name: `${env.region}/${AliasName}`,
          value,
        },
      ],
    });
  },
});

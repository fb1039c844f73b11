// kms:DeleteAlias: takes a name away from a key; the key stays.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { aliasNamed, aliasNameError, existingAlias, reservedAliasError } from './alias.ts';
import { aliasArn } from './key.ts';
import { ALIAS_NAME } from './parameters.ts';
import { aliasRequest, keyItselfRequests } from './requests.ts';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html */
export const DeleteAlias = operation({
  name: 'kms:DeleteAlias',
  readOnly: false,
  cli: 'kms delete-alias',
  parameters: { AliasName: ALIAS_NAME },
  validate: aliasNameError,
  authorization: (world, caller, { AliasName }, env) => {
    const current = aliasNamed(world, caller, env, AliasName);
    return [
      aliasRequest('kms:DeleteAlias', aliasArn(caller.account, env.region, AliasName)),
      ...(current ? keyItselfRequests(world, caller, env, current.key, 'kms:DeleteAlias') : []),
    ];
  },
  perform: (scene, { AliasName }) => {
    const { env, caller } = scene;
    const reserved = reservedAliasError(AliasName);
    if (reserved) return err(reserved);
    const alias = existingAlias(scene, AliasName);
    if (!alias.ok) return alias;
    return ok({
      output: {},
      changes: [
        {
          kind: 'entitySet',
          account: caller.account,
          table: 'kmsAliases',
          name: `${env.region}/${AliasName}`,
          value: null,
        },
      ],
    });
  },
});

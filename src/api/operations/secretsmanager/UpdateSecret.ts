// secretsmanager:UpdateSecret: another description, another key, a new value of a secret.
import type { World } from '../../../account/world.ts';
import type { Caller } from '../../../account/caller.ts';
import { err, ok } from '../../../aws/result.ts';
import type { Env } from '../../env.ts';
import { operation, type AuthorizationRequest, type Scene } from '../../operation.ts';
import type { InputOf } from '../../parameters.ts';
import { encryptionError, keptKey, keyArnOf, keyRequests, TO_DECRYPT, TO_ENCRYPT } from './encryption.ts';
import {
  CLIENT_REQUEST_TOKEN,
  DESCRIPTION,
  KMS_KEY_ID,
  SECRET_ID,
  secretIdError,
  VALUE,
} from './parameters.ts';
import {
  askingOf,
  foreignKeyError,
  namedSecret,
  sealedOf,
  secretDenial,
  secretPatch,
  shownName,
  usableSecret,
} from './secret.ts';
import { CURRENT, newVersion, spaceError, valueError, valueOf, withVersion } from './versions.ts';

const PARAMETERS = {
  SecretId: SECRET_ID,
  ClientRequestToken: CLIENT_REQUEST_TOKEN,
  Description: DESCRIPTION,
  KmsKeyId: KMS_KEY_ID,
  ...VALUE,
} as const;

type Input = InputOf<typeof PARAMETERS>;

/**
 * With another key everything is encrypted anew: read with the key before, written with the new one.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html
 */
export const UpdateSecret = operation({
  name: 'secretsmanager:UpdateSecret',
  readOnly: false,
  cli: 'secretsmanager update-secret',
  parameters: PARAMETERS,
  validate: (input) => secretIdError(input) ?? valueError(input),
  authorization: requests,
  denial: secretDenial,
  perform: updated,
});

function requests(world: World, caller: Caller, input: Input, env: Env): readonly AuthorizationRequest[] {
  const { SecretId, Description, KmsKeyId } = input;
  const { found } = namedSecret(world, caller, env, SecretId);
  const before = found && sealedOf(found);
  const after = before && KmsKeyId !== undefined ? { ...before, kmsKey: keptKey(KmsKeyId) } : before;
  const key = after && KmsKeyId !== undefined ? keyArnOf(world, after, env.now) : null;
  const isWritten = KmsKeyId !== undefined || valueOf(input) !== null;
  const isKeyNew = before?.kmsKey !== after?.kmsKey;
  return [
    askingOf(world, caller, env, 'secretsmanager:UpdateSecret', SecretId, {
      ...(Description !== undefined && { 'secretsmanager:Description': Description }),
      ...(KmsKeyId !== undefined && { 'secretsmanager:KmsKeyId': KmsKeyId }),
      ...(key !== null && { 'secretsmanager:KmsKeyArn': key }),
    }),
    ...(before && isKeyNew ? keyRequests(world, before, TO_DECRYPT, env.now) : []),
    ...(after && isWritten ? keyRequests(world, after, TO_ENCRYPT, env.now) : []),
  ];
}

function updated(scene: Scene, input: Input) {
  const found = usableSecret(scene, input.SecretId);
  if (!found.ok) return found;
  const { env, world } = scene;
  const { secret, account, arn } = found.value;
  const { KmsKeyId, Description } = input;
  const kmsKey = KmsKeyId === undefined ? secret.kmsKey : keptKey(KmsKeyId);
  const given = valueOf(input);
  const refused =
    (given ? foreignKeyError(scene, { ...found.value, secret: { ...secret, kmsKey } }) : null) ??
    (given || KmsKeyId !== undefined
      ? encryptionError(world, { ...sealedOf(found.value), kmsKey }, env.now)
      : null) ??
    spaceError(account, given);
  if (refused) return err(refused);
  const made = given && newVersion(env, input.ClientRequestToken, given, [CURRENT]);
  const versions = made ? withVersion(secret, arn, made) : ok(null);
  if (!versions.ok) return versions;
  return ok({
    output: { ...shownName(found.value), ...(made && { VersionId: made.id }) },
    changes: [
      secretPatch(found.value, {
        changed: env.now,
        kmsKey,
        ...(Description !== undefined && { description: Description }),
        ...(versions.value && { versions: versions.value }),
      }),
    ],
  });
}

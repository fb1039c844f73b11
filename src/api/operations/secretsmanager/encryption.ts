// Encryption: the KMS key of a secret, and what a caller must be allowed to do with it through Secrets Manager.
import { findAccount } from '../../../account/find.ts';
import type { KmsKey } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { hasPassed, type Instant } from '../../../aws/instant.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest } from '../../operation.ts';

interface FoundKey {
  readonly arn: Arn;
  readonly key: KmsKey;
}

/** The key of Secrets Manager's own in each account, which everybody in the account may use through it. */
const OWN_KEY = 'alias/aws/secretsmanager';

/** What is kept of a key id that was given: nothing for the service's own key. */
export const keptKey = (text: string | undefined): string | null =>
  text === undefined || text === '' || text.endsWith(OWN_KEY) ? null : text;

/** The key that an id, a name of an alias, or the ARN of either means. Keys are used in the Region of the secret. */
function keyOf(world: World, owner: AccountId, region: string, text: string, now: Instant): FoundKey | null {
  const parts = parseArn(text);
  const account = findAccount(world, parts?.account ?? owner);
  if (!account || (parts && (parts.service !== 'kms' || parts.region !== region))) return null;
  const name = parts ? parts.resource.replace(/^key\//, '') : text;
  const id = name.startsWith('alias/') ? lookup(account.kmsAliases, `${region}/${name}`)?.key : name;
  const key = id === undefined ? undefined : lookup(account.kmsKeys, id);
  if (key?.region !== region || (key.deletion !== null && hasPassed(key.deletion, now))) return null;
  return { arn: `arn:aws:kms:${region}:${account.id}:key/${key.id}`, key };
}

/** What is to be encrypted or decrypted, and with which key. */
export interface Sealed {
  readonly owner: AccountId;
  readonly region: string;
  /** As it is kept with the secret. */
  readonly kmsKey: string | null;
  readonly secret: Arn;
}

/** The key of a customer that is meant, for policies that speak of it; null where none is. */
export const keyArnOf = (world: World, { owner, region, kmsKey }: Sealed, now: Instant): Arn | null =>
  (kmsKey === null ? null : keyOf(world, owner, region, kmsKey, now))?.arn ?? null;

/**
 * The permissions on the key of a customer. The key of the service's own asks for none, and one that is not there is not
 * asked about.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export function keyRequests(
  world: World,
  sealed: Sealed,
  actions: readonly ('kms:GenerateDataKey' | 'kms:Decrypt')[],
  now: Instant,
): readonly AuthorizationRequest[] {
  const resource = keyArnOf(world, sealed, now);
  if (resource === null) return [];
  return actions.map((action) => ({
    action,
    resource,
    via: 'secretsmanager.amazonaws.com',
    context: {
      'kms:ViaService': `secretsmanager.${sealed.region}.amazonaws.com`,
      'kms:EncryptionContext:SecretARN': sealed.secret,
      'kms:EncryptionContextKeys': ['SecretARN'],
    },
  }));
}

export const TO_ENCRYPT = ['kms:GenerateDataKey', 'kms:Decrypt'] as const;
export const TO_DECRYPT = ['kms:Decrypt'] as const;

/** Whether the key does what is asked of it. */
function works(world: World, { owner, region, kmsKey }: Sealed, now: Instant): boolean {
  if (kmsKey === null) return true;
  const found = keyOf(world, owner, region, kmsKey, now);
  return found?.key.state === 'Enabled' && found.key.spec === 'SYMMETRIC_DEFAULT';
}

export const encryptionError = (world: World, sealed: Sealed, now: Instant): AwsError | null =>
  works(world, sealed, now)
    ? null
    : awsError(
        'EncryptionFailure',
        "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
      );

export const decryptionError = (world: World, sealed: Sealed, now: Instant): AwsError | null =>
  works(world, sealed, now)
    ? null
    : awsError(
        'DecryptionFailure',
        "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
      );

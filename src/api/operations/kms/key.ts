// Keys of KMS: what an identifier names, whether it is there, and whether it can be used.
import { findAccount } from '../../../account/find.ts';
import type { KmsAlias, KmsKey } from '../../../account/resources.ts';
import { indexBy } from '../../../account/index-by.ts';
import { valuesNamed } from '../../../account/indexes.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { hasPassed, type Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';

export const keyArn = (account: AccountId, region: string, id: string): Arn =>
  `arn:aws:kms:${region}:${account}:key/${id}`;

export const aliasArn = (account: AccountId, region: string, name: string): Arn =>
  `arn:aws:kms:${region}:${account}:${name}`;

export interface FoundKey {
  readonly account: Account;
  readonly key: KmsKey;
  readonly arn: Arn;
}

/** What an identifier names. The key may be missing: that is told only to those who may ask. */
export interface NamedKey {
  readonly arn: Arn;
  readonly found: FoundKey | null;
  /** `alias/…`, where the key was named by its alias. */
  readonly alias: string | null;
}

/** From where a key is named: ids and names of aliases are those of the account and Region. */
export interface Place {
  readonly account: AccountId;
  readonly region: string;
  readonly now: Instant;
}

const KEY_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/**
 * The key that an id, the ARN of a key, the name of an alias or the ARN of an alias names.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function namedKey(world: World, place: Place, text: string): Result<NamedKey, AwsError> {
  const { region } = place;
  if (KEY_ID.test(text)) return ok(keyOf(world, place, place.account, text, null));
  if (text.startsWith('alias/')) return keyOfAlias(world, place, place.account, text);
  const arn = parseArn(text);
  if (arn?.service !== 'kms') return err(notFound(`Invalid keyId '${text}'`));
  if (arn.region !== region) return err(notFound(`Invalid arn ${arn.region}`));
  const id = arn.resource.startsWith('key/') ? arn.resource.slice('key/'.length) : null;
  if (id !== null && KEY_ID.test(id)) return ok(keyOf(world, place, arn.account, id, null));
  if (arn.resource.startsWith('alias/')) return keyOfAlias(world, place, arn.account, arn.resource);
  return err(notFound(`Invalid keyId '${text}'`));
}

/** The same for operations that take no alias. */
export function namedKeyItself(world: World, place: Place, text: string): Result<NamedKey, AwsError> {
  return /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\//.test(text)
    ? err(notFound(`Invalid keyId '${text}'`))
    : namedKey(world, place, text);
}

function keyOf(
  world: World,
  { region, now }: Place,
  accountId: AccountId,
  id: string,
  alias: string | null,
): NamedKey {
  const arn = keyArn(accountId, region, id);
  const account = findAccount(world, accountId);
  const key = account && liveKey(account, region, id, now);
  return { arn, found: account && key ? { account, key, arn } : null, alias };
}

function keyOfAlias(
  world: World,
  place: Place,
  accountId: AccountId,
  name: string,
): Result<NamedKey, AwsError> {
  const account = findAccount(world, accountId);
  const alias = account && liveAlias(account, place.region, name, place.now);
  return alias
    ? ok(keyOf(world, place, accountId, alias.key, name))
    : err(aliasNotFound(aliasArn(accountId, place.region, name)));
}

/** A key whose deletion was due is gone. */
export function liveKey(account: Account, region: string, id: string, now: Instant): KmsKey | null {
  const key = lookup(account.kmsKeys, id);
  if (key?.region !== region || isDeleted(key, now)) return null;
  return key;
}

/**
 * An alias of a key goes with it.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
 */
export function liveAlias(
  account: Account,
  region: string,
  name: string,
  now: Instant,
): KmsAlias | undefined {
  const alias = lookup(account.kmsAliases, `${region}/${name}`);
  return alias && liveKey(account, region, alias.key, now) ? alias : undefined;
}

export const isDeleted = ({ deletion }: KmsKey, now: Instant): boolean =>
  deletion !== null && hasPassed(deletion, now);

export const placeOf = ({ caller, env }: Pick<Scene, 'caller' | 'env'>): Place => ({
  account: caller.account,
  region: env.region,
  now: env.now,
});

export function existing(named: Result<NamedKey, AwsError>): Result<FoundKey, AwsError> {
  if (!named.ok) return named;
  const { arn, found } = named.value;
  return found ? ok(found) : err(notFound(`Key '${arn}' does not exist`));
}

/** The key that an operation works on, which may be named by its alias. */
export const existingKey = (scene: Scene, text: string): Result<FoundKey, AwsError> =>
  existing(namedKey(scene.world, placeOf(scene), text));

export const existingKeyItself = (scene: Scene, text: string): Result<FoundKey, AwsError> =>
  existing(namedKeyItself(scene.world, placeOf(scene), text));

export const notFound = (message: string): AwsError => awsError('NotFoundException', message);
export const aliasNotFound = (arn: Arn): AwsError => notFound(`Alias ${arn} is not found.`);

/**
 * What keys can be changed in: all but those that wait for their deletion.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export const pendingError = ({ key, arn }: FoundKey): AwsError | null =>
  key.state === 'PendingDeletion'
    ? awsError('KMSInvalidStateException', `${arn} is pending deletion.`)
    : null;

/** What keys can be used in: those that are enabled. */
export const stateError = (found: FoundKey): AwsError | null =>
  found.key.state === 'Disabled'
    ? awsError('DisabledException', `${found.arn} is disabled.`)
    : pendingError(found);

/** @param operation Without prefix, as in its name. */
export const usageError = (
  { key, arn }: FoundKey,
  usage: KmsKey['usage'],
  operation: string,
): AwsError | null =>
  key.usage === usage
    ? null
    : awsError(
        'InvalidKeyUsageException',
        `${arn} key usage is ${key.usage} which is not valid for ${operation}.`,
      );

/** Aliases by the id of the key. */
const aliasesByKey = indexBy<KmsAlias>(({ region, key }) => [`${region}/${key}`]);

export const aliasesOf = ({ kmsAliases }: Account, { id, region }: KmsKey): KmsAlias[] =>
  valuesNamed(kmsAliases, aliasesByKey(kmsAliases, `${region}/${id}`));

const SIGNING: Readonly<Record<string, readonly string[]>> = {
  ECC_NIST_P256: ['ECDSA_SHA_256'],
  ECC_NIST_P384: ['ECDSA_SHA_384'],
  ECC_NIST_P521: ['ECDSA_SHA_512'],
  ECC_SECG_P256K1: ['ECDSA_SHA_256'],
};

const RSA_SIGNING = ['RSASSA_PSS', 'RSASSA_PKCS1_V1_5'].flatMap((scheme) =>
  ['256', '384', '512'].map((size) => `${scheme}_SHA_${size}`),
);

export const signingAlgorithmsOf = (spec: string): readonly string[] => SIGNING[spec] ?? RSA_SIGNING;

/** `HMAC_256` to `HMAC_SHA_256`. */
export const macAlgorithmOf = (spec: string): string => spec.replace('HMAC_', 'HMAC_SHA_');

function algorithms({ usage, spec }: KmsKey): object {
  switch (usage) {
    case 'ENCRYPT_DECRYPT':
      return { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] };
    case 'GENERATE_VERIFY_MAC':
      return { MacAlgorithms: [macAlgorithmOf(spec)] };
    case 'SIGN_VERIFY':
      return { SigningAlgorithms: signingAlgorithmsOf(spec) };
  }
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export const keyMetadata = ({ account, key, arn }: FoundKey) => ({
  AWSAccountId: account.id,
  KeyId: key.id,
  Arn: arn,
  CreationDate: key.created,
  Enabled: key.state === 'Enabled',
  Description: key.description,
  KeyUsage: key.usage,
  KeyState: key.state,
  ...(key.deletion !== null && { DeletionDate: key.deletion }),
  Origin: 'AWS_KMS',
  KeyManager: key.manager,
  CustomerMasterKeySpec: key.spec,
  KeySpec: key.spec,
  ...algorithms(key),
  MultiRegion: key.multiRegion,
  ...(key.multiRegion && {
    MultiRegionConfiguration: {
      MultiRegionKeyType: 'PRIMARY',
      PrimaryKey: { Arn: arn, Region: key.region },
      ReplicaKeys: [],
    },
  }),
});

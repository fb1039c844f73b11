// SAML providers as their operations meet them: named by ARN, found in the caller's account, made of metadata.
import { find } from '../../../account/table.ts';
import type { Account, SamlProvider } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import { addSeconds } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { readSamlMetadata } from '../../saml-metadata.ts';
import { accountOf } from './entities.ts';
import { privateKeyId } from './ids.ts';
import { optional } from './parameters.ts';

export const SAML_PROVIDER_ARN = {
  type: 'arn',
  event: 'sAMLProviderArn',
  required: true,
  min: 20,
  max: 2048,
} as const;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html */
export const SAML_METADATA = {
  type: 'text',
  event: 'sAMLMetadataDocument',
  required: true,
  min: 1000,
  max: 10_000_000,
  file: 'saml-metadata.xml',
} as const;

export const ENCRYPTION_MODE = {
  type: 'text',
  event: 'assertionEncryptionMode',
  required: false,
  oneOf: ['Required', 'Allowed'],
} as const;

export const ADD_PRIVATE_KEY = {
  type: 'text',
  event: 'addPrivateKey',
  required: false,
  min: 1,
  max: 16_384,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
  secret: true,
  file: 'private-key.pem',
} as const;

export const REMOVE_PRIVATE_KEY = optional({
  type: 'text',
  event: 'removePrivateKey',
  required: true,
  min: 22,
  max: 64,
  pattern: '[A-Z0-9]+',
} as const);

export const samlProviderArn = (account: AccountId, name: string): Arn =>
  `arn:aws:iam::${account}:saml-provider/${name}`;

const FORM = /^arn:aws:iam::\d{12}:saml-provider\/([\w._-]{1,128})$/;

export const samlArnError = ({ SAMLProviderArn: arn }: { readonly SAMLProviderArn: Arn }): AwsError | null =>
  FORM.test(arn) ? null : awsError('InvalidInput', `ARN ${arn} is not valid.`);

interface Found {
  readonly account: Account;
  readonly provider: SamlProvider;
}

/** The words are those observed on GetSAMLProvider and DeleteSAMLProvider. */
export function existingSaml(scene: Scene, arn: Arn): Result<Found, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const provider = find(account.value.samlProviders, FORM.exec(arn)?.[1] ?? '');
  return provider && samlProviderArn(account.value.id, provider.name) === arn
    ? ok({ account: account.value, provider })
    : err(awsError('NoSuchEntity', `Manifest not found for arn ${arn}`));
}

/** What a scenario holds of one document; AWS takes ten times as much. */
const MAX_KEPT = 1_000_000;

/** IAM shows a century where the document does not end. */
const CENTURY = 100 * 365 * 86_400;

/**
 * What a provider keeps of metadata. AWS does not look whether the document or a certificate has expired. Which words it
 * has for each fault is not known: these are its words for a document that it cannot read.
 */
export function metadataOf(
  xml: string,
  { now }: Env,
): Result<Pick<SamlProvider, 'metadata' | 'validUntil'>, AwsError> {
  const read = readSamlMetadata(xml);
  if (!read) return err(awsError('InvalidInput', 'Could not parse metadata'));
  if (xml.length > MAX_KEPT)
    return err(
      awsError(
        'SandboxFull',
        'This sandbox keeps 1,000,000 characters of metadata, so that the account can still be shared as a file.',
      ),
    );
  return ok({ metadata: xml, validUntil: read.validUntil ?? addSeconds(now, CENTURY) });
}

/** AWS lets two be there at once, so that one can take the place of the other. */
const MAX_PRIVATE_KEYS = 2;

interface KeyChange {
  readonly AddPrivateKey?: string;
  readonly RemovePrivateKey?: string;
}

/**
 * The private keys afterwards: one is taken away first, then one is added. Of a key only its id is kept: assertions that
 * come here are not encrypted. AWS's words for these refusals are not known.
 */
export function privateKeysOf(
  keys: SamlProvider['privateKeys'],
  { AddPrivateKey, RemovePrivateKey }: KeyChange,
  env: Env,
): Result<SamlProvider['privateKeys'], AwsError> {
  const kept = keys.filter(({ id }) => id !== RemovePrivateKey);
  if (RemovePrivateKey !== undefined && kept.length === keys.length)
    return err(awsError('NoSuchEntity', `Private key ${RemovePrivateKey} cannot be found.`));
  if (AddPrivateKey === undefined) return ok(kept);
  if (!/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(AddPrivateKey))
    return err(awsError('InvalidInput', 'Could not parse private key'));
  return kept.length >= MAX_PRIVATE_KEYS
    ? err(
        awsError('LimitExceeded', `Cannot exceed quota for PrivateKeysPerSAMLProvider: ${MAX_PRIVATE_KEYS}`),
      )
    : ok([...kept, { id: privateKeyId(env), added: env.now }]);
}

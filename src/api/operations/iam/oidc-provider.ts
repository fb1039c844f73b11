// OIDC providers as their operations meet them: named by ARN, found in the caller's account, kept by their URL.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { lookup } from '../../../account/table.ts';
import type { Account, OidcProvider } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { accountOf } from './entities.ts';

export const OIDC_PROVIDER_ARN = {
  type: 'arn',
  event: 'openIDConnectProviderArn',
  required: true,
  min: 20,
  max: 2048,
} as const;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html */
export const CLIENT_ID = { type: 'text', event: 'clientID', required: true, min: 1, max: 255 } as const;

export const THUMBPRINT_LIST = {
  type: 'textList',
  event: 'thumbprintList',
  required: true,
  item: { min: 40, max: 40 },
} as const;

/** @param url Without `https://`. */
export const oidcProviderArn = (account: AccountId, url: string): Arn =>
  `arn:aws:iam::${account}:oidc-provider/${url}`;

const FORM = /^arn:aws:iam::\d{12}:oidc-provider\/(.+)$/;

export const oidcArnError = ({
  OpenIDConnectProviderArn: arn,
}: {
  readonly OpenIDConnectProviderArn: Arn;
}): AwsError | null => (FORM.test(arn) ? null : awsError('InvalidInput', `ARN ${arn} is not valid.`));

export interface FoundOidc {
  readonly account: Account;
  readonly provider: OidcProvider;
}

/** The words are those observed on GetOpenIDConnectProvider. */
export function existingOidc(scene: Scene, arn: Arn): Result<FoundOidc, AwsError> {
  const account = accountOf(scene);
  if (!account.ok) return account;
  const provider = oidcOfArn(account.value, arn);
  return provider
    ? ok({ account: account.value, provider })
    : err(awsError('NoSuchEntity', `OpenIDConnect Provider not found for arn ${arn}`));
}

export function oidcOfArn(account: Account, arn: Arn): OidcProvider | null {
  const provider = lookup(account.oidcProviders, FORM.exec(arn)?.[1] ?? '');
  return provider && oidcProviderArn(account.id, provider.url) === arn ? provider : null;
}

const MAX_THUMBPRINTS = 5;

/**
 * The thumbprints that a provider keeps. The first text was observed, whatever it says of "fewer"; that on other signs
 * than hexadecimal digits is ours.
 *
 * Where none is given, AWS fetches that of the certificate authority at the top of the provider's chain. Nothing is
 * fetched here: the first 40 digits of a SHA-256 of the host stand for it, the same for each provider of the host. So
 * nobody meets `OpenIdIdpCommunicationError`.
 */
export function thumbprintsOf(given: readonly string[], url: string): Result<readonly string[], AwsError> {
  if (given.length > MAX_THUMBPRINTS)
    return err(awsError('InvalidInput', 'Thumbprint list must contain fewer than 5 entries.'));
  if (given.some((thumbprint) => !/^[0-9a-f]{40}$/i.test(thumbprint)))
    return err(awsError('InvalidInput', 'Thumbprints must be hexadecimal.'));
  if (given.length > 0) return ok([...new Set(given)]);
  const [host = ''] = url.split('/', 1);
  return ok([bytesToHex(sha256(utf8ToBytes(host))).slice(0, 40)]);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_CLIENT_IDS = 100;

export const clientIdsError = (ids: readonly string[]): AwsError | null =>
  ids.length > MAX_CLIENT_IDS
    ? awsError(
        'LimitExceeded',
        `Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${MAX_CLIENT_IDS}`,
      )
    : null;

// Secrets as their operations meet them: named three ways, asked about, missed, or waiting for their deletion.
import type { Caller } from '../../../account/caller.ts';
import type { EntityPatch } from '../../../account/change.ts';
import { findAccount } from '../../../account/find.ts';
import type { Secret } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { parseArn, type AccountId, type ActionName, type Arn } from '../../../aws/arn.ts';
import { hasPassed, type Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { denialError } from '../../services.ts';
import { keyRequests, type Sealed } from './encryption.ts';

export const arnOfName = (region: string, account: AccountId, name: string): Arn =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${name}`;

export const secretArn = (account: AccountId, { region, name, suffix }: Secret): Arn =>
  arnOfName(region, account, `${name}-${suffix}`);

export const secretKey = ({ region, name }: Pick<Secret, 'region' | 'name'>): string => `${region}/${name}`;

/** Its time to be brought back is over. */
export const isGone = ({ deletion }: Secret, now: Instant): boolean =>
  deletion !== null && hasPassed(deletion, now);

export interface FoundSecret {
  readonly account: Account;
  readonly secret: Secret;
  readonly arn: Arn;
}

/** What an identifier names. The secret may be missing: that is told only to those who may ask. */
export interface NamedSecret {
  readonly arn: Arn;
  readonly found: FoundSecret | null;
}

/**
 * Of other accounts only whole ARNs count. An ARN without the six characters can be mistaken where a name ends in a
 * hyphen and six characters itself; the whole ARN goes first.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function namedSecret(world: World, caller: Caller, { region, now }: Env, id: string): NamedSecret {
  const parts = id.startsWith('arn:') ? parseArn(id) : null;
  const accountId = parts?.account ?? caller.account;
  const name = parts ? parts.resource.replace(/^secret:/, '') : id;
  const account = findAccount(world, accountId);
  const isHere = !parts || (parts.service === 'secretsmanager' && parts.region === region);
  const secretOf = (text: string): Secret | null => {
    const secret = account && isHere ? lookup(account.secrets, `${region}/${text}`) : undefined;
    return secret && !isGone(secret, now) ? secret : null;
  };
  const whole = parts && secretOf(name.slice(0, -7));
  const isWhole = whole && name === `${whole.name}-${whole.suffix}`;
  const isOwn = accountId === caller.account;
  const secret = isWhole ? whole : isOwn ? secretOf(name) : null;
  if (account && secret) {
    const arn = secretArn(account.id, secret);
    return { arn, found: { account, secret, arn } };
  }
  return { arn: arnOfName(parts?.region ?? region, accountId, name), found: null };
}

/**
 * A request on a secret.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 */
export function askingOf(
  world: World,
  caller: Caller,
  env: Env,
  action: ActionName,
  id: string,
  keys: RequestContext = {},
): AuthorizationRequest & { readonly context: RequestContext } {
  const { arn } = namedSecret(world, caller, env, id);
  return {
    action,
    resource: arn,
    context: {
      'secretsmanager:SecretId': arn,
      'secretsmanager:SecretPrimaryRegion': env.region,
      ...keys,
    },
  };
}

export const secretMissing = (): AwsError =>
  awsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");

/** A secret, whether it is marked for deletion or not. */
export function existingSecret({ world, caller, env }: Scene, id: string): Result<FoundSecret, AwsError> {
  const { found } = namedSecret(world, caller, env, id);
  return found ? ok(found) : err(secretMissing());
}

/** A secret that is not marked for deletion. */
export function usableSecret(scene: Scene, id: string): Result<FoundSecret, AwsError> {
  const found = existingSecret(scene, id);
  return found.ok && found.value.secret.deletion !== null
    ? err(
        awsError(
          'InvalidRequestException',
          "You can't perform this operation on the secret because it was marked for deletion.",
        ),
      )
    : found;
}

/** What every call that changes a secret answers. */
export const shownName = ({ arn, secret }: FoundSecret): { readonly ARN: Arn; readonly Name: string } => ({
  ARN: arn,
  Name: secret.name,
});

export const secretPatch = (
  { account, secret }: FoundSecret,
  patch: Partial<Secret>,
): EntityPatch<'secrets'> => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'secrets',
  name: secretKey(secret),
  patch,
});

export const KMS_REFUSED = 'Access to KMS is not allowed';

/**
 * Secrets Manager names the secret as the caller did, and of a key that it may not use for the caller it says no more
 * than that.
 */
export function denialOf(named: string, message: string): AwsError {
  if (message.includes(' is not authorized to perform: kms:'))
    return denialError('secretsmanager', KMS_REFUSED);
  const words = message.replace(
    / on resource: arn:aws:secretsmanager:.*?(?= because no | with an explicit deny |$)/s,
    () => ` on resource: ${named}`,
  );
  return denialError('secretsmanager', words);
}

export const secretDenial = ({ SecretId }: { readonly SecretId: string }, message: string): AwsError =>
  denialOf(SecretId, message);

/** The key of a secret, in the shape in which its use is asked about. */
export const sealedOf = ({ account, secret, arn }: FoundSecret): Sealed => ({
  owner: account.id,
  region: secret.region,
  kmsKey: secret.kmsKey,
  secret: arn,
});

/** The permissions on the key of the secret that a call names; none while there is no such secret. */
export function keyRequestsFor(
  world: World,
  caller: Caller,
  env: Env,
  id: string,
  actions: Parameters<typeof keyRequests>[2],
): readonly AuthorizationRequest[] {
  const { found } = namedSecret(world, caller, env, id);
  return found ? keyRequests(world, sealedOf(found), actions, env.now) : [];
}

/** The service's own key is closed to callers of other accounts, whatever the secret's policy allows. */
export const foreignKeyError = ({ caller }: Scene, { account, secret }: FoundSecret): AwsError | null =>
  secret.kmsKey === null && account.id !== caller.account ? denialError('secretsmanager', KMS_REFUSED) : null;

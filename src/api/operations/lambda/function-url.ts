// URLs of functions: their addresses, how they are shown, and the keys that requests about them have.
import type { Caller } from '../../../account/caller.ts';
import type { FunctionUrl } from '../../../account/resources.ts';
import type { World } from '../../../account/world.ts';
import type { ActionName, Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import {
  askedPlace,
  existingFunction,
  functionArn,
  functionAt,
  notFound,
  onFunction,
  type FoundFunction,
  type OnFunction,
} from './function.ts';

export const AUTH_TYPE = {
  type: 'text',
  event: 'authType',
  required: true,
  oneOf: ['NONE', 'AWS_IAM'],
} as const;

/** URLs are of functions and of aliases, never of versions. */
export const URL_QUALIFIER = {
  type: 'text',
  event: 'qualifier',
  required: false,
  min: 1,
  max: 128,
  pattern: '((?!^\\d+$)^[0-9a-zA-Z-_]+$)',
} as const;

export const isAuthType = (text: string): text is FunctionUrl['auth'] =>
  text === 'NONE' || text === 'AWS_IAM';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export const newUrlId = ({ randomBytes }: Env): string =>
  randomBytes(32)
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');

export interface ShownUrl {
  readonly FunctionUrl: string;
  readonly FunctionArn: Arn;
  readonly AuthType: string;
  readonly CreationTime: Instant;
  readonly LastModifiedTime: Instant;
  readonly InvokeMode: string;
}

export const shownUrl = ({ arn, place }: FoundFunction, url: FunctionUrl): ShownUrl => ({
  FunctionUrl: `https://${url.id}.lambda-url.${place.region}.on.aws/`,
  FunctionArn: arn,
  AuthType: url.auth,
  CreationTime: url.created,
  LastModifiedTime: url.modified,
  InvokeMode: 'BUFFERED',
});

/** The function with its URL. */
export function existingUrl(
  scene: Scene,
  asked: OnFunction,
): Result<{ readonly found: FoundFunction; readonly url: FunctionUrl }, AwsError> {
  const found = existingFunction(scene, asked);
  if (!found.ok) return found;
  const { url } = found.value.lambda;
  return url ? ok({ found: found.value, url }) : err(notFound('The resource you requested does not exist.'));
}

/**
 * @param type The type that is asked for; null: the one that the URL has, where there is one.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function onUrl(
  action: ActionName,
  type: string | null,
  world: World,
  caller: Caller,
  input: OnFunction,
  env: Env,
): readonly AuthorizationRequest[] {
  const place = askedPlace(input, caller, env);
  const auth = type ?? functionAt(world, place)?.lambda.url?.auth;
  const context = {
    'lambda:FunctionArn': functionArn(place),
    ...(auth !== undefined && { 'lambda:FunctionUrlAuthType': auth }),
  };
  return onFunction(action, context)(world, caller, input, env);
}

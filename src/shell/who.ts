// `sandbox whoami`: who signs, with which credentials, and for how long.
import { expiryOf, type SigningCaller } from '../account/caller.ts';
import { principalOf } from '../account/principal.ts';
import { failureText } from '../api/command-line/failure.ts';
import { NO_GLOBALS } from '../api/command-line/globals.ts';
import { epochMillis, hasPassed, type Instant } from '../aws/instant.ts';
import { failing, printing, type Run } from './run.ts';
import type { Host } from './host.ts';
import { signerOf } from './signer.ts';

export function* whoText(shell: Host, environment: ReadonlyMap<string, string>): Run {
  const signer = yield* signerOf(shell, NO_GLOBALS, environment);
  if (!signer.ok) {
    const { error } = signer;
    if (error.kind === 'failure' && error.failure.code === 'NoCredentials')
      return yield* printing('Nobody: nobody is signed in, and no credentials are configured.\n');
    return yield* error.kind === 'failure'
      ? failing(failureText(error.failure), error.failure.exit)
      : failing(`${error.error.code}: ${error.error.message}`, 254);
  }
  const { caller, region } = signer.value;
  if (caller.kind === 'anonymous') return yield* printing('Nobody: requests are not signed.\n');
  const { around } = shell;
  const principal = principalOf(around.world(), caller);
  const rows: readonly (readonly [string, string])[] = [
    ['identity', principal && 'arn' in principal ? principal.arn : 'no longer known to AWS'],
    ['account', caller.account],
    ['credentials', `${KINDS[caller.credentials.kind]} ${caller.credentials.accessKeyId}`],
    ['session', lasting(caller, around.now())],
    ['region', region ?? 'none'],
  ];
  return yield* printing(rows.map(([name, value]) => `${name.padEnd(13)}${value}\n`).join(''));
}

const KINDS: Readonly<Record<SigningCaller['credentials']['kind'], string>> = {
  accessKey: 'access key',
  console: 'console session',
  sessionToken: 'session of GetSessionToken',
  role: 'role session',
  federation: 'session of GetFederationToken',
  assumeRoot: 'session of AssumeRoot',
};

function lasting(caller: SigningCaller, now: Instant): string {
  const expires = expiryOf(caller);
  if (expires === null) return 'does not end';
  if (hasPassed(expires, now)) return `ended at ${expires}`;
  const minutes = Math.ceil((epochMillis(expires) - epochMillis(now)) / 60_000);
  const hours = Math.floor(minutes / 60);
  return `ends in ${hours > 0 ? `${hours} h ` : ''}${minutes % 60} min, at ${expires}`;
}

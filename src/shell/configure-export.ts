// `aws configure export-credentials`: the credentials that commands sign with, for other programs.
import type { CliFailure } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { lineOf } from '../api/command-line/output/failure.ts';
import { credentialValues, type Found } from './credential-values.ts';
import { failed } from './failed.ts';
import type { Host } from './host.ts';
import { printing, type Run } from './run.ts';
import type { Unsigned } from './signer.ts';

/** How one variable is set. */
const LINES = {
  env: (name: string, value: string) => `export ${name}=${value}`,
  'env-no-export': (name: string, value: string) => `${name}=${value}`,
  powershell: (name: string, value: string) => `$Env:${name}="${value}"`,
  'windows-cmd': (name: string, value: string) => `set ${name}=${value}`,
  fish: (name: string, value: string) => `set -gx ${name} "${value}"`,
} as const;

export const EXPORT_FORMATS: readonly string[] = ['process', ...Object.keys(LINES)];

/**
 * @param format One of those above.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
 */
export function* exportCredentials(
  shell: Host,
  format: string,
  globals: Globals,
  own: ReadonlyMap<string, string>,
): Run {
  const found = yield* credentialValues(shell, globals, own);
  if (!found.ok) return yield* failed(unable(found.error), globals);
  const { values, expires } = found.value;
  const fields: readonly (readonly [string, string, string | null])[] = [
    ['AWS_ACCESS_KEY_ID', 'AccessKeyId', values.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', 'SecretAccessKey', values.secretAccessKey],
    ['AWS_SESSION_TOKEN', 'SessionToken', values.sessionToken ?? null],
    ['AWS_CREDENTIAL_EXPIRATION', 'Expiration', expires === null ? null : offsetForm(expires)],
  ];
  const given = fields.flatMap(([variable, name, value]) =>
    value === null ? [] : [{ variable, name, value }],
  );
  const line = Object.entries(LINES).find(([name]) => name === format)?.[1];
  return yield* printing(
    line
      ? given.map(({ variable, value }) => `${line(variable, value)}\n`).join('')
      : `${JSON.stringify({ Version: 1, ...Object.fromEntries(given.map(({ name, value }) => [name, value])) }, null, 2)}\n`,
  );
}

/** As Python writes a time. */
const offsetForm = (instant: NonNullable<Found['expires']>): string => instant.replace(/Z$/, '+00:00');

function unable(error: Unsigned): CliFailure {
  const why =
    error.kind === 'failure'
      ? error.failure.code === 'NoCredentials'
        ? 'no credentials found'
        : error.failure.message
      : error.kind === 'refused'
        ? lineOf(error.operation, error.error)
        : error.error.message;
  return { message: `Unable to retrieve credentials: ${why}`, exit: 253, code: 'Configuration', usage: null };
}

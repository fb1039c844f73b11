// Globals: the options that every command of the AWS CLI takes.
import { err, ok, type Result } from '../../aws/result.ts';
import { ERROR_FORMATS, type ErrorFormat } from './error-format.ts';
import { wrongUsage, type CliFailure } from './failure.ts';
import type { Arity } from './options.ts';
import { OUTPUT_FORMATS, type OutputFormat } from './output/printed.ts';

interface GlobalOption {
  readonly value: boolean;
  readonly choices?: readonly string[];
  readonly help: string;
}

/** @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html */
export const GLOBAL_OPTIONS: Readonly<Record<string, GlobalOption>> = {
  debug: { value: false, help: 'Turn on debug logging. Here it changes nothing.' },
  'endpoint-url': {
    value: true,
    help: 'Another address for the service. Nothing of AWS is at any other here.',
  },
  'no-verify-ssl': { value: false, help: 'Do not verify certificates. There are none here.' },
  'no-paginate': { value: false, help: 'Make one call only, and print its page as it is.' },
  output: { value: true, choices: OUTPUT_FORMATS, help: 'The format of what is printed.' },
  query: { value: true, help: 'A JMESPath expression that picks from the answer.' },
  profile: { value: true, help: 'The profile whose credentials and settings are used.' },
  region: { value: true, help: 'The Region that the request is sent to.' },
  version: { value: false, help: 'The version of the CLI whose grammar this is.' },
  color: { value: true, choices: ['on', 'off', 'auto'], help: 'Colour in tables. Here they have none.' },
  'no-sign-request': { value: false, help: 'Send the request unsigned, as nobody.' },
  'ca-bundle': { value: true, help: 'Certificates to verify with. There are none here.' },
  'cli-read-timeout': { value: true, help: 'How long to wait for an answer. It is there at once.' },
  'cli-connect-timeout': { value: true, help: 'How long to wait for a connection. There is none.' },
  'cli-binary-format': {
    value: true,
    choices: ['base64', 'raw-in-base64-out'],
    help: 'How values of bytes stand on the command line.',
  },
  'no-cli-pager': { value: false, help: 'Do not use a pager. There is none here.' },
  'cli-auto-prompt': { value: false, help: 'Ask for what is missing. Completion with Tab does that here.' },
  'no-cli-auto-prompt': { value: false, help: 'Do not ask for what is missing.' },
  'cli-error-format': { value: true, choices: ERROR_FORMATS, help: 'The format of errors.' },
};

/** Those that were given. */
export interface Globals {
  readonly profile: string | null;
  readonly region: string | null;
  readonly endpoint: string | null;
  readonly output: OutputFormat | null;
  readonly query: string | null;
  readonly errorFormat: ErrorFormat | null;
  readonly paginate: boolean;
  readonly sign: boolean;
  readonly version: boolean;
  /** Values of bytes are plain text on the command line, not base64. */
  readonly rawBinary: boolean;
}

/** @param given Values by option; true for those that take none. */
export function readGlobals(given: ReadonlyMap<string, string | true>): Result<Globals, CliFailure> {
  for (const [name, value] of given) {
    const choices = GLOBAL_OPTIONS[name]?.choices;
    if (choices && value !== true && !choices.includes(value)) return err(wrongChoice(name, value, choices));
  }
  const text = (name: string): string | null => {
    const value = given.get(name);
    return typeof value === 'string' ? value : null;
  };
  return ok({
    profile: text('profile'),
    region: text('region'),
    endpoint: text('endpoint-url'),
    output: OUTPUT_FORMATS.find((format) => format === text('output')) ?? null,
    query: text('query'),
    errorFormat: ERROR_FORMATS.find((format) => format === text('cli-error-format')) ?? null,
    paginate: !given.has('no-paginate'),
    sign: !given.has('no-sign-request'),
    version: given.has('version'),
    rawBinary: text('cli-binary-format') === 'raw-in-base64-out',
  });
}

/** A value that is none of those that an option takes. */
export const wrongChoice = (name: string, value: string, choices: readonly string[]): CliFailure =>
  wrongUsage(
    `argument --${name}: Invalid choice, valid choices are:\n\n${columns(choices)}\n\nInvalid choice: '${value}'`,
  );

/** Choices two in a row, as the CLI lists them. */
export function columns(words: readonly string[]): string {
  const rows: string[] = [];
  for (let at = 0; at < words.length; at += 2)
    rows.push(`${(words[at] ?? '').padEnd(40)} | ${(words[at + 1] ?? '').padEnd(40)}`.trimEnd());
  return rows.join('\n');
}

/** Where none was given. */
export const NO_GLOBALS: Globals = {
  profile: null,
  region: null,
  endpoint: null,
  output: null,
  query: null,
  errorFormat: null,
  paginate: true,
  sign: true,
  version: false,
  rawBinary: false,
};

/** How many words a global option takes; null for what is none. */
export const globalArity = (name: string): Arity | null => {
  const option = Object.hasOwn(GLOBAL_OPTIONS, name) ? GLOBAL_OPTIONS[name] : undefined;
  return option === undefined ? null : option.value ? 'one' : 'none';
};

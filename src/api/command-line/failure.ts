// CliFailure: a command line that never became a request, told as the AWS CLI tells it.
import { didYouMean } from './did-you-mean.ts';
import type { ErrorFormat } from './error-format.ts';
import { structuredError } from './output/failure.ts';

/** What the structured error formats of the CLI call it; null: those formats leave it as it is. */
export type FailureCode = 'ParamValidation' | 'Configuration' | 'NoRegion' | 'NoCredentials';

export interface CliFailure {
  /** One or more lines, without the name of the program. */
  readonly message: string;
  /** 252 for a command line that is wrong, 253 for missing configuration or credentials, 255 for the rest. */
  readonly exit: 252 | 253 | 255;
  readonly code: FailureCode | null;
  /** Where the reminder of how commands are built stands. */
  readonly usage: 'before' | 'after' | null;
}

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** A value that does not fit what the command takes. */
export const wrongValue = (message: string): CliFailure => ({
  message,
  exit: 252,
  code: 'ParamValidation',
  usage: null,
});

/** The value of an option that cannot be read. */
export const wrongOption = (option: string, message: string): CliFailure =>
  wrongValue(`Error parsing parameter '--${option}': ${message}`);

/** Something is missing or in the wrong place; the message comes first. */
export const wrongUsage = (message: string): CliFailure => ({
  message,
  exit: 252,
  code: null,
  usage: 'after',
});

/** @param known Names without dashes: the CLI itself offers none of them here. */
export const unknownOptions = (words: readonly string[], known: readonly string[] = []): CliFailure => ({
  message: `Unknown options: ${words.join(', ')}${offered(words, known)}`,
  exit: 252,
  code: null,
  usage: 'before',
});

/** What may have been meant by the first option that is unknown; empty where nothing comes close. */
function offered(words: readonly string[], known: readonly string[]): string {
  const [name = ''] = words.find((word) => word.startsWith('--'))?.split('=') ?? [];
  return didYouMean(
    name,
    known.map((one) => `--${one}`),
  );
}

/**
 * What is missing may be there and misspelt: that is said here, and not by the CLI.
 * @param unknown Words that are no option of the command.
 */
export function missingOptions(
  missing: readonly string[],
  unknown: readonly string[] = [],
  known: readonly string[] = [],
): CliFailure {
  const close = offered(unknown, known);
  return wrongUsage(
    `the following arguments are required: ${missing.join(', ')}${close === '' ? '' : `\n\nUnknown options: ${unknown.join(', ')}${close}`}`,
  );
}

/** @param names Parameters that AWS takes, as they were given. */
export const notSimulated = (names: readonly string[]): CliFailure =>
  otherFailure(
    names.length === 1
      ? `${names.join()} is a parameter of AWS that Rolecall does not simulate.`
      : `${names.join(', ')} are parameters of AWS that Rolecall does not simulate.`,
  );

/** Whatever the CLI has no exit code of its own for. */
export const otherFailure = (message: string, code: FailureCode | null = null): CliFailure => ({
  message,
  exit: code === 'NoRegion' || code === 'NoCredentials' ? 253 : 255,
  code,
  usage: null,
});

/** The whole of standard error, its last line ended. */
export function failureText({ message, usage, code }: CliFailure, format: ErrorFormat | null = null): string {
  if (code !== null && format !== null && format !== 'enhanced' && format !== 'legacy')
    return structuredError({ Code: code, Message: message }, format);
  const line = `aws: [ERROR]: ${message}\n`;
  switch (usage) {
    case 'before':
      return `\n${USAGE}\n${line}`;
    case 'after':
      return `\n${line}\n${USAGE}`;
    case null:
      return `\n${line}`;
  }
}

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
export function unknownOptions(words: readonly string[], known: readonly string[] = []): CliFailure {
  const [option] = words.filter((word) => word.startsWith('--'));
  const [name = ''] = option?.split('=') ?? [];
  const offered =
    option === undefined
      ? ''
      : didYouMean(
          name,
          known.map((one) => `--${one}`),
        );
  return {
    message: `Unknown options: ${words.join(', ')}${offered}`,
    exit: 252,
    code: null,
    usage: 'before',
  };
}

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

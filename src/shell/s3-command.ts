// S3Command: what a command of `aws s3` works with.
import { failureText } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import type { Host } from './host.ts';
import type { Requester } from './requester.ts';
import { failing, type Run } from './run.ts';

export interface S3Command {
  readonly shell: Host;
  readonly aws: Requester;
  readonly paths: readonly string[];
  readonly has: (flag: string) => boolean;
  readonly value: (option: string) => string | null;
  /** Whether `--exclude` and `--include` leave something of that name in. */
  readonly wanted: (name: string) => boolean;
  readonly globals: Globals;
  /** What is piped in, as base64. */
  readonly input: string | null;
}

export interface S3Address {
  readonly bucket: string;
  /** Empty: the bucket itself. */
  readonly key: string;
}

/** Null for what is the path of a file. */
export function s3Address(text: string): S3Address | null {
  const found = /^s3:\/\/([^/]*)\/?(.*)$/s.exec(text);
  return found ? { bucket: found[1] ?? '', key: found[2] ?? '' } : null;
}

/** A path that is no address of S3 where one is wanted. */
export const notS3 = (usage: string): Run =>
  failing(
    failureText({
      message: `usage: ${usage}\nError: Invalid argument type`,
      exit: 252,
      code: 'ParamValidation',
      usage: null,
    }),
    252,
  );

// Completion behind `aws s3`: buckets, then what is in one, a level of its keys at a time.
import { findBucket } from '../account/find.ts';
import { EMPTY, recordOf } from '../account/table.ts';
import { accountIn, type GivenOptions } from './complete-values.ts';
import { shortPath } from './files.ts';
import type { Host } from './host.ts';
import { s3Address } from './s3-command.ts';
import { S3_COMMANDS } from './s3-commands.ts';

interface Around {
  readonly given: GivenOptions;
  /** Options that every command takes. */
  readonly globals: readonly string[];
  readonly shell: Host;
}

export function completeS3(
  name: string | undefined,
  rest: readonly string[],
  word: string,
  { given, globals, shell }: Around,
): readonly string[] {
  if (name === undefined) return [...Object.keys(S3_COMMANDS), 'help'];
  const declared = Object.hasOwn(S3_COMMANDS, name) ? S3_COMMANDS[name] : undefined;
  if (!declared) return [];
  if (word.startsWith('-'))
    return [
      ...Object.keys(declared.options)
        .filter((option) => !given.has(option))
        .map((option) => `--${option}`),
      ...globals,
    ];
  const option = declared.options[rest.at(-1)?.replace(/^--/, '') ?? ''];
  if (rest.at(-1)?.startsWith('--') && option?.oneOf) return option.oneOf;
  if (rest.at(-1)?.startsWith('--') && option?.arity === 'one') return [];
  const files = declared.paths.length === 2 ? shell.paths.map(shortPath) : [];
  return [...addresses(word, given, shell), ...files, ...(rest.length === 0 ? ['help'] : [])];
}

function addresses(word: string, given: GivenOptions, shell: Host): readonly string[] {
  const account = accountIn(shell, given.get('profile') ?? null);
  if (account === null) return [];
  const world = shell.around.world();
  const address = s3Address(word);
  if (!address || !word.slice(5).includes('/'))
    return Object.keys(recordOf(world.accounts[account]?.buckets ?? EMPTY)).map((name) => `s3://${name}/`);
  const { bucket, key } = address;
  const level = key.slice(0, key.lastIndexOf('/') + 1);
  const keys = Object.keys(recordOf(findBucket(world, bucket)?.bucket.objects ?? EMPTY));
  return keys
    .filter((one) => one.startsWith(level))
    .map((one) => {
      const end = one.indexOf('/', level.length);
      return `s3://${bucket}/${end < 0 ? one : one.slice(0, end + 1)}`;
    });
}

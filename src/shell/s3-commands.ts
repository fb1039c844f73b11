// The commands of `aws s3`, declared: what each takes, what it does, and what help says of it.
import { columns, globalLines, page, section } from '../api/command-line/help-page.ts';
import type { Arity } from '../api/command-line/options.ts';
import type { Run } from './run.ts';
import { makeBucket, removeBucket } from './s3-buckets.ts';
import type { S3Command } from './s3-command.ts';
import { list } from './s3-list.ts';
import { remove } from './s3-remove.ts';
import { sync } from './s3-sync.ts';
import { transfer } from './s3-transfer.ts';

interface Option {
  readonly arity: Arity;
  readonly help: string;
  /** The values there are. */
  readonly oneOf?: readonly string[];
}

export interface Declared {
  /** As the CLI calls them: one word for each path. */
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly run: (command: S3Command) => Run;
  /** Its first sentence stands in the list of commands. */
  readonly help: string;
  readonly examples: readonly string[];
}

const flag = (help: string): Option => ({ arity: 'none', help });
const value = (help: string, oneOf?: readonly string[]): Option => ({
  arity: 'one',
  help,
  ...(oneOf && { oneOf }),
});

const QUIET = {
  dryrun: flag('Say what would be done, and do nothing.'),
  quiet: flag('Print nothing of what is done.'),
  'only-show-errors': flag('Print errors and nothing else.'),
  'no-progress': flag('Show no progress. Here there is none.'),
} as const;

const FILTERS = {
  exclude: value(
    'Leave out names that fit the pattern, such as "*.tmp"; the last pattern that fits decides.',
  ),
  include: value('Take names that fit, behind an exclude.'),
} as const;

const RECURSIVE = { recursive: flag('Everything below the directory or prefix.') } as const;

const ACLS = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
  'log-delivery-write',
];

const WRITING = {
  acl: value('The canned ACL of what is written.', ACLS),
  sse: { arity: 'optional', help: 'Encryption; AES256 if nothing is said.', oneOf: ['AES256', 'aws:kms'] },
  'sse-kms-key-id': value('The key of KMS to encrypt with.'),
  'content-type': value('The media type, in place of the one that the name suggests.'),
} as const;

const FROM_TO = ['FROM', 'TO'];

export const S3_COMMANDS: Readonly<Record<string, Declared>> = {
  ls: {
    paths: ['[s3://BUCKET[/PREFIX]]'],
    options: {
      ...RECURSIVE,
      'human-readable': flag('Sizes as 1.2 KiB.'),
      summarize: flag('How many, and how much in all.'),
    },
    run: list,
    help: 'Lists buckets, or what is in one.',
    examples: ['aws s3 ls', 'aws s3 ls s3://maple-catalog --recursive'],
  },
  cp: {
    paths: FROM_TO,
    options: { ...QUIET, ...RECURSIVE, ...FILTERS, ...WRITING },
    run: (command) => transfer(command, 'copy'),
    help: 'Copies a file or an object; one of the two is in S3.',
    examples: [
      'aws s3 cp notes.txt s3://maple-drafts/',
      'aws s3 cp s3://maple-drafts/notes.txt -',
      'aws s3 cp . s3://maple-drafts --recursive --exclude "*" --include "*.txt"',
    ],
  },
  mv: {
    paths: FROM_TO,
    options: { ...QUIET, ...RECURSIVE, ...FILTERS, ...WRITING },
    run: (command) => transfer(command, 'move'),
    help: 'Copies, and deletes what was copied where it was.',
    examples: ['aws s3 mv s3://maple-drafts/a.txt s3://maple-drafts/old/a.txt'],
  },
  rm: {
    paths: ['s3://BUCKET/KEY'],
    options: { ...QUIET, ...RECURSIVE, ...FILTERS },
    run: remove,
    help: 'Deletes an object.',
    examples: ['aws s3 rm s3://maple-drafts/notes.txt', 'aws s3 rm s3://maple-drafts/old/ --recursive'],
  },
  sync: {
    paths: FROM_TO,
    options: {
      ...QUIET,
      ...FILTERS,
      ...WRITING,
      delete: flag('Delete what is only where it is copied to.'),
      'size-only': flag('Only another size counts as a change.'),
    },
    run: sync,
    help: 'Copies what is new or changed below a directory or prefix. Files here have no time: where one is compared with an object, another size or content counts as newer.',
    examples: ['aws s3 sync drafts s3://maple-drafts', 'aws s3 sync s3://maple-drafts drafts --delete'],
  },
  mb: {
    paths: ['s3://BUCKET'],
    options: {},
    run: makeBucket,
    help: 'Makes a bucket.',
    examples: ['aws s3 mb s3://maple-notes --region eu-central-1'],
  },
  rb: {
    paths: ['s3://BUCKET'],
    options: { force: flag('Delete the objects in it first.') },
    run: removeBucket,
    help: 'Removes a bucket that is empty.',
    examples: ['aws s3 rb s3://maple-notes --force'],
  },
};

/** `aws s3 help` */
export const s3Help = (): string =>
  page([
    section('NAME', ['s3 - Amazon S3, high-level commands']),
    section('DESCRIPTION', [
      'Buckets and objects as if they were directories and files. FROM and TO are s3://BUCKET/KEY or the path of a file; - is standard input or output. aws s3 <command> help says more.',
    ]),
    section('SYNOPSIS', ['aws s3 <command> [parameters]']),
    section(
      'AVAILABLE COMMANDS',
      columns(
        Object.entries(S3_COMMANDS).map(([name, { help }]) => [`o ${name}`, help.replace(/\..*/s, '.')]),
      ),
    ),
  ]);

/** `aws s3 cp help` */
export const s3CommandHelp = (name: string, { paths, options, help, examples }: Declared): string =>
  page([
    section('NAME', [`${name} - a command of Amazon S3`]),
    section('DESCRIPTION', [help]),
    section('SYNOPSIS', [
      `aws s3 ${name} ${paths.join(' ')}`,
      ...Object.entries(options).map(([option, { arity }]) => `   [--${option}${VALUES[arity]}]`),
    ]),
    section(examples.length === 1 ? 'EXAMPLE' : 'EXAMPLES', examples),
    section('OPTIONS', optionLines(options)),
    section('GLOBAL OPTIONS', globalLines()),
  ]);

const optionLines = (options: Declared['options']): string[] => {
  const rows = Object.entries(options).map(([option, { arity, help, oneOf }]): [string, string] => [
    `--${option}${VALUES[arity]}`,
    oneOf ? `${help} One of: ${oneOf.join(', ')}.` : help,
  ]);
  return rows.length === 0 ? ['This command takes none of its own.'] : columns(rows);
};

const VALUES: Readonly<Record<Arity, string>> = {
  none: '',
  optional: ' [<value>]',
  one: ' <value>',
  many: ' <value> ...',
};

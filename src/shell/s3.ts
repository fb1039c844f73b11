// `aws s3`: buckets and objects as if they were directories and files.
import { unknownOptions, wrongUsage } from '../api/command-line/failure.ts';
import { globalArity, readGlobals } from '../api/command-line/globals.ts';
import { sortWords, type Arity } from '../api/command-line/options.ts';
import type { Intent } from '../api/command-line/intent.ts';
import { invalidChoice } from '../api/command-line/parse-command.ts';
import { failed } from './failed.ts';
import type { Invocation } from './builtin.ts';
import { requesterOf } from './requester.ts';
import { printing, problem, type Run } from './run.ts';
import type { S3Command } from './s3-command.ts';
import { makeBucket, removeBucket } from './s3-buckets.ts';
import { list } from './s3-list.ts';
import { transfer, remove } from './s3-transfer.ts';
import type { Host } from './host.ts';

type HighLevelIntent = Extract<Intent, { kind: 'highLevel' }>;

interface Declared {
  readonly paths: number;
  readonly options: Readonly<Record<string, Arity>>;
  readonly run: (command: S3Command) => Run;
}

const QUIET = { quiet: 'none', dryrun: 'none', 'only-show-errors': 'none', 'no-progress': 'none' } as const;
const WRITING = {
  recursive: 'none',
  acl: 'one',
  sse: 'optional',
  'sse-kms-key-id': 'one',
  'content-type': 'one',
} as const;

const COMMANDS: Readonly<Record<string, Declared>> = {
  ls: { paths: 1, options: { recursive: 'none', 'human-readable': 'none', summarize: 'none' }, run: list },
  cp: { paths: 2, options: { ...QUIET, ...WRITING }, run: (command) => transfer(command, 'copy') },
  mv: { paths: 2, options: { ...QUIET, ...WRITING }, run: (command) => transfer(command, 'move') },
  rm: { paths: 1, options: { ...QUIET, recursive: 'none' }, run: remove },
  mb: { paths: 1, options: {}, run: makeBucket },
  rb: { paths: 1, options: { force: 'none' }, run: removeBucket },
};

const HELP = `aws s3 ls [s3://BUCKET[/PREFIX]] [--recursive] [--human-readable] [--summarize]
aws s3 cp FROM TO [--recursive] [--acl ACL] [--sse [ALGORITHM]]
                  [--sse-kms-key-id KEY] [--content-type TYPE]
aws s3 mv FROM TO [--recursive]
aws s3 rm s3://BUCKET/KEY [--recursive]
aws s3 mb s3://BUCKET
aws s3 rb s3://BUCKET [--force]

FROM and TO are s3://BUCKET/KEY or the path of a file; - is standard input or
output.
Also taken: --quiet, --dryrun, --only-show-errors.
`;

export function s3Command(
  shell: Host,
  { words: [name, ...words], before }: HighLevelIntent,
  { environment, input }: Invocation,
): Run {
  if (name === undefined) return failed(wrongUsage('the following arguments are required: subcommand'));
  if (name === 'help' || words.includes('help')) return printing(HELP);
  const declared = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!declared) return failed(invalidChoice('subcommand', name, [...Object.keys(COMMANDS), 'help']));
  const sorted = sortWords(
    words,
    (option) => declared.options[option] ?? globalArity(option),
    declared.paths,
  );
  if (!sorted.ok) return failed(sorted.error);
  const { options, positionals, unknown } = sorted.value;
  if (unknown.length > 0) return failed(unknownOptions(unknown, Object.keys(declared.options)));
  const given = [...options].map(([option, [value]]): [string, string | true] => [option, value ?? true]);
  const globals = readGlobals(new Map([...before, ...given]));
  if (!globals.ok) return failed(globals.error);
  if (positionals.length < declared.paths && name !== 'ls')
    return failed(
      wrongUsage(`the following arguments are required: ${declared.paths === 2 ? 'paths' : 'path'}`),
    );
  return running(shell, declared, environment, {
    paths: positionals,
    has: (flag) => options.has(flag),
    value: (option) => options.get(option)?.[0] ?? null,
    globals: globals.value,
    input,
  });
}

function* running(
  shell: Host,
  { run }: Declared,
  environment: ReadonlyMap<string, string>,
  command: Omit<S3Command, 'shell' | 'aws'>,
): Run {
  const aws = yield* requesterOf(shell, command.globals, environment, 's3');
  if (!aws.ok) {
    yield problem(aws.error.text);
    return aws.error.status;
  }
  return yield* run({ ...command, shell, aws: aws.value });
}

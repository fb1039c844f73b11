// `aws s3`: buckets and objects as if they were directories and files.
import {
  missingOptions,
  notSimulated,
  otherFailure,
  unknownOptions,
  wrongUsage,
} from '../api/command-line/failure.ts';
import { globalArity, readGlobals, wrongChoice } from '../api/command-line/globals.ts';
import { sortWords, type Arity } from '../api/command-line/options.ts';
import type { Intent } from '../api/command-line/intent.ts';
import { invalidChoice } from '../api/command-line/parse-command.ts';
import { unsimulatedCommand } from '../api/command-line/unsimulated-commands.ts';
import { isUnsimulated } from '../api/command-line/unsimulated-options.ts';
import { failed } from './failed.ts';
import type { Invocation } from './builtin.ts';
import { requesterOf } from './requester.ts';
import { printing, problem, type Run } from './run.ts';
import type { S3Command } from './s3-command.ts';
import { S3_COMMANDS, s3CommandHelp, s3Help, type Declared } from './s3-commands.ts';
import { nameFilter } from './s3-filter.ts';
import type { Host } from './host.ts';

type HighLevelIntent = Extract<Intent, { kind: 'highLevel' }>;

export function s3Command(shell: Host, intent: HighLevelIntent, invocation: Invocation): Run {
  const [name, ...words] = intent.words;
  if (name === undefined) return failed(wrongUsage('the following arguments are required: subcommand'));
  if (name === 'help') return printing(s3Help());
  const declared = Object.hasOwn(S3_COMMANDS, name) ? S3_COMMANDS[name] : undefined;
  if (!declared) return unknownCommand(name);
  if (words.includes('help')) return printing(s3CommandHelp(name, declared));
  const known = (option: string): Arity | null =>
    (Object.hasOwn(declared.options, option) ? declared.options[option]?.arity : null) ?? globalArity(option);
  const unsimulated = (option: string): boolean => isUnsimulated('s3', name, option);
  const sorted = sortWords(
    words,
    (option) => known(option) ?? (unsimulated(option) ? 'many' : null),
    declared.paths.length,
  );
  if (!sorted.ok) return failed(sorted.error);
  const { options, positionals, unknown } = sorted.value;
  const strange = [...options.keys()].filter((option) => known(option) === null);
  if (strange.length > 0) return failed(notSimulated(strange.map((option) => `--${option}`)));
  const own = Object.keys(declared.options);
  if (positionals.length < declared.paths.length && name !== 'ls')
    return failed(missingOptions([declared.paths.length === 2 ? 'paths' : 'path'], unknown, own));
  if (unknown.length > 0) return failed(unknownOptions(unknown, own));
  for (const [option, [value]] of options) {
    const choices = declared.options[option]?.oneOf;
    if (choices && value !== undefined && !choices.includes(value))
      return failed(wrongChoice(option, value, choices));
  }
  const given = [...options].map(([option, [value]]): [string, string | true] => [option, value ?? true]);
  const globals = readGlobals(new Map([...intent.before, ...given]));
  if (!globals.ok) return failed(globals.error);
  return running(shell, declared, invocation.environment, {
    paths: positionals,
    has: (flag) => options.has(flag),
    value: (option) => options.get(option)?.[0] ?? null,
    wanted: nameFilter(words),
    globals: globals.value,
    input: invocation.input,
  });
}

function unknownCommand(name: string): Run {
  const known = unsimulatedCommand('s3', name, null);
  return failed(
    known === null
      ? invalidChoice('subcommand', name, [...Object.keys(S3_COMMANDS), 'help'])
      : otherFailure(known),
  );
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

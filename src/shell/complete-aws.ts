// Completion behind `aws`: services, commands, options and their values.
import {
  commandNames,
  findCommand,
  serviceNames,
  type Argument,
  type Command,
} from '../api/command-line/arguments.ts';
import { GLOBAL_OPTIONS } from '../api/command-line/globals.ts';
import { HIGH_LEVEL } from '../api/command-line/intent.ts';
import { paginatorOf } from '../api/command-line/output/paginators.ts';
import { takesMany } from '../api/command-line/value.ts';
import { findWaiter, waiterNames } from '../api/command-line/waiters.ts';
import { completeS3 } from './complete-s3.ts';
import {
  argumentValues,
  filesAs,
  globalValues,
  settingChoices,
  type GivenOptions,
} from './complete-values.ts';
import { CONFIGURE_COMMANDS, configureOptions } from './configure.ts';
import { EXPORT_FORMATS } from './configure-export.ts';
import type { Host } from './host.ts';
import { S3_COMMANDS } from './s3-commands.ts';

/** @param words Those behind `aws` and before the one that is completed. */
export function completeAws(words: readonly string[], word: string, shell: Host): readonly string[] {
  // `--option=value` is two words in one.
  const [, option, value = ''] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
  if (option !== undefined)
    return completeAws([...words, option], value, shell).map((one) => `${option}=${one}`);
  const given = optionsIn(words);
  const last = words.at(-1) ?? '';
  const isGlobal = last.startsWith('--') && GLOBAL_OPTIONS[last.slice(2)]?.value === true;
  if (isGlobal && !word.startsWith('--')) return globalValues(last.slice(2), shell);
  const [service, name, ...rest] = withoutGlobals(words);
  const globals = globalOptions(given);
  if (word.startsWith('-') && name === undefined) return globals;
  if (service === undefined) return [...serviceNames(), ...HIGH_LEVEL, 'help'];
  if (service === 's3') return completeS3(name, rest, word, { given, globals, shell });
  if (service === 'configure') return configureWords([name, ...rest], word, globals, shell);
  if (name === undefined)
    return [...commandNames(service), 'help', ...(waiterNames(service).length > 0 ? ['wait'] : [])];
  if (name === 'wait') return waiterWords(service, rest, word, given, shell);
  const command = findCommand(service, name);
  return command ? commandWords(command, rest, word, given, shell) : [];
}

/** Options of the command that is typed, and of these the ones that have to be given. */
export interface OwnOptions {
  readonly own: readonly string[];
  readonly required: readonly string[];
}

/** @param words Those behind `aws` and before the one that is completed. */
export function ownOptions(words: readonly string[]): OwnOptions {
  const [service = '', name = '', waiter = ''] = withoutGlobals(words);
  if (service === 's3') {
    const options = Object.hasOwn(S3_COMMANDS, name) ? S3_COMMANDS[name]?.options : undefined;
    return { own: Object.keys(options ?? {}).map((one) => `--${one}`), required: [] };
  }
  const command = findCommand(service, name === 'wait' ? (findWaiter(service, waiter)?.command ?? '') : name);
  const options = command?.arguments.filter(({ positional }) => !positional) ?? [];
  return {
    own: options.flatMap(optionNames),
    required: options.filter(({ required }) => required).map((one) => `--${one.name}`),
  };
}

function waiterWords(
  service: string,
  [waiter, ...rest]: readonly string[],
  word: string,
  given: GivenOptions,
  shell: Host,
): readonly string[] {
  if (waiter === undefined) return waiterNames(service);
  const command = findCommand(service, findWaiter(service, waiter)?.command ?? '');
  return command ? commandWords(command, rest, word, given, shell) : [];
}

function commandWords(
  command: Command,
  rest: readonly string[],
  word: string,
  given: GivenOptions,
  shell: Host,
): readonly string[] {
  if (word.startsWith('-')) {
    const own = command.arguments.filter(({ positional }) => !positional).flatMap(optionNames);
    const paging = paginatorOf(command.operation) ? ['--max-items', '--page-size', '--starting-token'] : [];
    return [...own, ...paging, ...Object.keys(INPUT), ...globalOptions(given)].filter(
      (option) => !given.has(option.slice(2)),
    );
  }
  const option = rest.findLast((one) => one.startsWith('--'))?.slice(2);
  if (option !== undefined && Object.hasOwn(INPUT, `--${option}`)) {
    const choices = INPUT[`--${option}`] ?? [];
    return choices.length > 0 ? choices : filesAs('file://', shell);
  }
  const argument = command.arguments.find((one) => one.name === option);
  if (!argument) return rest.length === 0 ? ['help'] : [];
  // What takes one word has it by now.
  if (!takesMany(argument.shape) && rest.at(-1) !== `--${argument.name}`) return [];
  return argumentValues(argument, word, command.service, given, shell);
}

/** Options of every command, with the values that there are. */
const INPUT: Readonly<Record<string, readonly string[]>> = {
  '--cli-input-json': [],
  '--cli-input-yaml': [],
  '--generate-cli-skeleton': ['input', 'output', 'yaml-input'],
};

const optionNames = ({ name, shape }: Argument): string[] =>
  shape.type === 'boolean' ? [`--${name}`, `--no-${name}`] : [`--${name}`];

/** Those that are not there yet. */
const globalOptions = (given: GivenOptions): string[] =>
  Object.keys(GLOBAL_OPTIONS)
    .filter((name) => !given.has(name))
    .map((name) => `--${name}`);

/** Without dashes; empty for those without a value. */
function optionsIn(words: readonly string[]): GivenOptions {
  const given = new Map<string, string>();
  for (const [at, word] of words.entries()) {
    const [, name, inline] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const next = words[at + 1] ?? '';
    if (name !== undefined) given.set(name, inline ?? (next.startsWith('--') ? '' : next));
  }
  return given;
}

function withoutGlobals(words: readonly string[]): readonly string[] {
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [name = '', inline] = word.startsWith('--') ? word.slice(2).split('=') : [];
    const option = Object.hasOwn(GLOBAL_OPTIONS, name) ? GLOBAL_OPTIONS[name] : undefined;
    if (!option) plain.push(word);
    else if (option.value && inline === undefined) at++;
  }
  return plain;
}

/** What can be set, besides keys. */
const SETTING_NAMES = [
  'region',
  'output',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
  'role_arn',
  'source_profile',
  'credential_source',
  'mfa_serial',
  'external_id',
  'role_session_name',
  'duration_seconds',
];

function configureWords(
  [command, ...rest]: readonly (string | undefined)[],
  word: string,
  globals: readonly string[],
  shell: Host,
): readonly string[] {
  if (command === undefined) return CONFIGURE_COMMANDS;
  if (word.startsWith('-')) return [...configureOptions(command).map((one) => `--${one}`), ...globals];
  switch (rest.at(-1)) {
    case '--format':
      return EXPORT_FORMATS;
    case '--csv':
      return filesAs('file://', shell);
    case undefined:
      return command === 'get' || command === 'set' ? SETTING_NAMES : [];
    default:
      return command === 'set' && rest.length === 1 ? settingChoices(rest[0] ?? '', shell) : [];
  }
}

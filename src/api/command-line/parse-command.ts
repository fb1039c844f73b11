// parseCommand: from the words of an `aws` command line, in the grammar of version 2 of the AWS CLI, to what they ask for.
import type { Actions } from '../../aws/vocabulary.ts';
import { err, ok, type Result } from '../../aws/result.ts';
import { recogniseCommand } from '../recognised.ts';
import { commandNames, findCommand, serviceNames } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { otherFailure, unknownOptions, wrongUsage, type CliFailure } from './failure.ts';
import { GLOBAL_OPTIONS, readGlobals } from './globals.ts';
import { HIGH_LEVEL, type Intent } from './intent.ts';
import { parseCall } from './parse-call.ts';
import type { Files } from './paramfile.ts';
import { unsimulatedCommand } from './unsimulated-commands.ts';
import { findWaiter, waiterNames } from './waiters.ts';

export interface Grammar {
  readonly files: Files;
  /** By which operations of AWS that are not simulated are known; null while it is not loaded. */
  readonly actions: Actions | null;
}

/** @param words Those after `aws`. */
export function parseCommand(words: readonly string[], grammar: Grammar): Result<Intent, CliFailure> {
  const start = leading(words);
  if (!start.ok) return start;
  const { given, rest } = start.value;
  const globals = readGlobals(given);
  if (!globals.ok) return globals;
  if (globals.value.version) return ok({ kind: 'version' });
  const [service, ...after] = rest;
  if (service === undefined) return err(wrongUsage('the following arguments are required: command'));
  if (service === 'help') return ok({ kind: 'help', service: null, command: null });
  const highLevel = HIGH_LEVEL.find((name) => name === service);
  if (highLevel) return ok({ kind: 'highLevel', service: highLevel, words: after, before: given });
  if (!serviceNames().includes(service)) return err(unknownService(service, grammar));
  return inService(service, after, given, grammar);
}

interface Start {
  readonly given: ReadonlyMap<string, string | true>;
  readonly rest: readonly string[];
}

/** The global options before the first word that is none. */
function leading(words: readonly string[]): Result<Start, CliFailure> {
  const given = new Map<string, string | true>();
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) break;
    const [name = '', ...inline] = word.slice(2).split('=');
    const option = Object.hasOwn(GLOBAL_OPTIONS, name) ? GLOBAL_OPTIONS[name] : undefined;
    if (!option) return err(unknownOptions([word], Object.keys(GLOBAL_OPTIONS)));
    at++;
    if (!option.value) given.set(name, true);
    else if (inline.length > 0) given.set(name, inline.join('='));
    else {
      const value = words[at];
      if (value === undefined || value.startsWith('--'))
        return err(wrongUsage(`argument --${name}: expected one argument`));
      given.set(name, value);
      at++;
    }
  }
  return ok({ given, rest: words.slice(at) });
}

function inService(
  service: string,
  words: readonly string[],
  before: ReadonlyMap<string, string | true>,
  grammar: Grammar,
): Result<Intent, CliFailure> {
  // Global options may stand between service and command too.
  const start = leading(words);
  if (!start.ok) return start;
  const [name, ...rest] = start.value.rest;
  if (name === undefined) return err(wrongUsage('the following arguments are required: operation'));
  if (name === 'help') return ok({ kind: 'help', service, command: null });
  if (name === 'wait' && waiterNames(service).length > 0)
    return waiting(service, rest, new Map([...before, ...start.value.given]), grammar);
  const command = findCommand(service, name);
  if (!command) return err(unknownCommand(service, name, grammar));
  if (rest[0] === 'help') return ok({ kind: 'help', service, command: name });
  const given = new Map([...before, ...start.value.given]);
  return parseCall(command, rest, given, grammar.files);
}

/** `wait role-exists --role-name …`: the options are those of the call that is made. */
function waiting(
  service: string,
  [name, ...rest]: readonly string[],
  given: ReadonlyMap<string, string | true>,
  { files }: Grammar,
): Result<Intent, CliFailure> {
  if (name === undefined) return err(wrongUsage('the following arguments are required: waiter'));
  if (name === 'help') return ok({ kind: 'help', service, command: 'wait' });
  const waiter = findWaiter(service, name);
  const command = waiter && findCommand(service, waiter.command);
  if (!command) return err(invalidChoice('waiter', name, waiterNames(service)));
  if (rest[0] === 'help') return ok({ kind: 'help', service, command: waiter.command });
  const read = parseCall(command, rest, given, files);
  return read.ok && read.value.kind === 'call' ? ok({ kind: 'wait', name, waiter, made: read.value }) : read;
}

function unknownService(service: string, { actions }: Grammar): CliFailure {
  const known = unsimulatedCommand(service, null, actions);
  return known === null
    ? invalidChoice('command', service, [...serviceNames(), ...HIGH_LEVEL])
    : otherFailure(known);
}

function unknownCommand(service: string, name: string, { actions }: Grammar): CliFailure {
  const known = actions === null ? null : recogniseCommand(service, name, actions);
  return known?.kind === 'notSimulated'
    ? otherFailure(known.message)
    : invalidChoice('operation', name, commandNames(service));
}

/** What is close enough is offered. */
export const invalidChoice = (argument: string, word: string, choices: readonly string[]): CliFailure =>
  wrongUsage(`argument ${argument}: Found invalid choice '${word}'${didYouMean(word, choices)}`);

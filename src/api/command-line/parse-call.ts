// parseCall: the words after the command of an operation, from options to the input of a call.
import { encode } from 'js-base64';
import type { PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';
import { base64Bytes } from '../base64.ts';
import type { ApiCall } from '../call.ts';
import { cliName } from '../cli-name.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations.ts';
import type { AnyInput } from '../parameters.ts';
import type { Argument, Command } from './arguments.ts';
import { CUSTOMIZED, type Values } from './customized.ts';
import {
  missingOptions,
  notSimulated,
  otherFailure,
  unknownOptions,
  wrongOption,
  wrongValue,
  type CliFailure,
} from './failure.ts';
import { GLOBAL_OPTIONS, globalArity, readGlobals, wrongChoice, type Globals } from './globals.ts';
import { parseJson } from './json-text.ts';
import { jsonText } from './output/json.ts';
import { sortWords, type Arity, type Sorted } from './options.ts';
import type { PageOptions } from './output/pages.ts';
import { responseSkeleton } from './output/response-skeleton.ts';
import { paginatorOf, type Paginator } from './output/paginators.ts';
import { parameterFaults } from './parameter-check.ts';
import { readAddress, type Files } from './paramfile.ts';
import type { Intent } from './intent.ts';
import { skeletonOf, skeletonYaml } from './skeleton.ts';
import { unsimulatedMembers } from './unsimulated-members.ts';
import { isUnsimulated } from './unsimulated-options.ts';
import { readValue, takesMany } from './value.ts';
import { parseYaml } from './yaml-text.ts';

const PAGING = ['starting-token', 'page-size', 'max-items'];

/**
 * Whoever names a token or the length of a page as the service has them gets the one page, and so does `--no-paginate`. Of
 * the options of one name, the parameter of the service counts then.
 */
function pagesItself({ inputTokens, limitKey }: Paginator, words: readonly string[]): boolean {
  const manual = [...inputTokens, ...(limitKey === null ? [] : [limitKey])]
    .map(cliName)
    .filter((name) => !PAGING.includes(name));
  return ['no-paginate', ...manual].some((name) =>
    words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  );
}

const notPaged = (names: readonly string[]): string =>
  `Error during pagination: Cannot specify --no-paginate along with pagination arguments: ${names.map((name) => `--${name}`).join(', ')}`;

const SKELETON = 'generate-cli-skeleton';

/** Options of every command of the API beside its own. */
const INPUT_OPTIONS: Readonly<Record<string, Arity>> = {
  'cli-input-json': 'one',
  'cli-input-yaml': 'one',
  [SKELETON]: 'optional',
};

export function parseCall(
  command: Command,
  words: readonly string[],
  before: ReadonlyMap<string, string | true>,
  files: Files,
): Result<Intent, CliFailure> {
  const own = new Map(
    command.arguments.filter(({ positional }) => !positional).map((one) => [one.name, one]),
  );
  const paginator = paginatorOf(command.operation);
  const cliPages = paginator !== null && !before.has('no-paginate') && !pagesItself(paginator, words);
  const declared = (name: string): Arity | null => {
    if (paginator && PAGING.includes(name)) return 'one';
    const argument = own.get(name);
    if (argument)
      return argument.shape.type === 'boolean' ? 'none' : takesMany(argument.shape) ? 'many' : 'one';
    if (name.startsWith('no-') && own.get(name.slice(3))?.shape.type === 'boolean') return 'none';
    return globalArity(name) ?? INPUT_OPTIONS[name] ?? null;
  };
  const unsimulated = (name: string): boolean => isUnsimulated(command.service, command.name, name);
  const arityOf = (name: string): Arity | null => declared(name) ?? (unsimulated(name) ? 'many' : null);
  const positionals = command.arguments.filter(({ positional }) => positional);
  const sorted = sortWords(words, arityOf, positionals.length);
  if (!sorted.ok) return sorted;
  const { options, unknown } = sorted.value;
  const globals = readGlobals(new Map([...before, ...globalsIn(options)]));
  if (!globals.ok) return globals;
  const strange = [...options.keys()].filter((name) => declared(name) === null);
  if (strange.length > 0) return err(notSimulated(strange.map((name) => `--${name}`)));
  const known = [...own.keys(), ...Object.keys(GLOBAL_OPTIONS), ...(cliPages ? PAGING : [])];
  const missing = missingArguments(command, sorted.value);
  if (missing.length > 0) return err(missingOptions(missing, unknown, known));
  if (unknown.length > 0) return err(unknownOptions(unknown, known));
  const misplaced =
    paginator && !cliPages ? PAGING.filter((name) => options.has(name) && !own.has(name)) : [];
  if (misplaced.length > 0) return err(otherFailure(notPaged(misplaced)));
  const skeleton = skeletonAsked(command, options);
  if (skeleton) return skeleton;

  const paging = cliPages ? pagingOf(options) : ok(null);
  if (!paging.ok) return paging;
  const values = valuesOf(command.arguments, options, cliPages, globals.value, files);
  if (!values.ok) return values;
  const base = givenInput(options, files);
  if (!base.ok) return base;
  const { parameters }: Operation = OPERATIONS[command.operation];
  const left = Object.keys(base.value).filter(
    (name) => !Object.hasOwn(parameters, name) && unsimulated(cliName(name)),
  );
  if (left.length > 0) return err(notSimulated(left));
  const intent = intentOf(
    command,
    { ...base.value, ...values.value },
    sorted.value,
    globals.value,
    paging.value,
  );
  return intent.ok && isSampleAnswer(SKELETON, options)
    ? ok({ kind: 'skeleton', text: jsonText(responseSkeleton(command.operation)) })
    : intent;
}

function globalsIn(options: Sorted['options']): [string, string | true][] {
  return [...options]
    .filter(([name]) => Object.hasOwn(GLOBAL_OPTIONS, name))
    .map(([name, [value]]) => [name, value ?? true]);
}

function missingArguments({ arguments: all }: Command, { options, positionals }: Sorted): string[] {
  if (Object.keys(INPUT_OPTIONS).some((name) => options.has(name) && !isSampleAnswer(name, options)))
    return [];
  const places = all.filter(({ positional }) => positional);
  return [
    ...all
      .filter(({ required, positional, name }) => required && !positional && !isGiven(options, name))
      .map(({ name }) => `--${name}`),
    ...places.slice(positionals.length).map(({ name }) => name),
  ];
}

/** A sample of the answer is given to a command that is whole; the other skeletons are there to make it so. */
const isSampleAnswer = (name: string, options: Sorted['options']): boolean =>
  name === SKELETON && options.get(name)?.[0] === 'output';

const isGiven = (options: Sorted['options'], name: string): boolean =>
  options.has(name) || options.has(`no-${name}`);

function skeletonAsked(
  { operation }: Command,
  options: Sorted['options'],
): Result<Intent, CliFailure> | null {
  const asked = options.get(SKELETON);
  if (!asked || isSampleAnswer(SKELETON, options)) return null;
  const { parameters }: Operation = OPERATIONS[operation];
  switch (asked[0]) {
    case undefined:
    case 'input':
      return ok({ kind: 'skeleton', text: jsonText(skeletonOf(parameters)) });
    case 'yaml-input':
      return ok({ kind: 'skeleton', text: skeletonYaml(parameters) });
    default:
      return err(wrongChoice(SKELETON, asked[0], ['input', 'output', 'yaml-input']));
  }
}

function pagingOf(options: Sorted['options']): Result<PageOptions, CliFailure> {
  const count = (name: string): Result<number | null, CliFailure> => {
    const [word] = options.get(name) ?? [];
    if (word === undefined) return ok(null);
    return /^[-+]?\d+$/.test(word.trim())
      ? ok(Number(word))
      : err(otherFailure(`invalid literal for int() with base 10: '${word}'`));
  };
  const maxItems = count('max-items');
  if (!maxItems.ok) return maxItems;
  const pageSize = count('page-size');
  if (!pageSize.ok) return pageSize;
  const [startingToken = null] = options.get('starting-token') ?? [];
  return ok({ maxItems: maxItems.value, pageSize: pageSize.value, startingToken });
}

/** The values of the options by parameter. */
function valuesOf(
  all: readonly Argument[],
  options: Sorted['options'],
  cliPages: boolean,
  { rawBinary }: Globals,
  files: Files,
): Result<Values, CliFailure> {
  const values: Record<string, PlainJson> = {};
  for (const { name, parameter, shape, positional } of all) {
    if (positional || (cliPages && PAGING.includes(name))) continue;
    if (shape.type === 'boolean') {
      if (options.has(name)) values[parameter] = true;
      else if (options.has(`no-${name}`)) values[parameter] = false;
      continue;
    }
    const words = options.get(name);
    if (!words) continue;
    const read = readValue(name, shape, words, files);
    if (!read.ok) return read;
    const value = shape.type === 'blob' ? bytesOf(read.value, words[0] ?? '', rawBinary) : read;
    if (!value.ok) return value;
    // The body of an object is a path, not the address of a file.
    const body = shape.type === 'text' && shape.file === 'body' ? bodyOf(name, value.value, files) : value;
    if (!body.ok) return body;
    values[parameter] = body.value;
  }
  return ok(values);
}

/** What is no file stands as base64, or as it is where that was asked for. */
function bytesOf(value: PlainJson, word: string, rawBinary: boolean): Result<PlainJson, CliFailure> {
  if (typeof value !== 'string' || word.startsWith('fileb://')) return ok(value);
  if (rawBinary) return ok(encode(value));
  return base64Bytes(value) === null ? err(otherFailure(`Invalid base64: "${value}"`)) : ok(value);
}

function bodyOf(name: string, value: PlainJson, files: Files): Result<PlainJson, CliFailure> {
  if (typeof value !== 'string') return ok(value);
  const read = readAddress(`file://${value}`, files, 'text');
  if (read?.ok) return read;
  return files(value) === null
    ? err(wrongValue(`Error parsing parameter '--${name}': Blob values must be a path to a file.`))
    : err(wrongOption(name, 'objects of this sandbox hold text, and this file does not.'));
}

/** `--cli-input-json` and `--cli-input-yaml`: what the other options add to. */
function givenInput(options: Sorted['options'], files: Files): Result<Values, CliFailure> {
  for (const [option, parse, language] of [
    ['cli-input-json', parseJson, 'JSON'],
    ['cli-input-yaml', parseYaml, 'YAML'],
  ] as const) {
    const [word] = options.get(option) ?? [];
    if (word === undefined) continue;
    const held = readAddress(word, files, 'text') ?? ok(word);
    if (!held.ok) return err(wrongOption(option, held.error));
    const read = parse(held.value);
    if (!read.ok) return err(wrongOption(option, `Invalid ${language} received.`));
    const { value } = read;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return ok(value as Values);
    return err(
      wrongOption(
        option,
        `Invalid type: expecting map, received ${Array.isArray(value) ? 'list' : typeof value}`,
      ),
    );
  }
  return ok({});
}

function intentOf(
  command: Command,
  values: Values,
  { positionals }: Sorted,
  globals: Globals,
  paging: PageOptions | null,
): Result<Intent, CliFailure> {
  const { operation } = command;
  const custom = CUSTOMIZED[operation];
  const folded = custom?.folded?.(values) ?? ok(values);
  if (!folded.ok) return err(otherFailure(folded.error));
  const { parameters }: Operation = OPERATIONS[operation];
  const strange = unsimulatedMembers(`${command.service} ${command.name}`, parameters, folded.value);
  if (strange.length > 0) return err(notSimulated(strange));
  const faults = parameterFaults(parameters, { ...folded.value, ...sizeOf(operation, paging) });
  if (faults.length > 0) return err(wrongValue(`Parameter validation failed:\n${faults.join('\n')}`));
  const [outfile] = positionals;
  return ok({
    kind: 'call',
    command,
    call: callOf(operation, folded.value),
    globals,
    paging,
    written:
      custom?.outfile && outfile !== undefined
        ? { path: outfile, stream: custom.outfile }
        : (custom?.written?.(values) ?? null),
    unprinted: custom?.unprinted ?? [],
  });
}

/** The length of a page as the service takes it: it is checked like any other parameter. */
function sizeOf(operation: ApiCall['operation'], paging: PageOptions | null): Values {
  const limitKey = paginatorOf(operation)?.limitKey ?? null;
  const size = paging?.pageSize ?? null;
  return limitKey !== null && size !== null && Object.hasOwn(OPERATIONS[operation].parameters, limitKey)
    ? { [limitKey]: size }
    : {};
}

/** The check of the parameters has found the input to be of the shape that the operation declares. */
const callOf = (operation: ApiCall['operation'], input: AnyInput): ApiCall =>
  ({ operation, input }) as ApiCall;

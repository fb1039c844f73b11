// Kept history: the lines of the terminal as they are stored: whatever is secret in them is left out.
import {
  forEachChild,
  parse,
  type Assignment,
  type Command,
  type For,
  type SyntaxNode,
  type Word,
} from 'unbash';
import {
  findCommand,
  serviceNames,
  commandNames,
  type Command as AwsCommand,
} from '../api/command-line/arguments.ts';
import { GLOBAL_OPTIONS } from '../api/command-line/globals.ts';
import { parseJson } from '../api/command-line/json-text.ts';
import type { Operation } from '../api/operation.ts';
import { OPERATIONS } from '../api/operations.ts';
import { markedInput, mayHoldSecret, withMarks } from '../api/secret-values.ts';
import { isPlainObject } from '../aws/json.ts';

/** Stands where a secret was. A line with it is not run: see `NOT_KEPT`. */
export const SECRET_MARK = 'SECRET-NOT-KEPT';

export const NOT_KEPT = `${SECRET_MARK} stands where a password, a key or a code was: the history keeps none of them when the page is left. Write it in its place again.`;

interface Span {
  readonly pos: number;
  readonly end: number;
  /** As it is written there. */
  readonly text: string;
  readonly put: string;
}

/** What the AWS CLI signs with, as variables and as settings. */
const SECRET_NAME = /^(AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_SECURITY_TOKEN)$/i;
const SECRET_SETTING = /(^|\.)aws_(secret_access_key|session_token|security_token)$/i;
/** The same wherever they stand as text: in a here document, in what is printed to a file. */
const WRITTEN =
  /(\b(?:aws_)?(?:secret_?access_?key|session_?token|security_?token)["']?[^\S\n]*[=:][^\S\n]*["']?)(?!SECRET-NOT-KEPT)([^\s"'$,;}\\]+)/gi;

/**
 * The lines of a history without what is secret in them: values of parameters that operations declare as secret, the
 * keys that commands sign with, and variables that either is taken from. A line that cannot be read, and may hold one,
 * is left out.
 */
export function keptHistory(history: readonly string[]): readonly string[] {
  const read = history.map((line) => ({ line, nodes: nodesOf(line) }));
  // A password may be put into a variable many lines before it is used.
  const names = new Set(read.flatMap(({ nodes }) => (nodes ? usedAsSecret(nodes) : [])));
  return read.flatMap(({ line, nodes }) => {
    const kept = nodes ? masked(line, nodes, names) : maySay(line) ? null : line;
    return kept === null ? [] : [kept.replace(WRITTEN, `$1${SECRET_MARK}`)];
  });
}

interface Nodes {
  readonly commands: readonly Command[];
  readonly assignments: readonly Assignment[];
  readonly loops: readonly For[];
}

interface Gathered extends Nodes {
  readonly commands: Command[];
  readonly assignments: Assignment[];
  readonly loops: For[];
}

/** Null where the line cannot be read as a whole. */
function nodesOf(line: string): Nodes | null {
  const script = parse(line);
  if (script.errors?.length) return null;
  const nodes: Gathered = { commands: [], assignments: [], loops: [] };
  gather(script, nodes);
  return nodes;
}

function gather(node: SyntaxNode, into: Gathered): void {
  if (node.type === 'Command') into.commands.push(node);
  if (node.type === 'Assignment') into.assignments.push(node);
  if (node.type === 'For') into.loops.push(node);
  forEachChild(node, (child) => gather(child, into));
}

/** The words of a secret, each with what is to stand in its place. */
function secretsOf({ name, args }: Command): readonly Span[] {
  if (name?.value !== 'aws') return [];
  const words = args.filter((one): one is Word => one.type === 'Word');
  const at = words.findIndex(({ value }, index) => !value.startsWith('--') && !isValueOfGlobal(words, index));
  const service = words[at]?.value;
  if (service === undefined) return [];
  const rest = words.slice(at + 1);
  if (service === 'configure') return ofConfigure(rest);
  const next = rest.findIndex(({ value }, index) => !value.startsWith('--') && !isValueOfGlobal(rest, index));
  const command = findCommand(service, rest[next]?.value ?? '');
  // What nobody knows is misspelt: any option that is secret somewhere is taken for that.
  return command ? ofCommand(command, rest.slice(next + 1)) : ofUnknown(rest);
}

function isValueOfGlobal(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.value ?? '';
  const option = before.startsWith('--') ? before.slice(2) : '';
  return Object.hasOwn(GLOBAL_OPTIONS, option) && GLOBAL_OPTIONS[option]?.value === true;
}

function ofConfigure(words: readonly Word[]): readonly Span[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1]?.value ?? '';
    if (SECRET_SETTING.test(before) || (before === '--csv' && !isAddress(word.value))) return whole(word);
    const [, csv] = /^--csv=(.*)$/s.exec(word.value) ?? [];
    return csv !== undefined && !isAddress(csv) ? inline(word, '--csv') : [];
  });
}

function ofCommand({ operation, arguments: declared }: AwsCommand, words: readonly Word[]): readonly Span[] {
  const { parameters }: Operation = OPERATIONS[operation];
  if (!Object.values(parameters).some(mayHoldSecret)) return [];
  const options = new Map(declared.filter((one) => !one.positional).map((one) => [one.name, one]));
  const added = Object.fromEntries(declared.map(({ parameter, shape }) => [parameter, shape]));
  let positionals = declared.filter((one) => one.positional).length;
  return grouped(words).flatMap(({ option, inline: own, values }) => {
    if (option === null) return values.flatMap((word) => (positionals-- > 0 ? [] : whole(word)));
    const argument = options.get(option);
    if (option === 'cli-input-json' || option === 'cli-input-yaml') {
      const put = (text: string): string => {
        const read = parseJson(text);
        return read.ok && isPlainObject(read.value)
          ? JSON.stringify(markedInput({ ...added, ...parameters }, read.value, SECRET_MARK))
          : SECRET_MARK;
      };
      return own ? inline(own, `--${option}`, put) : values.slice(0, 1).flatMap((word) => whole(word, put));
    }
    const shape = argument?.shape;
    if (shape ? !mayHoldSecret(shape) : isKnown(option)) return [];
    const put = (text: string): string => {
      if (!shape || shape.type === 'text' || shape.type === 'blob') return SECRET_MARK;
      const read = parseJson(text);
      return read.ok && typeof read.value === 'object' && read.value !== null
        ? JSON.stringify(withMarks(shape, read.value, SECRET_MARK))
        : SECRET_MARK;
    };
    return [...(own ? inline(own, `--${option}`, put) : []), ...values.flatMap((word) => whole(word, put))];
  });
}

/** Options of all commands. What is none of them, and none of this command's, is misspelt. */
const isKnown = (option: string): boolean =>
  Object.hasOwn(GLOBAL_OPTIONS, option) ||
  ['generate-cli-skeleton', 'starting-token', 'page-size', 'max-items'].includes(option);

function ofUnknown(words: readonly Word[]): readonly Span[] {
  return grouped(words).flatMap(({ option, inline: own, values }) => {
    if (option === null || !secretOptions().has(option)) return [];
    return own ? inline(own, `--${option}`) : values.flatMap((word) => whole(word));
  });
}

let named: ReadonlySet<string> | null = null;

/** The names of options that are secret in some command. */
function secretOptions(): ReadonlySet<string> {
  named ??= new Set([
    'cli-input-json',
    'cli-input-yaml',
    ...serviceNames().flatMap((service) =>
      commandNames(service).flatMap((name) =>
        (findCommand(service, name)?.arguments ?? [])
          .filter(({ shape }) => mayHoldSecret(shape))
          .map((argument) => argument.name),
      ),
    ),
  ]);
  return named;
}

interface Group {
  /** Null: before the first option. */
  readonly option: string | null;
  /** `--name=value` */
  readonly inline: Word | null;
  readonly values: readonly Word[];
}

function grouped(words: readonly Word[]): readonly Group[] {
  const groups: { option: string | null; inline: Word | null; values: Word[] }[] = [
    { option: null, inline: null, values: [] },
  ];
  for (const word of words) {
    const [, option, equals] = /^--([a-z][\w-]*)(=)?/.exec(word.value) ?? [];
    if (option !== undefined) groups.push({ option, inline: equals ? word : null, values: [] });
    else groups.at(-1)?.values.push(word);
  }
  return groups;
}

const isAddress = (text: string): boolean => /^fileb?:\/\//.test(text);

/**
 * Variables and the output of commands are no secret where they are named; what a variable holds is looked for where it
 * is set. What is only printed to be taken stands there itself.
 */
const isNamed = (text: string): boolean =>
  /^"?(\$\w+|\$\{\w+\}|\$\((?!\s*(?:echo|printf)\s+(?!"?\$))(?!.*\$\().*\))"?$/s.test(text);

const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

const mark = (): string => SECRET_MARK;

function whole({ pos, end, text, value }: Word, put: (text: string) => string = mark): readonly Span[] {
  if (isAddress(value) || isNamed(text)) return [];
  return [{ pos, end, text, put: quoted(put(value)) }];
}

function inline(
  { pos, end, text, value }: Word,
  option: string,
  put = mark as (text: string) => string,
): readonly Span[] {
  const held = value.slice(option.length + 1);
  if (isAddress(held) || isNamed(text.slice(text.indexOf('=') + 1))) return [];
  return [{ pos, end, text, put: `${option}=${quoted(put(held))}` }];
}

const VARIABLE = /^"?\$\{?(\w+)\}?"?$/;

/** The variables that something secret is taken from. */
function usedAsSecret({ commands, assignments }: Nodes): readonly string[] {
  const signing = assignments.flatMap(({ name, value }) => {
    const [, variable] =
      SECRET_NAME.test(name) && value.type === 'Word' ? (VARIABLE.exec(value.text) ?? []) : [];
    return variable === undefined ? [] : [variable];
  });
  const given = commands.flatMap(({ name, args }) => {
    if (name?.value !== 'aws') return [];
    const texts = args.map(({ text }) => text);
    return texts.flatMap((text, at) => {
      const [, own, variable] = /^(?:--([\w-]+)=)?"?\$\{?(\w+)\}?"?$/.exec(text) ?? [];
      if (variable === undefined) return [];
      const before = texts[at - 1] ?? '';
      const option = own ?? (before.startsWith('--') ? before.slice(2) : '');
      return secretOptions().has(option) || SECRET_SETTING.test(before) ? [variable] : [];
    });
  });
  return [...signing, ...given];
}

/** Null where a place in the line is not what the tree says it is: then nothing of it is kept. */
function masked(
  line: string,
  { commands, assignments, loops }: Nodes,
  names: ReadonlySet<string>,
): string | null {
  const isSecret = (name: string): boolean => SECRET_NAME.test(name) || names.has(name);
  const spans = [
    ...commands.flatMap(secretsOf),
    ...assignments.flatMap(({ name, value }) =>
      !isSecret(name)
        ? []
        : value.type === 'ArrayValue'
          ? value.elements.flatMap((one) => whole(one))
          : whole(value),
    ),
    ...loops.flatMap(({ name, wordlist }) =>
      isSecret(name.value) ? (wordlist ?? []).flatMap((one) => whole(one)) : [],
    ),
  ].sort((one, other) => other.pos - one.pos || other.end - one.end);
  let kept = line;
  let from = Number.POSITIVE_INFINITY;
  for (const { pos, end, text, put } of spans) {
    if (line.slice(pos, end) !== text) return null;
    // Of two that lie in one another, the outer one would come later: it takes the inner one's place too.
    if (end > from) return null;
    kept = kept.slice(0, pos) + put + kept.slice(end);
    from = pos;
  }
  return kept;
}

/** Whether a line that cannot be read names something secret. */
const maySay = (line: string): boolean =>
  [...secretOptions()].some((option) => line.includes(`--${option}`)) ||
  /aws_(secret_access_key|session_token|security_token)/i.test(line);

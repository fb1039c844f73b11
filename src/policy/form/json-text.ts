// Changes of JSON text that keep its layout: each touches its own place, and all else stays letter by letter.
import { readJson, type Json, type JsonArray, type JsonObject } from '../json.ts';
import type { Path } from './read-form.ts';

/** JSON that was written already and is moved as it stands. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What stands at a place; null for nothing, and in a text that is not JSON. */
export function nodeAt(text: string, path: Path): Json | null {
  const read = readJson(text);
  let node = read.ok ? read.value : undefined;
  for (const step of path)
    node =
      node?.kind === 'array'
        ? node.items[Number(step)]
        : node?.kind === 'object'
          ? node.members.find(({ name }) => name.value === step)?.value
          : undefined;
  return node ?? null;
}

/** The text of a value, to be put elsewhere. */
export const writtenAt = (text: string, node: Json): Written => new Written(text.slice(node.from, node.to));

/** Puts a value in the place of the one that stands there. */
export function replaceAt(text: string, path: Path, value: unknown): string {
  const node = nodeAt(text, path);
  if (!node) return text;
  const isInline = isOnOneLine(text, path) || (sizeOf(node) > 0 && !hasBreak(text.slice(node.from, node.to)));
  return spliced(
    text,
    node.from,
    node.to,
    print(value, styleAt(text, isInline, lineIndent(text, node.from))),
  );
}

/** Gives a member another name. */
export function renameAt(text: string, path: Path, name: string): string {
  const object = nodeAt(text, path.slice(0, -1));
  const member =
    object?.kind === 'object' ? object.members.find((one) => one.name.value === path.at(-1)) : undefined;
  return member ? spliced(text, member.name.from, member.name.to, JSON.stringify(name)) : text;
}

/** Puts a member into the object at `path`, before the one that stands at `index` or behind the last. */
export const insertMember = (text: string, path: Path, index: number, name: string, value: unknown): string =>
  insert(text, path, index, [(style) => `${JSON.stringify(name)}${style.colon}${print(value, style)}`]);

/** Puts items into the array at `path`, before the one that stands at `index` or behind the last. */
export const insertItems = (text: string, path: Path, index: number, values: readonly unknown[]): string =>
  insert(
    text,
    path,
    index,
    values.map((value) => (style: Style) => print(value, style)),
  );

/** Takes `count` members or items away, with the comma that is too many then. */
export function removeFrom(text: string, path: Path, index: number, count = 1): string {
  const container = nodeAt(text, path);
  const parts = partsOf(container);
  const [first, last] = [parts[index], parts[index + count - 1]];
  if (!container || !first || !last) return text;
  if (count === parts.length) return spliced(text, container.from + 1, container.to - 1, '');
  const [before, next] = [parts[index - 1], parts[index + count]];
  return next
    ? spliced(text, first.from, next.from, '')
    : spliced(text, before?.to ?? first.from, last.to, '');
}

/** Takes the member at `path` away, if there is one. */
export function removeMember(text: string, path: Path): string {
  const object = nodeAt(text, path.slice(0, -1));
  if (object?.kind !== 'object') return text;
  const index = object.members.findIndex(({ name }) => name.value === path.at(-1));
  return index < 0 ? text : removeFrom(text, path.slice(0, -1), index);
}

interface Style {
  /** Between a name and its value. */
  readonly colon: string;
  /** Null where all stands on one line. */
  readonly lines: { readonly eol: string; readonly unit: string; readonly indent: string } | null;
}

function insert(
  text: string,
  path: Path,
  index: number,
  writers: readonly ((style: Style) => string)[],
): string {
  const container = nodeAt(text, path);
  if (!container || writers.length === 0) return text;
  const parts = partsOf(container);
  const isInline = isOnOneLine(text, path);
  if (parts.length === 0) {
    const style = styleAt(text, isInline, lineIndent(text, container.from));
    const inner = deeper(style);
    const all = writers.map((write) => write(inner)).join(`,${breakOf(inner)}`);
    return spliced(
      text,
      container.from + 1,
      container.to - 1,
      `${breakOf(inner, '')}${all}${breakOf(style, '')}`,
    );
  }
  /** The space before a part, as it stands there. */
  const lead = (at: number): string | undefined => {
    const part = parts[at];
    if (!part) return undefined;
    const start = parts[at - 1]?.to ?? container.from + 1;
    return text.slice(start, part.from).replace(/^\s*,/, '');
  };
  const [before, next] = [parts[index - 1], parts[index]];
  const beside = lead(index === 0 ? 1 : Math.min(index, parts.length - 1));
  const isFirst = parts.length === 1;
  const own = lead(0) ?? '';
  const gap =
    !isFirst && beside !== undefined ? beside : own !== '' ? own : colonOf(text).endsWith(' ') ? ' ' : '';
  const indent = /[\r\n]([^\r\n]*)$/.exec(gap)?.[1] ?? lineIndent(text, (before ?? next ?? container).from);
  const style = styleAt(text, isInline, indent);
  const all = writers.map((write) => write(style));
  return before
    ? spliced(text, before.to, before.to, all.map((one) => `,${gap}${one}`).join(''))
    : spliced(text, next?.from ?? 0, next?.from ?? 0, all.map((one) => `${one},${gap}`).join(''));
}

const partsOf = (node: Json | null): readonly { readonly from: number; readonly to: number }[] =>
  node?.kind === 'array' ? node.items : node?.kind === 'object' ? node.members : [];
const sizeOf = (node: JsonArray | JsonObject | Json): number => partsOf(node).length;

const spliced = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);
const hasBreak = (text: string): boolean => /[\r\n]/.test(text);

/** Of the nearest container that holds something: one without anything in it has no layout yet. */
function isOnOneLine(text: string, path: Path): boolean {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(text, path.slice(0, length));
    if (node && sizeOf(node) > 0) return !hasBreak(text.slice(node.from, node.to));
  }
  return false;
}

const lineIndent = (text: string, at: number): string => {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
};

/** Between names and values, as between the first of them. */
function colonOf(text: string): string {
  const root = nodeAt(text, []);
  const [first] = root?.kind === 'object' ? root.members : [];
  const between = first ? text.slice(first.name.to, first.value.from) : '';
  return between === '' || hasBreak(between) ? ': ' : between;
}

/** Indented as the text is; two spaces where nothing is yet. */
const styleAt = (text: string, isInline: boolean, indent: string): Style => ({
  colon: colonOf(text),
  lines: isInline
    ? null
    : {
        eol: text.includes('\r\n') ? '\r\n' : '\n',
        unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
        indent,
      },
});

const deeper = (style: Style): Style =>
  style.lines
    ? { ...style, lines: { ...style.lines, indent: style.lines.indent + style.lines.unit } }
    : style;

/** What follows a comma; `inline` is what follows a bracket on one line. */
const breakOf = ({ lines, colon }: Style, inline = colon.endsWith(' ') ? ' ' : ''): string =>
  lines ? lines.eol + lines.indent : inline;

function print(value: unknown, style: Style): string {
  if (value instanceof Written) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = deeper(style);
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => print(item, inner))
    : Object.entries(value).map(
        ([name, item]) => `${JSON.stringify(name)}${style.colon}${print(item, inner)}`,
      );
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return `${open}${breakOf(inner, '')}${parts.join(`,${breakOf(inner)}`)}${breakOf(style, '')}${close}`;
}

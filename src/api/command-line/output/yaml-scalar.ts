// yamlScalar: a text in YAML as the emitter of the AWS CLI, libyaml, writes it: plain, in single or in double quotes.

export interface Place {
  /** The column in which it starts. */
  readonly column: number;
  /** Where lines go on when the text is broken; null: it may not be broken, as the names of a mapping. */
  readonly indent: number | null;
}

/** A text is broken at the first space behind this column. */
const WIDTH = 80;

export function yamlScalar(text: string, place: Place): string {
  const characters = [...text];
  const { plain, single } = stylesOf(characters);
  const multiline = characters.some(isBreak);
  if (!single || (multiline && place.indent === null)) return doubleQuoted(characters, place);
  return plain && !readsAsOther(text) ? plainText(characters, place) : singleQuoted(characters, place);
}

/** What is no text when it stands without quotes: numbers, dates and so on, as YAML 1.2 has them with its dates of 1.1. */
const readsAsOther = (text: string): boolean => text === '' || OTHERS.some((pattern) => pattern.test(text));

const OTHERS: readonly RegExp[] = [
  /^(?:true|True|TRUE|false|False|FALSE|~|null|Null|NULL|<<|=)$/,
  /^[-+]?[0-9][0-9_]*(?:\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)$/,
  /^(?:[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?=[-+0-9])[-+]?(?:0b[01_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
];

const isBreak = (character: string): boolean => /^[\r\n\u0085\u2028\u2029]$/.test(character);

/** Space, tab or the end of a line. */
const isBlank = (character: string | undefined): boolean =>
  character === undefined ||
  character === ' ' ||
  character === '\t' ||
  character === '\0' ||
  isBreak(character);

/** libyaml shows nothing beyond the Basic Multilingual Plane. */
const isPrintable = (character: string): boolean =>
  /^[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(character);

const STARTS_SOMETHING = new Set([...'#,[]{}&*!|>\'"%@`']);

/** Which ways of writing would be read back as this text. */
function stylesOf(characters: readonly string[]): { plain: boolean; single: boolean } {
  const last = characters.length - 1;
  const edge = (character: string | undefined) =>
    character !== undefined && (character === ' ' || isBreak(character));
  let plain = !edge(characters[0]) && !edge(characters[last]);
  let single = true;
  const start = characters.slice(0, 3).join('');
  if (start === '---' || start === '...') plain = false;
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1];
    const next = characters[index + 1];
    if (isIndicator(character, index === 0, isBlank(before), isBlank(next))) plain = false;
    if (!isPrintable(character)) single = false;
    if (isBreak(character)) plain = false;
    const spaceAtBreak =
      before !== undefined &&
      ((character === ' ' && isBreak(before)) || (isBreak(character) && before === ' '));
    if (spaceAtBreak) single = false;
  }
  return { plain: plain && single, single };
}

function isIndicator(character: string, first: boolean, afterBlank: boolean, beforeBlank: boolean): boolean {
  if (first && STARTS_SOMETHING.has(character)) return true;
  if (first && (character === '?' || character === '-')) return beforeBlank;
  if (character === ':') return beforeBlank;
  return character === '#' && afterBlank;
}

/** Writes character after character and knows the column. */
class Pen {
  text = '';
  column: number;
  private readonly indent: number | null;

  constructor({ column, indent }: Place) {
    this.column = column;
    this.indent = indent;
  }

  put(text: string): void {
    this.text += text;
    this.column += [...text].length;
  }

  /** An empty line. */
  skipLine(): void {
    this.text += '\n';
    this.column = 0;
  }

  newLine(): void {
    const indent = this.indent ?? 0;
    this.text += `\n${' '.repeat(indent)}`;
    this.column = indent;
  }

  /** Indents a line that was begun by a break in the text itself. */
  margin(): void {
    this.put(' '.repeat(this.indent ?? 0));
  }

  get full(): boolean {
    return this.indent !== null && this.column > WIDTH;
  }
}

function plainText(characters: readonly string[], place: Place): string {
  const pen = new Pen(place);
  for (const [index, character] of characters.entries()) {
    const lone = character === ' ' && characters[index - 1] !== ' ' && characters[index + 1] !== ' ';
    if (lone && pen.full) pen.newLine();
    else pen.put(character);
  }
  return pen.text;
}

function singleQuoted(characters: readonly string[], place: Place): string {
  const pen = new Pen(place);
  pen.put("'");
  let broken = false;
  for (const [index, character] of characters.entries()) {
    if (isBreak(character)) {
      // One line break alone would be read as a space.
      if (!broken && character === '\n') pen.skipLine();
      pen.text += character;
      pen.column = 0;
      broken = true;
      continue;
    }
    const inner = index > 0 && index < characters.length - 1;
    const lone = character === ' ' && characters[index - 1] !== ' ' && characters[index + 1] !== ' ';
    if (lone && inner && pen.full) pen.newLine();
    else {
      if (broken) pen.margin();
      pen.put(character === "'" ? "''" : character);
    }
    broken = false;
  }
  if (broken) pen.margin();
  pen.put("'");
  return pen.text;
}

const ESCAPES = new Map<string, string>([
  ['\0', '\\0'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0085', '\\N'],
  ['\u00a0', '\\_'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

function doubleQuoted(characters: readonly string[], place: Place): string {
  const pen = new Pen(place);
  pen.put('"');
  for (const [index, character] of characters.entries()) {
    const inner = index > 0 && index < characters.length - 1;
    if (character === ' ' && inner && characters[index - 1] !== ' ' && pen.full) {
      pen.newLine();
      // A space at the start of a line would be lost.
      if (characters[index + 1] === ' ') pen.put('\\');
    } else pen.put(inDoubleQuotes(character));
  }
  pen.put('"');
  return pen.text;
}

function inDoubleQuotes(character: string): string {
  if (isPrintable(character) && !isBreak(character) && character !== '"' && character !== '\\')
    return character;
  return ESCAPES.get(character) ?? hexEscape(character.codePointAt(0) ?? 0);
}

function hexEscape(code: number): string {
  const hex = code.toString(16).toUpperCase();
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x1_0000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

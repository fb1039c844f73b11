// What comes next in a text that is not JSON: lists without their brackets, and what joins a name to its value.
import { isNothing } from './bare-word.ts';
import { isInPolicy, isNameThere, takesTexts, type Path } from './places.ts';

/** What joins names and values: a colon, and what other languages have. */
const JOINT = /::+|[,;]\s*:|:=|:|=>|==?|[-~]>|[→⇒：]/y;

const PAIR = /[,;]\s*(?:[[{]|(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}[\],;:]+)\s*[,}\n])/y;

const QUOTED_IN_BRACES = /\{\s*(?:"[^"\n]*"|'[^'\n]*')(?:\s*,\s*(?:"[^"\n]*"|'[^'\n]*'))*\s*,?\s*[}\])]/y;
const TEXTS_IN_BRACES =
  /\{\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}[\],;()]+)(?:\s*,\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}[\],;()]+))*\s*,?\s*[}\])]/y;

const COMMA_AND_TEXT = /\s*,\s*"/y;
const COMMA_AND_OBJECT = /\s*,?\s*\{/y;
const MORE_TEXTS = /(?:\s*,\s*"[^"\n]*")+(?=\s*(?:[,}]|$))/y;
const LAST_TEXT = /\s*,\s*"[^"\n]*"\s*\]/y;
const NAMED = /"[^"\n]*"\s*:/y;
const WORD = /[A-Za-z]{1,12}(?![\w:.-])/y;

/** What a sticky expression finds at a place. */
function found(expression: RegExp, text: string, at: number): string | null {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
}

/** Signs of other languages, and of other scripts, where JSON has a comma. */
export const isLikeComma = (letter: string): boolean => /[;，、]/.test(letter);

export const jointAt = (text: string, at: number): string | null => found(JOINT, text, at);

/** What is wrong with a sign that is no colon. */
export function whatOfJoint(sign: string): string {
  if (/^[,;]$/.test(sign))
    return `after the name comes a colon, not a ${sign === ',' ? 'comma' : 'semicolon'}`;
  if (/^[,;]/.test(sign)) return 'nothing stands between a name and its colon';
  return /^:+$/.test(sign) ? 'one colon is enough' : 'a name and its value are joined by a colon';
}

/** `"Effect", "Allow"`: what stands before the comma can only be a name, and what stands behind it is none. */
export const isPair = (text: string, at: number, path: Path, name: string): boolean =>
  isNameThere(path, name) && found(PAIR, text, at) !== null;

/** `{"s3:GetObject", "s3:PutObject"}`, where texts may stand. */
export function isListInBraces(text: string, at: number, path: Path): boolean {
  if (takesTexts(path)) return found(TEXTS_IN_BRACES, text, at) !== null;
  const list = path.length > 0 && !isInPolicy(path) ? found(QUOTED_IN_BRACES, text, at) : null;
  return list?.includes(',') === true;
}

/** The word for no value, of some other language. */
export function nothingAt(text: string, at: number): string | null {
  const word = found(WORD, text, at);
  return word !== null && isNothing(word) ? word : null;
}

/** Where objects end that stand one after the other, or texts that are set apart by commas and can be no names. */
export function endOfList(kind: 'object' | 'string', text: string, at: number, path: Path): number {
  if (kind === 'object') return text.length;
  const more = found(MORE_TEXTS, text, at) ?? '';
  const end = at + more.length;
  const names = [...more.matchAll(/"([^"\n]*)"/g)].map(([, name = '']) => name);
  const isOfNames = names.some((name) => isNameThere(path.slice(0, -1), name));
  // Where only the bracket at the start is missing, that is told by itself.
  return isOfNames || found(LAST_TEXT, text, end) !== null ? at : end;
}

export const isNextOfList = (kind: 'object' | 'string', text: string, at: number): boolean =>
  found(kind === 'object' ? COMMA_AND_OBJECT : COMMA_AND_TEXT, text, at) !== null;

/** Whether a name with its colon comes next. */
export const isNamed = (text: string, at: number): boolean => found(NAMED, text, at) !== null;

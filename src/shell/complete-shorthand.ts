// Completion of values with parts, in the shorthand of the CLI: `Key=name,Value=text`.
import type { AnyParameter, AnyParameters } from '../api/parameters.ts';

/**
 * What may follow, whole words in place of the one that is typed: the next part that has to be given, or any that begins
 * as what is typed, and its values where there are some to choose from.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function shorthandValues(members: AnyParameters, word: string): readonly string[] {
  if (/^\s*[[{]/.test(word)) return [];
  const start = word.lastIndexOf(',') + 1;
  const [before, part] = [word.slice(0, start), word.slice(start)];
  const given = new Set([...word.matchAll(/(?:^|,)(\w+)=/g)].map(([, name]) => name));
  const left = Object.entries(members).filter(([name]) => !given.has(name));
  const next = left.find(([, { required }]) => required)?.[0];
  const [, name, value] = /^(\w+)=(.*)$/s.exec(part) ?? [];
  if (name === undefined) {
    const meant = part === '' && next !== undefined ? [next] : left.map(([one]) => one);
    return meant.map((one) => `${before}${one}=`);
  }
  const choices = choicesOf(members[name]).map((choice) => `${before}${name}=${choice}`);
  return choices.length > 0 && !choices.includes(word)
    ? choices
    : value === '' || next === undefined
      ? []
      : [`${word},${next}=`];
}

function choicesOf(shape: AnyParameter | undefined): readonly string[] {
  if (shape?.type === 'boolean') return ['true', 'false'];
  return (shape?.type === 'text' && shape.oneOf) || [];
}

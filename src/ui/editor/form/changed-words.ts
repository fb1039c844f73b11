// What an undo or redo did to the statements of a policy, in a few words.
import { nodeAt } from '../../../policy/form/json-text.ts';
import { readForm } from '../../../policy/form/read-form.ts';

/** The statements as they are written; null where fields cannot show them. */
const written = (text: string): readonly string[] | null =>
  readForm(text.trim() === '' ? '{}' : text)?.statements.map(({ path }) => {
    const node = nodeAt(text, path);
    return node ? text.slice(node.from, node.to) : '';
  }) ?? null;

/** `statement 2 is there again`: it finishes "Undone: …". */
export function changedWords(before: string, after: string): string {
  const [old, now] = [written(before), written(after)];
  if (!old || !now) return 'the text is changed';
  const more = now.length - old.length;
  if (Math.abs(more) > 1)
    return `there ${now.length === 1 ? 'is 1 statement' : `are ${now.length} statements`}`;
  const longer = more > 0 ? now : old;
  const at = longer.findIndex((statement, place) => statement !== (more > 0 ? old : now)[place]);
  if (at < 0) return 'the text is changed beside the statements';
  const what = more > 0 ? 'is there again' : more < 0 ? 'is gone' : 'is changed';
  return `statement ${at + 1} ${what}`;
}

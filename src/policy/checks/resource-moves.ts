// The ways out for actions that do not go with the resources of their statement: a statement of their own, or one more resource.
import type { ActionDetails } from '../../aws/vocabulary.ts';
import type { Edit, Fix } from '../diagnostic.ts';
import type { Draft, DraftStatement } from '../draft.ts';
import type { Json, JsonArray } from '../json.ts';
import type { Span, Spanned } from '../span.ts';
import { appended, fix, removal, replacement } from './mend.ts';
import { quoted } from './subject.ts';
import { fewInWords } from './words.ts';

/** As many actions, or resources, as a button names. */
const MOST_NAMED = 3;

const valueOf = ({ json }: DraftStatement, element: string): Json | undefined =>
  json.members.find(({ name }) => name.value === element)?.value;

/** A fix that moves actions to a copy of the statement about every resource; where none would stay, no copy is needed. */
export function ofTheirOwn(
  text: string,
  draft: Draft,
  statement: DraftStatement,
  away: readonly Spanned<string>[],
): readonly Fix[] {
  const [action, resource] = [valueOf(statement, 'Action'), valueOf(statement, 'Resource')];
  const all = draft.json?.members.find(({ name }) => name.value === 'Statement')?.value;
  if (action === undefined || resource === undefined || all === undefined) return [];
  const everything = replacement(resource, '"*"');
  if (action.kind !== 'array' || action.items.length === away.length) return [fix('Use "*"', everything)];
  const isAway = ({ from }: Span): boolean => away.some((one) => one.from === from);
  const names = fewInWords(
    away.map(({ value }) => quoted(value)),
    MOST_NAMED,
  );
  const copy = within(text, statement, [
    everything,
    replacement(
      action,
      listOf(text, action, (item) => isAway(item)),
    ),
    ...statement.json.members.filter(({ name }) => name.value === 'Sid').map((sid) => removal(text, sid)),
  ]);
  const space = /\s*$/.exec(text.slice(0, statement.from))?.[0] ?? '';
  const isListed = all.kind === 'array';
  return [
    fix(
      `Move ${names} to a statement with "*"`,
      ...(isListed ? [] : [{ from: all.from, to: all.from, text: '[' }]),
      replacement(
        action,
        listOf(text, action, (item) => !isAway(item)),
      ),
      { from: statement.to, to: statement.to, text: `,${space}${copy}${isListed ? '' : ']'}` },
    ),
  ];
}

/** The text of a list with some of its items, set as it was. */
function listOf(text: string, { from, to, items }: JsonArray, keeps: (item: Json) => boolean): string {
  const [first, second] = items;
  const between = first && second ? text.slice(first.to, second.from) : ', ';
  const kept = items.filter(keeps).map((item) => text.slice(item.from, item.to));
  return (
    text.slice(from, first?.from ?? from + 1) +
    kept.join(between) +
    text.slice(items.at(-1)?.to ?? to - 1, to)
  );
}

/** A stretch of the text with changes made in it. */
const within = (text: string, { from, to }: Span, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (changed, edit) => changed.slice(0, edit.from - from) + edit.text + changed.slice(edit.to - from),
      text.slice(from, to),
    );

/**
 * In S3 bucket and objects are easily taken for each other: fixes that put the one that is missing beside the other, or in its
 * place.
 * @param isAlone No other action of the statement has to do with the resources that are there.
 */
export function besideThem(
  text: string,
  statement: DraftStatement,
  actions: readonly ActionDetails[],
  patterns: readonly string[],
  isAlone: boolean,
): readonly Fix[] {
  const types = new Set(actions.flatMap(({ resources }) => resources.map(({ type }) => type.name)));
  const resource = valueOf(statement, 'Resource');
  const buckets = patterns.filter((value) => /^arn:[^:]+:s3:::[^/]+$/.test(value));
  const objects = patterns.filter((value) => /^arn:[^:]+:s3:::[^/]+\/./.test(value));
  const missing = types.has('object')
    ? buckets.map((bucket) => `${bucket}/*`)
    : types.has('bucket')
      ? [...new Set(objects.map((object) => object.slice(0, object.indexOf('/'))))]
      : [];
  if (resource === undefined || missing.length === 0) return [];
  const items = missing.map(quoted);
  const names = fewInWords(items, MOST_NAMED);
  const list = items.length === 1 ? names : `[${items.join(', ')}]`;
  const isOther = (types.has('object') ? buckets : objects).length === patterns.length;
  return [
    ...(isAlone && isOther ? [fix(`Use ${names}`, replacement(resource, list))] : []),
    fix(`Add ${names}`, appended(resource, text, items.join(', '))),
  ];
}

// Checks of a policy document: actions, resources and statements that others cover.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PatternElement } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import type { Json } from '../json.ts';
import type { Spanned } from '../span.ts';
import { fault } from './codes.ts';
import { fix, removal } from './mend.ts';
import { quoted, type Subject } from './subject.ts';

/** Longer lists, and longer patterns, are not compared one by one: no policy that can be saved has them. */
const MOST_PATTERNS = 500;
const LONGEST_PATTERN = 256;
const MOST_STATEMENTS = 60;

const folded = (value: string): string => value.toLowerCase().replace(/\*+/g, '*');
const asWritten = (value: string): string => value.replace(/\*+/g, '*');

export function checkRedundancy({ text, draft, vocabulary }: Subject): readonly Diagnostic[] {
  return [
    ...draft.statements.flatMap(({ action, resource }) => [
      ...checkPatterns(text, action?.patterns ?? [], 'REDUNDANT_ACTION', folded).filter(
        // A misspelled action is told as such: it adds nothing for another reason.
        ({ from }) => isKnown(vocabulary, action?.patterns.find((one) => one.from === from)?.value ?? ''),
      ),
      ...checkPatterns(text, resource?.patterns ?? [], 'REDUNDANT_RESOURCE', asWritten),
    ]),
    ...checkStatements(text, draft.statements),
  ];
}

const isKnown = (vocabulary: Vocabulary | undefined, action: string): boolean =>
  !vocabulary || hasWildcard(action) || vocabulary.actions.has(action.toLowerCase());

/** Whole patterns are compared: `s3:Get*` covers `s3:GetObject`, while two that only overlap are both left alone. */
function checkPatterns(
  text: string,
  patterns: readonly Spanned<string>[],
  code: 'REDUNDANT_ACTION' | 'REDUNDANT_RESOURCE',
  form: (value: string) => string,
): Diagnostic[] {
  if (patterns.length > MOST_PATTERNS) return [];
  const forms = patterns.map(({ value }) => form(value));
  return patterns.flatMap((pattern, index) => {
    const own = forms[index] ?? '';
    if (own.length > LONGEST_PATTERN) return [];
    const cover = patterns.find((_, other) => {
      const general = forms[other] ?? '';
      if (other === index || general.length > LONGEST_PATTERN) return false;
      return general === own ? other < index : covers(general, own);
    });
    if (cover === undefined) return [];
    return [fault(code, pattern, quoted(cover.value), { fixes: [fix('Remove it', removal(text, pattern))] })];
  });
}

/** What decides whether statements say the same, read once for each. */
interface Gist {
  readonly statement: DraftStatement;
  readonly effect: string | undefined;
  readonly principal: string | null;
  readonly condition: string | null;
}

const gistOf = (statement: DraftStatement): Gist => ({
  statement,
  effect: statement.effect?.value,
  principal: member(statement, /^(Not)?Principal$/),
  condition: member(statement, /^Condition$/),
});

/** A statement that says no more than another one. */
function checkStatements(text: string, statements: readonly DraftStatement[]): Diagnostic[] {
  if (statements.length > MOST_STATEMENTS) return [];
  const gists = statements.map(gistOf);
  return gists.flatMap((gist, index) => {
    const cover = gists.find(
      (other, at) =>
        at !== index && coversStatement(other, gist) && (at < index || !coversStatement(gist, other)),
    );
    if (cover === undefined) return [];
    const { from } = gist.statement;
    const { sid } = cover.statement;
    const subject = sid?.value ? `the statement ${quoted(sid.value)}` : 'another statement';
    const fixes = [fix('Remove the statement', removal(text, gist.statement))];
    return [fault('REDUNDANT_STATEMENT', { from, to: from + 1 }, subject, { fixes })];
  });
}

const coversStatement = (general: Gist, specific: Gist): boolean =>
  general.effect !== undefined &&
  general.effect === specific.effect &&
  general.principal === specific.principal &&
  (general.condition === null || general.condition === specific.condition) &&
  coversElement(general.statement.action, specific.statement.action, folded) &&
  (general.statement.resource === undefined && specific.statement.resource === undefined
    ? true
    : coversElement(general.statement.resource, specific.statement.resource, asWritten));

function coversElement(
  general: PatternElement | undefined,
  specific: PatternElement | undefined,
  form: (value: string) => string,
): boolean {
  if (general?.negated !== false || specific?.negated !== false || specific.patterns.length === 0)
    return false;
  if (general.patterns.length * specific.patterns.length > MOST_PATTERNS * 10) return false;
  return specific.patterns.every(({ value }) =>
    general.patterns.some(
      (one) =>
        one.value.length <= LONGEST_PATTERN &&
        value.length <= LONGEST_PATTERN &&
        covers(form(one.value), form(value)),
    ),
  );
}

/** What an element says, without its layout. */
function member({ json }: DraftStatement, name: RegExp): string | null {
  const found = json.members.find((one) => name.test(one.name.value));
  return found === undefined ? null : found.name.value + plain(found.value);
}

function plain(json: Json): string {
  if (json.kind === 'array') return `[${json.items.map(plain).toSorted().join()}]`;
  if (json.kind !== 'object') return quoted(json.value);
  const members = json.members.map(({ name, value }) => `${quoted(name.value)}:${plain(value)}`);
  return `{${members.toSorted().join()}}`;
}

// Checks of a policy document: actions, resources and statements that others cover.
import type { Diagnostic } from '../diagnostic.ts';
import type { PatternElement } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers } from '../glob.ts';
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

export function checkRedundancy({ text, draft }: Subject): readonly Diagnostic[] {
  return [
    ...draft.statements.flatMap(({ action, resource }) => [
      ...checkPatterns(text, action?.patterns ?? [], 'REDUNDANT_ACTION', folded),
      ...checkPatterns(text, resource?.patterns ?? [], 'REDUNDANT_RESOURCE', asWritten),
    ]),
    ...checkStatements(text, draft.statements),
  ];
}

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

/** A statement that says no more than another one. */
function checkStatements(text: string, statements: readonly DraftStatement[]): Diagnostic[] {
  if (statements.length > MOST_STATEMENTS) return [];
  return statements.flatMap((statement, index) => {
    const cover = statements.find(
      (other, at) =>
        at !== index &&
        coversStatement(other, statement) &&
        (at < index || !coversStatement(statement, other)),
    );
    if (cover === undefined) return [];
    const subject = cover.sid?.value ? `the statement ${quoted(cover.sid.value)}` : 'another statement';
    const fixes = [fix('Remove the statement', removal(text, statement))];
    return [
      fault('REDUNDANT_STATEMENT', { from: statement.from, to: statement.from + 1 }, subject, { fixes }),
    ];
  });
}

const coversStatement = (general: DraftStatement, specific: DraftStatement): boolean =>
  general.effect?.value !== undefined &&
  general.effect.value === specific.effect?.value &&
  coversElement(general.action, specific.action, folded) &&
  (general.resource === undefined && specific.resource === undefined
    ? true
    : coversElement(general.resource, specific.resource, asWritten)) &&
  member(general, /^(Not)?Principal$/) === member(specific, /^(Not)?Principal$/) &&
  [null, member(specific, /^Condition$/)].includes(member(general, /^Condition$/));

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

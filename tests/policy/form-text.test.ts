// Laws of the text that the form writes: in whatever layout, it stays JSON, says what was changed and keeps all else by the letter.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  addStatement,
  removeStatement,
  setCondition,
  setEffect,
  setList,
  setPrincipal,
  setSid,
} from '../../src/policy/form/edit-form.ts';
import { readForm, type FormStatement } from '../../src/policy/form/read-form.ts';
import { readJson, type Json, type JsonMember } from '../../src/policy/json.ts';
import { someDocument } from './arbitrary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 60_000 });

/** Sets a value as somebody might: `space` is asked for what stands at each place where white space may. */
type Space = (place: 'open' | 'comma' | 'colon' | 'close', depth: number, isHolder: boolean) => string;

function laidOut(value: unknown, space: Space, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((item) => laidOut(item, space, depth + 1))
    : Object.entries(value).map(
        ([name, item]) =>
          `${JSON.stringify(name)}${space('colon', depth, false)}${laidOut(item, space, depth + 1)}`,
      );
  if (parts.length === 0) return `${open}${close}`;
  const holdsObjects = Array.isArray(value) && value.some((item) => typeof item === 'object');
  const at = (place: 'open' | 'comma' | 'close') =>
    space(place, depth + Number(place !== 'close'), holdsObjects);
  return `${open}${at('open')}${parts.join(`,${at('comma')}`)}${at('close')}${close}`;
}

const indented =
  (unit: string, eol: string): Space =>
  (place, depth) =>
    place === 'colon' ? ': ' : eol + unit.repeat(depth);

const LAYOUTS: Readonly<Record<string, Space>> = {
  minified: (place) => (place === 'colon' ? ':' : ''),
  'on one line': (place) => ({ open: '', close: '', comma: ' ', colon: ': ' })[place],
  // `"Statement": [{`, `}, {` and `}]`, as in many examples of AWS.
  docs: (place, depth, isHolder) =>
    place === 'colon'
      ? ': '
      : isHolder
        ? place === 'comma'
          ? ' '
          : ''
        : `\n${'  '.repeat(Math.max(0, depth - 1))}`,
  'two spaces': indented('  ', '\n'),
  'four spaces': indented('    ', '\n'),
  tabs: indented('\t', '\n'),
  'carriage returns': indented('  ', '\r\n'),
};

const ODD_SPACE = ['', ' ', '   ', '\n', '\r\n', '\t', '\n\n    ', ' \n '];

const someText = fc
  .tuple(
    someDocument,
    fc.constantFrom(...Object.keys(LAYOUTS), 'odd'),
    fc.array(fc.constantFrom(...ODD_SPACE), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .map(([document, name, odd, isAlone]) => {
    let next = 0;
    const some = () => odd[next++ % odd.length] ?? '';
    const space: Space = LAYOUTS[name] ?? ((place) => (place === 'colon' ? `${some()}:${some()}` : some()));
    // What is alone in its list may stand without the list.
    const read: unknown = JSON.parse(document.text, (_, value: unknown) =>
      isAlone && Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value,
    );
    return laidOut(read, space);
  });

/** What is done to a statement, and what its element is to be after it. */
interface Deed {
  /** The element; null: the statement itself. */
  readonly of: 'Sid' | 'Effect' | 'Principal' | 'Action' | 'Resource' | 'Condition' | null;
  readonly after: string;
  /** Of the form of the statement; null: it is gone. */
  readonly expected: Partial<FormStatement> | null;
}

const KINDS = ['effect', 'sid', 'no sid', 'remove', 'value', 'no value', 'no values', 'negate'] as const;
const MORE = ['principal', 'no principal', 'condition', 'no condition', 'condition value'] as const;
const LAST = ['no condition value', 'condition key', 'condition operator'] as const;
const someDeed = fc.record({
  kind: fc.constantFrom(...KINDS, ...MORE, ...LAST),
  at: fc.nat(10),
  which: fc.nat(10),
  element: fc.constantFrom('Action' as const, 'Resource' as const),
  word: fc.constantFrom('s3:GetObject', '*', 'a "quoted" one', 'x\u2028\\y', '__proto__'),
});
type SomeDeed = typeof someDeed extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length];

function deedOf({ kind, which, element, word }: SomeDeed, text: string, one: FormStatement): Deed | null {
  const { principal, conditions, sid } = one;
  const list = element === 'Action' ? one.action : one.resource;
  const condition = pick(conditions, which);
  const listed = (to: typeof list): Deed | null =>
    list &&
    to && {
      of: element,
      after: setList(text, one, element, to),
      expected: { [element.toLowerCase()]: to },
    };
  const conditioned = (from: typeof condition, to: typeof condition): Deed | null => {
    if (one.unshown.includes('Condition') || (!from && !to)) return null;
    const others = conditions.filter((other) => other !== from);
    const isTaken = others.some((other) => other.operator === to?.operator && other.key === to.key);
    return {
      of: 'Condition',
      after: setCondition(text, one, from ?? null, to ?? null),
      expected: { conditions: isTaken ? conditions : [...others, ...(to ? [to] : [])] },
    };
  };
  switch (kind) {
    case 'effect':
      return { of: 'Effect', after: setEffect(text, one, 'Deny'), expected: { effect: 'Deny' } };
    case 'sid':
      return { of: 'Sid', after: setSid(text, one, word), expected: { sid: word } };
    case 'no sid':
      return sid === null ? null : { of: 'Sid', after: setSid(text, one, ''), expected: { sid: null } };
    case 'remove':
      return { of: null, after: removeStatement(text, one), expected: null };
    case 'value':
      return listed(list && { ...list, values: [...list.values, word] });
    case 'no value':
      return listed(
        list && { ...list, values: list.values.toSpliced(which % Math.max(1, list.values.length), 1) },
      );
    case 'no values':
      return listed(list && { ...list, values: [] });
    case 'negate':
      return listed(list && { ...list, negated: !list.negated });
    case 'principal':
    case 'no principal': {
      if (!principal) return null;
      const added = { kind: 'AWS', value: '444455556666' } as const;
      const entries =
        kind === 'no principal'
          ? principal.entries.toSpliced(which % Math.max(1, principal.entries.length), 1)
          : [...principal.entries.filter((entry) => entry.kind !== 'Everyone'), added];
      const to = { ...principal, entries };
      return { of: 'Principal', after: setPrincipal(text, one, to), expected: { principal: to } };
    }
    case 'condition': {
      const to = { operator: 'StringLike', key: word, values: ['a'] };
      const isThere = conditions.some((other) => other.operator === to.operator && other.key === to.key);
      return isThere ? null : conditioned(undefined, to);
    }
    case 'no condition':
      return conditioned(condition, undefined);
    case 'condition value':
      return condition ? conditioned(condition, { ...condition, values: [...condition.values, word] }) : null;
    case 'no condition value':
      return condition ? conditioned(condition, { ...condition, values: condition.values.slice(1) }) : null;
    case 'condition key':
      return condition ? conditioned(condition, { ...condition, key: word }) : null;
    case 'condition operator':
      return condition ? conditioned(condition, { ...condition, operator: 'StringLikeIfExists' }) : null;
  }
}

const treeOf = (text: string): Json => {
  const read = readJson(text);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.from} of ${text}`);
  return read.value;
};
const membersOf = (json: Json | undefined): readonly JsonMember[] =>
  json?.kind === 'object' ? json.members : [];
const statementsOf = (text: string): readonly Json[] => {
  const value = membersOf(treeOf(text)).find(({ name }) => name.value === 'Statement')?.value;
  return value?.kind === 'array' ? value.items : value ? [value] : [];
};
const textOf = (text: string, { from, to }: { from: number; to: number }): string => text.slice(from, to);
const isOf = (of: string, name: string): boolean => name === of || name === `Not${of}`;

/** In no order: the conditions of a statement have none that matters. */
const inNoOrder = (statement: FormStatement): unknown => ({
  ...statement,
  path: null,
  principal: statement.principal && {
    ...statement.principal,
    entries: statement.principal.entries.map((entry) => JSON.stringify(entry)).toSorted(),
  },
  conditions: statement.conditions.map((one) => JSON.stringify(one)).toSorted(),
});

test('whatever the layout and whatever is done: JSON, what was meant, and all else by the letter', () => {
  const property = fc.property(
    someText,
    fc.array(someDeed, { minLength: 1, maxLength: 6 }),
    (text, deeds) => {
      let now = text;
      for (const some of deeds) {
        const before = readForm(now)?.statements ?? [];
        const one = pick(before, some.at);
        const deed = one && deedOf(some, now, one);
        if (!deed) continue;
        const { of, after, expected } = deed;
        const at = before.indexOf(one);

        const wanted = before.flatMap((other, place) =>
          place !== at ? [other] : expected ? [{ ...other, ...expected }] : [],
        );
        treeOf(after);
        expect(readForm(after)?.statements.map(inNoOrder)).toEqual(wanted.map(inNoOrder));

        const [old, fresh] = [statementsOf(now), statementsOf(after)];
        const kept = (text_: string, all: readonly Json[], isAll: boolean) =>
          all.filter((_, place) => isAll || place !== at).map((json) => textOf(text_, json));
        expect(kept(after, fresh, of === null)).toEqual(kept(now, old, false));
        if (of !== null) {
          const [was, is] = [old[at], fresh[at]];
          if (!was || !is) throw new Error('a statement has gone');
          const others = (text_: string, json: Json) =>
            membersOf(json)
              .filter(({ name }) => !isOf(of, name.value))
              .map((member) => textOf(text_, member));
          expect(others(after, is)).toEqual(others(now, was));
          expect(after.slice(0, is.from)).toBe(now.slice(0, was.from));
          expect(after.slice(is.to)).toBe(now.slice(was.to));
        }
        now = after;
      }
      const more = addStatement(now, 'identity');
      expect(statementsOf(more).map((json) => textOf(more, json))).toEqual([
        ...statementsOf(now).map((json) => textOf(now, json)),
        expect.stringContaining('"Allow"'),
      ]);
    },
  );
  fc.assert(property, { numRuns: 400 });
});

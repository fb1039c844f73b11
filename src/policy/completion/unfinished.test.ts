// Tests of completion in a text that is no JSON yet: what is accepted never makes it less so, and a word needs no quotes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accept,
  at,
  DOCUMENTS,
  expectOffered,
  known,
  statement,
  TRUST,
  type About,
  type Offered,
} from '../../../tests/fixtures/completion.ts';
import { VOCABULARY as vocabulary } from '../../../tests/policy/vocabulary.ts';
import type { PolicyType } from '../document.ts';
import { readJson } from '../json.ts';
import { readTolerantly } from '../tolerant-json.ts';
import { complete } from './complete.ts';

const TYPES: readonly PolicyType[] = ['identity', 'resource', 'trust', 'scp', 'rcp', 'endpoint'];

const faultsIn = (text: string): number => (readJson(text).ok ? 0 : readTolerantly(text).faults.length);

interface Cut {
  readonly text: string;
  readonly cursor: number;
}

/** Somebody stopped typing here, with or without what already follows. */
const cutAnywhere = fc
  .tuple(fc.constantFrom(...DOCUMENTS), fc.nat(), fc.boolean())
  .map(([document, place, isEnd]): Cut => {
    const cursor = place % (document.length + 1);
    return { text: isEnd ? document.slice(0, cursor) : document, cursor };
  });

/** The same within a string that was begun without its quotes, or with those of another language. */
const cutInWord = fc
  .tuple(fc.constantFrom(...DOCUMENTS), fc.nat(), fc.nat(), fc.boolean(), fc.constantFrom('', "'"))
  .map(([document, which, length, isEnd, quote]): Cut => {
    const strings = [...document.matchAll(/"([^"]*)"/g)];
    const chosen = strings[which % Math.max(1, strings.length)];
    if (chosen === undefined) return { text: document, cursor: document.length };
    const [whole, inner = ''] = chosen;
    const typed = quote + inner.slice(0, length % (inner.length + 1));
    const rest = isEnd ? '' : document.slice(chosen.index + whole.length);
    return { text: document.slice(0, chosen.index) + typed + rest, cursor: chosen.index + typed.length };
  });

describe('whatever is accepted', () => {
  test.each([
    ['anywhere', cutAnywhere],
    ['in a word without quotes', cutInWord],
  ])('%s leaves no more faults than there were', (_, cut) => {
    fc.assert(
      fc.property(cut, fc.constantFrom(...TYPES), fc.nat(), ({ text, cursor }, type, choice) => {
        const { candidates } = complete(text, cursor, { type, vocabulary, known });
        const candidate = candidates[choice % Math.max(1, candidates.length)];
        if (!candidate) return;
        const after = text.slice(0, candidate.from) + candidate.insert + text.slice(candidate.to);
        expect(faultsIn(after), `${candidate.label} in ${accept(text, candidate)}`).toBeLessThanOrEqual(
          faultsIn(text),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a word without quotes is what was typed', () => {
  test.each<Offered>([
    ['an action', statement('"Action": s3:get|'), ['s3:Get*', 's3:GetObject'], ['s3:*', 's3:PutObject']],
    ['the service of an action', statement('"Action": s3:|'), ['s3:*'], ['ec2:']],
    ['an action in a list', statement('"Action": [s3:GetObjectAc|]'), ['s3:GetObjectAcl'], []],
    ['an action in single quotes', statement(`"Action": 's3:getobj|'`), ['s3:GetObject'], ['s3:PutObject']],
    ['a resource', statement('"Resource": arn:aws:s3:::maple|'), ['arn:aws:s3:::maple-drafts'], ['*']],
    ['a variable', statement('"Resource": arn:aws:s3:::maple-drafts/${aws:us|'), ['aws:username'], []],
    [
      'a principal',
      statement('"Principal": {"AWS": arn:aws:iam::111122223333:us|}'),
      ['arn:aws:iam::111122223333:user/noor'],
      ['*'],
      TRUST,
    ],
    [
      'an operator',
      statement('"Condition": {ForAnyValue:StringEq|}'),
      ['ForAnyValue:StringEquals'],
      ['StringEquals'],
    ],
    [
      'an operator begun',
      statement('"Condition": {ForAnyValue:|}'),
      ['ForAnyValue:StringEquals'],
      ['StringEquals'],
    ],
    ['a key', statement('"Condition": {"IpAddress": {aws:sour|}}'), ['aws:SourceIp'], []],
    ['a key begun', statement('"Condition": {"IpAddress": {aws:|\n}}'), ['aws:SourceIp'], []],
    [
      'the value of a key without quotes',
      statement('"Condition": {StringEquals: {aws:username: no|}}'),
      ['noor'],
      [],
    ],
    ['an element above the next', '{"Statement": {"Effect": |\nAction: "s3:*"}}', ['Allow', 'Deny'], []],
  ])('%s', (...row) => expectOffered(row));

  test.each<[text: string, label: string, after: string, about?: About]>([
    [statement('"Action": s3:get|'), 's3:GetObject', statement('"Action": "s3:GetObject"|')],
    [
      statement('"Action": s3:g|et, "Sid": ""'),
      's3:GetObject',
      statement('"Action": "s3:GetObject"|, "Sid": ""'),
    ],
    [statement('"Action": s3|'), 's3:', statement('"Action": "s3:|"')],
    [statement(`"Action": 's3:get|'`), 's3:GetObject', statement('"Action": "s3:GetObject"|')],
    [
      statement('"Resource": arn:aws:s3:::maple|'),
      'arn:aws:s3:::maple-drafts/*',
      statement('"Resource": "arn:aws:s3:::maple-drafts/*"|'),
    ],
    [
      statement('"Resource": arn:aws:s3:::b/${aws:us|}/*'),
      'aws:username',
      statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
    ],
    [
      statement('"Condition": {"IpAddress": {aws:sour|}}'),
      'aws:SourceIp',
      statement('"Condition": {"IpAddress": {"aws:SourceIp": "|"}}'),
    ],
    [
      statement('"Condition": {"IpAddress": {aws:sour|: ""}}'),
      'aws:SourceIp',
      statement('"Condition": {"IpAddress": {"aws:SourceIp"|: ""}}'),
    ],
  ])('%s, %s', (marked, label, after, about) => {
    const { text, candidates } = at(marked, about);
    const candidate = candidates.find((one) => one.label === label);
    expect(candidate && accept(text, candidate)).toBe(after);
  });
});

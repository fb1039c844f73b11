// Tests of completion: what accepting a candidate makes of the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accept,
  ACCOUNT,
  at,
  BUCKET,
  DOCUMENTS,
  known,
  statement,
  type About,
} from '../../../tests/fixtures/completion.ts';
import { VOCABULARY as vocabulary } from '../../../tests/policy/vocabulary.ts';
import type { PolicyType } from '../document.ts';
import { readJson } from '../json.ts';
import { complete } from './complete.ts';

describe('what accepting makes of the text', () => {
  test.each<[text: string, label: string, after: string, about?: About]>([
    [
      '|',
      'Policy document',
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      |\n    }\n  ]\n}',
    ],
    [
      '{"Version": "2012-10-17"|}',
      'Statement',
      '{"Version": "2012-10-17", "Statement": [\n  {\n    |\n  }\n]}',
    ],
    ['{\n  "Version": "2012-10-17"|\n}', 'Id', '{\n  "Version": "2012-10-17",\n  "Id": "|"\n}', BUCKET],
    [
      '{\n  "Version": "2012-10-17"\n  "I|"\n}',
      'Id',
      '{\n  "Version": "2012-10-17",\n  "Id": "|"\n}',
      BUCKET,
    ],
    ['{| "Statement": []}', 'Version', '{"Version": "2012-10-17"|, "Statement": []}'],
    ['{"Vers|": "2012-10-17"}', 'Version', '{"Version"|: "2012-10-17"}'],
    ['{"Statement": [{}|]}', 'Statement', '{"Statement": [{}, {\n  |\n}]}'],
    [statement('Eff|'), 'Effect', statement('"Effect": "|"')],
    [statement('"Effect": |, "Action": "s3:*"'), 'Deny', statement('"Effect": "Deny"|, "Action": "s3:*"')],
    [statement('"Effect": "A|llow"'), 'Allow', statement('"Effect": "Allow"|')],
    [statement('"Action": "|"'), 's3:', statement('"Action": "s3:|"')],
    [statement('"Action": "s3:Ge|"'), 's3:Get*', statement('"Action": "s3:Get*"|')],
    [statement('"Action": "s3:GetObject"|'), 'Another one', statement('"Action": ["s3:GetObject", "|"]')],
    [statement('"Action": ["s3:GetObject"|]'), 's3:', statement('"Action": ["s3:GetObject", "s3:|"]')],
    [
      statement('"Action": ["s3:Ge|'),
      's3:GetObject',
      '{"Version": "2012-10-17", "Statement": [{"Action": ["s3:GetObject"|}]}',
    ],
    [statement('"Principal": {|}'), '*', statement('"Principal": "*"|'), BUCKET],
    [
      statement('"Condition": {"IpAddress": {|}}'),
      'aws:SourceIp',
      statement('"Condition": {"IpAddress": {"aws:SourceIp": "|"}}'),
    ],
    [
      statement('"Condition": {"StringEquals": {"aws:Pr|"}}'),
      'aws:PrincipalTag/',
      statement('"Condition": {"StringEquals": {"aws:PrincipalTag/|": ""}}'),
    ],
    [
      statement('"Resource": "arn:aws:s3:::b/${aws:us|}/*"'),
      'aws:username',
      statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
    ],
    [
      statement('"Resource": "arn:aws:s3:::b/$|/*"'),
      'aws:username',
      statement('"Resource": "arn:aws:s3:::b/${aws:username}|/*"'),
    ],
  ])('%s, %s', (marked, label, after, about) => {
    const { text, candidates } = at(marked, about);
    const candidate = candidates.find((one) => one.label === label);
    expect(candidate, `${label} is offered`).toBeDefined();
    if (candidate) expect(accept(text, candidate)).toBe(after);
  });

  test('the part of a form that is to be filled in is selected', () => {
    const { candidates } = at(statement('"Action": "sqs:*", "Resource": "|"'));
    const form = candidates.find(({ label }) => label === `arn:aws:sqs:eu-west-1:${ACCOUNT}:*`);
    expect(form?.insert.slice(...(form.select as [number, number]))).toBe('*');
  });
});

test('of a subject of GitHub the repository is to be typed', () => {
  const { candidates } = at(
    statement('"Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "|"}}'),
    { type: 'trust' },
  );
  const [first] = candidates;
  expect(first?.insert.slice(...(first.select as [number, number]))).toBe('ORG/REPO');
});

describe('a text that could be read', () => {
  const TYPES: readonly PolicyType[] = ['identity', 'resource', 'trust', 'scp', 'rcp', 'endpoint'];

  test('can still be read, whatever is accepted wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS),
        fc.constantFrom(...TYPES),
        fc.nat(),
        fc.nat(),
        (text, type, place, choice) => {
          expect(readJson(text).ok).toBe(true);
          const cursor = place % (text.length + 1);
          const { candidates } = complete(text, cursor, { type, vocabulary, known });
          const candidate = candidates[choice % Math.max(1, candidates.length)];
          if (!candidate) return;
          const after = text.slice(0, candidate.from) + candidate.insert + text.slice(candidate.to);
          expect(readJson(after), `${candidate.label} at ${cursor}: ${after}`).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['"Action": "s3:|"', ''],
  ['"Action": "iam:|"', ''],
  ['"Action": "|"', ''],
  ['"Action": "ec2:|"', /^and \d+ more: type on$/],
  ['"Action": "describe|"', 'and more: type on'],
])('%s: what a list has no room for is said', (inside, said) => {
  const marked = statement(inside);
  const found = complete(marked.replace('|', ''), marked.indexOf('|'), {
    type: 'identity',
    vocabulary,
    known,
  });
  expect(found.more).toMatch(said === '' ? /^$/ : said);
});

test('all actions of a service are there to be reached', () => {
  const { labels } = at(statement('"Action": "s3:|"'));
  const all = [...(vocabulary.service('s3')?.actions.values() ?? [])].map(({ name }) => name);
  expect(all.filter((name) => !labels.includes(name))).toEqual([]);
});

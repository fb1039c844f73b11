// Tests for grouping and folding statements.
import { expect, test } from 'vitest';
import { NO_POLICIES, type AppliedPolicy } from '../../evaluation/applicable.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import { explain } from '../../evaluation/explain.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { allow, BOOKSHOP, policyText } from '../../../tests/fixtures/world.ts';
import { groupStatements, viaWords } from './statement-groups.ts';

const policy = (name: string, via: string, ...statements: readonly object[]): AppliedPolicy => {
  const { document } = parsePolicy(policyText(...statements));
  if (!document) throw new Error(`${name} is no policy`);
  return { source: { id: name, name, kind: 'customerManaged', via: { kind: 'group', name: via } }, document };
};
const groupsOf = (...identity: readonly AppliedPolicy[]) =>
  groupStatements(
    explain(
      evaluate(
        { ...NO_POLICIES, identity },
        {
          principal: {
            kind: 'user',
            arn: `arn:aws:iam::${BOOKSHOP}:user/noor`,
            account: BOOKSHOP,
            name: 'noor',
          },
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::drafts/a',
          resourceAccount: BOOKSHOP,
          context: {},
        },
      ),
    ).statements,
  );
const miss = allow('s3:GetObject');
const close = allow('s3:PutObject', 'arn:aws:s3:::other/*');
const conditional = { ...allow('s3:PutObject'), Condition: { StringEquals: { 'aws:username': 'amira' } } };
const forbids = { ...close, Effect: 'Deny' };
const numbers = (statements: readonly { readonly number: number }[]) =>
  statements.map(({ number }) => number);

test('what came near stands first, and statements about other actions are folded', () => {
  const [group] = groupsOf(policy('Long', 'A', miss, forbids, close, miss, conditional));
  expect(numbers(group?.shown ?? [])).toEqual([5, 3, 2]);
  expect(numbers(group?.others ?? [])).toEqual([1, 4]);
});

test('what decided stands before everything', () => {
  const [group] = groupsOf(policy('Long', 'A', close, miss, allow('s3:Put*'), forbids));
  expect(numbers(group?.shown ?? [])).toEqual([3, 1, 4]);
});

test('policies in which something came near stand before those in which nothing did', () => {
  const groups = groupsOf(
    policy('Other', 'A', miss),
    policy('Aside', 'A', forbids),
    policy('Near', 'A', miss, close),
    policy('Another', 'A', miss),
  );
  expect(groups.map(({ name }) => name)).toEqual(['Near', 'Aside', 'Other', 'Another']);
});

test('the same policy through two groups is two groups of statements', () => {
  const groups = groupsOf(policy('Same', 'A', miss), policy('Same', 'B', miss));
  expect(groups.map(({ name, source }) => [name, viaWords(source)])).toEqual([
    ['Same', 'through group A'],
    ['Same', 'through group B'],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
});

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
const numbers = (statements: readonly { readonly number: number }[]) =>
  statements.map(({ number }) => number);

test('a short policy is shown whole', () => {
  const [group] = groupsOf(policy('Short', 'A', miss, miss, miss, close));
  expect(numbers(group?.shown ?? [])).toEqual([1, 2, 3, 4]);
  expect(group?.folded).toEqual([]);
});

test('a long policy keeps what matched and the two that came closest, in its own order', () => {
  const [group] = groupsOf(policy('Long', 'A', miss, miss, miss, close, allow('s3:Put*'), miss, close));
  expect(numbers(group?.shown ?? [])).toEqual([4, 5, 7]);
  expect(numbers(group?.folded ?? [])).toEqual([1, 2, 3, 6]);
});

test('the same policy through two groups is two groups of statements', () => {
  const groups = groupsOf(policy('Same', 'A', miss), policy('Same', 'B', miss));
  expect(groups.map(({ name, source }) => [name, viaWords(source)])).toEqual([
    ['Same', 'through group A'],
    ['Same', 'through group B'],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
});

// Pages: an operation asked page after page gives what it would give at once, wherever the list is cut.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AnyInput } from '../../parameters.ts';
import { paged, wholeOf, type Paged, type PageOptions } from './pages.ts';
import type { Response } from './response.ts';
import { parseToken, printToken } from './starting-token.ts';

const ALL: PageOptions = { maxItems: null, pageSize: null, startingToken: null };

/** A service with a list that it cuts as IAM does. */
function listing(users: readonly PlainJson[], usual = 3) {
  const inputs: AnyInput[] = [];
  const call = (input: AnyInput): Result<Response, string> => {
    inputs.push(input);
    const start = Number(input.Marker ?? 0);
    const end = start + Number(input.MaxItems ?? usual);
    const page = { Users: users.slice(start, end) };
    return ok(
      end < users.length
        ? { ...page, IsTruncated: true, Marker: String(end) }
        : { ...page, IsTruncated: false },
    );
  };
  return { call, inputs };
}

const users = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `u${index}`);

test('all pages are one list, without a word about pages', () => {
  const { call, inputs } = listing(users(7));
  const answer = paged('iam:ListUsers', { PathPrefix: '/' }, ALL, call);
  expect(wholeOf(answer)).toEqual({ Users: users(7) });
  expect(inputs).toEqual([
    { PathPrefix: '/' },
    { PathPrefix: '/', Marker: '3' },
    { PathPrefix: '/', Marker: '6' },
  ]);
});

test('one that pages by itself gets its page', () => {
  const { call } = listing(users(7));
  const page = { Users: ['u3', 'u4', 'u5'], IsTruncated: true, Marker: '6' };
  expect(wholeOf(paged('iam:ListUsers', { Marker: '3' }, ALL, call))).toEqual(page);
  expect(wholeOf(paged('iam:ListUsers', { Marker: '3' }, null, call))).toEqual(page);
});

describe('the token of a list that is cut', () => {
  test('is that of the AWS CLI', () => {
    const { call } = listing(users(7));
    const within = paged('iam:ListUsers', {}, { ...ALL, maxItems: 2 }, call);
    // {"Marker": null, "boto_truncate_amount": 2}
    expect(within.nextToken).toBe('eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==');
    expect(wholeOf(within)).toEqual({ Users: ['u0', 'u1'], NextToken: within.nextToken });
    const between = paged('iam:ListUsers', {}, { ...ALL, maxItems: 3 }, call);
    // {"Marker": "3"}
    expect(between.nextToken).toBe('eyJNYXJrZXIiOiAiMyJ9');
  });

  test('follows on wherever lists are cut, by pages of any size', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (count, usual, maxItems, pageSize) => {
          const { call } = listing(users(count), usual);
          const seen: PlainJson[] = [];
          let startingToken: string | null = null;
          do {
            const answer: Paged<string> = paged(
              'iam:ListUsers',
              {},
              { maxItems, pageSize, startingToken },
              call,
            );
            const part = wholeOf(answer).Users;
            expect(part).toSatisfy((items) => Array.isArray(items) && items.length <= maxItems);
            seen.push(part ?? null);
            startingToken = answer.nextToken;
          } while (startingToken !== null);
          expect(seen.flat()).toEqual(users(count));
        },
      ),
    ));

  test.each([
    ['an opaque token of the service', '100', { tokens: { Marker: '100' }, skip: 0 }],
    ['the form of earlier versions', 'None___3', { tokens: { Marker: null }, skip: 3 }],
    ['too many parts', 'a___b___c', null],
    ['one of another operation', printToken({ NextToken: 'x' }, 1), null],
  ])('%s', (_what, text, start) => expect(parseToken(text, ['Marker'])).toEqual(start));

  test('that none gave is refused', () => {
    const { call } = listing(users(3));
    expect(paged('iam:ListUsers', {}, { ...ALL, startingToken: 'a___b___c' }, call).failure).toEqual({
      by: 'client',
      message: 'Bad starting token: a___b___c',
    });
  });
});

test('an error on a later page comes after what was got', () => {
  const { call } = listing(users(5));
  const answer = paged('iam:ListUsers', {}, ALL, (input) =>
    input.Marker === undefined ? call(input) : err('Throttling'),
  );
  expect(answer.pages).toHaveLength(1);
  expect(answer.failure).toEqual({ by: 'service', error: 'Throttling' });
});

test('a service that gives the same token again is not asked for ever', () => {
  const answer = paged('sns:ListTopics', {}, ALL, () => ok({ Topics: [], NextToken: 'again' }));
  expect(answer.failure).toMatchObject({ by: 'client' });
  expect(answer.pages).toHaveLength(2);
});

test('counts are added up, and what is said once is kept from the first page', () => {
  const pages: Response[] = [
    { Items: [1], Count: 1, ScannedCount: 4, LastEvaluatedKey: { id: { S: 'a' } } },
    { Items: [2], Count: 1, ScannedCount: 2 },
  ];
  let at = 0;
  const answer = paged('dynamodb:Scan', { TableName: 't' }, ALL, () => ok(pages[at++] ?? {}));
  expect(wholeOf(answer)).toEqual({ Items: [1, 2], Count: 2, ScannedCount: 6, ConsumedCapacity: null });
  expect(
    wholeOf(
      paged('iam:GetGroup', { GroupName: 'g' }, ALL, () => ok({ Group: { GroupName: 'g' }, Users: [] })),
    ),
  ).toEqual({ Users: [], Group: { GroupName: 'g' } });
});

test('lists that are simulated in one page take no size of it', () => {
  const answer = paged('s3:ListBuckets', {}, { ...ALL, pageSize: 1, maxItems: 1 }, (input) => {
    expect(input).toEqual({});
    return ok({ Buckets: [{ Name: 'a' }, { Name: 'b' }] });
  });
  expect(wholeOf(answer)).toMatchObject({ Buckets: [{ Name: 'a' }] });
});

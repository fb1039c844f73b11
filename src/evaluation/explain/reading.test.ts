// Tests of the reading of statements in plain English.
import { expect, test } from 'vitest';
import { condition, context } from '../../../tests/evaluation/build.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { BASE_OPERATORS } from '../../policy/operators.ts';
import { compileCondition } from '../condition/condition.ts';
import { plain } from './part.ts';
import { conditionWords, readingOf } from './reading.ts';

const vocabulary = await loadVocabulary();

function reading(statement: object, known = true): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const [parsed] = parsePolicy(text).document?.statements ?? [];
  if (!parsed) throw new Error('no statement');
  return plain(readingOf(parsed, known ? vocabulary : undefined));
}

const S3 = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::maple/*' };

test.each([
  ['one action', S3, 'Allows s3:GetObject on arn:aws:s3:::maple/*.'],
  ['everything', { Effect: 'Allow', Action: '*', Resource: '*' }, 'Allows everything on any resource.'],
  [
    'a whole service',
    { Effect: 'Deny', Action: ['s3:*', 'iam:PassRole'], Resource: '*' },
    'Denies every action of Amazon S3 and iam:PassRole on any resource.',
  ],
  [
    'a wildcard, counted',
    { Effect: 'Allow', Action: 's3:GetBucketPol*', Resource: '*' },
    'Allows s3:GetBucketPol* (2 actions) on any resource.',
  ],
  [
    'many actions',
    {
      Effect: 'Allow',
      Action: [
        's3:GetObject',
        's3:PutObject',
        's3:DeleteObject',
        's3:ListBucket',
        's3:GetBucketAcl',
        's3:PutBucketAcl',
      ],
      Resource: '*',
    },
    'Allows s3:GetObject, s3:PutObject, s3:DeleteObject, s3:ListBucket and 2 more on any resource.',
  ],
  [
    'the Not elements',
    { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], NotResource: 'arn:aws:s3:::maple/*' },
    'Denies everything but iam:* and sts:*, on any resource but arn:aws:s3:::maple/*.',
  ],
  ['everyone', { ...S3, Principal: '*' }, 'Allows everyone to do s3:GetObject on arn:aws:s3:::maple/*.'],
  [
    'several principals',
    {
      ...S3,
      Principal: {
        AWS: ['111122223333', 'arn:aws:iam::444455556666:role/R'],
        Service: 'lambda.amazonaws.com',
      },
    },
    'Allows the account 111122223333, arn:aws:iam::444455556666:role/R and the service lambda.amazonaws.com to do s3:GetObject on arn:aws:s3:::maple/*.',
  ],
  [
    'NotPrincipal',
    { ...S3, Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::444455556666:root' } },
    'Denies s3:GetObject on arn:aws:s3:::maple/* to everyone but the account 444455556666.',
  ],
  [
    'a trust policy',
    {
      Effect: 'Allow',
      Principal: { Federated: 'accounts.google.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'accounts.google.com:aud': 'app' } },
    },
    'Lets whoever accounts.google.com vouches for assume this role with a web identity token, but only when accounts.google.com:aud is app.',
  ],
  [
    'two conditions',
    {
      ...S3,
      Condition: {
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
        Bool: { 'aws:SecureTransport': true },
      },
    },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when aws:SourceIp is in 203.0.113.0/24 or 198.51.100.0/24, and aws:SecureTransport is true.',
  ],
  [
    'a key that may be absent',
    { ...S3, Effect: 'Deny', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
    'Denies s3:GetObject on arn:aws:s3:::maple/* when aws:MultiFactorAuthPresent is false (or is not in the request).',
  ],
  [
    'Null',
    { ...S3, Condition: { Null: { 'aws:PrincipalTag/team': 'false', 'aws:SourceVpc': 'true' } } },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when aws:PrincipalTag/team is in the request, and aws:SourceVpc is not in the request.',
  ],
  [
    'keys of several values',
    {
      ...S3,
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] },
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' },
      },
    },
    'Allows s3:GetObject on arn:aws:s3:::maple/*, but only when every value of aws:TagKeys (there may be none) is a or b, and at least one value of aws:PrincipalOrgPaths matches o-1/*.',
  ],
  [
    'all the Not elements',
    {
      Effect: 'Deny',
      NotPrincipal: { AWS: '444455556666' },
      NotAction: 's3:*',
      NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b/${aws:username}/*'],
    },
    'Denies everything but s3:*, on any resource but arn:aws:s3:::a and arn:aws:s3:::b/${aws:username}/*, to everyone but the account 444455556666.',
  ],
  ['nothing at all', { Effect: 'Allow', NotAction: '*', Resource: '*' }, 'Allows nothing, on any resource.'],
  ['no actions', { Effect: 'Deny', Action: [], Resource: '*' }, 'Denies nothing on any resource.'],
  [
    'no actions left out, and no resources',
    { Effect: 'Deny', NotAction: [], Resource: [] },
    'Denies everything, on no resource.',
  ],
  [
    'no resources left out',
    { Effect: 'Allow', Action: 's3:GetObject', NotResource: [] },
    'Allows s3:GetObject on any resource.',
  ],
  ['no resource', { Effect: 'Deny', Action: '*', NotResource: '*' }, 'Denies everything on no resource.'],
  [
    'an organization that lets nobody else in',
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
    'Denies every action of Amazon S3 on any resource to everyone when aws:PrincipalOrgID is not o-abc (or is not in the request), and aws:PrincipalIsAWSService is false (or is not in the request).',
  ],
])('%s', (_, statement, expected) => {
  expect(reading(statement)).toBe(expected);
});

/** What a condition says, by its operator, of one value and of two. */
test.each([
  ['StringEquals', 'k is a', 'k is a or b'],
  [
    'StringNotEquals',
    'k is not a (or is not in the request)',
    'k is none of a and b (or is not in the request)',
  ],
  ['StringEqualsIgnoreCase', 'k is a in any letter case', 'k is a or b in any letter case'],
  [
    'StringNotEqualsIgnoreCase',
    'k is not a in any letter case (or is not in the request)',
    'k is none of a and b in any letter case (or is not in the request)',
  ],
  ['StringLike', 'k matches a', 'k matches a or b'],
  [
    'StringNotLike',
    'k does not match a (or is not in the request)',
    'k matches none of a and b (or is not in the request)',
  ],
  ['NumericLessThan', 'k is less than a', 'k is less than a or b'],
  [
    'NumericNotEquals',
    'k is not a (or is not in the request)',
    'k is none of a and b (or is not in the request)',
  ],
  ['DateGreaterThanEquals', 'k is not before a', 'k is not before a or b'],
  ['Bool', 'k is a', 'k is a or b'],
  ['BinaryEquals', 'k is a', 'k is a or b'],
  ['IpAddress', 'k is in a', 'k is in a or b'],
  [
    'NotIpAddress',
    'k is outside of a (or is not in the request)',
    'k is outside of a and b (or is not in the request)',
  ],
  ['ArnLike', 'k matches a', 'k matches a or b'],
  [
    'ArnNotEquals',
    'k does not match a (or is not in the request)',
    'k matches none of a and b (or is not in the request)',
  ],
  ['StringEqualsIfExists', 'k is a (or is not in the request)', 'k is a or b (or is not in the request)'],
  [
    'NumericGreaterThanIfExists',
    'k is more than a (or is not in the request)',
    'k is more than a or b (or is not in the request)',
  ],
  [
    'ForAllValues:StringEquals',
    'every value of k (there may be none) is a',
    'every value of k (there may be none) is a or b',
  ],
  [
    'ForAllValues:StringLikeIfExists',
    'every value of k (there may be none) matches a',
    'every value of k (there may be none) matches a or b',
  ],
  ['ForAllValues:StringNotLike', 'no value of k matches a', 'no value of k matches a or b'],
  ['ForAllValues:NotIpAddress', 'no value of k is in a', 'no value of k is in a or b'],
  ['ForAnyValue:ArnLike', 'at least one value of k matches a', 'at least one value of k matches a or b'],
  [
    'ForAnyValue:StringNotEquals',
    'at least one value of k is not a',
    'at least one value of k is none of a and b',
  ],
  [
    'ForAnyValue:StringEqualsIfExists',
    'at least one value of k is a (or k is not in the request)',
    'at least one value of k is a or b (or k is not in the request)',
  ],
])('%s says: %s; %s', (operator, one, two) => {
  const said = (values: readonly string[]) =>
    reading({ ...S3, Condition: { [operator]: { k: values } } }).replace(/^.*but only when |\.$/g, '');
  expect([said(['a']), said(['a', 'b'])]).toEqual([one, two]);
});

test.each([
  [['true'], 'k is not in the request'],
  [['false', 'yes'], 'k is in the request'],
  [['True', 'false'], 'k is in the request or not (which always holds)'],
  [['yes'], 'k is compared with yes instead of true or false (which never holds)'],
  [[], 'k is compared with an empty list (which never holds)'],
])('Null %j says: %s', (values, says) => {
  expect(plain(conditionWords(condition('Null', 'k', values)))).toBe(says);
});

/** Without the key, with an empty list of values, and with a value. */
const REQUESTS = [{}, { k: [] }, { k: 'x' }, { k: ['x'] }] as const;

test('what is said of an empty list is what comes of it', () => {
  for (const base of BASE_OPERATORS)
    for (const set of base === 'Null' ? [''] : ['', 'ForAllValues:', 'ForAnyValue:'])
      for (const ending of base === 'Null' ? [''] : ['', 'IfExists']) {
        const asked = condition(`${set}${base}${ending}`, 'k', []);
        const { test: isMet } = compileCondition(asked, '2012-10-17');
        // A single operator is for a key of one value, one about sets for a key of several.
        const requests = REQUESTS.filter(
          ({ k }: { k?: unknown }) => k === undefined || Array.isArray(k) === (set !== ''),
        );
        const met = requests.filter((keys) => isMet(context(keys)) === true);
        const words = plain(conditionWords(asked));
        const expected =
          met.length === requests.length
            ? /always holds/
            : met.length === 0
              ? /never holds/
              : met.includes(REQUESTS[0])
                ? /not in the request|no value in/
                : /has some value$/;
        expect(words, asked.operator.text).toMatch(expected);
      }
});

test('of many values the first are named', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  expect(reading({ ...S3, Condition: { StringEquals: { k: values } } })).toMatch(
    / k is a, b, c, d, e or 2 more\.$/,
  );
});

test('whatever a condition makes of a request without its key, its words say so', () => {
  for (const base of BASE_OPERATORS)
    for (const set of ['', 'ForAllValues:', 'ForAnyValue:'])
      for (const ending of base === 'Null' ? [''] : ['', 'IfExists']) {
        const asked = condition(`${set}${base}${ending}`, 'k', ['true']);
        const isMet = compileCondition(asked, '2012-10-17').test(context({}));
        expect(
          /not in the request|may be none|^no value/.test(plain(conditionWords(asked))),
          asked.operator.text,
        ).toBe(isMet);
      }
});

test('without the vocabulary nothing is counted and no service has a name', () => {
  expect(reading({ Effect: 'Allow', Action: ['s3:Get*', 'sqs:*'], Resource: '*' }, false)).toBe(
    'Allows s3:Get* and every action of sqs on any resource.',
  );
});

test.each(BASE_OPERATORS)('%s has words of its own', (operator) => {
  expect(reading({ ...S3, Condition: { [operator]: { 'aws:key': ['1', '2'] } } })).toMatch(
    /when aws:key (?:is|matches|does)/,
  );
});

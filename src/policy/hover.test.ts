// Tests of what is told about the word under a cursor.
import { expect, test } from 'vitest';
import { rootArn } from '../aws/arn.ts';
import { loadDescriptions, loadManagedPolicies, loadVocabulary } from '../aws/catalogue.ts';
import type { EndpointService } from './completion/candidate.ts';
import type { Known } from './completion/known.ts';
import type { PolicyType } from './document.ts';
import { hoverAt } from './hover.ts';

const [vocabulary, descriptions, managed] = await Promise.all([
  loadVocabulary(),
  loadDescriptions(),
  loadManagedPolicies(),
]);
const ACCOUNT = '111122223333';
const drafts = {
  type: 's3:bucket',
  name: 'maple-drafts',
  arn: 'arn:aws:s3:::maple-drafts',
  account: ACCOUNT,
};
const noor = { type: 'iam:user', name: 'noor', arn: `arn:aws:iam::${ACCOUNT}:user/noor`, account: ACCOUNT };
const editor = {
  type: 'iam:role',
  name: 'CatalogEditor',
  arn: `arn:aws:iam::${ACCOUNT}:role/shop/CatalogEditor`,
  account: ACCOUNT,
};
const known: Known = {
  account: ACCOUNT,
  region: 'eu-west-1',
  accounts: [{ id: ACCOUNT, name: 'bookshop' }],
  things: (type) => [drafts, noor].filter((one) => one.type === type),
  principals: [noor, editor],
  providers: [],
  find: (arn) =>
    [drafts, noor, { type: 'account', name: 'bookshop', arn: rootArn(ACCOUNT), account: ACCOUNT }].find(
      (one) => one.arn === arn,
    ) ?? null,
  tagKeys: [],
  values: (key) => (key === 'aws:username' ? [{ value: 'noor', detail: '' }] : []),
};

function told(marked: string, endpoint?: EndpointService, type: PolicyType = 'resource') {
  const text = marked.replace('|', '');
  return hoverAt(text, marked.indexOf('|'), {
    type,
    vocabulary,
    descriptions,
    known,
    managed,
    ...(endpoint && { endpoint }),
  });
}
const statement = (inside: string): string => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`;

test.each<[text: string, title: string, holds: RegExp]>([
  [statement('"Eff|ect": "Allow"'), 'Effect', /Deny wins/],
  [statement('|"Effect": "Allow"'), 'Effect', /Deny wins/],
  [statement('"Effect": "De|ny"'), 'Deny', /Forbids/],
  ['{"Ver|sion": "2012-10-17"}', 'Version', /variables/],
  [
    statement('"Action": "S3:getob|ject"'),
    's3:GetObject',
    /Read action of Amazon S3.*retrieve objects.*object: arn/s,
  ],
  [statement('"Action": "s3:ListAllMyB|uckets"'), 's3:ListAllMyBuckets', /\* only/],
  [statement('"Action": "s3:GetObjekt|"'), 's3:GetObjekt', /no action of this name/],
  [
    statement('"Action": "s3:Get|*"'),
    's3:Get*',
    /matches \d\d actions of Amazon S3.*Read, \d+.*GetAccelerateConfiguration/s,
  ],
  [statement('"Action": "*|"'), '*', /every action/],
  [statement('"Principal": {"AWS|": "*"}'), 'AWS', /Accounts/],
  [statement(`"Principal": {"AWS": "${ACCOUNT}|"}`), ACCOUNT, /bookshop/],
  [statement(`"Principal": {"AWS": "${noor.arn}|"}`), noor.arn, /noor exists/],
  [statement('"Principal": {"Service": "|lambda.amazonaws.com"}'), 'lambda.amazonaws.com', /AWS Lambda/],
  [statement('"Resource": "arn:aws:s3:::maple-dr|afts"'), drafts.arn, /maple-drafts exists/],
  [statement('"Resource": "arn:aws:s3:::maple-drafts/x|"'), `${drafts.arn}/x`, /In bucket maple-drafts/],
  [statement('"Resource": "arn:aws:s3:::maple-drafts/*|"'), `${drafts.arn}/*`, /which exists/],
  [
    statement('"Resource": "arn:aws:s3:::map|*"'),
    'arn:aws:s3:::map*',
    /Matches in this account, 1.*maple-drafts/s,
  ],
  [statement('"Resource": "arn:aws:s3:::other|"'), 'arn:aws:s3:::other', /Nothing here/],
  [statement('"Resource": "arn:aws:s3:::b/${aws:user|name}/*"'), 'aws:username', /noor/],
  [
    statement('"Condition": {"StringLike|IfExists": {}}'),
    'StringLikeIfExists',
    /looks like.*not in the request/s,
  ],
  [
    statement('"Condition": {"StringEquals": {"aws:user|name": "x"}}'),
    'aws:username',
    /text.*name of the IAM user.*noor/s,
  ],
  [statement('"Condition": {"StringEquals": {"s3:pre|fix": "x"}}'), 's3:prefix', /Filters access by/],
])('%s', (text, title, holds) => {
  const hover = told(text);
  expect(hover?.title).toBe(title);
  expect(JSON.stringify(hover)).toMatch(holds);
});

test.each<[PolicyType, RegExp]>([
  ['identity', /Lets through/],
  ['resource', /Lets through/],
  ['trust', /Lets through/],
  ['boundary', /another policy has to allow it as well/],
  ['session', /another policy has to allow it as well/],
  ['scp', /another policy has to allow it as well/],
  ['endpoint', /another policy has to allow it as well/],
])('an Allow in a policy of kind %s', (type, says) => {
  expect(told(statement('"Effect": "All|ow"'), undefined, type)?.sentences.join(' ')).toMatch(says);
});

test.each<[string, text: string, says: RegExp]>([
  ['a sign by itself', 'arn:aws:s3:::maple-drafts/a${|*}b', /the sign \* itself/],
  ['and around it', '|arn:aws:s3:::maple-drafts/a${*}b', /In bucket maple-drafts/],
  ['a question mark', '|arn:aws:s3:::maple-drafts/${?}', /In bucket maple-drafts/],
  ['a dollar', '|arn:aws:s3:::maple-drafts/${$}', /In bucket maple-drafts/],
  ['a pattern beside it', '|arn:aws:s3:::maple-drafts/${*}/*', /pattern of .*bucket maple-drafts, which/],
  ['a pattern that it is no part of', '|arn:aws:s3:::maple${*}', /Nothing here has this name/],
  ['a real variable', '|arn:aws:s3:::b/${aws:username}', /depends on who asks/],
  [
    'a session',
    `|arn:aws:sts::${ACCOUNT}:assumed-role/CatalogEditor/ada`,
    /session of role CatalogEditor, which/,
  ],
  ['a session of no role', `|arn:aws:sts::${ACCOUNT}:assumed-role/Nobody/ada`, /has no role Nobody/],
  ['a federated user', `|arn:aws:sts::${ACCOUNT}:federated-user/ada`, /chooses its name/],
])('%s in an ARN', (_, arn, says) => {
  const hover = told(statement(`"Resource": "${arn}"`));
  expect(`${hover?.detail} ${hover?.sentences.join(' ')}`).toMatch(says);
  expect(hover?.title).toMatch(/^(arn:[^\uE000-\uE002]*|\$\{\*\})$/);
});

test('a document without variables has none to be told of', () => {
  const text = '{"Statement": [{"Resource": "|arn:aws:s3:::maple-drafts/${aws:username}"}]}';
  expect(told(text)?.sentences.join(' ')).toMatch(/In bucket maple-drafts/);
});

test('everyone is anonymous too, but for roles, which nobody assumes without signing', () => {
  const of = (type: PolicyType) => told(statement('"Principal": "|*"'), undefined, type)?.detail;
  expect(of('resource')).toBe('everyone, anonymous too');
  expect(of('trust')).toBe('everyone in any AWS account');
});

test.each(['{|}', statement('"Action": "x|"'), '"|"', '|'])('nothing is told about %s', (text) => {
  expect(told(text)).toBeNull();
});

test('a list is whole: whoever shows it begins with a few', () => {
  const lists = told(statement('"Action": "ec2:*|"'))?.lists ?? [];
  const write = lists.find(({ heading }) => heading.startsWith('Write'));
  expect(write?.items.length).toBeGreaterThan(300);
  expect(write?.heading).toBe(`Write, ${write?.items.length}`);
});

test('every action of AWS is counted by level and by service', () => {
  const { detail, lists } = told(statement('"Action": "*|"')) ?? { detail: '', lists: [] };
  expect(detail).toMatch(/matches 2\d,\d{3} actions of \d{3} services/);
  expect(lists.map(({ heading }) => heading)).toEqual([
    'By access level',
    `By service, ${lists[1]?.items.length}`,
  ]);
  expect(lists[0]?.items).toContainEqual(expect.stringMatching(/^Permissions management: \d/));
  expect(lists[1]?.items).toContainEqual(expect.stringMatching(/^s3: \d+ of Amazon S3$/));
});

test('few actions of several services are named one by one', () => {
  const { detail, lists } = told(statement('"Action": "*:GetObj|ect"')) ?? { detail: '', lists: [] };
  expect(detail).toMatch(/^matches \d actions of \d services$/);
  expect(lists.flatMap(({ items }) => items)).toContain('s3:GetObject');
});

test('where a word says nothing, that on the other side of the cursor is told', () => {
  expect(told(statement('"Action": ["x"|,"s3:GetObject"]'))).toBeNull();
  expect(told(statement('"Action": ["x",|"s3:GetObject"]'))?.title).toBe('s3:GetObject');
  expect(told(statement('"Sid": "x"|"Effect": "Allow"'))?.title).toBe('Effect');
});

test.each<[text: string, holds: RegExp]>([
  ['AdministratorAccess', /AWS managed policy AdministratorAccess.*Version v1, of 2015-02-06.*Allows.*"\*"/],
  ['NoSuchPolicy', /AWS has no managed policy of this name/],
  ['Administ*', /Matches of AWS, \d+.*AdministratorAccess/],
])('the policy of AWS %s', (name, holds) => {
  const hover = told(statement(`"Resource": "arn:aws:iam::aws:policy/|${name}"`));
  expect(JSON.stringify(hover)).toMatch(holds);
});

test('in the policy of a gateway an account is its root user only', () => {
  const text = statement(`"Principal": {"AWS": "arn:aws:iam::${ACCOUNT}:root|"}`);
  const of = (gateway: boolean) => JSON.stringify(told(text, { service: 's3', gateway }));
  expect(of(true)).toMatch(/root user only/);
  expect(of(false)).toMatch(/not only the root user/);
});

// What the fields of the form offer: the same as the completion of the same policy as JSON, in the same order.
import { expect, test } from 'vitest';
import { known } from '../../../tests/fixtures/completion.ts';
import { VOCABULARY } from '../../../tests/policy/vocabulary.ts';
import type { Idea, Setting } from '../completion/candidate.ts';
import { complete } from '../completion/complete.ts';
import type { PolicyType } from '../document.ts';
import { formIdeas, principalKinds } from './form-ideas.ts';
import { takesNot, takesPrincipal, takesResource } from './kinds.ts';
import type { PrincipalKind } from './read-form.ts';

const IDENTITY: Setting = { type: 'identity', vocabulary: VOCABULARY, known };
const BUCKET: Setting = { ...IDENTITY, type: 'resource', about: 'arn:aws:s3:::maple-drafts' };
const TRUST: Setting = {
  ...IDENTITY,
  type: 'trust',
  about: 'arn:aws:iam::111122223333:role/CatalogEditor',
};

const READING = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' };
const labels = (ideas: readonly { readonly label: string }[]) => ideas.map(({ label }) => label);

function fieldsOf(setting: Setting, statement: object, version = '2012-10-17') {
  const text = JSON.stringify({ Version: version, Statement: [{ Effect: 'Deny' }, statement] });
  return formIdeas(setting, text, ['Statement', 1]);
}

/** What completion lists at `|` in the second statement of a policy. */
function inJson(setting: Setting, statement: object): readonly string[] {
  const marked = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny' }, statement] });
  const { candidates } = complete(marked.replace('|', ''), marked.indexOf('|'), setting);
  return labels(candidates).filter((label) => label !== 'Another one');
}

test.each<readonly [string, Setting, object, (ideas: ReturnType<typeof formIdeas>) => readonly Idea[]]>([
  ['actions', IDENTITY, { ...READING, Action: ['|'] }, (fields) => fields.actions('', [])],
  ['actions of a bucket', BUCKET, { ...READING, Action: ['|'] }, (fields) => fields.actions('', [])],
  ['actions of a role', TRUST, { ...READING, Action: ['|'] }, (fields) => fields.actions('', [])],
  [
    'actions by their names',
    IDENTITY,
    { ...READING, Action: ['getob|'] },
    (fields) => fields.actions('getob', []),
  ],
  ['resources', IDENTITY, { ...READING, Resource: ['|'] }, (fields) => fields.resources('', [])],
  ['what is in a bucket', BUCKET, { ...READING, Resource: ['|'] }, (fields) => fields.resources('', [])],
  [
    'principals',
    BUCKET,
    { ...READING, Principal: { AWS: ['|'] } },
    (fields) => fields.principals('AWS', '', []),
  ],
  [
    'values of a key',
    IDENTITY,
    { ...READING, Condition: { StringLike: { 's3:prefix': ['|'] } } },
    (fields) => fields.values({ operator: 'StringLike', key: 's3:prefix', values: [] }, ''),
  ],
])('%s are those of the completion', (_, setting, statement, field) => {
  const ideas = field(fieldsOf(setting, statement));
  expect(ideas.length).toBeGreaterThan(0);
  expect(labels(ideas).slice(0, 200)).toEqual(inJson(setting, statement).slice(0, 200));
});

test('keys stand in the order of completion, whatever operator comes to compare them', () => {
  const statement = { ...READING, Condition: { StringEquals: { '|': '' } } };
  const keys = fieldsOf(IDENTITY, READING).keys('');
  const listed = inJson(IDENTITY, statement);
  const among = new Set(listed);
  expect(labels(keys).filter((label) => among.has(label))).toEqual(listed);
  expect(keys[0]).toMatchObject({ label: 's3:prefix', detail: 'text' });
  expect(labels(keys)).toContain('aws:SourceIp');
  expect(fieldsOf(IDENTITY, READING).keys('mfa')[0]).toMatchObject({
    label: 'aws:MultiFactorAuthPresent',
    detail: 'true or false',
  });
});

test('no key is offered with a placeholder in it, whatever the actions', () => {
  for (const Action of [['s3:*'], ['ec2:*'], ['sts:*'], []])
    for (const { label } of fieldsOf(IDENTITY, { ...READING, Action }).keys(''))
      expect(label).not.toMatch(/[${}<>]/);
});

test('variables are values only where the version of the document knows them', () => {
  const asked = { operator: 'StringLike', key: 's3:prefix', values: [] };
  expect(labels(fieldsOf(IDENTITY, READING).values(asked, ''))).toContain('${aws:username}');
  expect(labels(fieldsOf(IDENTITY, READING, '2008-10-17').values(asked, ''))).not.toContain(
    '${aws:username}',
  );
});

test('a statement that is not there has no actions to go by', () => {
  const fields = formIdeas(IDENTITY, '{}', ['Statement', 3]);
  expect(labels(fields.resources('', []))).toContain('arn:aws:s3:::maple-drafts');
});

test.each<readonly [PolicyType, readonly PrincipalKind[]]>([
  ['trust', ['AWS', 'Service', 'Federated']],
  ['endpoint', ['AWS', 'Everyone']],
  ['resource', ['AWS', 'Service', 'CanonicalUser', 'Everyone']],
  ['identity', ['AWS', 'Service', 'Federated', 'CanonicalUser', 'Everyone']],
])('a %s policy is about %j', (type, kinds) => {
  expect(principalKinds({ ...IDENTITY, type }, 'Allow')).toEqual(kinds);
});

test('only a Deny of a trust policy is about everyone', () => {
  expect(principalKinds(TRUST, 'Deny')).toEqual(['AWS', 'Service', 'Federated', 'Everyone']);
  expect(principalKinds(TRUST, null)).toEqual(['AWS', 'Service', 'Federated']);
});

test.each<readonly [PolicyType, boolean, boolean, boolean, boolean]>([
  ['identity', false, true, true, false],
  ['trust', true, false, false, false],
  ['resource', true, true, true, true],
  ['scp', false, true, true, false],
  ['rcp', true, true, false, false],
])('a statement of a %s policy takes its elements', (type, principal, resource, notAction, notPrincipal) => {
  expect([
    takesPrincipal(type),
    takesResource(type),
    takesNot(type, 'Action'),
    takesNot(type, 'Principal'),
  ]).toEqual([principal, resource, notAction, notPrincipal]);
});

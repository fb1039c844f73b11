// What the runner says of cases that it cannot evaluate: an error, never a decision.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerOf, isExpected } from './answer.ts';
import { readCases } from './case-file.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/run1';

const GOOD = {
  id: 'x-1',
  principal: 'arn:aws:iam::111122223333:user/alice',
  principalAccount: '111122223333',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  resourceAccount: '111122223333',
  context: {},
  identityPolicies: [
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
  ],
  permissionsBoundary: null,
  sessionPolicies: null,
  scps: null,
  rcps: null,
  resourcePolicy: null,
  vpcEndpointPolicy: null,
  expected: 'allow',
  decidedBy: 'identity',
};

test('a good case is decided', () => {
  const entry = { id: 'x-1', json: GOOD };
  expect(answerOf(entry)).toEqual({ id: 'x-1', decision: 'allow', decidedBy: 'identity' });
  expect(isExpected(answerOf(entry), entry)).toBe(true);
});

test('the right decision for the wrong reason is not as expected', () => {
  const entry = { id: 'x-1', json: { ...GOOD, decidedBy: 'resource' } };
  expect(isExpected(answerOf(entry), entry)).toBe(false);
});

test.each([
  ['a principal that cannot call', { principal: 'arn:aws:iam::111122223333:role/app' }],
  ['the account of another principal', { principalAccount: '444455556666' }],
  ['no action', { action: 7 }],
  ['a resource that is no ARN', { resource: 'bucket' }],
  ['a context that is a list', { context: [] }],
  ['a context value that is an object', { context: { 'aws:SourceIp': {} } }],
  ['a missing field', { identityPolicies: undefined }],
  ['levels that are not lists', { scps: [{}] }],
  [
    'an unknown condition operator',
    {
      identityPolicies: [
        {
          Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringIsh: { k: 'v' } } }],
        },
      ],
    },
  ],
])('%s', (_, change) => {
  const entry = { id: 'x-1', json: { ...GOOD, ...change } };
  expect(answerOf(entry)).toHaveProperty('error');
});

test('a canonical user of an account that the case does not name leaves the decision open where it matters', () => {
  const Statement = [
    { Effect: 'Allow', Principal: { CanonicalUser: 'ab12' }, Action: 's3:*', Resource: '*' },
  ];
  const json = { ...GOOD, resourceAccount: '444455556666', resourcePolicy: { Statement } };
  expect(answerOf({ id: 'x-1', json })).toMatchObject({ decision: 'depends', decidedBy: 'none' });
  expect(answerOf({ id: 'x-1', json: { ...json, facts: { canonicalUserId: 'ab12' } } })).toMatchObject({
    decision: 'allow',
    decidedBy: 'identity',
  });
  expect(answerOf({ id: 'x-1', json: { ...json, identityPolicies: [] } })).toMatchObject({
    decision: 'implicitDeny',
  });
});

test.each([
  ['a list where there is none', { forwardedBy: 'athena.amazonaws.com' }],
  ['an ARN that is none', { principal: SESSION, roleArn: 'app' }],
  ['facts that are a list', { facts: [] }],
  ['an ACL without owner', { s3: { bucketAcl: { grants: [] } } }],
  ['a grant without operations', { grants: [{ id: 'g', granteePrincipal: SESSION }] }],
  ['a further request that cannot be evaluated', { also: [{ resource: 'bucket' }] }],
  ['a field that there is not', { identityPolicy: [] }],
  ['a fact that there is not', { facts: { consol: true } }],
  ['a setting that there is not', { s3: { blockPublicAccess: { ignorePublicAcl: true } } }],
  ['another kind of endpoint', { endpointKind: 'Gateway' }],
  ['a truth that is text', { facts: { console: 'true' } }],
  ['a token without its MFA', { sessionToken: {} }],
  ['what only other callers have', { roleArn: 'arn:aws:iam::111122223333:role/app' }],
  ['an outcome that there is not', { expected: 'deny' }],
])('%s', (_, change) => {
  expect(answerOf({ id: 'x-1', json: { ...GOOD, ...change } })).toHaveProperty('error');
});

test.each([
  [{ permissionsBoundary: undefined }, 'permissionsBoundary'],
  [{ s3: { blockPublicAccess: { ignorePublicAcl: true } } }, 's3.blockPublicAccess.ignorePublicAcl'],
  [{ context: { 'aws:SourceIp': {} } }, 'context.aws:SourceIp'],
])('the error names the field: %j', (change, field) => {
  const json = JSON.parse(JSON.stringify({ ...GOOD, ...change })) as typeof GOOD;
  expect(answerOf({ id: 'x-1', json })).toHaveProperty('error', expect.stringContaining(`${field}: `));
});

test('a document that is nested without end is the fault of its case', () => {
  let Condition: unknown = {};
  for (let depth = 0; depth < 100_000; depth += 1) Condition = [Condition];
  const identityPolicies = [{ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }] }];
  expect(answerOf({ id: 'x-1', json: { ...GOOD, identityPolicies } })).toHaveProperty('error');
});

test('a note that is expected must be there', () => {
  const entry = { id: 'x-1', json: { ...GOOD, notes: ['emptyValue'] } };
  expect(isExpected(answerOf(entry), entry)).toBe(false);
});

test('a path at which there are no cases is an error that names it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  expect(() => readCases([folder])).toThrow(folder);
  const file = join(folder, 'broken.json');
  writeFileSync(file, '[{');
  expect(() => readCases([folder])).toThrow(file);
  rmSync(folder, { recursive: true });
});

test('of several requests the first that is refused decides', () => {
  const also = [{ action: 's3:PutObject' }, { action: 'ec2:RunInstances', resource: '*' }];
  expect(answerOf({ id: 'x-1', json: { ...GOOD, also } })).toMatchObject({ decision: 'implicitDeny' });
  expect(answerOf({ id: 'x-1', json: { ...GOOD, also: also.slice(0, 1) } })).toMatchObject({
    decision: 'allow',
  });
});

test('what is expected of a decision that depends is compared without regard to order', () => {
  const answer = { id: 'x-1', decision: 'depends', decidedBy: 'none', dependsOn: ['b', 'a'] };
  const expecting = (dependsOn: unknown) => ({
    id: 'x-1',
    json: { expected: 'depends', decidedBy: 'none', dependsOn },
  });
  expect(isExpected(answer, expecting(['a', 'b']))).toBe(true);
  expect(isExpected(answer, expecting(['a']))).toBe(false);
});

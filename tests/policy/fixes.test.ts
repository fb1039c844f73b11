// What the larger fixes make of a text, whole: those that move, wrap and copy.
import { expect, test } from 'vitest';
import type { Arn } from '../../src/aws/arn.ts';
import { withFix } from '../../src/policy/diagnostic.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { VOCABULARY } from './vocabulary.ts';

interface Setting {
  readonly type?: PolicyType;
  readonly resource?: ResourceKind;
  readonly about?: Arn;
}

/** The text after the best fix of the first finding of this code. */
function mended(code: string, text: string, { type = 'identity', ...where }: Setting = {}): string {
  const found = diagnose(text, type, VOCABULARY, where);
  const [fix] = found.find((one) => one.code === code)?.fixes ?? [];
  return fix ? withFix(text, fix) : `no fix for ${code}`;
}

test.each([
  [
    'a statement alone becomes a list of two, and its copy goes without the Sid',
    '{"Statement": {"Sid": "A", "Effect": "Deny", "Action": ["iam:GetUser", "iam:ListUsers"], "Resource": "arn:aws:iam::*:user/a", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}',
    '{"Statement": [{"Sid": "A", "Effect": "Deny", "Action": ["iam:GetUser"], "Resource": "arn:aws:iam::*:user/a", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}, {"Effect": "Deny", "Action": ["iam:ListUsers"], "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}',
  ],
  [
    'where nothing would stay, the resource changes',
    '{"Statement": [{"Effect": "Allow", "Action": ["iam:ListUsers"], "Resource": ["arn:aws:iam::*:user/a"]}]}',
    '{"Statement": [{"Effect": "Allow", "Action": ["iam:ListUsers"], "Resource": "*"}]}',
  ],
])('actions that are about no one resource: %s', (_, before, after) => {
  expect(mended('RESOURCE_MISMATCH', before)).toBe(after);
});

test('a bucket is put beside its objects, once', () => {
  const policy = (resource: unknown): string =>
    JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: resource }],
    });
  expect(mended('RESOURCE_MISMATCH', policy(['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y']))).toBe(
    policy(['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y', 'arn:aws:s3:::a']).replace('/y","', '/y", "'),
  );
});

const trusting = (principal: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  });
const ROOT = 'arn:aws:iam::111122223333:root';

test.each([
  ['UNKNOWN_PRINCIPAL', { AWS: 'ec2.amazonaws.com' }, { Service: 'ec2.amazonaws.com' }],
  ['UNKNOWN_PRINCIPAL', { AWS: 'arn:aws:iam::111122223333' }, { AWS: ROOT }],
  ['UNKNOWN_PRINCIPAL', { AWS: 'arn:aws:iam::111122223333:' }, { AWS: ROOT }],
  ['UNKNOWN_PRINCIPAL', { AWS: 'arn:aws:iam:111122223333:root' }, { AWS: ROOT }],
  ['UNKNOWN_PRINCIPAL', { AWS: '1111-2222-3333' }, { AWS: '111122223333' }],
  ['UNKNOWN_SERVICE_PRINCIPAL', { Service: 'ec2' }, { Service: 'ec2.amazonaws.com' }],
  ['UNKNOWN_SERVICE_PRINCIPAL', { Service: ROOT }, { AWS: ROOT }],
])('a principal that IAM refuses, %s %j, becomes %j', (code, before, after) => {
  const text = trusting(before);
  const found = diagnose(text, 'trust', VOCABULARY).find((one) => one.code === code);
  expect(found?.severity).toBe('error');
  expect(mended(code, text, { type: 'trust' })).toBe(trusting(after));
});

test.each([
  ['arn:aws:iam::111122223333:group/Staff', /^A group cannot be a principal/],
  ['11112222333', /12 digits, and this one has 11\.$/],
  ['arn:aws:iam::11112222333:root', /12 digits, and this one has 11\.$/],
])('a principal %s is refused with the reason', (value, words) => {
  const [found] = diagnose(trusting({ AWS: value }), 'trust', VOCABULARY);
  expect(found?.severity).toBe('error');
  expect(`${found?.message ?? ''} ${found?.help ?? ''}`).toMatch(words);
});

const denying = (Condition: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition }],
  });
const OUTSIDE = { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } };
const BY_SERVICE = { Bool: { 'aws:PrincipalIsAWSService': 'true' } };
const SAID = { Null: { 'aws:SourceAccount': 'false' } };

test.each([
  ['all that is missing', OUTSIDE, { ...BY_SERVICE, ...SAID, ...OUTSIDE }],
  [
    'what is missing where a block is there',
    { ...OUTSIDE, Null: { 'aws:SourceVpc': 'true' } },
    { ...BY_SERVICE, ...OUTSIDE, Null: { 'aws:SourceAccount': 'false', 'aws:SourceVpc': 'true' } },
  ],
  [
    'another value for a key that is there',
    { ...OUTSIDE, Bool: { 'aws:PrincipalIsAWSService': 'false' }, ...SAID },
    { ...OUTSIDE, ...BY_SERVICE, ...SAID },
  ],
])('a resource control policy about services is mended with one press: %s', (_, before, after) => {
  const code = 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY';
  const text = mended(code, denying(before), { type: 'rcp' });
  expect(JSON.stringify(JSON.parse(text))).toBe(denying(after));
  expect(diagnose(text, 'rcp', VOCABULARY)).toEqual([]);
});

test('a resource control policy that was to let in whoever is of the organization keeps all others out', () => {
  const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
  const text = mended('RCP_SYNTAX_ERROR_ALLOW', denying(Condition).replace('Deny', 'Allow'), { type: 'rcp' });
  const turned = {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  };
  expect(JSON.parse(text)).toEqual(JSON.parse(denying(turned)));
  expect(diagnose(text, 'rcp', VOCABULARY)).toEqual([]);
});

test.each([{}, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }])(
  'of other permissions in a resource control policy none becomes a denial: %j',
  (more) => {
    const statement = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', ...more };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const [found] = diagnose(text, 'rcp', VOCABULARY);
    expect([found?.code, found?.fixes]).toEqual(['RCP_SYNTAX_ERROR_ALLOW', undefined]);
  },
);

test('what one statement says of services and of others needs two statements, and no key can be added to it', () => {
  const both = denying({
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1', 'aws:SourceOrgID': 'o-1' },
  });
  const found = diagnose(both, 'rcp', VOCABULARY).filter(({ code }) => code.startsWith('RCP_MISSING'));
  expect(found.map(({ fixes }) => fixes)).toEqual([undefined, undefined]);
});

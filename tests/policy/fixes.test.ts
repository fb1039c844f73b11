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

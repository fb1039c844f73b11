// Tests for printing calls as command lines.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALLS, WRITE_DRAFTS } from '../../tests/fixtures/world.ts';
import type { ApiCall } from './call.ts';
import { printCommand } from './command.ts';

const P = WRITE_DRAFTS;

test('every operation has its line', () => {
  expect(CALLS.map(printCommand)).toEqual([
    'aws sts get-caller-identity',
    'aws s3api list-buckets',
    'aws s3api list-objects-v2 --bucket maple-drafts --prefix winter/',
    'aws s3api get-object --bucket maple-drafts --key winter/notes.txt notes.txt',
    'aws s3api put-object --bucket maple-drafts --key new.txt --body new.txt --content-type text/plain',
    'aws s3api delete-object --bucket maple-drafts --key plan.txt',
    'aws s3api get-bucket-policy --bucket maple-drafts',
    'aws s3api put-bucket-policy --bucket maple-drafts --policy file://policy.json',
    'aws s3api delete-bucket-policy --bucket maple-drafts',
    `aws iam create-policy-version --policy-arn ${P} --policy-document file://policy.json --set-as-default`,
    `aws iam delete-policy-version --policy-arn ${P} --version-id v1`,
    `aws iam set-default-policy-version --policy-arn ${P} --version-id v1`,
    'aws iam put-user-policy --user-name noor --policy-name Extra --policy-document file://policy.json',
    'aws iam put-group-policy --group-name Writers --policy-name Extra --policy-document file://policy.json',
  ]);
});

test('a flag can be off', () => {
  const input = { PolicyArn: P, PolicyDocument: '{}', SetAsDefault: false };
  expect(printCommand({ operation: 'iam:CreatePolicyVersion', input })).toMatch(/ --no-set-as-default$/);
});

const get = (Key: string): ApiCall => ({ operation: 's3:GetObject', input: { Bucket: 'b-1', Key } });

describe('quoting', () => {
  test.each([
    ["it's here.txt", `--key 'it'\\''s here.txt' 'it'\\''s here.txt'`],
    ['$HOME', `--key '$HOME' '$HOME'`],
    ['-rf', '--key=-rf ./-rf'],
    ['a/-rf', '--key a/-rf ./-rf'],
    ['a/b/', '--key a/b/ b'],
    ['//', '--key // object'],
    ['~/x', `--key '~/x' x`],
  ])('%s', (key, end) => expect(printCommand(get(key))).toBe(`aws s3api get-object --bucket b-1 ${end}`));

  test('a prefix may be empty', () => {
    const call: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'b-1', Prefix: '' } };
    expect(printCommand(call)).toBe("aws s3api list-objects-v2 --bucket b-1 --prefix ''");
  });

  test('a shell reads back the very key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (key) => {
        fc.pre(!key.includes('\0'));
        const line = printCommand(get(key)).replace('aws s3api get-object --bucket b-1 ', '');
        const read = execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`]);
        const [first, second] = read.toString().split('\0');
        expect(first === '--key' ? second : first?.replace('--key=', '')).toBe(key);
      }),
      { numRuns: 40 },
    );
  });
});

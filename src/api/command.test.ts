// Tests for printing calls as command lines.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyParameters, inputOf } from '../../tests/api/arbitrary.ts';
import { CALLS, WRITE_DRAFTS } from '../../tests/fixtures/world.ts';
import type { ApiCall } from './call.ts';
import { printCommand, printOptions, shownCommand } from './command.ts';
import type { AnyParameter, AnyValue, Shape } from './parameters.ts';

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

test('how many instances to launch is one option', () => {
  const launch = (MinCount: number, MaxCount: number) =>
    printCommand({ operation: 'ec2:RunInstances', input: { ImageId: 'ami-00000001', MinCount, MaxCount } });
  expect(launch(2, 2)).toBe('aws ec2 run-instances --image-id ami-00000001 --count 2');
  expect(launch(1, 3)).toBe('aws ec2 run-instances --image-id ami-00000001 --count 1:3');
});

test('a flag can be off', () => {
  const input = { PolicyArn: P, PolicyDocument: '{}', SetAsDefault: false };
  expect(printCommand({ operation: 'iam:CreatePolicyVersion', input })).toMatch(/ --no-set-as-default$/);
});

const get = (Key: string): ApiCall => ({ operation: 's3:GetObject', input: { Bucket: 'b-1', Key } });

/** The words that a shell hands to a command. */
const words = (line: string): string[] =>
  execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`])
    .toString()
    .split('\0')
    .slice(0, -1);

describe('every shape has its option', () => {
  const structure: Shape = {
    type: 'structure',
    members: { Arn: { type: 'arn', event: 'arn', required: true } },
  };
  test.each<[string, Shape, AnyValue, string]>([
    ['a text', { type: 'text' }, "it's", `--it-is 'it'\\''s'`],
    ['an ARN', { type: 'arn' }, 'arn:aws:iam::1:role/R', '--it-is arn:aws:iam::1:role/R'],
    ['an integer', { type: 'integer' }, 7, '--it-is 7'],
    ['a negative number', { type: 'number' }, -0.5, '--it-is=-0.5'],
    ['a flag', { type: 'boolean' }, true, '--it-is'],
    ['a flag that is off', { type: 'boolean' }, false, '--no-it-is'],
    ['texts', { type: 'textList', item: {} }, ['a', 'b c'], `--it-is a 'b c'`],
    ['tags', { type: 'tags' }, [{ Key: 'team', Value: 'red hat' }], `--it-is 'Key=team,Value=red hat'`],
    [
      'tags of KMS',
      { type: 'tags', spelling: 'TagKey' },
      [
        { TagKey: 'team', TagValue: 'red' },
        { TagKey: 'a', TagValue: '' },
      ],
      '--it-is TagKey=team,TagValue=red TagKey=a,TagValue=',
    ],
    [
      'tags with signs of the shorthand',
      { type: 'tags', checked: 'lengths' },
      [{ Key: 'a,b', Value: 'say "x\\y"' }],
      String.raw`--it-is 'Key="a,b",Value="say \"x\\y\""'`,
    ],
    ['a list', { type: 'list', of: structure }, [{ Arn: 'arn:x' }], `--it-is '[{"Arn":"arn:x"}]'`],
    ['a structure', structure, { Arn: 'arn:x' }, `--it-is '{"Arn":"arn:x"}'`],
    [
      'a map',
      { type: 'map', of: { type: 'text' } },
      { Policy: `{"Sid":"it's"}` },
      `--it-is '{"Policy":"{\\"Sid\\":\\"it'\\''s\\"}"}'`,
    ],
    ['a document', { type: 'json' }, { a: [null, true] }, `--it-is '{"a":[null,true]}'`],
    ['a document of one text', { type: 'json' }, 'a', `--it-is '"a"'`],
    ['few bytes', { type: 'blob' }, 'c2VjcmV0', '--it-is c2VjcmV0'],
    ['many bytes', { type: 'blob' }, 'AAAA'.repeat(26), '--it-is fileb://it-is.bin'],
  ])('%s', (_, shape, value, line) => {
    const parameter: AnyParameter = { ...shape, event: 'it', required: true };
    expect(printOptions({ ItIs: parameter }, { ItIs: value }, '')).toEqual([line]);
  });

  test('whatever is nested is one word, which says the same', () => {
    const nested = new Set(['list', 'map', 'structure', 'json']);
    fc.assert(
      fc.property(
        anyParameters.chain((declared) => fc.tuple(fc.constant(declared), inputOf(declared))),
        ([declared, given]) => {
          for (const [name, parameter] of Object.entries(declared)) {
            const value = given[name];
            if (value === undefined || !nested.has(parameter.type)) continue;
            fc.pre(!JSON.stringify(value).startsWith('-'));
            const [flag, json = '', ...others] = words(
              printOptions({ [name]: parameter }, given, '').join(' '),
            );
            expect([flag, others]).toEqual([expect.stringMatching(/^--[a-z-]+$/), []]);
            expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

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

describe('what Lambda asks of a command line', () => {
  test('uploaded code is a file beside --code', () => {
    const call: ApiCall = {
      operation: 'lambda:CreateFunction',
      input: {
        FunctionName: 'remind',
        Role: 'arn:aws:iam::111122223333:role/Runner',
        Code: { ZipFile: 'UEsDBA==' },
        Timeout: 5,
      },
    };
    expect(printCommand(call)).toBe(
      'aws lambda create-function --function-name remind --role arn:aws:iam::111122223333:role/Runner --timeout 5 --zip-file fileb://function.zip',
    );
  });

  test('an answer is written to a file', () =>
    expect(printCommand({ operation: 'lambda:Invoke', input: { FunctionName: 'remind' } })).toBe(
      'aws lambda invoke --function-name remind response.json',
    ));
});

test('abbreviations are words of their own', () =>
  expect(
    printCommand({
      operation: 'sqs:GetQueueUrl',
      input: { QueueName: 'jobs', QueueOwnerAWSAccountId: '111122223333' },
    }),
  ).toBe('aws sqs get-queue-url --queue-name jobs --queue-owner-aws-account-id 111122223333'));

test('passwords are masked where a command is shown', () => {
  const input = { OldPassword: 'Winter-Fox-1', NewPassword: 'Summer-Fox-2' };
  expect(shownCommand({ operation: 'iam:ChangePassword', input })).toBe(
    "aws iam change-password --old-password '********' --new-password '********'",
  );
  const key = { UserName: 'noor' };
  expect(shownCommand({ operation: 'iam:CreateAccessKey', input: key })).toBe(
    printCommand({ operation: 'iam:CreateAccessKey', input: key }),
  );
});

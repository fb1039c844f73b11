// Responses as the command line has them: dates, policy documents, the order of AWS's model.
import { describe, expect, test } from 'vitest';
import { shownDate, shownResponse } from './response.ts';

describe('dates', () => {
  test.each([
    ['2026-11-26T00:00:00Z', '2026-11-26T00:00:00+00:00'],
    ['2026-11-26T00:00:00.000Z', '2026-11-26T00:00:00+00:00'],
    ['2026-11-26T00:00:00.120Z', '2026-11-26T00:00:00.120000+00:00'],
    ['yesterday', 'yesterday'],
  ])('%s', (instant, shown) => expect(shownDate(instant)).toBe(shown));

  test('are known by their place: a tag that looks like one stays as it is', () => {
    const at = '2026-11-26T00:00:00Z';
    const user = { CreateDate: at, UserName: at, Tags: [{ Key: 'CreateDate', Value: at }] };
    expect(shownResponse('iam:GetUser', { User: user })).toEqual({
      User: {
        UserName: at,
        CreateDate: '2026-11-26T00:00:00+00:00',
        Tags: [{ Key: 'CreateDate', Value: at }],
      },
    });
    expect(shownResponse('lambda:ListTags', { Tags: { CreationDate: at } })).toEqual({
      Tags: { CreationDate: at },
    });
  });
});

describe('policy documents', () => {
  const Document = '{"Version":"2012-10-17","Statement":[]}';

  test('of IAM are objects', () =>
    expect(shownResponse('iam:GetRole', { Role: { AssumeRolePolicyDocument: Document } })).toEqual({
      Role: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
    }));

  test('of IAM that are no JSON stay texts', () =>
    expect(shownResponse('iam:GetUserPolicy', { PolicyDocument: '{' })).toEqual({ PolicyDocument: '{' }));

  test.each([
    ['s3:GetBucketPolicy', { Policy: Document }],
    ['kms:GetKeyPolicy', { Policy: Document, PolicyName: 'default' }],
    ['sqs:GetQueueAttributes', { Attributes: { Policy: Document } }],
    ['organizations:DescribePolicy', { Policy: { Content: Document } }],
  ] as const)('of %s stay texts', (operation, output) =>
    expect(shownResponse(operation, output)).toEqual(output),
  );
});

test('members come in the order of the model', () => {
  const user = { Arn: 'arn', UserId: 'id', UserName: 'bob', Path: '/' };
  expect(Object.keys(shownResponse('iam:GetUser', { User: user }).User ?? {})).toEqual([
    'Path',
    'UserName',
    'UserId',
    'Arn',
  ]);
});

test.each([
  ['s3:GetObject', { Body: 'text', ContentLength: 4 }, { ContentLength: 4 }],
  ['lambda:Invoke', { StatusCode: 200, Payload: 'bnVsbA==' }, { StatusCode: 200 }],
  ['s3:ListObjectsV2', { Contents: [], KeyCount: 0 }, { KeyCount: 0 }],
  ['iam:ListUsers', { Users: [], IsTruncated: false }, { Users: [], IsTruncated: false }],
  ['iam:DeleteUser', {}, {}],
] as const)('%s shows what is printed', (operation, output, shown) =>
  expect(shownResponse(operation, output)).toEqual(shown),
);

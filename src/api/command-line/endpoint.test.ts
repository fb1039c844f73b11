// Where requests go that nobody answers: Regions that there are not, and addresses of something else than AWS.
import { describe, expect, test } from 'vitest';
import type { ApiCall } from '../call.ts';
import { addressFault, regionFault, unanswered } from './endpoint.ts';

const url = (operation: string, input: object, region: string, address: string | null = null) =>
  /"(.*)"/.exec(unanswered({ operation, input } as ApiCall, region, address)?.message ?? '')?.[1] ?? null;

describe('a Region that is none', () => {
  test.each([
    ['sts:GetCallerIdentity', {}, 'https://sts.us-esat-1.amazonaws.com/'],
    ['ec2:DescribeInstances', {}, 'https://ec2.us-esat-1.amazonaws.com/'],
    ['s3:ListBuckets', {}, 'https://s3.us-esat-1.amazonaws.com/'],
    ['s3:GetBucketPolicy', { Bucket: 'maple' }, 'https://maple.s3.us-esat-1.amazonaws.com/?policy'],
    ['s3:GetObject', { Bucket: 'maple', Key: 'a b/c' }, 'https://maple.s3.us-esat-1.amazonaws.com/a%20b/c'],
    ['s3:GetObjectAcl', { Bucket: 'maple', Key: 'c' }, 'https://maple.s3.us-esat-1.amazonaws.com/c?acl'],
    ['s3:GetObject', { Bucket: 'Ma_ple', Key: 'a' }, 'https://s3.us-esat-1.amazonaws.com/Ma_ple/a'],
    [
      's3control:GetPublicAccessBlock',
      { AccountId: '111122223333' },
      'https://111122223333.s3-control.us-esat-1.amazonaws.com/v20180820/configuration/publicAccessBlock',
    ],
    [
      'lambda:Invoke',
      { FunctionName: 'f' },
      'https://lambda.us-esat-1.amazonaws.com/2015-03-31/functions/f/invocations',
    ],
    ['lambda:ListFunctions', {}, 'https://lambda.us-esat-1.amazonaws.com/2015-03-31/functions'],
    ['iam:ListUsers', {}, null],
    ['organizations:DescribeOrganization', {}, null],
  ])('%s %j: %s', (operation, input, expected) => expect(url(operation, input, 'us-esat-1')).toBe(expected));

  test('what may have been meant is offered', () =>
    expect(
      unanswered({ operation: 'sts:GetCallerIdentity', input: {} }, 'us-esat-1', null)?.message,
    ).toContain('Maybe you meant:\n\n  * us-east-1'));
});

describe('an address of its own', () => {
  test.each([
    ['sts:GetCallerIdentity', {}, 'http://localhost:4566', 'http://localhost:4566/'],
    ['s3:ListObjectsV2', { Bucket: 'b' }, 'http://h:1/x', 'http://h:1/b?list-type=2&encoding-type=url'],
    ['sts:GetCallerIdentity', {}, 'https://sts.us-east-1.amazonaws.com', null],
    [
      'sts:GetCallerIdentity',
      {},
      'https://sts.us-west-2.amazonaws.com/',
      'https://sts.us-west-2.amazonaws.com/',
    ],
    ['iam:ListUsers', {}, 'https://iam.amazonaws.com/', null],
  ])('%s %j %s', (operation, input, address, expected) =>
    expect(url(operation, input, 'us-east-1', address)).toBe(expected),
  );

  test('has to be one', () => {
    expect(addressFault('http://localhost')).toBeNull();
    expect(addressFault('localhost')).toBe('Invalid endpoint: localhost');
  });
});

test.each(['us east', 'us_east_1', '', '-a', 'a-', '123'])('%s is no name of a Region', (region) =>
  expect(regionFault(region)).toContain("doesn't match a supported format."),
);

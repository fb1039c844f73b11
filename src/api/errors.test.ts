// Tests for the errors of every operation: codes, sentences and statuses as AWS has them.
import { describe, expect, test } from 'vitest';
import { amira, ask, document, drafts, errorOf, noor } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  DRAFTS_POLICY,
  NEIGHBOUR,
  ROOT,
  WORLD,
  WRITE_DRAFTS,
  allow,
  documentOf,
  policyText,
  withGroup,
  withUser,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { World } from '../account/world.ts';
import type { ApiCall } from './call.ts';

describe('what is not there', () => {
  const key = { Bucket: 'maple-drafts', Key: 'gone.txt' } as const;

  test('NoSuchKey is told to those who may list', () => {
    const outcome = ask(noor, { operation: 's3:GetObject', input: key });
    expect(errorOf(outcome)).toEqual({
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
      status: 404,
    });
    expect(outcome.evaluations.map(({ request }) => request.action)).toEqual([
      's3:GetObject',
      's3:ListBucket',
    ]);
  });

  test('others are refused the list', () => {
    const outcome = ask(noor, { operation: 's3:GetObject', input: { ...key, Bucket: 'maple-catalog' } });
    expect(errorOf(outcome)).toEqual({
      code: 'AccessDenied',
      message:
        `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: s3:ListBucket on resource: ` +
        '"arn:aws:s3:::maple-catalog" because no identity-based policy allows the s3:ListBucket action',
      status: 403,
    });
  });

  test.each<ApiCall>([
    { operation: 's3:ListObjectsV2', input: { Bucket: 'nobodys' } },
    { operation: 's3:GetObject', input: { Bucket: 'nobodys', Key: 'k' } },
    { operation: 's3:PutObject', input: { Bucket: 'nobodys', Key: 'k', Body: '' } },
    { operation: 's3:DeleteObject', input: { Bucket: 'nobodys', Key: 'k' } },
    { operation: 's3:GetBucketPolicy', input: { Bucket: 'nobodys' } },
    { operation: 's3:PutBucketPolicy', input: { Bucket: 'nobodys', Policy: DRAFTS_POLICY } },
    { operation: 's3:DeleteBucketPolicy', input: { Bucket: 'nobodys' } },
  ])('$operation on a bucket that nobody has', (call) => {
    expect(errorOf(ask(ROOT, call))).toEqual({
      code: 'NoSuchBucket',
      message: 'The specified bucket does not exist',
      status: 404,
    });
    expect(errorOf(ask(noor, call))?.code).toBe('AccessDenied');
  });

  test.each<[ApiCall, string, string]>([
    [
      { operation: 's3:GetBucketPolicy', input: { Bucket: 'maple-catalog' } },
      'NoSuchBucketPolicy',
      'The bucket policy does not exist',
    ],
    [
      {
        operation: 'iam:CreatePolicyVersion',
        input: { PolicyArn: `arn:aws:iam::${BOOKSHOP}:policy/None`, PolicyDocument: document },
      },
      'NoSuchEntity',
      `Policy arn:aws:iam::${BOOKSHOP}:policy/None was not found.`,
    ],
    [
      { operation: 'iam:DeletePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v7' } },
      'NoSuchEntity',
      `Policy ${WRITE_DRAFTS} version v7 does not exist or is not attachable.`,
    ],
    [
      { operation: 'iam:SetDefaultPolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v7' } },
      'NoSuchEntity',
      `Policy ${WRITE_DRAFTS} version v7 does not exist or is not attachable.`,
    ],
    [
      {
        operation: 'iam:PutUserPolicy',
        input: { UserName: 'bob', PolicyName: 'P', PolicyDocument: document },
      },
      'NoSuchEntity',
      'The user with name bob cannot be found.',
    ],
    [
      {
        operation: 'iam:PutGroupPolicy',
        input: { GroupName: 'bob', PolicyName: 'P', PolicyDocument: document },
      },
      'NoSuchEntity',
      'The group with name bob cannot be found.',
    ],
  ])('$operation: %s', (call, code, message) =>
    expect(errorOf(ask(amira, call))).toEqual({ code, message, status: 404 }),
  );
});

describe('refused for what is asked', () => {
  const withInline = (inline: Readonly<Record<string, string>>): World =>
    withUser('noor', { inline }, withGroup('Writers', { inline }));
  const putUser = (PolicyName: string, PolicyDocument: string): ApiCall => ({
    operation: 'iam:PutUserPolicy',
    input: { UserName: 'noor', PolicyName, PolicyDocument },
  });
  const putGroup = (PolicyName: string, PolicyDocument: string): ApiCall => ({
    operation: 'iam:PutGroupPolicy',
    input: { GroupName: 'Writers', PolicyName, PolicyDocument },
  });
  const create = (PolicyDocument: string): ApiCall => ({
    operation: 'iam:CreatePolicyVersion',
    input: { PolicyArn: WRITE_DRAFTS, PolicyDocument },
  });

  test.each<[string, ApiCall, World, { code: string; message: string; status: number } | null]>([
    ['a document of 6,144 characters', create(documentOf(6144)), WORLD, null],
    [
      'one more',
      create(documentOf(6145)),
      WORLD,
      { code: 'LimitExceeded', message: 'Cannot exceed quota for PolicySize: 6144', status: 409 },
    ],
    ['white space is free', create(documentOf(6144).replaceAll(',', ',\n        ')), WORLD, null],
    [
      '2,048 characters for a user',
      putUser('B', documentOf(1000)),
      withInline({ A: documentOf(1048) }),
      null,
    ],
    [
      'one more for a user',
      putUser('B', documentOf(1001)),
      withInline({ A: documentOf(1048) }),
      {
        code: 'LimitExceeded',
        message: 'Maximum policy size of 2048 bytes exceeded for user noor',
        status: 409,
      },
    ],
    [
      'a policy replaced does not count',
      putUser('A', documentOf(2048)),
      withInline({ A: documentOf(1048) }),
      null,
    ],
    [
      '5,120 characters for a group',
      putGroup('B', documentOf(4000)),
      withInline({ A: documentOf(1120) }),
      null,
    ],
    [
      'one more for a group',
      putGroup('B', documentOf(4001)),
      withInline({ A: documentOf(1120) }),
      {
        code: 'LimitExceeded',
        message: 'Maximum policy size of 5120 bytes exceeded for group Writers',
        status: 409,
      },
    ],
    [
      'the default version',
      { operation: 'iam:DeletePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v1' } },
      WORLD,
      { code: 'DeleteConflict', message: 'Cannot delete the default version of a policy.', status: 409 },
    ],
  ])('%s', (_, call, world, expected) => expect(errorOf(ask(amira, call, world))).toEqual(expected));

  test('managed policies need Version 2012-10-17, inline policies do not', () => {
    const old = document.replace('2012-10-17', '2008-10-17');
    expect(errorOf(ask(amira, create(old)))?.code).toBe('MalformedPolicyDocument');
    expect(errorOf(ask(amira, putUser('P', old)))).toBeNull();
  });

  test('a sixth version', () => {
    let world = WORLD;
    for (let i = 2; i <= 5; i++) world = applyChanges(world, ask(amira, create(document), world).changes);
    expect(errorOf(ask(amira, create(document), world))).toEqual({
      code: 'LimitExceeded',
      message:
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      status: 409,
    });
  });

  test('the sandbox is full before an account could no longer be handed on', () => {
    let world = WORLD;
    const large = 'x'.repeat(1_000_000);
    for (const Key of ['1', '2', '3']) {
      const call: ApiCall = { operation: 's3:PutObject', input: { ...drafts, Key, Body: large } };
      world = applyChanges(world, ask(ROOT, call, world).changes);
    }
    const call: ApiCall = { operation: 's3:PutObject', input: { ...drafts, Key: '4', Body: large } };
    expect(errorOf(ask(ROOT, call, world))?.code).toBe('SandboxFull');
  });

  test.each<[string, { Body: string; ContentType?: string }]>([
    ['EntityTooLarge', { Body: 'x'.repeat(1_000_001) }],
    ['MetadataTooLarge', { Body: 'x', ContentType: 'x'.repeat(1_025) }],
  ])('%s: what could not be saved is not taken', (code, rest) => {
    const outcome = ask(ROOT, { operation: 's3:PutObject', input: { ...drafts, Key: 'large', ...rest } });
    expect(errorOf(outcome)).toMatchObject({ code, status: 400 });
    expect(outcome.changes).toEqual([]);
  });

  test.each<[string, ApiCall]>([
    ['MalformedPolicyDocument', create('{')],
    ['MalformedPolicyDocument', putUser('P', '{')],
    ['MalformedPolicyDocument', putGroup('P', '{"Version":"2012-10-17"}')],
    ['MalformedPolicy', { operation: 's3:PutBucketPolicy', input: { ...drafts, Policy: '{' } }],
    [
      'MalformedPolicy',
      { operation: 's3:PutBucketPolicy', input: { Bucket: 'maple-catalog', Policy: DRAFTS_POLICY } },
    ],
  ])('%s: %j', (code, call) => {
    const outcome = ask(amira, call);
    expect(errorOf(outcome)).toMatchObject({ code, status: 400 });
    expect(outcome.event.errorCode).toBe(code === 'MalformedPolicy' ? code : `${code}Exception`);
    expect(outcome.changes).toEqual([]);
  });

  test.each<[string, boolean]>([
    [`arn:aws:iam::${BOOKSHOP}:user/noor`, true],
    [`arn:aws:iam::${BOOKSHOP}:root`, true],
    [BOOKSHOP, true],
    ['*', true],
    [`arn:aws:iam::${NEIGHBOUR}:user/kim`, true],
    ['arn:aws:iam::999988887777:user/unknown-here', true],
    [`arn:aws:iam::${BOOKSHOP}:user/bob`, false],
    [`arn:aws:iam::${BOOKSHOP}:user/Noor`, false],
    [`arn:aws:iam::${BOOKSHOP}:role/Editor`, false],
    [`arn:aws:iam::${NEIGHBOUR}:user/noor`, false],
    [`arn:aws:sts::${BOOKSHOP}:assumed-role/Editor/run`, false],
    [`arn:aws:sts::${BOOKSHOP}:federated-user/guest`, true],
  ])('a bucket policy for %s: %s', (AWS, taken) => {
    const Policy = policyText({
      ...allow('s3:GetObject', 'arn:aws:s3:::maple-catalog/*'),
      Principal: { AWS },
    });
    const outcome = ask(amira, {
      operation: 's3:PutBucketPolicy',
      input: { Bucket: 'maple-catalog', Policy },
    });
    expect(errorOf(outcome)).toEqual(
      taken ? null : { code: 'MalformedPolicy', message: 'Invalid principal in policy', status: 400 },
    );
  });

  const regular = 'Member must satisfy regular expression pattern';
  test.each<[ApiCall, string, string]>([
    [
      { operation: 'iam:DeletePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: '1' } },
      'ValidationError',
      `1 validation error detected: Value '1' at 'versionId' failed to satisfy constraint: ${regular}: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?`,
    ],
    [
      {
        operation: 'iam:PutUserPolicy',
        input: { UserName: 'a b', PolicyName: 'x'.repeat(129), PolicyDocument: '漢' },
      },
      'ValidationError',
      `3 validation errors detected: Value 'a b' at 'userName' failed to satisfy constraint: ${regular}: [\\w+=,.@-]+; ` +
        `Value '${'x'.repeat(129)}' at 'policyName' failed to satisfy constraint: Member must have length less than or equal to 128; ` +
        `Value at 'policyDocument' failed to satisfy constraint: ${regular}: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+`,
    ],
    [
      { operation: 'iam:PutGroupPolicy', input: { GroupName: 'G', PolicyName: 'P', PolicyDocument: '' } },
      'ValidationError',
      "2 validation errors detected: Value at 'policyDocument' failed to satisfy constraint: Member must have length " +
        "greater than or equal to 1; Value at 'policyDocument' failed to satisfy constraint: " +
        `${regular}: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+`,
    ],
    [
      { operation: 'iam:SetDefaultPolicyVersion', input: { PolicyArn: 'arn:aws:iam::1:p', VersionId: 'v1' } },
      'ValidationError',
      "1 validation error detected: Value 'arn:aws:iam::1:p' at 'policyArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
    ],
    [
      {
        operation: 'iam:SetDefaultPolicyVersion',
        input: { PolicyArn: `arn:aws:iam::${BOOKSHOP}:user/noor`, VersionId: 'v1' },
      },
      'InvalidInput',
      `ARN arn:aws:iam::${BOOKSHOP}:user/noor is not valid.`,
    ],
    [
      { operation: 's3:ListObjectsV2', input: { Bucket: 'Not A Bucket' } },
      'InvalidBucketName',
      'The specified bucket is not valid.',
    ],
    [
      { operation: 's3:PutObject', input: { ...drafts, Key: 'é'.repeat(513), Body: '' } },
      'KeyTooLongError',
      'Your key is too long',
    ],
    [
      { operation: 's3:GetObject', input: { ...drafts, Key: '' } },
      'ParamValidation',
      'Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1',
    ],
  ])('%j: %s', (call, code, message) => {
    const outcome = ask(ROOT, call);
    expect(errorOf(outcome)).toEqual({ code, message, status: 400 });
    expect(outcome.evaluations).toEqual([]);
    expect(outcome.event).toMatchObject({ request: null, decision: null, resources: [] });
  });
});

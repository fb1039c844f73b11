// Tests of making a policy: the request for each kind, and the one that attaches it.
import { expect, test } from 'vitest';
import { attachCall, createCall, NEW_KINDS } from './new-policy.ts';

test.each([
  ['managed', { operation: 'iam:CreatePolicy', input: { PolicyName: 'N', PolicyDocument: '{}' } }],
  ['role', { operation: 'iam:CreateRole', input: { RoleName: 'N', AssumeRolePolicyDocument: '{}' } }],
  [
    'scp',
    { operation: 'organizations:CreatePolicy', input: { Type: 'SERVICE_CONTROL_POLICY', Content: '{}' } },
  ],
  ['rcp', { operation: 'organizations:CreatePolicy', input: { Type: 'RESOURCE_CONTROL_POLICY', Name: 'N' } }],
] as const)('%s', (kind, call) => expect(createCall(kind, 'N', '{}')).toMatchObject(call));

test('every kind is made by some request', () => {
  for (const kind of NEW_KINDS)
    expect(createCall(kind, 'N', '{}', { owner: 'user/noor' })?.operation).toMatch(/:(Create|PutUserPolicy)/);
});

test.each([
  ['user/noor', 'iam:PutUserPolicy', { UserName: 'noor' }],
  ['group/Writers', 'iam:PutGroupPolicy', { GroupName: 'Writers' }],
  ['role/Press', 'iam:PutRolePolicy', { RoleName: 'Press' }],
] as const)('an inline policy of %s', (owner, operation, named) =>
  expect(createCall('inline', 'N', '{}', { owner })).toEqual({
    operation,
    input: { ...named, PolicyName: 'N', PolicyDocument: '{}' },
  }),
);

test('an inline policy belongs to somebody', () => {
  expect(createCall('inline', 'N', '{}')).toBeNull();
  expect(createCall('inline', 'N', '{}', { owner: 'nothing/N' })).toBeNull();
});

const ARN = 'arn:aws:iam::111122223333:policy/N';

test.each([
  ['managed', ARN, 'user/noor', 'iam:AttachUserPolicy', { UserName: 'noor', PolicyArn: ARN }],
  ['managed', ARN, 'group/Writers', 'iam:AttachGroupPolicy', { GroupName: 'Writers' }],
  ['managed', ARN, 'role/Press', 'iam:AttachRolePolicy', { RoleName: 'Press' }],
  ['scp', 'p-1', 'r-1', 'organizations:AttachPolicy', { PolicyId: 'p-1', TargetId: 'r-1' }],
] as const)('%s %s to %s', (kind, made, target, operation, input) =>
  expect(attachCall(kind, made, target)).toMatchObject({ operation, input }),
);

test('what cannot be attached is not', () => {
  expect(attachCall('role', 'R', 'user/noor')).toBeNull();
  expect(attachCall('inline', ARN, 'user/noor')).toBeNull();
  expect(attachCall('managed', ARN, 'nothing')).toBeNull();
});

test('a role is made with a boundary, or without', () => {
  const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const made = (given: string) => createCall('role', 'N', '{}', { boundary: given })?.input;
  expect(made(` ${boundary} `)).toEqual({
    RoleName: 'N',
    AssumeRolePolicyDocument: '{}',
    PermissionsBoundary: boundary,
  });
  expect(made('')).toEqual({ RoleName: 'N', AssumeRolePolicyDocument: '{}' });
});

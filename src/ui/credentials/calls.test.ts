// What is typed in the forms, as calls and as command lines.
import { expect, test } from 'vitest';
import { printCommand } from '../../api/command.ts';
import { assumeRoleCall, assumeRootCall, federationTokenCall, nothing, sessionTokenCall } from './calls.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Desk';

test('what is left empty is left out', () => {
  expect(assumeRoleCall(ROLE, 'noor', nothing()).input).toEqual({ RoleArn: ROLE, RoleSessionName: 'noor' });
  expect(sessionTokenCall(nothing()).input).toEqual({});
  expect(federationTokenCall('guest', nothing()).input).toEqual({ Name: 'guest' });
  expect(
    assumeRoleCall(ROLE, 'noor', {
      ...nothing(),
      policy: ' \n',
      policyArns: [''],
      tags: [{ key: '', value: '', transitive: true }],
    }).input,
  ).toEqual({ RoleArn: ROLE, RoleSessionName: 'noor' });
});

test('all that can be typed is in the call', () => {
  const call = assumeRoleCall(ROLE, 'noor', {
    duration: '900',
    serial: 'arn:aws:iam::111122223333:mfa/phone',
    code: '012 345',
    policy: '{}',
    policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    tags: [
      { key: 'team', value: 'night', transitive: true },
      { key: 'floor', value: '', transitive: false },
    ],
    externalId: 'maple-7',
    sourceIdentity: 'noor',
  });
  expect(call.input).toEqual({
    RoleArn: ROLE,
    RoleSessionName: 'noor',
    PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    Policy: '{}',
    DurationSeconds: 900,
    Tags: [
      { Key: 'team', Value: 'night' },
      { Key: 'floor', Value: '' },
    ],
    TransitiveTagKeys: ['team'],
    ExternalId: 'maple-7',
    SerialNumber: 'arn:aws:iam::111122223333:mfa/phone',
    TokenCode: '012345',
    SourceIdentity: 'noor',
  });
  expect(printCommand(call)).toBe(
    `aws sts assume-role --role-arn ${ROLE} --role-session-name noor --policy-arns '[{"arn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}]' --policy file://policy.json --duration-seconds 900 --tags Key=team,Value=night Key=floor,Value= --transitive-tag-keys team --external-id maple-7 --serial-number arn:aws:iam::111122223333:mfa/phone --token-code 012345 --source-identity noor`,
  );
});

test('a root session names an account and a task', () => {
  const task = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy';
  expect(assumeRootCall('444455556666', task, { ...nothing(), duration: '600' })).toEqual({
    operation: 'sts:AssumeRoot',
    input: { TargetPrincipal: '444455556666', TaskPolicyArn: { arn: task }, DurationSeconds: 600 },
  });
});

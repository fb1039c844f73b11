// Calls that a short form can make.
import { expect, test } from 'vitest';
import { RICH } from '../../../tests/fixtures/rich-world.ts';
import { callOf, endpointsTo, FORM_CALLS, formCall } from './calls.ts';

test('calls that need nothing, and calls that need a line or two', () => {
  expect(formCall('sts:GetCallerIdentity')).toMatchObject({ fields: [], cli: 'sts get-caller-identity' });
  expect(formCall('s3:GetObject')).toMatchObject({ fields: ['Bucket', 'Key'] });
});

test('no secrets, documents or structures', () => {
  for (const operation of ['iam:ChangePassword', 'iam:PutUserPolicy', 'iam:EnableMFADevice', 's3:Nothing'])
    expect(formCall(operation), operation).toBeNull();
});

test('each service once, in order', () => {
  const services = FORM_CALLS.map(({ service }) => service);
  expect(services).toEqual([...new Set(services)].sort());
});

test('the call has what was typed, and nothing else', () => {
  const get = formCall('s3:GetObject');
  expect(get && callOf(get, { Bucket: ' maple ', Key: 'a', UserName: 'x' })).toEqual({
    operation: 's3:GetObject',
    input: { Bucket: 'maple', Key: 'a' },
  });
});

test('a request can come through the endpoints that lead to its service in its Region', () => {
  const through = (operation: string, region: string) =>
    endpointsTo(RICH, operation, region)
      .filter(({ account }) => account === '111122223333')
      .map(({ id }) => id);
  expect(through('s3:GetObject', 'eu-central-1')).toEqual(['vpce-0123456789abcdef0']);
  expect(through('s3:GetObject', 'us-east-1')).toEqual([]);
  expect(through('iam:ListUsers', 'eu-central-1')).toEqual([]);
});

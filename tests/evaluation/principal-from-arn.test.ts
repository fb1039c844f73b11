// principalFrom: every way to write a caller, and what is none.
import { expect, test } from 'vitest';
import { principalFrom } from './principal-from-arn.ts';

test.each([
  ['arn:aws:iam::111122223333:root', 'root'],
  ['arn:aws:iam::111122223333:user/alice', 'user'],
  ['arn:aws:iam::111122223333:user/a/b/alice', 'user'],
  ['arn:aws:sts::111122223333:assumed-role/app/run1', 'roleSession'],
  ['arn:aws:sts::111122223333:federated-user/Carol', 'federatedUser'],
  ['arn:aws:iam::111122223333:saml-provider/Corp', 'federatedIdentity'],
  ['arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB', 'federatedIdentity'],
  ['www.amazon.com', 'federatedIdentity'],
  ['anonymous', 'anonymous'],
  [{ service: 's3.amazonaws.com' }, 'service'],
])('%j is a %s', (written, kind) => {
  expect(principalFrom(written)).toMatchObject({ ok: true, value: { kind } });
});

test('names are taken from the ARN', () => {
  expect(principalFrom('arn:aws:iam::111122223333:user/a/b/alice')).toMatchObject({
    value: { name: 'alice' },
  });
  expect(principalFrom('arn:aws:sts::111122223333:assumed-role/app/run1')).toMatchObject({
    value: { roleName: 'app', sessionName: 'run1', account: '111122223333' },
  });
});

test.each([
  'alice',
  '',
  'arn:aws:iam::111122223333:role/app',
  'arn:aws:iam::111122223333:group/writers',
  'arn:aws:iam::111122223333:user/',
  'arn:aws:iam::111122223333:root/x',
  'arn:aws:iam:::user/alice',
  'arn:aws:iam::aws:user/alice',
  'arn:aws:sts::111122223333:assumed-role/app',
  'arn:aws:sts::111122223333:federated-user/a/b',
  'arn:aws:s3:::bucket',
  7,
  null,
  {},
  { service: 7 },
])('%j is none', (written) => {
  expect(principalFrom(written).ok).toBe(false);
});

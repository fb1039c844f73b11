// What is too long to read in a command line is named as a file; the rest stays.
import { expect, test } from 'vitest';
import { printCommand } from '../../api/command.ts';
import { withDocument, withFiles } from './with-files.ts';

const call = (SAMLAssertion: string) =>
  ({
    operation: 'sts:AssumeRoleWithSAML',
    input: { RoleArn: 'arn:aws:iam::111122223333:role/A', PrincipalArn: 'arn:p', SAMLAssertion },
  }) as const;

test('a long assertion is a file', () => {
  expect(printCommand(withFiles(call('A'.repeat(5000))))).toMatch(
    /--saml-assertion file:\/\/assertion\.b64$/,
  );
});

test('a short one stays', () => {
  expect(withFiles(call('PHNhbWw+'))).toEqual(call('PHNhbWw+'));
});

test('a policy document stands in the line, in quotes that a shell understands', () => {
  const federate = (Policy: string) =>
    ({ operation: 'sts:GetFederationToken', input: { Name: 'guest', Policy } }) as const;
  const line = (policy: string) => withDocument(printCommand(federate(policy)), federate(policy));
  expect(line('{\n  "Version": "2012-10-17"\n}')).toBe(
    `aws sts get-federation-token --name guest --policy '{"Version":"2012-10-17"}'`,
  );
  expect(line("it's none")).toBe(`aws sts get-federation-token --name guest --policy 'it'\\''s none'`);
  expect(withDocument('aws sts get-session-token', { input: {} })).toBe('aws sts get-session-token');
});

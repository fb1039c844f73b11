// What is too long to read in a command line is named as a file; the rest stays.
import { expect, test } from 'vitest';
import { printCommand } from '../../api/command.ts';
import { withFiles } from './with-files.ts';

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

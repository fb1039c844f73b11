// Tests for principals in the text of a policy: what is named otherwise, and what stays as it was typed.
import { expect, test } from 'vitest';
import { withAwsPrincipals, withRootArns } from './principal-text.ts';

const ROOT = 'arn:aws:iam::111122223333:root';

/** A policy with these elements, spaced as they are. */
const policy = (elements: string): string =>
  `{ "Statement":\n[{"Effect": "Allow", "Action": "s3:*", "Resource" :"111122223333",${elements} }]}`;

test.each([
  ['"Principal": {"AWS": "111122223333"}', `"Principal": {"AWS": "${ROOT}"}`],
  [
    '"NotPrincipal" : {"AWS":[ "111122223333",\n"444455556666" ]}',
    `"NotPrincipal" : {"AWS":[ "${ROOT}",\n"arn:aws:iam::444455556666:root" ]}`,
  ],
])('accounts are named by the ARN of their root user: %s', (given, shown) => {
  expect(withRootArns(policy(given))).toBe(policy(shown));
  expect(withRootArns(policy(shown))).toBe(policy(shown));
});

test.each([
  policy('"Principal": "*"'),
  policy('"Principal": {"Service": "111122223333", "AWS": "11112222333"}'),
  policy('"Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}'),
  '',
  'no policy',
])('%s stays as it is', (text) => expect(withRootArns(text)).toBe(text));

test('a name that has to be escaped is', () =>
  expect(withAwsPrincipals(policy('"Principal": {"AWS": "a"}'), () => '"')).toBe(
    policy('"Principal": {"AWS": "\\""}'),
  ));

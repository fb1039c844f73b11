// The request context: keys of the principal, keys of the call, and letter case.
import { expect, test } from 'vitest';
import { ALICE, principal, request } from '../../tests/evaluation/build.ts';
import { contextOf, principalContext } from './context.ts';
import { UNKNOWN } from './request.ts';

test.each([
  [
    'arn:aws:iam::111122223333:root',
    {
      'aws:PrincipalType': 'Account',
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:root',
      'aws:PrincipalAccount': '111122223333',
      'aws:userid': '111122223333',
    },
  ],
  [
    'arn:aws:iam::111122223333:user/writers/alice',
    {
      'aws:PrincipalType': 'User',
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/writers/alice',
      'aws:PrincipalAccount': '111122223333',
      'aws:username': 'alice',
    },
  ],
  [
    'arn:aws-cn:sts::111122223333:assumed-role/app/run1',
    {
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalArn': 'arn:aws-cn:iam::111122223333:role/app',
      'aws:PrincipalAccount': '111122223333',
    },
  ],
  [
    'arn:aws:sts::111122223333:federated-user/Carol',
    {
      'aws:PrincipalType': 'FederatedUser',
      'aws:PrincipalArn': 'arn:aws:sts::111122223333:federated-user/Carol',
      'aws:PrincipalAccount': '111122223333',
      'aws:userid': '111122223333:Carol',
    },
  ],
  [
    'anonymous',
    { 'aws:PrincipalType': 'Anonymous', 'aws:PrincipalAccount': 'anonymous', 'aws:userid': 'anonymous' },
  ],
  [{ service: 's3.amazonaws.com' }, {}],
])('%j', (written, expected) => {
  expect(principalContext(principal(written))).toEqual(expected);
});

test('what the request states wins over what follows from the principal, whatever the letter case', () => {
  const found = contextOf(request({ context: { 'AWS:principalarn': 'other' } }));
  expect(found.get('aws:principalarn')).toEqual({ key: 'AWS:principalarn', value: 'other' });
  expect(contextOf(request()).get('aws:principalarn')?.value).toBe(ALICE);
});

test('two keys that differ only in letter case make an unknown value, unless they agree', () => {
  const keys = { 'aws:ResourceTag/env': 'a', 'aws:ResourceTag/Env': 'b', k: 'x', K: 'x' };
  const found = contextOf(request({ context: keys }));
  expect(found.get('aws:resourcetag/env')?.value).toBe(UNKNOWN);
  expect(found.get('k')?.value).toBe('x');
});

test('a key named like a property of every object is a key like any other', () => {
  expect(contextOf(request({ context: {} })).get('constructor')).toBeUndefined();
  const hostile: unknown = JSON.parse('{"__proto__":"x"}');
  const context = Object.fromEntries(Object.entries(hostile as Record<string, string>));
  expect(contextOf(request({ context })).get('__proto__')?.value).toBe('x');
});

test('a principal without keys leaves the context as it is', () => {
  const alice = principal(ALICE);
  if (alice.kind !== 'user') throw new Error('no user');
  expect(principalContext({ ...alice, keyless: true })).toEqual({});
});

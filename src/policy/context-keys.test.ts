// Tests for the condition keys that documents ask for.
import { expect, test } from 'vitest';
import { contextKeys } from './context-keys.ts';
import type { PolicyDocument } from './document.ts';
import { parsedPolicy } from './parse.ts';

function document(statement: object, version = '2012-10-17'): PolicyDocument {
  const parsed = parsedPolicy(JSON.stringify({ Version: version, Statement: statement }));
  if (!parsed.document) throw new Error('no document');
  return parsed.document;
}

const HOME = {
  Effect: 'Allow',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::home/${aws:username}/*', "arn:aws:s3:::team/${aws:PrincipalTag/team, 'none'}"],
  Condition: {
    StringLike: { 's3:prefix': ['${AWS:UserName}/*', '${*}${$}'] },
    Bool: { 'aws:SecureTransport': 'true' },
  },
};

test('keys of conditions and variables, each once', () =>
  expect(contextKeys([document(HOME), document({ ...HOME, Condition: {} })])).toEqual([
    'aws:username',
    'aws:PrincipalTag/team',
    's3:prefix',
    'aws:SecureTransport',
  ]));

test('the older version has no variables', () =>
  expect(contextKeys([document(HOME, '2008-10-17')])).toEqual(['s3:prefix', 'aws:SecureTransport']));

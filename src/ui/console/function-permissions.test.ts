// Tests for the permissions of a function: read from its policy, added and removed.
import { expect, test } from 'vitest';
import type { StoredPolicy } from '../../account/policies.ts';
import {
  addCall,
  inLines,
  isOfFunction,
  permissionsOf,
  removeCall,
  type PermissionForm,
} from './function-permissions.ts';

const ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:remind';
const policyOf = (id: string): StoredPolicy => ({
  source: { id, name: 'remind', kind: 'resource' },
  account: '111122223333',
  text: '',
  version: null,
  type: 'resource',
  editable: false,
});
const OWN = policyOf(`resource:${ARN}`);
const QUEUE = policyOf('resource:arn:aws:sqs:eu-west-1:111122223333:returns');

test('only the policy of a function is written statement by statement', () => {
  expect([OWN, QUEUE, policyOf('trust:Night')].map(isOfFunction)).toEqual([true, false, false]);
  expect([addCall(QUEUE, FORM), removeCall(QUEUE, 's1')]).toEqual([null, null]);
});

test('what each statement lets in', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 's1',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: ARN,
        Condition: {
          StringEquals: { 'AWS:SourceAccount': '111122223333' },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::maple-drafts' },
        },
      },
      { Effect: 'Allow', Principal: '*', Action: ['lambda:GetFunction', 'lambda:GetPolicy'], Resource: ARN },
    ],
  });
  expect(permissionsOf(text)).toEqual([
    {
      sid: 's1',
      principal: 's3.amazonaws.com',
      action: 'lambda:InvokeFunction',
      conditions: ['AWS:SourceAccount is 111122223333', 'AWS:SourceArn is like arn:aws:s3:::maple-drafts'],
    },
    { sid: null, principal: 'everyone (*)', action: 'lambda:GetFunction, lambda:GetPolicy', conditions: [] },
  ]);
  expect(permissionsOf('')).toEqual([]);
});

const FORM: PermissionForm = {
  statementId: ' s1 ',
  principal: 's3.amazonaws.com',
  action: 'lambda:InvokeFunction',
  sourceArn: '',
  sourceAccount: '',
  organization: '',
  urlAuth: 'NONE',
};
const NAMED = {
  FunctionName: ARN,
  StatementId: 's1',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
};

test.each<[string, Partial<PermissionForm>, object]>([
  ['what is empty is left out', {}, NAMED],
  [
    'a source',
    { sourceArn: 'arn:aws:s3:::maple-drafts', sourceAccount: '111122223333' },
    { ...NAMED, SourceArn: 'arn:aws:s3:::maple-drafts', SourceAccount: '111122223333' },
  ],
  ['an organization', { organization: 'o-maple12345' }, { ...NAMED, PrincipalOrgID: 'o-maple12345' }],
  [
    'how a URL is signed, for the action of URLs only',
    { action: 'lambda:InvokeFunctionUrl' },
    { ...NAMED, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
  ],
])('%s', (_name, typed, input) =>
  expect(addCall(OWN, { ...FORM, ...typed })).toEqual({ operation: 'lambda:AddPermission', input }),
);

test('a statement is removed by its id', () => {
  expect(removeCall(OWN, 's1')).toEqual({
    operation: 'lambda:RemovePermission',
    input: { FunctionName: ARN, StatementId: 's1' },
  });
});

test('a policy in one line is read in several; what is no JSON stays', () => {
  expect(inLines('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(inLines('')).toBe('');
});

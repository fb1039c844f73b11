// What IAM prints for the resource of a refused call.
import { expect, test } from 'vitest';
import type { Arn } from '../../aws/arn.ts';
import { iamListText, iamResourceText } from './iam-resource.ts';

test.each<[string, Arn, string]>([
  ['iam:GetUser', 'arn:aws:iam::111122223333:user/shop/noor', 'user noor'],
  ['iam:PutUserPolicy', 'arn:aws:iam::111122223333:user/noor', 'user noor'],
  ['iam:PutGroupPolicy', 'arn:aws:iam::111122223333:group/Writers', 'group Writers'],
  ['iam:UpdateAssumeRolePolicy', 'arn:aws:iam::111122223333:role/Editor', 'role Editor'],
  ['iam:AddRoleToInstanceProfile', 'arn:aws:iam::111122223333:instance-profile/Web', 'instance profile Web'],
  ['iam:CreatePolicy', 'arn:aws:iam::111122223333:policy/WriteDrafts', 'policy WriteDrafts'],
  [
    'iam:CreatePolicyVersion',
    'arn:aws:iam::111122223333:policy/WriteDrafts',
    'policy arn:aws:iam::111122223333:policy/WriteDrafts',
  ],
  ['iam:CreateUser', 'arn:aws:iam::111122223333:user/noor', 'arn:aws:iam::111122223333:user/noor'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/Editor', 'arn:aws:iam::111122223333:role/Editor'],
  [
    'iam:CreateServiceLinkedRole',
    'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  ],
  [
    'iam:SimulatePrincipalPolicy',
    'arn:aws:iam::111122223333:user/noor',
    'arn:aws:iam::111122223333:user/noor',
  ],
  [
    'iam:GetSAMLProvider',
    'arn:aws:iam::111122223333:saml-provider/Staff',
    'arn:aws:iam::111122223333:saml-provider/Staff',
  ],
])('%s on %s: %s', (action, resource, text) => expect(iamResourceText(action, resource)).toBe(text));

test.each([
  ['iam:ListUsers', '111122223333', 'arn:aws:iam::111122223333:user/'],
  ['iam:ListPolicies', '111122223333', 'policy path /'],
  ['iam:GetAccountSummary', '111122223333', '*'],
  ['iam:ListRoles', null, '*'],
])('%s about everything in %s: %s', (action, account, text) =>
  expect(iamListText(action, account)).toBe(text),
);

// The operations of IAM on policies attached to and embedded in identities.
import { AttachGroupPolicy } from './AttachGroupPolicy.ts';
import { AttachRolePolicy } from './AttachRolePolicy.ts';
import { AttachUserPolicy } from './AttachUserPolicy.ts';
import { DeleteGroupPolicy } from './DeleteGroupPolicy.ts';
import { DeleteRolePolicy } from './DeleteRolePolicy.ts';
import { DeleteUserPolicy } from './DeleteUserPolicy.ts';
import { DetachGroupPolicy } from './DetachGroupPolicy.ts';
import { DetachRolePolicy } from './DetachRolePolicy.ts';
import { DetachUserPolicy } from './DetachUserPolicy.ts';
import { GetGroupPolicy } from './GetGroupPolicy.ts';
import { GetRolePolicy } from './GetRolePolicy.ts';
import { GetUserPolicy } from './GetUserPolicy.ts';
import { ListAttachedGroupPolicies } from './ListAttachedGroupPolicies.ts';
import { ListAttachedRolePolicies } from './ListAttachedRolePolicies.ts';
import { ListAttachedUserPolicies } from './ListAttachedUserPolicies.ts';
import { ListGroupPolicies } from './ListGroupPolicies.ts';
import { ListRolePolicies } from './ListRolePolicies.ts';
import { ListUserPolicies } from './ListUserPolicies.ts';
import { PutRolePolicy } from './PutRolePolicy.ts';

export const ATTACHMENT_OPERATIONS = {
  'iam:AttachUserPolicy': AttachUserPolicy,
  'iam:AttachGroupPolicy': AttachGroupPolicy,
  'iam:AttachRolePolicy': AttachRolePolicy,
  'iam:DetachUserPolicy': DetachUserPolicy,
  'iam:DetachGroupPolicy': DetachGroupPolicy,
  'iam:DetachRolePolicy': DetachRolePolicy,
  'iam:ListAttachedUserPolicies': ListAttachedUserPolicies,
  'iam:ListAttachedGroupPolicies': ListAttachedGroupPolicies,
  'iam:ListAttachedRolePolicies': ListAttachedRolePolicies,
  'iam:PutRolePolicy': PutRolePolicy,
  'iam:GetUserPolicy': GetUserPolicy,
  'iam:GetGroupPolicy': GetGroupPolicy,
  'iam:GetRolePolicy': GetRolePolicy,
  'iam:ListUserPolicies': ListUserPolicies,
  'iam:ListGroupPolicies': ListGroupPolicies,
  'iam:ListRolePolicies': ListRolePolicies,
  'iam:DeleteUserPolicy': DeleteUserPolicy,
  'iam:DeleteGroupPolicy': DeleteGroupPolicy,
  'iam:DeleteRolePolicy': DeleteRolePolicy,
} as const;

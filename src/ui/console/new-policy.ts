// A new policy: the kinds that can be written before anything has them, and the requests that make them.
import type { ApiCall } from '../../api/call.ts';
import { isArn } from '../../aws/arn.ts';
import type { PolicyType } from '../../policy/document.ts';
import { madeWith } from './boundary.ts';

/** Stands in the place of a policy's id, which always holds a colon. */
export const NEW = 'new';

export const NEW_KINDS = ['managed', 'inline', 'role', 'scp', 'rcp'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

interface NewWords {
  readonly title: string;
  /** What the name names. */
  readonly named: string;
  readonly about: string;
  readonly type: PolicyType;
}

export const NEW_WORDS: Readonly<Record<NewKind, NewWords>> = {
  managed: {
    title: 'Customer managed policy',
    named: 'Policy name',
    about: 'What users, groups or roles may do. It takes effect where it is attached.',
    type: 'identity',
  },
  inline: {
    title: 'Inline policy',
    named: 'Policy name',
    about: 'What one user, group or role may do. It is part of them, and is deleted with them.',
    type: 'identity',
  },
  role: {
    title: 'Role, with its trust policy',
    named: 'Role name',
    about: 'Who may assume the new role. What its sessions may do is said by policies attached to it later.',
    type: 'trust',
  },
  scp: {
    title: 'Service control policy',
    named: 'Policy name',
    about:
      'The most that principals of member accounts can be allowed. It takes effect where it is attached.',
    type: 'scp',
  },
  rcp: {
    title: 'Resource control policy',
    named: 'Policy name',
    about: 'Who can at most be let at resources of member accounts. It takes effect where it is attached.',
    type: 'rcp',
  },
};

export type CreateCall = Extract<
  ApiCall,
  {
    operation:
      | 'iam:CreatePolicy'
      | 'iam:PutUserPolicy'
      | 'iam:PutGroupPolicy'
      | 'iam:PutRolePolicy'
      | 'iam:CreateRole'
      | 'organizations:CreatePolicy';
  }
>;

/**
 * The request that makes it; null for an inline policy of nobody.
 * @param owner Of an inline policy: `user/NAME`, `group/NAME` or `role/NAME`.
 * @param boundary Of a role: the ARN of its permissions boundary, or empty.
 */
export function createCall(
  kind: NewKind,
  name: string,
  text: string,
  { owner = '', boundary = '' }: { readonly owner?: string; readonly boundary?: string } = {},
): CreateCall | null {
  switch (kind) {
    case 'managed':
      return { operation: 'iam:CreatePolicy', input: { PolicyName: name, PolicyDocument: text } };
    case 'inline':
      return inlineCall(owner, { PolicyName: name, PolicyDocument: text });
    case 'role':
      return {
        operation: 'iam:CreateRole',
        input: { RoleName: name, AssumeRolePolicyDocument: text, ...madeWith(boundary) },
      };
    case 'scp':
    case 'rcp':
      return {
        operation: 'organizations:CreatePolicy',
        input: {
          Name: name,
          Description: '',
          Content: text,
          Type: kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY',
        },
      };
  }
}

function inlineCall(
  owner: string,
  document: { readonly PolicyName: string; readonly PolicyDocument: string },
): CreateCall | null {
  const [of, name = ''] = owner.split('/');
  switch (of) {
    case 'user':
      return { operation: 'iam:PutUserPolicy', input: { UserName: name, ...document } };
    case 'group':
      return { operation: 'iam:PutGroupPolicy', input: { GroupName: name, ...document } };
    case 'role':
      return { operation: 'iam:PutRolePolicy', input: { RoleName: name, ...document } };
    default:
      return null;
  }
}

/** A place where it can take effect at once, as a list offers it. */
export interface Target {
  readonly value: string;
  readonly label: string;
}

export type AttachCall = Extract<
  ApiCall,
  {
    operation:
      | 'iam:AttachUserPolicy'
      | 'iam:AttachGroupPolicy'
      | 'iam:AttachRolePolicy'
      | 'organizations:AttachPolicy';
  }
>;

/**
 * The request that attaches what was made.
 * @param target `user/NAME`, `group/NAME` or `role/NAME`, or the id of a place in the organization.
 */
export function attachCall(kind: NewKind, made: string, target: string): AttachCall | null {
  if (kind === 'scp' || kind === 'rcp')
    return { operation: 'organizations:AttachPolicy', input: { PolicyId: made, TargetId: target } };
  if (kind !== 'managed' || !isArn(made)) return null;
  const [of, name = ''] = target.split('/');
  switch (of) {
    case 'user':
      return { operation: 'iam:AttachUserPolicy', input: { UserName: name, PolicyArn: made } };
    case 'group':
      return { operation: 'iam:AttachGroupPolicy', input: { GroupName: name, PolicyArn: made } };
    case 'role':
      return { operation: 'iam:AttachRolePolicy', input: { RoleName: name, PolicyArn: made } };
    default:
      return null;
  }
}

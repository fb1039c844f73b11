// Saving a policy: the request that each kind of policy needs, and the room that a new version may need first.
import { findCustomerPolicy } from '../../account/find.ts';
import type { StoredPolicy } from '../../account/policies.ts';
import { lookup } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall } from '../../api/call.ts';
import { queueUrl } from '../../api/operations/sqs/queue.ts';
import { isArn, parseArn } from '../../aws/arn.ts';
import type { Sent } from '../shared/workspace.ts';

/** The versions of a managed policy that AWS keeps at most. */
export const MOST_VERSIONS = 5;

export type SaveCall = Extract<
  ApiCall,
  {
    operation:
      | 'iam:CreatePolicyVersion'
      | 'iam:PutUserPolicy'
      | 'iam:PutGroupPolicy'
      | 'iam:PutRolePolicy'
      | 'iam:UpdateAssumeRolePolicy'
      | 's3:PutBucketPolicy'
      | 'sqs:SetQueueAttributes'
      | 'sns:SetTopicAttributes'
      | 'kms:PutKeyPolicy'
      | 'secretsmanager:PutResourcePolicy'
      | 'dynamodb:PutResourcePolicy'
      | 'ec2:ModifyVpcEndpoint'
      | 'organizations:UpdatePolicy';
  }
>;

/** The request that puts `text` in force; null for a policy that no request can change. */
export function saveCall(policy: StoredPolicy, text: string): SaveCall | null {
  const { source, owner, bucket } = policy;
  if (!policy.editable) return null;
  if (bucket !== undefined)
    return { operation: 's3:PutBucketPolicy', input: { Bucket: bucket, Policy: text } };
  if (owner !== undefined) {
    const named = { PolicyName: source.name, PolicyDocument: text };
    switch (owner.kind) {
      case 'user':
        return { operation: 'iam:PutUserPolicy', input: { UserName: owner.name, ...named } };
      case 'group':
        return { operation: 'iam:PutGroupPolicy', input: { GroupName: owner.name, ...named } };
      case 'role':
        return { operation: 'iam:PutRolePolicy', input: { RoleName: owner.name, ...named } };
    }
  }
  if (source.kind === 'organization')
    return {
      operation: 'organizations:UpdatePolicy',
      input: { PolicyId: source.id.slice('organization:'.length), Content: text },
    };
  if (source.arn !== undefined)
    return {
      operation: 'iam:CreatePolicyVersion',
      input: { PolicyArn: source.arn, PolicyDocument: text, SetAsDefault: true },
    };
  if (policy.type === 'trust')
    return {
      operation: 'iam:UpdateAssumeRolePolicy',
      input: { RoleName: source.name, PolicyDocument: text },
    };
  if (source.kind === 'endpoint')
    return {
      operation: 'ec2:ModifyVpcEndpoint',
      input: { VpcEndpointId: source.name, PolicyDocument: text },
    };
  return resourceCall(source.id.slice('resource:'.length), text);
}

function resourceCall(arn: string, text: string): SaveCall | null {
  const parts = isArn(arn) ? parseArn(arn) : null;
  if (!parts || !isArn(arn)) return null;
  switch (parts.service) {
    case 'sqs': {
      const QueueUrl = queueUrl({ ...parts, name: parts.resource });
      return { operation: 'sqs:SetQueueAttributes', input: { QueueUrl, Attributes: { Policy: text } } };
    }
    case 'sns':
      return {
        operation: 'sns:SetTopicAttributes',
        input: { TopicArn: arn, AttributeName: 'Policy', AttributeValue: text },
      };
    case 'kms':
      return { operation: 'kms:PutKeyPolicy', input: { KeyId: arn, Policy: text } };
    case 'secretsmanager':
      return {
        operation: 'secretsmanager:PutResourcePolicy',
        input: { SecretId: arn, ResourcePolicy: text },
      };
    case 'dynamodb':
      return { operation: 'dynamodb:PutResourcePolicy', input: { ResourceArn: arn, Policy: text } };
    default:
      return null;
  }
}

/** A resource is asked in its own Region. */
export function sentFor(world: World, { source, account }: StoredPolicy): Sent | undefined {
  const endpoints = world.accounts[account]?.vpcEndpoints;
  const region =
    source.kind === 'endpoint'
      ? endpoints && lookup(endpoints, source.name)?.region
      : parseArn(source.id.replace(/^resource:/, ''))?.region;
  return region ? { region } : undefined;
}

/**
 * The oldest version that is not in force, when the policy already has as many versions as AWS keeps: one must go
 * before the next can be saved. Null while there is room.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export function versionInTheWay(world: World, { source }: StoredPolicy): string | null {
  const found = source.arn === undefined ? null : findCustomerPolicy(world, source.arn);
  if (!found || found.policy.versions.length < MOST_VERSIONS) return null;
  return found.policy.versions.find(({ id }) => id !== found.policy.defaultVersion)?.id ?? null;
}

/** What a new version would be called; null for policies without versions. */
export function nextVersion(world: World, { source }: StoredPolicy): string | null {
  const found = source.arn === undefined ? null : findCustomerPolicy(world, source.arn);
  return found ? `v${found.policy.lastVersion + 1}` : null;
}

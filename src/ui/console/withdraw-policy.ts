// Taking a resource-based policy back: the request that deletes it, or brings back the one that AWS begins with.
import { OPEN_ENDPOINT } from '../../account/applicable.ts';
import { defaultKeyPolicy } from '../../account/key-policy.ts';
import type { StoredPolicy } from '../../account/policies.ts';
import type { ApiCall } from '../../api/call.ts';
import { queueUrl } from '../../api/operations/sqs/queue.ts';
import { defaultPolicy } from '../../api/operations/sns/topic-policy.ts';
import { isArn, parseArn } from '../../aws/arn.ts';
import { jsonIn } from '../../aws/json.ts';

export type WithdrawCall = Extract<
  ApiCall,
  {
    operation:
      | 's3:DeleteBucketPolicy'
      | 'sqs:SetQueueAttributes'
      | 'sns:SetTopicAttributes'
      | 'kms:PutKeyPolicy'
      | 'secretsmanager:DeleteResourcePolicy'
      | 'dynamodb:DeleteResourcePolicy'
      | 'ec2:ModifyVpcEndpoint';
  }
>;

export interface Withdrawal {
  /** What a button says. */
  readonly label: string;
  /** Null where there is nothing to take back. */
  readonly call: WithdrawCall | null;
  /** What happened to it then: `Deleted`. */
  readonly did: string;
  /** What is asked for by it: `Deleting`. */
  readonly doing: string;
  /** What is so from then on, as the rest of that sentence. */
  readonly then: string;
}

/**
 * Null for policies that cannot be taken back by a request of their own: of identities, organizations and roles, and of
 * functions, which lose one permission after the other.
 */
export function withdrawalOf(policy: StoredPolicy): Withdrawal | null {
  const { source, bucket, account, text } = policy;
  if (bucket !== undefined)
    return deleted(bucket, text, { operation: 's3:DeleteBucketPolicy', input: { Bucket: bucket } });
  if (source.kind === 'endpoint')
    return {
      label: 'Reset to full access',
      call:
        text === OPEN_ENDPOINT
          ? null
          : { operation: 'ec2:ModifyVpcEndpoint', input: { VpcEndpointId: source.name, ResetPolicy: true } },
      did: 'Reset',
      doing: 'Resetting',
      then: 'the default policy is in force, which lets every request through.',
    };
  const arn = source.id.replace(/^resource:/, '');
  const parts = isArn(arn) ? parseArn(arn) : null;
  if (!parts || !isArn(arn)) return null;
  switch (parts.service) {
    case 'sqs': {
      const QueueUrl = queueUrl({ ...parts, name: parts.resource });
      return deleted(source.name, text, {
        operation: 'sqs:SetQueueAttributes',
        input: { QueueUrl, Attributes: { Policy: '' } },
      });
    }
    case 'secretsmanager':
      return deleted(source.name, text, {
        operation: 'secretsmanager:DeleteResourcePolicy',
        input: { SecretId: arn },
      });
    case 'dynamodb':
      return deleted(source.name, text, {
        operation: 'dynamodb:DeleteResourcePolicy',
        input: { ResourceArn: arn },
      });
    case 'kms': {
      const Policy = defaultKeyPolicy(account);
      return reset(
        isSame(text, Policy) ? null : { operation: 'kms:PutKeyPolicy', input: { KeyId: arn, Policy } },
      );
    }
    // SNS never leaves a topic without one.
    case 'sns': {
      const AttributeValue = defaultPolicy({ ...parts, name: parts.resource });
      return reset(
        isSame(text, AttributeValue)
          ? null
          : {
              operation: 'sns:SetTopicAttributes',
              input: { TopicArn: arn, AttributeName: 'Policy', AttributeValue },
            },
      );
    }
    default:
      return null;
  }
}

const deleted = (name: string, text: string, call: WithdrawCall): Withdrawal => ({
  label: 'Delete policy',
  call: text === '' ? null : call,
  did: 'Deleted',
  doing: 'Deleting',
  then: `${name} has no policy of its own any more.`,
});

const reset = (call: WithdrawCall | null): Withdrawal => ({
  label: 'Reset to the default',
  call,
  did: 'Reset',
  doing: 'Resetting',
  then: 'the default policy is in force, with which identity-based policies of the account decide.',
});

/** Whatever their layout. */
const isSame = (text: string, other: string): boolean =>
  JSON.stringify(jsonIn(text)) === JSON.stringify(jsonIn(other));

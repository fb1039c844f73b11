// Policies of topics: the one that every topic begins with, and what SNS says of others.
import type { World } from '../../../account/world.ts';
import { readDraft } from '../../../policy/draft.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { RESOURCE_GRAMMARS } from '../../../policy/resource-grammars.ts';
import { resourceFault } from '../../../policy/save-resource.ts';
import type { PolicyFrame } from '../../../policy/statements.ts';
import type { AwsError } from '../../aws-error.ts';
import { namesMissingPrincipal } from '../s3/principals.ts';
import { invalidParameter, topicArn, type TopicPlace } from './topic.ts';

const DEFAULT_ACTIONS: readonly string[] = [
  'SNS:GetTopicAttributes',
  'SNS:SetTopicAttributes',
  'SNS:AddPermission',
  'SNS:RemovePermission',
  'SNS:DeleteTopic',
  'SNS:Subscribe',
  'SNS:ListSubscriptionsByTopic',
  'SNS:Publish',
];

export const FRAME: PolicyFrame = { Version: '2008-10-17', Id: '__default_policy_ID' };

/**
 * It looks as if it let the whole account in. But `AWS:SourceOwner` is in no call that somebody signs: some services set
 * it when they publish for an account. So users and roles need identity-based policies.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner
 */
export const defaultPolicy = (place: TopicPlace): string =>
  JSON.stringify({
    ...FRAME,
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: DEFAULT_ACTIONS,
        Resource: topicArn(place),
        Condition: { StringEquals: { 'AWS:SourceOwner': place.account } },
      },
    ],
  });

/** What GetTopicAttributes shows once the last statement has been taken out. */
export const NO_STATEMENTS = JSON.stringify({ ...FRAME, Statement: [] });

export const isTopicAction = (name: string): boolean =>
  RESOURCE_GRAMMARS.topic.actions.has(name.toLowerCase());

export const OUT_OF_SCOPE = invalidParameter('Policy statement action out of service scope!');
export const PRINCIPAL_NOT_FOUND = invalidParameter('Policy Error: PrincipalNotFound');

/** Of what is no policy SNS says no more than `null`. */
export function topicPolicyError(world: World, text: string | undefined): AwsError | null {
  if (text === undefined) return null;
  const { document } = parsedPolicy(text);
  switch (resourceFault(text, readDraft(text), RESOURCE_GRAMMARS.topic)) {
    case 'syntax':
    case 'size':
      return invalidParameter('Policy Error: null');
    case 'principal':
      return PRINCIPAL_NOT_FOUND;
    case 'action':
      return OUT_OF_SCOPE;
    case null:
      return document && namesMissingPrincipal(world, document) ? PRINCIPAL_NOT_FOUND : null;
  }
}

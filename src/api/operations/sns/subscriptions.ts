// Subscriptions: their ARNs, how lists show them, who has to confirm them, and the tokens with which that is done.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Subscription } from '../../../account/resources.ts';
import { indexBy } from '../../../account/index-by.ts';
import { valuesNamed } from '../../../account/indexes.ts';
import { isArn, parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { topicOfArn, type FoundTopic, type TopicPlace } from './topic.ts';

export const subscriptionArn = (topic: Arn, id: string): Arn => `${topic}:${id}`;

/** The topic and the id in the ARN of a subscription; null for everything else. */
export function subscriptionOfArn(arn: string): { readonly topic: TopicPlace; readonly id: string } | null {
  const [, topic = '', id = ''] = /^(.*):([^:]+)$/.exec(arn) ?? [];
  const place = topicOfArn(topic);
  return place ? { topic: place, id } : null;
}

/** As lists have it. */
export interface ShownSubscription {
  readonly SubscriptionArn: string;
  readonly Owner: AccountId;
  readonly Protocol: string;
  readonly Endpoint: string;
  readonly TopicArn: Arn;
}

export const shownSubscription = (
  { arn }: Pick<FoundTopic, 'arn'>,
  { id, owner, protocol, endpoint, pending }: Subscription,
): ShownSubscription => ({
  SubscriptionArn: pending ? 'PendingConfirmation' : subscriptionArn(arn, id),
  Owner: owner,
  Protocol: protocol,
  Endpoint: endpoint,
  TopicArn: arn,
});

const BY_HAND: ReadonlySet<string> = new Set(['email', 'email-json', 'http', 'https']);

/**
 * People and web servers say themselves that they want the messages; of queues and functions the caller has to be of
 * their account. Nobody here reads mail, so what is sent there waits for ever.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html
 */
export function needsConfirmation(protocol: string, endpoint: string, caller: AccountId): boolean {
  if (BY_HAND.has(protocol)) return true;
  return isArn(endpoint) && parseArn(endpoint)?.account !== caller;
}

/** Says which subscription it is for. Only what is sent to the endpoint holds it. */
export const confirmationToken = (topic: Arn, id: string): string =>
  id.replaceAll('-', '') + bytesToHex(sha256(utf8ToBytes(`${topic}:${id}`)));

/** The id that a token is for; null for a text that is no token of this topic. */
export function idOfToken(topic: Arn, token: string): string | null {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/.exec(token) ?? [];
  const id = parts.join('-');
  return parts.length > 0 && confirmationToken(topic, id) === token ? id : null;
}

const byEndpoint = indexBy<Subscription>(({ protocol, endpoint }) => [`${protocol} ${endpoint}`]);

/** A topic has each endpoint once. */
export function sameSubscription(
  { topic }: Pick<FoundTopic, 'topic'>,
  protocol: string,
  endpoint: string,
): Subscription | null {
  const { subscriptions } = topic;
  return valuesNamed(subscriptions, byEndpoint(subscriptions, `${protocol} ${endpoint}`))[0] ?? null;
}

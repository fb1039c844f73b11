// sns:Subscribe: has the messages of a topic delivered to an endpoint.
import type { Subscription } from '../../../account/resources.ts';
import { sizeOf } from '../../../account/table.ts';
import { parseArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { actionUrl, deliveryChanges, envelope, leaveOf, timestamp } from './deliveries.ts';
import { confirmationToken, needsConfirmation, sameSubscription, subscriptionArn } from './subscriptions.ts';
import { arnError, invalidParameter, onTopic, subscriptionChange, TOPIC_ARN, topicByArn } from './topic.ts';

const isArnOf = (service: string, endpoint: string): boolean => parseArn(endpoint)?.service === service;

const MISMATCH = 'Endpoint must match the specified protocol';

/** What is wrong with an endpoint, protocol by protocol. */
const FAULTS: ReadonlyMap<string, (endpoint: string) => string | null> = new Map([
  ['http', (endpoint) => (endpoint.startsWith('http://') ? null : MISMATCH)],
  ['https', (endpoint) => (endpoint.startsWith('https://') ? null : MISMATCH)],
  ['email', emailFault],
  ['email-json', emailFault],
  ['sms', (endpoint) => (/^\+?[\d-]{4,20}$/.test(endpoint) ? null : `Invalid SMS endpoint: ${endpoint}`)],
  ['sqs', (endpoint) => (isArnOf('sqs', endpoint) ? null : 'SQS endpoint ARN')],
  ['lambda', (endpoint) => (isArnOf('lambda', endpoint) ? null : 'Lambda endpoint ARN')],
  ['application', (endpoint) => (isArnOf('sns', endpoint) ? null : 'Application endpoint arn invalid')],
  ['firehose', (endpoint) => (isArnOf('firehose', endpoint) ? null : 'Firehose endpoint ARN')],
]);

function emailFault(endpoint: string): string | null {
  return /^[^@\s]+@[^@\s]+$/.test(endpoint) ? null : 'Email address';
}

function endpointError(protocol: string, endpoint: string): AwsError | null {
  const faultOf = FAULTS.get(protocol);
  if (!faultOf) return invalidParameter(`Amazon SNS does not support this protocol string: ${protocol}`);
  const fault = endpoint.length > 2_048 ? 'Endpoint' : faultOf(endpoint);
  return fault === null ? null : invalidParameter(fault);
}

/** SNS takes 12.5 million. */
const MOST = 10_000;

/**
 * A queue or function need not exist. Where somebody else has to confirm, a queue is sent the token to do it with; until
 * then the answer gives no ARN unless it is asked for. An endpoint that has subscribed already is not subscribed again.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export const Subscribe = operation({
  name: 'sns:Subscribe',
  readOnly: false,
  allowsAnonymous: true,
  cli: 'sns subscribe',
  parameters: {
    TopicArn: TOPIC_ARN,
    Protocol: { type: 'text', event: 'protocol', required: true },
    Endpoint: { type: 'text', event: 'endpoint', required: false },
    ReturnSubscriptionArn: { type: 'boolean', event: 'returnSubscriptionArn', required: false },
  },
  validate: arnError,
  authorization: (world, caller, input) =>
    onTopic('sns:Subscribe')(world, caller, input).map((asked) => ({
      ...asked,
      context: {
        'sns:Protocol': input.Protocol,
        ...(input.Endpoint !== undefined && { 'sns:Endpoint': input.Endpoint }),
      },
    })),
  perform: ({ world, caller, env }, { TopicArn, Protocol, Endpoint = '', ReturnSubscriptionArn = false }) => {
    const found = topicByArn({ world }, TopicArn);
    if (!found.ok) return found;
    const refused = endpointError(Protocol, Endpoint);
    if (refused) return err(refused);
    const { account, arn, place, topic } = found.value;
    const answer = ({ id, pending }: Subscription) => ({
      SubscriptionArn: pending && !ReturnSubscriptionArn ? 'pending confirmation' : subscriptionArn(arn, id),
    });
    const before = sameSubscription(found.value, Protocol, Endpoint);
    if (before) return ok({ output: answer(before), changes: [] });
    if (sizeOf(topic.subscriptions) >= MOST)
      return err(awsError('SandboxFull', 'This sandbox keeps 10,000 subscriptions of a topic.'));
    const subscription: Subscription = {
      id: env.newId(),
      protocol: Protocol,
      endpoint: Endpoint,
      owner: caller.account === '' ? account.id : caller.account,
      pending: needsConfirmation(Protocol, Endpoint, caller.account),
    };
    const token = confirmationToken(arn, subscription.id);
    const body = envelope({
      Type: 'SubscriptionConfirmation',
      MessageId: env.newId(),
      Token: token,
      TopicArn: arn,
      Message: `You have chosen to subscribe to the topic ${arn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
      SubscribeURL: actionUrl(place.region, 'ConfirmSubscription', { TopicArn: arn, Token: token }),
      Timestamp: timestamp(env),
    });
    const invitations = subscription.pending
      ? [{ subscription, evaluation: leaveOf(world, found.value, subscription, env), body }]
      : [];
    return ok({
      output: answer(subscription),
      changes: [
        subscriptionChange(found.value, subscription.id, subscription),
        ...deliveryChanges(world, invitations, env),
      ],
    });
  },
});

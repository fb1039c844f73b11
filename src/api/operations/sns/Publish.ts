// sns:Publish: sends a message to all who have subscribed to a topic.
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { operation } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { actionUrl, deliveriesOf, deliveryChanges, envelope, timestamp } from './deliveries.ts';
import { subscriptionArn } from './subscriptions.ts';
import { askedTopic, invalidParameter, topicArnError, topicByArn } from './topic.ts';

const MAX_BYTES = 262_144;

interface Target {
  readonly TopicArn?: string;
  readonly TargetArn?: string;
}

/** Phones and the endpoints of apps are not among the targets here. */
function targetError({ TopicArn, TargetArn }: Target): AwsError | null {
  if (TopicArn !== undefined) return topicArnError('TopicArn', TopicArn);
  return TargetArn === undefined
    ? invalidParameter('TopicArn or TargetArn Reason: no value for required parameter')
    : topicArnError('TargetArn', TargetArn);
}

/** A subject is one line of printable ASCII that begins with no blank. */
const SUBJECT = /^[\x21-\x7E][\x20-\x7E]{0,99}$/;

function messageError(message: string, subject: string | undefined): AwsError | null {
  if (message === '') return invalidParameter('Empty message');
  if (utf8Length(message) > MAX_BYTES) return invalidParameter('Message too long');
  return subject === undefined || SUBJECT.test(subject) ? null : invalidParameter('Subject');
}

/**
 * The answer is the same whether anybody gets the message. Each queue is asked whether it lets SNS in for this topic; what
 * it refuses is lost. Functions run no code here, mail and web servers are out of reach.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const Publish = operation({
  name: 'sns:Publish',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 'sns publish',
  parameters: {
    TopicArn: { type: 'arn', event: 'topicArn', required: false },
    TargetArn: { type: 'arn', event: 'targetArn', required: false },
    Message: { type: 'text', event: 'message', required: true, secret: true },
    Subject: { type: 'text', event: 'subject', required: false, secret: true },
  },
  validate: targetError,
  authorization: (_world, _caller, { TopicArn, TargetArn = '' }) => [
    { action: 'sns:Publish', resource: askedTopic(TopicArn ?? TargetArn) },
  ],
  perform: ({ world, env }, { TopicArn, TargetArn = '', Message, Subject }) => {
    const found = topicByArn({ world }, TopicArn ?? TargetArn);
    if (!found.ok) return found;
    const refused = messageError(Message, Subject);
    if (refused) return err(refused);
    const { arn, place } = found.value;
    const MessageId = env.newId();
    const deliveries = deliveriesOf(world, found.value, env).map((delivery) => ({
      ...delivery,
      body: envelope({
        Type: 'Notification',
        MessageId,
        TopicArn: arn,
        Subject,
        Message,
        Timestamp: timestamp(env),
        UnsubscribeURL: actionUrl(place.region, 'Unsubscribe', {
          SubscriptionArn: subscriptionArn(arn, delivery.subscription.id),
        }),
      }),
    }));
    return ok({ output: { MessageId }, changes: deliveryChanges(world, deliveries, env) });
  },
});

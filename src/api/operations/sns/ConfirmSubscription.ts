// sns:ConfirmSubscription: says, with the token that was sent to an endpoint, that it wants the messages.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { idOfToken, subscriptionArn } from './subscriptions.ts';
import { arnError, invalidParameter, onTopic, subscriptionChange, TOPIC_ARN, topicByArn } from './topic.ts';

/**
 * Who has the token needs no permission, and no signature, unless ending the subscription shall need one.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html
 */
export const ConfirmSubscription = operation({
  name: 'sns:ConfirmSubscription',
  readOnly: false,
  allowsAnonymous: true,
  cli: 'sns confirm-subscription',
  parameters: {
    TopicArn: TOPIC_ARN,
    Token: { type: 'text', event: 'token', required: true },
    AuthenticateOnUnsubscribe: { type: 'text', event: 'authenticateOnUnsubscribe', required: false },
  },
  validate: arnError,
  authorization: (world, caller, input) =>
    input.AuthenticateOnUnsubscribe?.toLowerCase() === 'true'
      ? onTopic('sns:ConfirmSubscription')(world, caller, input)
      : [],
  perform: (scene, { TopicArn, Token }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const { arn, topic } = found.value;
    const id = idOfToken(arn, Token);
    const subscription = id === null ? undefined : lookup(topic.subscriptions, id);
    if (!subscription) return err(invalidParameter('Token'));
    const confirmed = { ...subscription, pending: false };
    return ok({
      output: { SubscriptionArn: subscriptionArn(arn, subscription.id) },
      changes: subscription.pending ? [subscriptionChange(found.value, subscription.id, confirmed)] : [],
    });
  },
});

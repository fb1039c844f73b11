// sns:Unsubscribe: ends a subscription.
import { lookup } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { subscriptionOfArn } from './subscriptions.ts';
import { arnFault, invalidParameter, subscriptionChange, topicArn, topicAt, topicOfArn } from './topic.ts';

/**
 * One that is not there is no error. Both may end it: the account of the topic, and the one that has subscribed, which
 * needs no leave of the topic for what is its own; so it is not asked for one.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html
 */
export const Unsubscribe = operation({
  name: 'sns:Unsubscribe',
  readOnly: false,
  cli: 'sns unsubscribe',
  parameters: { SubscriptionArn: { type: 'arn', event: 'subscriptionArn', required: true } },
  validate: ({ SubscriptionArn }) => {
    if (subscriptionOfArn(SubscriptionArn)) return null;
    return invalidParameter(
      topicOfArn(SubscriptionArn) ? 'SubscriptionId' : arnFault('SubscriptionArn', SubscriptionArn),
    );
  },
  authorization: (world, caller, { SubscriptionArn }) => {
    const named = subscriptionOfArn(SubscriptionArn);
    if (!named) return [{ action: 'sns:Unsubscribe', resource: '*' }];
    const found = topicAt(world, named.topic);
    const owner = found && lookup(found.topic.subscriptions, named.id)?.owner;
    const own = owner === caller.account && owner !== named.topic.account;
    return [{ action: 'sns:Unsubscribe', resource: own ? '*' : topicArn(named.topic) }];
  },
  perform: ({ world }, { SubscriptionArn }) => {
    const named = subscriptionOfArn(SubscriptionArn);
    const found = named && topicAt(world, named.topic);
    const there = found && lookup(found.topic.subscriptions, named.id);
    return ok({ output: {}, changes: there ? [subscriptionChange(found, there.id, null)] : [] });
  },
});

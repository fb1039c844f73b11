// Deliveries: where the messages of a topic go, and whether the queue or function there lets SNS in.
import type { Change } from '../../../account/change.ts';
import type { Subscription } from '../../../account/resources.ts';
import { policyHolder } from '../../../account/resource-policy.ts';
import { sortedValues } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { isArn, type ActionName } from '../../../aws/arn.ts';
import type { Evaluation } from '../../../evaluation/evaluation.ts';
import { serviceAsker } from '../../asker.ts';
import { authorize } from '../../authorize.ts';
import type { Env } from '../../env.ts';
import { messageChange, newMessage, roomError } from '../sqs/messages.ts';
import { queueAt, queueOfArn } from '../sqs/queue.ts';
import type { FoundTopic } from './topic.ts';

export interface Delivery {
  readonly subscription: Subscription;
  /** Of SNS, asking for permission at the endpoint; null where there is nothing to ask: no queue or function of this world. */
  readonly evaluation: Evaluation | null;
}

const ACTIONS: ReadonlyMap<string, ActionName> = new Map([
  ['sqs', 'sqs:SendMessage'],
  ['lambda', 'lambda:InvokeFunction'],
]);

/** What becomes of a message for each subscription that is confirmed. */
export const deliveriesOf = (world: World, found: FoundTopic, env: Env): Delivery[] =>
  sortedValues(found.topic.subscriptions)
    .filter(({ pending }) => !pending)
    .map((subscription) => ({ subscription, evaluation: leaveOf(world, found, subscription, env) }));

/**
 * SNS asks in its own name, with the topic as source.
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
 */
export function leaveOf(
  world: World,
  { arn, account }: Pick<FoundTopic, 'arn' | 'account'>,
  { protocol, endpoint }: Pick<Subscription, 'protocol' | 'endpoint'>,
  env: Env,
): Evaluation | null {
  const action = ACTIONS.get(protocol);
  if (action === undefined || !isArn(endpoint) || !policyHolder(world, endpoint)) return null;
  const asker = serviceAsker(world, 'sns.amazonaws.com', { arn, account: account.id });
  return authorize(world, asker, { action, resource: endpoint }, env);
}

/** The id that SNS shows as sender in the queues of others. */
const SENDER = 'AIDAIT2UOQQY3AUEKVGXU';

/**
 * Puts one text into each of the queues. What a queue refuses, or has no room for, is lost, as in AWS; nobody is told.
 */
export function deliveryChanges(
  world: World,
  deliveries: readonly (Delivery & { readonly body: string })[],
  env: Env,
): Change[] {
  const added = new Map<string, number>();
  return deliveries.flatMap(({ subscription, evaluation, body }) => {
    const queue = queueAt(world, queueOfArn(subscription.endpoint));
    if (subscription.protocol !== 'sqs' || !queue || evaluation?.decision.outcome !== 'allow') return [];
    const characters = (added.get(queue.account.id) ?? 0) + body.length;
    if (roomError(queue.account, queue.queue, characters)) return [];
    added.set(queue.account.id, characters);
    const message = newMessage(body, SENDER, 0, env);
    return [messageChange(queue, message.id, message)];
  });
}

/** The JSON around what is delivered, laid out as SNS does. There is no signature: nobody here has the key of SNS. */
export const envelope = (fields: Readonly<Record<string, string | undefined>>): string => {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(name)} : ${JSON.stringify(value)}`],
  );
  return `{\n${lines.join(',\n')}\n}`;
};

/** With milliseconds. The call happens on a whole second. */
export const timestamp = ({ now }: Pick<Env, 'now'>): string => now.replace('Z', '.000Z');

/** What a browser opens to make the call. */
export function actionUrl(
  region: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = Object.entries({ Action: action, ...parameters }).map(([name, value]) => `${name}=${value}`);
  return `https://sns.${region}.amazonaws.com/?${query.join('&')}`;
}

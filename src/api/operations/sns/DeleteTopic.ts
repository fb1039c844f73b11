// sns:DeleteTopic: deletes a topic with its subscriptions.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnError, onTopic, TOPIC_ARN, topicAt, topicKey, topicOfArn } from './topic.ts';

/**
 * A topic that is not there is no error.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
 */
export const DeleteTopic = operation({
  name: 'sns:DeleteTopic',
  readOnly: false,
  cli: 'sns delete-topic',
  parameters: { TopicArn: TOPIC_ARN },
  validate: arnError,
  authorization: onTopic('sns:DeleteTopic'),
  perform: ({ world }, { TopicArn }) => {
    const found = topicAt(world, topicOfArn(TopicArn));
    if (!found) return ok({ output: {}, changes: [] });
    const { account, place } = found;
    return ok({
      output: {},
      changes: [
        { kind: 'entitySet', account: account.id, table: 'topics', name: topicKey(place), value: null },
      ],
    });
  },
});

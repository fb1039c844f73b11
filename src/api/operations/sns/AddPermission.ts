// sns:AddPermission: lets other accounts use a topic, by a statement in its policy.
import { isAccountId, rootArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { statementOf, withStatement } from '../../../policy/statements.ts';
import { operation } from '../../operation.ts';
import { arnError, invalidParameter, onTopic, TOPIC_ARN, topicByArn, topicChange } from './topic.ts';
import { FRAME, isTopicAction, OUT_OF_SCOPE, PRINCIPAL_NOT_FOUND, topicPolicyError } from './topic-policy.ts';

/**
 * Of accounts outside of this world nothing is known; they are believed.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html
 */
export const AddPermission = operation({
  name: 'sns:AddPermission',
  readOnly: false,
  cli: 'sns add-permission',
  parameters: {
    TopicArn: TOPIC_ARN,
    Label: { type: 'text', event: 'label', required: true },
    AWSAccountId: { type: 'textList', event: 'aWSAccountId', required: true, item: {} },
    ActionName: { type: 'textList', event: 'actionName', required: true, item: {} },
  },
  validate: arnError,
  authorization: onTopic('sns:AddPermission'),
  perform: (scene, { TopicArn, Label, AWSAccountId, ActionName }) => {
    const found = topicByArn(scene, TopicArn);
    if (!found.ok) return found;
    const { arn, topic } = found.value;
    if (Label === '') return err(invalidParameter('Label'));
    if (AWSAccountId.length === 0) return err(invalidParameter('AWSAccountId'));
    if (ActionName.length === 0) return err(invalidParameter('ActionName'));
    if (statementOf(topic.policy, Label)) return err(invalidParameter('Statement already exists'));
    if (!ActionName.every(isTopicAction)) return err(OUT_OF_SCOPE);
    if (!AWSAccountId.every(isAccountId)) return err(PRINCIPAL_NOT_FOUND);
    const policy = withStatement(topic.policy, FRAME, {
      Sid: Label,
      Effect: 'Allow',
      Principal: { AWS: oneOrMore(AWSAccountId.map(rootArn)) },
      Action: oneOrMore(ActionName.map((action) => `SNS:${action}`)),
      Resource: arn,
    });
    const refused = topicPolicyError(scene.world, policy);
    return refused ? err(refused) : ok({ output: {}, changes: [topicChange(found.value, { policy })] });
  },
});

const oneOrMore = (items: readonly string[]): string | readonly string[] =>
  items.length === 1 ? (items[0] ?? '') : items;

// sqs:AddPermission: lets other accounts use a queue, by a statement in its policy.
import { isAccountId, rootArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { statementCount, statementOf, withStatement } from '../../../policy/statements.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import {
  invalidValue,
  missingParameter,
  onQueue,
  QUEUE_URL,
  queueArn,
  queueByUrl,
  urlError,
} from './queue.ts';
import { queueChange } from './queue-changes.ts';

/** What other accounts may do with a queue. */
const SHARED: ReadonlySet<string> = new Set([
  '*',
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ListDeadLetterSourceQueues',
  'PurgeQueue',
  'ReceiveMessage',
  'SendMessage',
]);

/** What only the account of the queue may do. */
const OWN: ReadonlySet<string> = new Set([
  'AddPermission',
  'CancelMessageMoveTask',
  'CreateQueue',
  'DeleteQueue',
  'ListMessageMoveTasks',
  'ListQueues',
  'ListQueueTags',
  'RemovePermission',
  'SetQueueAttributes',
  'StartMessageMoveTask',
  'TagQueue',
  'UntagQueue',
]);

const MAX_ACTIONS = 7;
const MAX_STATEMENTS = 20;

/**
 * The policy is that of SetQueueAttributes. Of accounts outside of this world nothing is known; they are believed.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html
 */
export const AddPermission = operation({
  name: 'sqs:AddPermission',
  readOnly: false,
  cli: 'sqs add-permission',
  parameters: {
    QueueUrl: QUEUE_URL,
    Label: { type: 'text', event: 'label', required: true },
    AWSAccountIds: { type: 'textList', event: 'aWSAccountIds', required: true, item: {} },
    Actions: { type: 'textList', event: 'actions', required: true, item: {} },
  },
  validate: urlError,
  authorization: onQueue('sqs:AddPermission'),
  perform: (scene, { QueueUrl, Label, AWSAccountIds, Actions }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const { place, queue } = found.value;
    const refused = labelError(Label) ?? accountError(AWSAccountIds) ?? actionError(Actions);
    if (refused) return err(refused);
    if (statementOf(queue.policy, Label)) return err(invalidValue(Label, 'Label', 'Already exists.'));
    const statements = statementCount(queue.policy) + 1;
    if (statements > MAX_STATEMENTS)
      return err(
        awsError('OverLimit', `${statements} Statements were found, maximum allowed is ${MAX_STATEMENTS}.`),
      );
    const arn = queueArn(place);
    const policy = withStatement(
      queue.policy,
      { Version: '2008-10-17', Id: `${arn}/SQSDefaultPolicy` },
      {
        Sid: Label,
        Effect: 'Allow',
        Principal: { AWS: oneOrMore(AWSAccountIds.map(rootArn)) },
        Action: oneOrMore(Actions.map((action) => `SQS:${action}`)),
        Resource: arn,
      },
    );
    return ok({ output: {}, changes: [queueChange(found.value, { policy, modified: scene.env.now })] });
  },
});

const oneOrMore = (items: readonly string[]): string | readonly string[] =>
  items.length === 1 ? (items[0] ?? '') : items;

export const labelError = (label: string): AwsError | null =>
  /^[A-Za-z0-9_-]{1,80}$/.test(label)
    ? null
    : invalidValue(
        label,
        'Label',
        'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      );

function accountError(accounts: readonly string[]): AwsError | null {
  if (accounts.length === 0) return missingParameter('AWSAccountIds');
  const none = accounts.find((account) => !isAccountId(account));
  return none === undefined ? null : invalidValue(`[${none}]`, 'PrincipalId', 'Unable to verify.');
}

function actionError(actions: readonly string[]): AwsError | null {
  if (actions.length === 0) return missingParameter('Actions');
  if (actions.length > MAX_ACTIONS)
    return awsError('OverLimit', `${actions.length} Actions were found, maximum allowed is ${MAX_ACTIONS}.`);
  const bad = actions.find((action) => !SHARED.has(action));
  if (bad === undefined) return null;
  return invalidValue(
    `SQS:${bad}`,
    'ActionName',
    OWN.has(bad)
      ? 'Only the queue owner is allowed to invoke this action.'
      : 'Please refer to the appropriate WSDL for a list of valid actions. ',
  );
}

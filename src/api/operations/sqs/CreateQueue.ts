// sqs:CreateQueue: a new queue, or the one there is if it is the same.
import { EMPTY, lookup } from '../../../account/table.ts';
import { addSeconds, hasPassed } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { optional } from '../iam/parameters.ts';
import { attributeError, attributeOf, ATTRIBUTES, NO_FIFO, withAttributes } from './attributes.ts';
import { queueArn, queueKey, queueUrl } from './queue.ts';
import { queuePolicyError } from './queue-policy.ts';
import { queueTagError, TAGS } from './queue-tags.ts';

const DELETED_RECENTLY = awsError(
  'AWS.SimpleQueueService.QueueDeletedRecently',
  'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
);

/**
 * Whoever asks for a queue that is there gets its URL, unless an attribute is asked for that is otherwise; tags are not
 * compared. Tags need a permission of their own. The name of a deleted queue is free after a minute.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 */
export const CreateQueue = operation({
  name: 'sqs:CreateQueue',
  readOnly: false,
  cli: 'sqs create-queue',
  parameters: {
    QueueName: { type: 'text', event: 'queueName', required: true },
    Attributes: optional(ATTRIBUTES),
    tags: optional(TAGS),
  },
  authorization: (_world, { account }, { QueueName, tags = {} }, { region }) => {
    const asked = {
      resource: queueArn({ region, account, name: QueueName }),
      tags: { kind: 'set', tags },
    } as const;
    return [
      { action: 'sqs:CreateQueue', ...asked },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sqs:TagQueue', ...asked } as const] : []),
    ];
  },
  perform: (scene, { QueueName, Attributes = {}, tags = {} }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { world, env } = scene;
    const place = { region: env.region, account: account.value.id, name: QueueName };
    if (QueueName.endsWith('.fifo')) return err(NO_FIFO);
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(QueueName))
      return err(
        awsError(
          'InvalidParameterValue',
          'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
        ),
      );
    const refused =
      attributeError(Attributes) ??
      queuePolicyError(world, Attributes['Policy']) ??
      queueTagError(QueueName, tags);
    if (refused) return err(refused);
    const output = { QueueUrl: queueUrl(place) };
    const before = lookup(account.value.queues, queueKey(place));
    if (before) {
      const other = Object.entries(Attributes).find(([name, value]) =>
        name === 'Policy'
          ? withRootArns(value) !== (before.policy ?? '')
          : value !== attributeOf(before, name),
      );
      return other
        ? err(
            awsError(
              'QueueAlreadyExists',
              `A queue already exists with the same name and a different value for attribute ${other[0]}`,
            ),
          )
        : ok({ output, changes: [] });
    }
    const deleted = lookup(env.activity.deletedQueues, queueArn(place));
    if (deleted !== undefined && !hasPassed(addSeconds(deleted, 60), env.now)) return err(DELETED_RECENTLY);
    return ok({
      output,
      changes: [
        {
          kind: 'entitySet',
          account: account.value.id,
          table: 'queues',
          name: queueKey(place),
          value: {
            name: QueueName,
            region: env.region,
            created: env.now,
            modified: env.now,
            purged: null,
            ...withAttributes({ attributes: {}, policy: null }, Attributes),
            tags,
            messages: EMPTY,
          },
        },
      ],
    });
  },
});

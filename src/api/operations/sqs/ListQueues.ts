// sqs:ListQueues: the queues of the account in a Region.
import { regional } from '../../../account/orders.ts';
import type { Queue } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { pageBehind } from '../../pages.ts';
import { accountOf } from '../iam/entities.ts';
import { invalidValue, queueUrl } from './queue.ts';

const MOST = 1000;

const queuesIn = regional<Queue>();

/**
 * Pages are cut only for those who say how long they shall be. A token that no page gave is refused as other values are that
 * SQS does not take; the reason is put in our words, since AWS documents none.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html
 */
export const ListQueues = operation({
  name: 'sqs:ListQueues',
  readOnly: true,
  cli: 'sqs list-queues',
  parameters: {
    QueueNamePrefix: { type: 'text', event: 'queueNamePrefix', required: false },
    NextToken: { type: 'text', event: 'nextToken', required: false },
    MaxResults: { type: 'integer', event: 'maxResults', required: false },
  },
  authorization: () => [{ action: 'sqs:ListQueues', resource: '*' }],
  perform: (scene, { QueueNamePrefix = '', NextToken, MaxResults }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (MaxResults !== undefined && (MaxResults < 1 || MaxResults > MOST))
      return err(
        invalidValue(MaxResults, 'MaxResults', `MaxResults must be an integer between 1 and ${MOST}.`),
      );
    const { id } = account.value;
    const queues = queuesIn(account.value.queues, scene.env.region, QueueNamePrefix);
    const cut = pageBehind(queues, { token: NextToken, most: MaxResults ?? MOST }, ({ name }) => name);
    if (!cut) return err(invalidValue(NextToken ?? '', 'NextToken', 'The token is not valid.'));
    return ok({
      output: {
        ...(cut.items.length > 0 && {
          QueueUrls: cut.items.map(({ region, name }) => queueUrl({ region, account: id, name })),
        }),
        ...(MaxResults !== undefined && cut.next !== null && { NextToken: cut.next }),
      },
      changes: [],
    });
  },
});

// sqs:ListQueues: the queues of the account in a Region.
import { regional } from '../../../account/orders.ts';
import type { Queue } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { accountOf } from '../iam/entities.ts';
import { pageFrom } from '../iam/paging.ts';
import { invalidValue, queueUrl } from './queue.ts';

const MOST = 1000;

const queuesIn = regional<Queue>();

/**
 * Pages are cut only for those who say how long they shall be.
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
    const { items, page } = pageFrom(queues, {
      MaxItems: MaxResults ?? MOST,
      ...(NextToken !== undefined && { Marker: NextToken }),
    });
    return ok({
      output: {
        ...(items.length > 0 && {
          QueueUrls: items.map(({ region, name }) => queueUrl({ region, account: id, name })),
        }),
        ...(MaxResults !== undefined && page.Marker !== undefined && { NextToken: page.Marker }),
      },
      changes: [],
    });
  },
});

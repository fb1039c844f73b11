// sqs:GetQueueUrl: the URL of a queue by its name, of another account too.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existingQueue, queueArn, queueUrl } from './queue.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export const GetQueueUrl = operation({
  name: 'sqs:GetQueueUrl',
  readOnly: true,
  cli: 'sqs get-queue-url',
  parameters: {
    QueueName: { type: 'text', event: 'queueName', required: true },
    QueueOwnerAWSAccountId: { type: 'text', event: 'queueOwnerAWSAccountId', required: false },
  },
  authorization: (_world, caller, { QueueName, QueueOwnerAWSAccountId: account = caller.account }, env) => [
    { action: 'sqs:GetQueueUrl', resource: queueArn({ region: env.region, account, name: QueueName }) },
  ],
  perform: (scene, { QueueName, QueueOwnerAWSAccountId: account = scene.caller.account }) => {
    const found = existingQueue(scene, { region: scene.env.region, account, name: QueueName });
    if (!found.ok) return found;
    return ok({ output: { QueueUrl: queueUrl(found.value.place) }, changes: [] });
  },
});

// sqs:GetQueueAttributes: attributes of a queue, its policy and the numbers of its messages among them.
import type { Queue } from '../../../account/resources.ts';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { DEFAULTS, isAttributeName, unknownAttribute } from './attributes.ts';
import { countMessages } from './messages.ts';
import { onQueue, QUEUE_URL, queueArn, queueByUrl, urlError, type QueuePlace } from './queue.ts';

/**
 * Whoever asks for no attribute is told none.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
export const GetQueueAttributes = operation({
  name: 'sqs:GetQueueAttributes',
  readOnly: true,
  cli: 'sqs get-queue-attributes',
  allowsAnonymous: true,
  parameters: {
    QueueUrl: QUEUE_URL,
    AttributeNames: { type: 'textList', event: 'attributeNames', required: false, item: {} },
  },
  validate: urlError,
  authorization: onQueue('sqs:GetQueueAttributes'),
  perform: (scene, { QueueUrl, AttributeNames = [] }) => {
    const found = queueByUrl(scene, QueueUrl);
    if (!found.ok) return found;
    const unknown = AttributeNames.find((name) => !isAttributeName(name));
    if (unknown !== undefined) return err(unknownAttribute(unknown));
    const all = shownAttributes(found.value.queue, found.value.place, scene.env.now);
    const shown = Object.entries(all).filter(
      ([name]) => AttributeNames.includes('All') || AttributeNames.includes(name),
    );
    const output: { readonly Attributes?: Readonly<Record<string, string>> } =
      shown.length === 0 ? {} : { Attributes: Object.fromEntries(shown) };
    return ok({ output, changes: [] });
  },
});

const epochSeconds = (instant: Instant): string => String(epochMillis(instant) / 1000);

function shownAttributes(queue: Queue, place: QueuePlace, now: Instant): Readonly<Record<string, string>> {
  const counts = countMessages(queue, now);
  const { KmsDataKeyReusePeriodSeconds = '', ...defaults } = DEFAULTS;
  return {
    QueueArn: queueArn(place),
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: epochSeconds(queue.created),
    LastModifiedTimestamp: epochSeconds(queue.modified),
    ...defaults,
    ...(Object.hasOwn(queue.attributes, 'KmsMasterKeyId')
      ? { SqsManagedSseEnabled: 'false', KmsDataKeyReusePeriodSeconds }
      : {}),
    ...queue.attributes,
    ...(queue.policy === null ? {} : { Policy: queue.policy }),
  };
}

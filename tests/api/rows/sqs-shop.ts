// What rows about queues share: queues with all they can have, and what is said of queues that are none.
import type { Queue } from '../../../src/account/resources.ts';
import type { World } from '../../../src/account/world.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import { filed, message, queue, queueArn, queueUrl, withNeighbour } from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, NOW, policyText, withBookshop } from '../../fixtures/world.ts';

export const CREATED_SECONDS = '1788249600';

export const statement = (more: object = {}): object => ({
  Sid: 'press',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: 'sqs:SendMessage',
  Resource: queueArn('jobs'),
  ...more,
});
export const POLICY = policyText(statement());

const LATER = addSeconds(NOW, 30);

/** Of the messages one waits, one is being worked on, one is delayed, and one has been kept for too long. */
export const JOBS: Queue = queue(
  'jobs',
  [
    message(1, { sent: addSeconds(NOW, -120), visible: addSeconds(NOW, -120) }),
    message(2, { sent: addSeconds(NOW, -60), visible: LATER, received: NOW, receipt: 'seen', receives: 1 }),
    message(3, { sent: addSeconds(NOW, -60), visible: LATER }),
    message(4, { sent: addSeconds(NOW, -345_600) }),
  ],
  { policy: POLICY, attributes: { VisibilityTimeout: '60' }, tags: { team: 'sales', Team: 'all' } },
);

export const SHOP: World = withNeighbour(
  (account) => ({
    ...account,
    queues: filed(
      queue('orders', [], {
        policy: policyText({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:*',
          Resource: queueArn('orders', NEIGHBOUR),
        }),
      }),
    ),
  }),
  withBookshop((account) => ({
    ...account,
    queues: filed(
      JOBS,
      queue('returns', [], { purged: addSeconds(NOW, -59) }),
      queue('jobs', [], { region: 'eu-central-1' }),
      queue('encrypted', [], { attributes: { KmsMasterKeyId: 'alias/shop' } }),
    ),
  })),
);

export const QueueUrl = queueUrl('jobs');
export const changed = (more: Partial<Queue>): World =>
  withBookshop((account) => ({ ...account, queues: filed({ ...JOBS, ...more }) }), SHOP);

/** The errors of every operation on a queue that is there. */
export const noQueue = <Input extends object>(more: Input) => [
  {
    input: { ...more, QueueUrl: queueUrl('missing') },
    code: 'AWS.SimpleQueueService.NonExistentQueue',
    message: 'The specified queue does not exist.',
  },
  {
    input: { ...more, QueueUrl: 'jobs' },
    code: 'InvalidAddress',
    message: 'The address jobs is not valid for this endpoint.',
  },
];

export const NAME = 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';
export const FIFTY = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, '']));
export const invalid = (name: string) => ({
  code: 'InvalidAttributeValue',
  message: `Invalid value for the parameter ${name}.`,
});

/** What is said of attributes that cannot be set. */
export const badAttributes = <Input extends object>(input: Input) =>
  [
    [{ Policy: 'not JSON' }, invalid('Policy')],
    [{ Policy: policyText(statement({ Action: 'sqs:Foo' })) }, invalid('Policy')],
    [
      { Policy: policyText(statement({ Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/no` } })) },
      invalid('Policy'),
    ],
    [{ VisibilityTimeout: '43201' }, invalid('VisibilityTimeout')],
    [{ DelaySeconds: 'soon' }, invalid('DelaySeconds')],
    [{ RedrivePolicy: '[]' }, invalid('RedrivePolicy')],
    [{ SqsManagedSseEnabled: 'yes' }, invalid('SqsManagedSseEnabled')],
    [{ QueueArn: 'x' }, { code: 'InvalidAttributeName', message: 'Unknown Attribute QueueArn.' }],
    [
      { FifoQueue: 'true' },
      {
        code: 'NotSimulated',
        message: 'FIFO queues are a feature of AWS that Rolecall does not simulate.',
      },
    ],
  ].map(([Attributes, error]) => ({
    input: { ...input, Attributes: Attributes as Readonly<Record<string, string>> },
    ...(error as { code: string; message: string }),
  }));

export const badTags: readonly {
  readonly tags: Readonly<Record<string, string>>;
  readonly message: string;
}[] = [
  { tags: { 'aws:x': '' }, message: 'Tag keys starting with aws: are reserved.' },
  { tags: { 'a,b': '' }, message: 'Tag keys or values are invalid.' },
];

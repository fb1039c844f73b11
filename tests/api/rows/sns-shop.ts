// What rows about topics share: a topic that has been subscribed in every way, and what is said of topics that are none.
import type { Topic } from '../../../src/account/resources.ts';
import type { World } from '../../../src/account/world.ts';
import { confirmationToken } from '../../../src/api/operations/sns/subscriptions.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import {
  filed,
  queue,
  queueArn,
  subscription,
  topic,
  topicArn,
  uuid,
  withNeighbour,
} from '../../fixtures/messaging.ts';
import { BOOKSHOP, NEIGHBOUR, policyText, withBookshop } from '../../fixtures/world.ts';

export const TopicArn = topicArn('news');
export const MISSING = topicArn('missing');

export const statement = (more: object = {}): object => ({
  Sid: 'press',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: 'SNS:Publish',
  Resource: TopicArn,
  ...more,
});
export const POLICY = policyText(statement());

const letsNewsIn = (name: string): string =>
  policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queueArn(name),
    Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
  });

/** A queue, somebody's mail, a queue of the neighbour, and one that waits for its confirmation. */
export const NEWS: Topic = topic(
  'news',
  [
    subscription(801, 'sqs', queueArn('jobs')),
    subscription(802, 'email', 'noor@maple-books.example'),
    subscription(803, 'sqs', queueArn('press', NEIGHBOUR), { owner: NEIGHBOUR }),
    subscription(804, 'https', 'https://example.com/news', { pending: true }),
  ],
  { policy: POLICY, attributes: { DisplayName: 'News' }, tags: { team: 'sales' } },
);

export const SHOP: World = withNeighbour(
  (account) => ({ ...account, queues: filed(queue('press')) }),
  withBookshop((account) => ({
    ...account,
    queues: filed(queue('jobs', [], { policy: letsNewsIn('jobs') })),
    topics: filed(NEWS, topic('quiet'), topic('away', [], { region: 'eu-central-1' })),
  })),
);

/** A command line hands over any text as an ARN. */
export const unparsable = (text: string): Arn => text as Arn;

/** What is said of texts that are no ARN of a topic. */
export const badArn = (parameter: string) =>
  [
    ['news', `Invalid parameter: ${parameter} Reason: An ARN must have at least 6 elements, not 1`],
    [queueArn('jobs'), `Invalid parameter: ${parameter}`],
  ].map(([arn = '', message = '']) => ({ arn: unparsable(arn), message }));

export const badTopicArn = <Input extends object>(more: Input) =>
  badArn('TopicArn').map(({ arn, message }) => ({
    input: { ...more, TopicArn: arn },
    code: 'InvalidParameter',
    message,
  }));

/** The errors of every operation on a topic that is there. */
export const noTopic = <Input extends object>(more: Input) => [
  { input: { ...more, TopicArn: MISSING }, code: 'NotFound', message: 'Topic does not exist' },
  ...badTopicArn(more),
];

export const noResource = <Input extends object>(more: Input) => [
  {
    input: { ...more, ResourceArn: MISSING },
    code: 'ResourceNotFound',
    message: 'Resource does not exist',
  },
  ...badArn('ResourceArn').map(({ arn, message }) => ({
    input: { ...more, ResourceArn: arn },
    code: 'InvalidParameter',
    message,
  })),
];

export const invalid = (fault: string) => ({
  code: 'InvalidParameter',
  message: `Invalid parameter: ${fault}`,
});

/** What is said of policies that SNS does not take. */
export const BAD_POLICIES: readonly { readonly policy: string; readonly fault: string }[] = [
  { policy: 'not JSON', fault: 'Policy Error: null' },
  { policy: policyText({ ...statement(), Principal: undefined }), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Resource: 'x'.repeat(30_721) })), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Sid: 'x'.repeat(30_721) })), fault: 'Policy Error: null' },
  { policy: policyText(statement({ Principal: { AWS: '12' } })), fault: 'Policy Error: PrincipalNotFound' },
  {
    policy: policyText(statement({ Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/nobody-here` } })),
    fault: 'Policy Error: PrincipalNotFound',
  },
  {
    policy: policyText(statement({ Action: 'SNS:*' })),
    fault: 'Policy statement action out of service scope!',
  },
];

export const TAG = (Key: string, Value = '') => ({ Key, Value });
const FIFTY = Array.from({ length: 50 }, (_, at) => TAG(`k${at}`));
export const BAD_TAGS = [
  { tags: [TAG('a'), TAG('a', 'b')], ...invalid('Duplicated keys are not allowed.') },
  { tags: [TAG('aws:a')], ...invalid('Tag keys starting with aws: are reserved.') },
  { tags: [TAG('a,b')], ...invalid('Tag keys or values are invalid.') },
  {
    tags: [...FIFTY, TAG('more')],
    code: 'TagLimitExceeded',
    message: 'Could not complete request: tag quota of per resource exceeded',
  },
] as const;

export const SHOWN = [
  {
    SubscriptionArn: `${TopicArn}:${uuid(801)}`,
    Owner: BOOKSHOP,
    Protocol: 'sqs',
    Endpoint: queueArn('jobs'),
    TopicArn,
  },
  {
    SubscriptionArn: `${TopicArn}:${uuid(802)}`,
    Owner: BOOKSHOP,
    Protocol: 'email',
    Endpoint: 'noor@maple-books.example',
    TopicArn,
  },
  {
    SubscriptionArn: `${TopicArn}:${uuid(803)}`,
    Owner: NEIGHBOUR,
    Protocol: 'sqs',
    Endpoint: queueArn('press', NEIGHBOUR),
    TopicArn,
  },
  {
    SubscriptionArn: 'PendingConfirmation',
    Owner: BOOKSHOP,
    Protocol: 'https',
    Endpoint: 'https://example.com/news',
    TopicArn,
  },
] as const;

export const TOKEN = confirmationToken(TopicArn, uuid(804));

// Rows: the messages of queues.
import { expect } from 'vitest';
import type { Message, Queue } from '../../../src/account/resources.ts';
import { lookup, sizeOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import { md5Of, receiptHandle } from '../../../src/api/operations/sqs/messages.ts';
import { filed, message, queue, queueArn, queueIn, queueUrl, uuid } from '../../fixtures/messaging.ts';
import { BOOKSHOP, environment, NOW, withBookshop } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { noQueue } from './sqs-shop.ts';

const QueueUrl = queueUrl('jobs');
const LATER = addSeconds(NOW, 30);

const handle = (number: number, name = 'jobs'): string =>
  receiptHandle(queueArn(name), uuid(number), environment());
/** A later receipt of the same message. */
const laterHandle = (number: number): string => {
  const env = environment();
  env.randomBytes(1);
  return receiptHandle(queueArn('jobs'), uuid(number), env);
};

/** 901 waits since two minutes, 902 since one; 903 is being worked on; 904 was to be done by now; 905 was kept too long. */
const JOBS: Queue = queue(
  'jobs',
  [
    message(901, { sent: addSeconds(NOW, -120), visible: addSeconds(NOW, -120) }),
    message(902, { sent: addSeconds(NOW, -60), visible: NOW }),
    message(903, {
      sent: addSeconds(NOW, -180),
      visible: LATER,
      received: NOW,
      receipt: handle(903),
      receives: 1,
    }),
    message(904, {
      sent: addSeconds(NOW, -180),
      visible: LATER,
      received: NOW,
      receipt: laterHandle(904),
      receives: 2,
    }),
    message(905, { sent: addSeconds(NOW, -345_600) }),
  ],
  { attributes: { VisibilityTimeout: '60' } },
);
const withJobs = (more: Partial<Queue>): World =>
  withBookshop((account) => ({
    ...account,
    queues: filed({ ...JOBS, ...more }, queue('small', [], { attributes: { MaximumMessageSize: '1024' } })),
  }));
const SHOP = withJobs({});

const messageIn = (world: World, number: number): Message | undefined => {
  const found = queueIn(world, 'jobs');
  return found && lookup(found.messages, uuid(number));
};

const FULL = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, at) => message(at)).map((one) => [one.id, one]),
);
const range = (value: number, name: string, reason: string) => ({
  code: 'InvalidParameterValue',
  message: `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`,
});

export const SQS_MESSAGES = [
  row({
    operation: 'sqs:SendMessage',
    world: SHOP,
    works: { QueueUrl, MessageBody: 'Two books, please.', DelaySeconds: 900 },
    then: (output, world) => {
      expect(output).toEqual({
        MD5OfMessageBody: 'b002820920bdcb07859ff3c046f7ab44',
        MessageId: uuid(1),
      });
      expect(messageIn(world, 1)).toEqual(
        message(1, {
          body: 'Two books, please.',
          sent: NOW,
          visible: addSeconds(NOW, 900),
          sender: BOOKSHOP,
        }),
      );
    },
    errors: [
      ...noQueue({ MessageBody: 'a' }),
      {
        input: { QueueUrl, MessageBody: '' },
        code: 'MissingParameter',
        message: 'The request must contain the parameter MessageBody.',
      },
      {
        input: { QueueUrl, MessageBody: 'a\u0000' },
        code: 'InvalidMessageContents',
        message:
          'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
      },
      {
        input: { QueueUrl: queueUrl('small'), MessageBody: 'é'.repeat(513) },
        code: 'InvalidParameterValue',
        message: 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.',
      },
      {
        input: { QueueUrl, MessageBody: 'a', DelaySeconds: 901 },
        ...range(901, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.'),
      },
      {
        input: { QueueUrl, MessageBody: 'a', DelaySeconds: -1 },
        ...range(-1, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.'),
      },
      {
        input: { QueueUrl, MessageBody: 'a' },
        world: withJobs({ messages: queue('jobs', Object.values(FULL)).messages }),
        code: 'SandboxFull',
        message: 'This sandbox keeps 10,000 messages in a queue. Purge the queue first.',
      },
      {
        input: { QueueUrl: queueUrl('small'), MessageBody: 'a'.repeat(100) },
        world: withJobs({ messages: queue('jobs', [message(1, { body: 'a'.repeat(999_901) })]).messages }),
        code: 'SandboxFull',
        message:
          'This sandbox keeps 1,000,000 characters in all messages of an account together, so that the account can still be shared as a file. Delete messages first.',
      },
    ],
  }),
  row({
    operation: 'sqs:ReceiveMessage',
    world: SHOP,
    works: { QueueUrl, MaxNumberOfMessages: 10, AttributeNames: ['SenderId', 'ApproximateReceiveCount'] },
    then: (output, world) => {
      const Attributes = { SenderId: 'AIDANOORAAAAAAAAAAAAA', ApproximateReceiveCount: '1' };
      expect(output.Messages).toMatchObject([
        { MessageId: uuid(901), Body: 'Message 901', MD5OfBody: md5Of('Message 901'), Attributes },
        { MessageId: uuid(902), Body: 'Message 902', MD5OfBody: md5Of('Message 902'), Attributes },
      ]);
      const [first] = output.Messages ?? [];
      expect(messageIn(world, 901)).toMatchObject({
        visible: addSeconds(NOW, 60),
        received: NOW,
        receives: 1,
        receipt: first?.ReceiptHandle,
      });
      expect(messageIn(world, 903)).toBe(lookup(JOBS.messages, uuid(903)));
    },
    errors: [
      ...noQueue({}),
      {
        input: { QueueUrl, MaxNumberOfMessages: 11 },
        ...range(11, 'MaxNumberOfMessages', 'Must be between 1 and 10, if provided.'),
      },
      {
        input: { QueueUrl, VisibilityTimeout: 43_201 },
        ...range(43_201, 'VisibilityTimeout', 'Must be between 0 and 43200, if provided.'),
      },
      {
        input: { QueueUrl, WaitTimeSeconds: 21 },
        ...range(21, 'WaitTimeSeconds', 'Must be >= 0 and <= 20, if provided.'),
      },
      {
        input: { QueueUrl, MessageSystemAttributeNames: ['Size'] },
        code: 'InvalidAttributeName',
        message: 'Unknown Attribute Size.',
      },
    ],
  }),
  row({
    operation: 'sqs:ReceiveMessage',
    world: SHOP,
    works: { QueueUrl, VisibilityTimeout: 0, MessageSystemAttributeNames: ['All'] },
    then: (output, world) => {
      expect(output).toEqual({
        Messages: [
          expect.objectContaining({
            MessageId: uuid(901),
            Attributes: {
              SenderId: 'AIDANOORAAAAAAAAAAAAA',
              SentTimestamp: '1795342325000',
              ApproximateReceiveCount: '1',
              ApproximateFirstReceiveTimestamp: '1795342445000',
            },
          }),
        ],
      });
      expect(messageIn(world, 901)).toMatchObject({ visible: NOW, receives: 1 });
      expect(messageIn(world, 902)).toMatchObject({ receives: 0 });
    },
    errors: [],
  }),
  row({
    operation: 'sqs:ReceiveMessage',
    world: SHOP,
    works: { QueueUrl: queueUrl('small') },
    then: (output) => expect(output).toEqual({}),
    errors: [],
  }),
  row({
    operation: 'sqs:DeleteMessage',
    world: SHOP,
    works: { QueueUrl, ReceiptHandle: handle(903) },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(messageIn(world, 903)).toBeUndefined();
      expect(sizeOf(queueIn(world, 'jobs')?.messages ?? { leaf: {} })).toBe(4);
    },
    errors: [
      ...noQueue({ ReceiptHandle: handle(903) }),
      ...['no handle', 'bm8gaGFuZGxl', handle(903, 'small')].map((ReceiptHandle) => ({
        input: { QueueUrl, ReceiptHandle },
        code: 'ReceiptHandleIsInvalid',
        message: `The input receipt handle "${ReceiptHandle}" is not a valid receipt handle.`,
      })),
    ],
  }),
  row({
    // It has been received again since.
    operation: 'sqs:DeleteMessage',
    world: SHOP,
    works: { QueueUrl, ReceiptHandle: handle(904) },
    then: (_output, world) => expect(messageIn(world, 904)).toBeDefined(),
    errors: [],
  }),
  row({
    // It is gone already.
    operation: 'sqs:DeleteMessage',
    world: SHOP,
    works: { QueueUrl, ReceiptHandle: handle(999) },
    then: (_output, world) =>
      expect(queueIn(world, 'jobs')).toBe(
        lookup(SHOP.accounts[BOOKSHOP]?.queues ?? { leaf: {} }, 'us-east-1/jobs'),
      ),
    errors: [],
  }),
  row({
    operation: 'sqs:ChangeMessageVisibility',
    world: SHOP,
    works: { QueueUrl, ReceiptHandle: handle(903), VisibilityTimeout: 0 },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(messageIn(world, 903)).toMatchObject({ visible: NOW, receives: 1 });
    },
    errors: [
      ...noQueue({ ReceiptHandle: handle(903), VisibilityTimeout: 0 }),
      {
        input: { QueueUrl, ReceiptHandle: handle(903), VisibilityTimeout: 43_201 },
        ...range(43_201, 'VisibilityTimeout', 'Must be between 0 and 43200, if provided.'),
      },
      {
        input: { QueueUrl, ReceiptHandle: 'x', VisibilityTimeout: 0 },
        code: 'ReceiptHandleIsInvalid',
        message: 'The input receipt handle "x" is not a valid receipt handle.',
      },
      ...[handle(904), handle(999)].map((ReceiptHandle) => ({
        input: { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 },
        code: 'AWS.SimpleQueueService.MessageNotInflight',
        message: `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
      })),
    ],
  }),
];

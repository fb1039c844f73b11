// Messages of a queue: how they are sent, seen, received and counted, and the handles that stand for a receipt.
import { decode, encodeURL } from 'js-base64';
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Caller } from '../../../account/caller.ts';
import { MAX_MESSAGE_CHARACTERS, MAX_MESSAGES } from '../../../account/limits.ts';
import { compareNames } from '../../../account/record.ts';
import type { Message, Queue } from '../../../account/resources.ts';
import { sizeOf, summed, valuesOf } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import type { Change } from '../../../account/change.ts';
import type { Arn } from '../../../aws/arn.ts';
import { addSeconds, hasPassed, type Instant } from '../../../aws/instant.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerUserId } from '../../caller.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { numberOf } from './attributes.ts';
import { queueKey, type FoundQueue } from './queue.ts';

export const md5Of = (text: string): string => bytesToHex(md5(utf8ToBytes(text)));

/** @param delay Seconds until it can be received. */
export const newMessage = (body: string, sender: string, delay: number, env: Env): Message => ({
  id: env.newId(),
  body,
  sent: env.now,
  visible: addSeconds(env.now, delay),
  received: null,
  receipt: null,
  receives: 0,
  sender,
});

/** The unique id of the sender, or where an unsigned call comes from. */
export const senderId = (world: World, caller: Caller, env: Env): string =>
  callerUserId(world, caller) ?? env.sourceIp;

/** Puts a message into a queue, changes it there, or takes it out. */
export const messageChange = (
  { account, place }: Pick<FoundQueue, 'account' | 'place'>,
  id: string,
  value: Message | null,
): Change => ({
  kind: 'partSet',
  account: account.id,
  table: 'queues',
  name: queueKey(place),
  part: 'messages',
  key: id,
  value,
});

/** Messages that have not been kept for too long, in the order in which they came. Standard queues promise no order. */
export function liveMessages(queue: Queue, now: Instant): Message[] {
  const oldest = addSeconds(now, -numberOf(queue, 'MessageRetentionPeriod'));
  return valuesOf(queue.messages)
    .filter(({ sent }) => !hasPassed(sent, oldest))
    .sort((a, b) => compareNames(a.sent, b.sent) || compareNames(a.id, b.id));
}

export const isVisible = ({ visible }: Message, now: Instant): boolean => hasPassed(visible, now);

export function countMessages(
  queue: Queue,
  now: Instant,
): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
  const all = liveMessages(queue, now);
  const hidden = all.filter((message) => !isVisible(message, now));
  const delayed = hidden.filter(({ receives }) => receives === 0).length;
  return { visible: all.length - hidden.length, inFlight: hidden.length - delayed, delayed };
}

/** Opaque to callers. It tells which message of which queue was received when. */
export const receiptHandle = (queue: Arn, message: string, env: Env): string =>
  encodeURL(`${message} ${queue} ${env.randomBytes(16).join('.')}`);

/** The message that a handle of this queue is for, whether it is still there or not; null for every other text. */
export function messageOfHandle(queue: Arn, handle: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(handle)) return null;
  const [id = '', of, nonce] = decode(handle).split(' ');
  return of === queue && nonce !== undefined ? id : null;
}

export const invalidHandle = (handle: string): AwsError =>
  awsError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`);

/** What comes in is measured leaf by leaf, so that one more message costs no walk over all of them. */
const charactersIn = summed<Message>(({ body }) => body.length);
const charactersOf = summed<Queue>(({ messages }) => charactersIn(messages));

/** Null: there is room for a message of this length. */
export function roomError(account: Account, queue: Queue, length: number): AwsError | null {
  if (sizeOf(queue.messages) >= MAX_MESSAGES)
    return awsError('SandboxFull', 'This sandbox keeps 10,000 messages in a queue. Purge the queue first.');
  const kept = charactersOf(account.queues);
  return kept + length > MAX_MESSAGE_CHARACTERS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 1,000,000 characters in all messages of an account together, so that the account can still be shared as a file. Delete messages first.',
      )
    : null;
}

// queueChange: gives some fields of a queue other values.
import type { Change } from '../../../account/change.ts';
import type { Queue } from '../../../account/resources.ts';
import { queueKey, type FoundQueue } from './queue.ts';

export const queueChange = ({ account, place }: FoundQueue, patch: Partial<Queue>): Change => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'queues',
  name: queueKey(place),
  patch,
});

// Null: `"true"` asks that the key be absent, `"false"` that it be there.
import type { Presence } from './operator.ts';

export const Null: Presence = {
  kind: 'presence',
  name: 'Null',
  holds: (wanted, present) => wanted.toLowerCase() === (present ? 'false' : 'true'),
};

// Rotation: how far the change from one access key to another has come, as its two keys tell.
import type { Instant } from '../../aws/instant.ts';

export interface HeldKey {
  readonly id: string;
  readonly status: string;
  readonly created: Instant;
  /** Null: never, as far as anybody may see. */
  readonly used: Instant | null;
}

export interface RotationStep {
  readonly text: string;
  readonly state: 'done' | 'next' | 'later';
}

/** AWS tells whole seconds: of two keys created in the same one, the older is the one that was put to work first. */
function byAge(a: HeldKey, b: HeldKey): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  if (a.used === b.used) return 0;
  if (a.used === null || b.used === null) return a.used === null ? 1 : -1;
  return a.used < b.used ? -1 : 1;
}

/**
 * Create the second, put it to work, see that nobody misses the first, switch it off, delete it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html
 */
export function rotationSteps(keys: readonly HeldKey[]): readonly RotationStep[] {
  const [older, newer] = [...keys].sort(byAge);
  const two = older !== undefined && newer !== undefined;
  const done = [
    two,
    two && newer.used !== null,
    two && newer.used !== null && older.status !== 'Active',
    // A key that is gone is not seen any more: what is left is one key, and the first step.
    false,
  ];
  const next = done.indexOf(false);
  const texts = [
    'Create a second key.',
    two
      ? `Put ${newer.id} to work wherever ${older.id} is used.`
      : 'Put it to work wherever the first is used.',
    two
      ? `When “last used” of ${older.id} stands still, deactivate it. It can be activated again if something breaks.`
      : 'When “last used” of the first stands still, deactivate it. It can be activated again if something breaks.',
    two ? `Delete ${older.id}.` : 'Delete the first.',
  ];
  return texts.map((text, at) => ({ text, state: at < next ? 'done' : at === next ? 'next' : 'later' }));
}

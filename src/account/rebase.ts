// rebasedChanges: changes that were made for a world, as they have to be for one that has gone on without them.
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import { entry } from './record.ts';
import { lookup } from './table.ts';
import type { World } from './world.ts';

/**
 * A new version of a policy gets the next number that is free by now; everything else stays as it is, so that the later
 * writer of one and the same thing wins.
 */
export function rebasedChanges(world: World, changes: readonly Change[]): readonly Change[] {
  let now = world;
  return changes.map((change) => {
    const rebased = renumbered(now, change);
    now = applyChange(now, rebased);
    return rebased;
  });
}

function renumbered(world: World, change: Change): Change {
  if (change.kind !== 'policyVersionCreated') return change;
  const account = entry(world.accounts, change.account);
  const policy = account && lookup(account.policies, change.policy);
  if (!policy || Number(change.version.id.slice(1)) > policy.lastVersion) return change;
  return { ...change, version: { ...change.version, id: `v${policy.lastVersion + 1}` } };
}

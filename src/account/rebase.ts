// rebaseChanges: makes changes on a world that has gone on without them, as when two tabs wrote at the same moment.
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import { entry } from './record.ts';
import { lookup } from './table.ts';
import type { World } from './world.ts';

/**
 * Applies changes that were made for an older world. A new version of a policy gets the next number that is free by now;
 * everything else is applied as it stands, so that the later writer of one and the same thing wins.
 */
export const rebaseChanges = (world: World, changes: readonly Change[]): World =>
  changes.reduce((now, change) => applyChange(now, renumbered(now, change)), world);

function renumbered(world: World, change: Change): Change {
  if (change.kind !== 'policyVersionCreated') return change;
  const account = entry(world.accounts, change.account);
  const policy = account && lookup(account.policies, change.policy);
  if (!policy || Number(change.version.id.slice(1)) > policy.lastVersion) return change;
  return { ...change, version: { ...change.version, id: `v${policy.lastVersion + 1}` } };
}

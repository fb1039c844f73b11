// The order of a map: which tier holds what from top to bottom, so that few edges cross and none runs through a node.
import { TIER, type MapModel, type MapNode } from './model.ts';

/** A place in a tier: a node, or the passage of an edge that goes on to a later tier (its id is `from to`). */
export interface Slot {
  readonly id: string;
  readonly node: MapNode | null;
}

const SWEEPS = 6;

/** The tiers that hold something, each ordered by the middle of its neighbours, sweeping to and fro. */
export function inOrder(map: MapModel): Slot[][] {
  const kinds = [0, 1, 2, 3].filter((tier) => map.nodes.some(({ kind }) => TIER[kind] === tier));
  const column = new Map(map.nodes.map(({ id, kind }) => [id, kinds.indexOf(TIER[kind])]));
  const tiers = kinds.map((tier) =>
    map.nodes.filter(({ kind }) => TIER[kind] === tier).map((node): Slot => ({ id: node.id, node })),
  );
  /** What stands next to a slot, as `tier id`, in the tier before and in the tier after. */
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (const { from, to } of map.edges) {
    const start = column.get(from);
    const end = column.get(to);
    if (start === undefined || end === undefined) continue;
    const id = `${from} ${to}`;
    let last = key(start, from);
    for (let tier = start + 1; tier < end; tier++) {
      tiers[tier]?.push({ id, node: null });
      join(last, key(tier, id));
      last = key(tier, id);
    }
    join(last, key(end, to));
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forward = sweep % 2 === 0;
    for (let step = 1; step < tiers.length; step++) {
      const at = forward ? step : tiers.length - 1 - step;
      const beside = tiers[forward ? at - 1 : at + 1] ?? [];
      const place = new Map(
        beside.map((slot, index) => [key(forward ? at - 1 : at + 1, slot.id), index / beside.length]),
      );
      tiers[at] = sortedBy(tiers[at] ?? [], (slot, index, count) => {
        const around = (neighbours.get(key(at, slot.id)) ?? []).flatMap((id) => place.get(id) ?? []);
        return around.length === 0 ? index / count : around.reduce((a, b) => a + b, 0) / around.length;
      });
    }
  }
  return tiers;
}

const key = (tier: number, id: string): string => `${tier} ${id}`;

function sortedBy(
  slots: readonly Slot[],
  weight: (slot: Slot, index: number, count: number) => number,
): Slot[] {
  return slots
    .map((slot, index) => ({ slot, weight: weight(slot, index, slots.length) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ slot }) => slot);
}

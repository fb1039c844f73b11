// Layout: where each node of a map stands and how each edge runs. Arithmetic only; the picture is drawn elsewhere.
import { curveBumpX, line } from 'd3-shape';
import { inOrder, type Slot } from './order.ts';
import type { MapEdge, MapModel, MapNode } from './model.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends MapNode, Point {
  /** In pixels at zoom 1; `x` and `y` are the top left corner. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge extends MapEdge {
  /** The `d` of an SVG path. */
  readonly path: string;
  /** Where the mark of a cut stands. */
  readonly mark: Point;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/** `columns`: one column a tier, for wide screens. `rows`: one node a line, indented by tier, for narrow ones. */
export type Arrangement = 'columns' | 'rows';

const NODE = { width: 216, height: 48 };
const GAP = { column: 76, row: 16, indent: 20, line: 14 };
/** No node of a row is narrower: two short words fit. */
const LEAST = 140;
/** What an edge takes that passes a tier without stopping there. */
const PASSAGE = 12;

/** Places a map. The same map always gets the same picture. Rows keep within `room` pixels where they can. */
export function layoutMap(map: MapModel, arrangement: Arrangement, room = Infinity): Layout {
  const { nodes, edges } = arrangement === 'columns' ? columns(map) : rows(map, room);
  return {
    nodes,
    edges,
    width: Math.max(0, ...nodes.map(({ x, width }) => x + width)),
    height: Math.max(0, ...nodes.map(({ y, height }) => y + height)),
  };
}

type Drawn = Pick<Layout, 'nodes' | 'edges'>;

const heightOf = (slot: Slot): number => (slot.node ? NODE.height : PASSAGE);

function columns(map: MapModel): Drawn {
  const tiers = inOrder(map);
  const heights = tiers.map((tier) => tier.reduce((sum, slot) => sum + heightOf(slot) + GAP.row, -GAP.row));
  const tallest = Math.max(0, ...heights);
  const nodes = new Map<string, PlacedNode>();
  /** The middle of the place where an edge passes a tier. */
  const passages = new Map<string, Point[]>();
  for (const [column, tier] of tiers.entries()) {
    const x = column * (NODE.width + GAP.column);
    let y = (tallest - (heights[column] ?? 0)) / 2;
    for (const slot of tier) {
      if (slot.node) nodes.set(slot.id, { ...slot.node, ...NODE, x, y });
      else passages.set(slot.id, [...(passages.get(slot.id) ?? []), { x, y: y + PASSAGE / 2 }]);
      y += heightOf(slot) + GAP.row;
    }
  }
  const edges = map.edges.flatMap((edge): PlacedEdge[] => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!from || !to) return [];
    const passed = passages.get(`${edge.from} ${edge.to}`) ?? [];
    const points = [
      { x: from.x + from.width, y: from.y + from.height / 2 },
      ...passed.flatMap(({ x, y }) => [
        { x, y },
        { x: x + NODE.width, y },
      ]),
      { x: to.x, y: to.y + to.height / 2 },
    ];
    return [{ ...edge, path: smooth(points) ?? '', mark: middle(points) }];
  });
  return { nodes: [...nodes.values()], edges };
}

const smooth = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveBumpX);

/** Halfway along the last stretch, where what is asked for is in sight. */
function middle(points: readonly Point[]): Point {
  const [before, end] = points.slice(-2);
  if (!before || !end) return { x: 0, y: 0 };
  return { x: (before.x + end.x) / 2, y: (before.y + end.y) / 2 };
}

function rows(map: MapModel, room: number): Drawn {
  const tiers = inOrder(map).map((tier) => tier.flatMap((slot) => slot.node ?? []));
  const nodes = tiers
    .flatMap((tier, depth) => tier.map((node) => ({ node, depth })))
    .map(({ node, depth }, at) => ({
      ...node,
      ...NODE,
      width: Math.max(LEAST, Math.min(NODE.width + 12, room - GAP.indent * (depth + 1) - GAP.indent / 2)),
      x: GAP.indent * (depth + 1),
      y: at * (NODE.height + GAP.line),
    }));
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const edges = map.edges.flatMap((edge): PlacedEdge[] => {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    return from && to ? [{ ...edge, ...elbow(from, to) }] : [];
  });
  return { nodes, edges };
}

/** Out to the left, down the margin, and in again; the mark stands where it leaves, so that no two cover each other. */
function elbow(from: PlacedNode, to: PlacedNode): Pick<PlacedEdge, 'path' | 'mark'> {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const margin = Math.min(start.x, end.x) - GAP.indent / 2;
  const r = 6;
  return {
    path:
      `M${start.x},${start.y}H${margin + r}Q${margin},${start.y} ${margin},${start.y + r}` +
      `V${end.y - r}Q${margin},${end.y} ${margin + r},${end.y}H${end.x}`,
    mark: { x: margin, y: start.y },
  };
}

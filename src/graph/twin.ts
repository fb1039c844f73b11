// The text twin of a map: the same nodes and ties as sentences, for those who do not see or want the picture.
import type { Light, MapModel, MapNode } from './model.ts';

export interface TwinLine {
  readonly node: MapNode;
  /** What the request met here; empty when it has nothing to do with the node. */
  readonly met: string;
  /** One sentence a tie. */
  readonly ties: readonly string[];
}

const MET: Readonly<Record<Light, string>> = {
  idle: '',
  walked: 'the request came by here',
  allow: 'allows the request',
  implicit: 'holds nothing that allows the request',
  explicit: 'denies the request',
};

/** One line a node, in the order of the map's tiers. */
export function mapTwin(map: MapModel): TwinLine[] {
  const label = new Map(map.nodes.map(({ id, label: name }) => [id, name]));
  return map.nodes.map((node) => ({
    node,
    met: node.kind === 'bucket' && node.light === 'allow' ? 'the request reached it' : MET[node.light],
    ties: map.edges
      .filter(({ from }) => from === node.id)
      .map((edge) => {
        const to = label.get(edge.to) ?? edge.to;
        const cut = edge.cut ? '; the request was stopped here' : '';
        switch (edge.tie) {
          case 'memberOf':
            return `is in the group ${to}`;
          case 'hasPolicy':
            return `has the policy ${to}`;
          case 'isAbout':
            return `speaks about ${to}${cut}`;
          case 'meets':
            return `meets the policy of the resource, ${to}`;
          case 'asksFor':
            return `asks for ${to}${cut}`;
        }
      }),
  }));
}

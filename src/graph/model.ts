// The map's model: which identities, policies and buckets there are, what ties them, and how far a request got.
import type { AccountId } from '../aws/arn.ts';

export type NodeKind = 'root' | 'user' | 'group' | 'policy' | 'bucket';

/** The four tiers of the map, in the order in which a request meets them. */
export const TIER: Readonly<Record<NodeKind, 0 | 1 | 2 | 3>> = {
  root: 0,
  user: 0,
  group: 1,
  policy: 2,
  bucket: 3,
};

/**
 * What the request on the map has to do with a node or edge.
 * `walked`: it came by here. `allow`: here it was let on. `implicit`: here it found nothing that allows it.
 * `explicit`: here a statement refused it. `idle`: it has nothing to do with the request.
 */
export type Light = 'idle' | 'walked' | 'allow' | 'implicit' | 'explicit';

export interface MapNode {
  /** `user:noor`, `group:Writers`, `policy:` and the source id, `bucket:maple-drafts`. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly account: AccountId;
  readonly label: string;
  /** A second, softer line: the kind of policy, the path of the object. */
  readonly detail: string;
  readonly light: Light;
}

export type Tie = 'memberOf' | 'hasPolicy' | 'isAbout' | 'asksFor' | 'meets';

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly tie: Tie;
  readonly light: Light;
  /** The request was stopped on this edge. */
  readonly cut: boolean;
}

export interface MapModel {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

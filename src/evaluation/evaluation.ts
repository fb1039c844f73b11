// Evaluation: the decision on one request with its full trace; everything that is shown, drawn or graded comes from it.
import type { BaseOperator, Condition, Statement } from '../policy/document.ts';
import type { Spanned } from '../policy/span.ts';
import type { AppliedPolicy } from './applicable.ts';
import type { NoteCode } from './note.ts';
import type { ContextValue, Request } from './request.ts';

/** The policy types, in the order in which AWS asks them. `vpce` is the endpoint policy. */
export const LAYERS = ['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary', 'session'] as const;
export type Layer = (typeof LAYERS)[number];

/** What decided: a layer, or `none` where no policy is needed (the root user in its own account). */
export type DecidedBy = Layer | 'none';

export type Decision =
  | { readonly outcome: 'allow'; readonly by: DecidedBy; readonly statements: readonly StatementResult[] }
  | { readonly outcome: 'explicitDeny'; readonly by: Layer; readonly statements: readonly StatementResult[] }
  | {
      readonly outcome: 'implicitDeny';
      /** The first layer that lacks an Allow it must have; `none` when a limit outside all policies refuses. */
      readonly by: DecidedBy;
      /** Every further layer that would have refused as well, in AWS's order. */
      readonly also: readonly Layer[];
    }
  | {
      readonly outcome: 'depends';
      /** Condition keys that are not known, or in plain words what else the request does not say. */
      readonly on: readonly string[];
    };

/** Why a layer has no say. Closed, so that each gets its own words. */
export const ABSENCE_REASONS = [
  'noOrganization',
  'noBoundary',
  'noSessionPolicy',
  'noEndpoint',
  'notForThisPrincipal',
  'noResourcePolicy',
  'rootUser',
  /** Resource control policies cover some services only, and only requests on a resource. */
  'notForThisService',
  'notForThisResource',
  /** The request came through a service, not through the endpoint that the caller may have used. */
  'forwarded',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Why an Allow on the side of the resource matches and yet grants nothing. */
export type VoidReason =
  /** Only the grant itself says who may retire it. */
  | 'retiredThroughGrants'
  /** The action is not open to callers of other accounts. */
  | 'notAcrossAccounts'
  /** A bucket policy cannot give access to objects that another account owns. */
  | 'foreignObject'
  /** Object Ownership is "bucket owner enforced". */
  | 'aclsDisabled'
  /** Block Public Access: IgnorePublicAcls. */
  | 'publicAclIgnored'
  /** Block Public Access: RestrictPublicBuckets. */
  | 'publicBucketRestricted';

/** What an Allow in a resource-based policy is worth to this caller. */
export type GrantKind = 'direct' | 'role' | 'account' | 'federatedParent';

export interface LayerResult {
  readonly layer: Layer;
  /**
   * `absent`: the layer does not exist here. `silent`: it exists, and nothing in it allows or denies. `unknown`: that
   * turns on something that is not known.
   */
  readonly effect: 'deny' | 'allow' | 'silent' | 'absent' | 'unknown';
  readonly absence?: AbsenceReason;
  /** Whether an Allow from this layer is needed for the request to pass. */
  readonly required: boolean;
  /** Resource layer only: what its matching Allows grant. */
  readonly grants: readonly GrantKind[];
  /** Every statement that was read, matched or not, in the order of policies and statements. */
  readonly statements: readonly StatementResult[];
  /** Organization layers only: the result of each level. */
  readonly levels?: readonly LevelResult[];
}

export interface LevelResult {
  readonly name: string;
  readonly effect: 'deny' | 'allow' | 'silent' | 'unknown';
}

/** One statement against one request. */
export interface StatementResult {
  readonly layer: Layer;
  readonly policy: AppliedPolicy;
  readonly statement: Statement;
  readonly match: StatementMatch;
}

export type StatementMatch =
  | {
      readonly matched: true;
      readonly reason: 'matched';
      /** The pattern that covered the action; absent for NotAction. */
      readonly action?: Spanned<string>;
      readonly resource?: Spanned<string>;
      readonly grant?: GrantKind;
      /** Resource layer only: the Allow matches and yet does not count. */
      readonly void?: VoidReason;
      /** A Deny with NotPrincipal: the levels at which it does not list the caller, or the boundary that counts more. */
      readonly notSpared?: 'boundary' | readonly GrantKind[];
      readonly conditions: readonly ConditionResult[];
    }
  | {
      readonly matched: false;
      readonly reason: 'principalNotListed';
      /** On a gateway endpoint, where an account in Principal is its root user only. */
      readonly accountMeansRoot: boolean;
    }
  | { readonly matched: false; readonly reason: 'principalExempted' }
  | { readonly matched: false; readonly reason: 'actionNotListed' }
  | { readonly matched: false; readonly reason: 'actionExcluded'; readonly by: Spanned<string> }
  | { readonly matched: false; readonly reason: 'resourceNotListed' }
  | { readonly matched: false; readonly reason: 'resourceExcluded'; readonly by: Spanned<string> }
  | {
      readonly matched: false;
      readonly reason: 'conditionNotMet';
      /** All conditions of the statement; the failing ones say so. */
      readonly conditions: readonly ConditionResult[];
    }
  | {
      readonly matched: 'unknown';
      /** A condition, a policy variable or the principal turns on something that is not known. */
      readonly reason: 'conditionUnknown';
      /** What an Allow would grant if it matched. */
      readonly grant?: GrantKind;
      readonly conditions: readonly ConditionResult[];
      readonly keys: readonly string[];
    };

export type StatementReason = StatementMatch['reason'];

export interface ConditionResult {
  readonly condition: Condition;
  readonly operator: BaseOperator;
  readonly met: boolean | 'unknown';
  /** The value in the request context; undefined when the key is absent. */
  readonly actual: ContextValue | undefined;
}

/** A choice that was made where AWS's documentation leaves open what happens. */
export interface Note {
  readonly code: NoteCode;
  /** The statement over which the choice had to be made; null when it concerns the request as a whole. */
  readonly at: StatementResult | null;
}

export interface Evaluation {
  readonly request: Request;
  readonly decision: Decision;
  /** One entry for each of `LAYERS`, in that order. */
  readonly layers: readonly LayerResult[];
  /** The choices that bear on this request, each once for a statement. */
  readonly notes: readonly Note[];
}

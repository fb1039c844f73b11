// PolicyDocument: a policy as parsed, every part with its span in the text.
import type { Span, Spanned } from './span.ts';

export type PolicyVersion = '2012-10-17' | '2008-10-17';
export type Effect = 'Allow' | 'Deny';

/** The kinds of policy that have a grammar of their own. */
export type PolicyType =
  'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'scp' | 'rcp' | 'endpoint';

/** What a resource-based policy is attached to. */
export type ResourceKind =
  'bucket' | 'accessPoint' | 'key' | 'queue' | 'topic' | 'function' | 'secret' | 'table';

export interface PolicyDocument {
  /** The text that was parsed; spans point into it. */
  readonly text: string;
  /** An absent Version means 2008-10-17: variables are then literal text. */
  readonly version: PolicyVersion;
  /** The value of Version; absent where the text has none. */
  readonly versionSpan?: Span;
  readonly id?: string;
  readonly statements: readonly Statement[];
}

export interface Statement extends Span {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  /** The value of Sid; absent where the statement has none. */
  readonly sidSpan?: Span;
  readonly effect: Effect;
  readonly principal?: PrincipalElement;
  readonly action: PatternElement;
  /** Absent only in trust policies. */
  readonly resource?: PatternElement;
  readonly conditions: readonly Condition[];
}

/**
 * Action, NotAction, Resource or NotResource. The element's own span covers key and value; the span of a
 * pattern is its JSON string, quotes included. Empty when the text lists nothing.
 */
export interface PatternElement extends Span {
  /** True for the `Not…` form. */
  readonly negated: boolean;
  readonly patterns: readonly Spanned<string>[];
}

/** Principal or NotPrincipal. `"*"` and `{"AWS": "*"}` are both one entry of kind `Everyone`. Never empty. */
export interface PrincipalElement extends Span {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry extends Spanned<string> {
  readonly kind: 'Everyone' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
}

/** One key under one operator; several of them are joined by AND. The span covers the key and its values. */
export interface Condition extends Span {
  readonly operator: ConditionOperator;
  /** As written; compared without regard to letter case. */
  readonly key: string;
  /** Numbers and Booleans are kept as their text. */
  readonly values: readonly Spanned<string>[];
}

export type BaseOperator =
  | 'StringEquals'
  | 'StringNotEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringNotEqualsIgnoreCase'
  | 'StringLike'
  | 'StringNotLike'
  | 'NumericEquals'
  | 'NumericNotEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateNotEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'Bool'
  | 'BinaryEquals'
  | 'IpAddress'
  | 'NotIpAddress'
  | 'ArnEquals'
  | 'ArnLike'
  | 'ArnNotEquals'
  | 'ArnNotLike'
  | 'Null';

export interface ConditionOperator {
  /** As written, for example `ForAnyValue:StringLikeIfExists`. */
  readonly text: string;
  readonly base: BaseOperator;
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly ifExists: boolean;
}

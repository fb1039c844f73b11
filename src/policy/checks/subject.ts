// Subject: what a check looks at, and how one is asked to.
import type { Arn } from '../../aws/arn.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { EndpointService } from '../completion/candidate.ts';
import type { Known } from '../completion/known.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyType, ResourceKind } from '../document.ts';
import type { Draft, DraftStatement } from '../draft.ts';
import type { Spanned } from '../span.ts';

/** What a policy is attached to, and what is known around it. What is left out is not checked. */
export interface Whereabouts {
  /** What a resource-based policy is attached to. */
  readonly resource?: ResourceKind | undefined;
  /** The ARN of that very thing: a statement about another one is then told. Of a policy of AWS's own, its ARN. */
  readonly about?: Arn | undefined;
  /** What the endpoint leads to that the policy is attached to. */
  readonly endpoint?: EndpointService | undefined;
  /** What there is in the account of the policy: what it names beyond that is then told. */
  readonly known?: Known | undefined;
}

export interface Subject extends Whereabouts {
  readonly text: string;
  /** All of the text that could be read; parts may be missing. */
  readonly draft: Draft;
  readonly type: PolicyType;
  /** Without it names are not checked. */
  readonly vocabulary: Vocabulary | undefined;
}

export type Check = (subject: Subject) => readonly Diagnostic[];

/** A document of the old version, or of none, has no policy variables. */
export const hasVariables = ({ version }: Draft): boolean => version?.value === '2012-10-17';

export const isAllow = ({ effect }: DraftStatement): boolean => effect?.value === 'Allow';

const IDENTITY_TYPES: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session']);
/** Whether a policy speaks of what its holder may do. */
export const isIdentity = ({ type }: Subject): boolean => IDENTITY_TYPES.has(type);

/** The listed patterns; none for the `Not…` form. */
export const listed = (element: DraftStatement['action']): readonly Spanned<string>[] =>
  element?.negated === false ? element.patterns : [];

export const quoted = (value: string): string => JSON.stringify(value);

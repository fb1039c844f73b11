// Subject: what a check looks at, and how one is asked to.
import type { Arn } from '../../aws/arn.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { Known } from '../completion/known.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyType, ResourceKind } from '../document.ts';
import type { Draft, DraftStatement } from '../draft.ts';
import type { Spanned } from '../span.ts';

export interface Subject {
  readonly text: string;
  /** All of the text that could be read; parts may be missing. */
  readonly draft: Draft;
  readonly type: PolicyType;
  /** What a resource-based policy is attached to, where that is known. */
  readonly resource: ResourceKind | undefined;
  /** Without it names are not checked. */
  readonly vocabulary: Vocabulary | undefined;
  /** What is there to be named. Without it nothing is looked for. */
  readonly known: Known | undefined;
  /** The ARN of the very thing that the policy is attached to, or of the policy where it is one of AWS's own. */
  readonly about: Arn | undefined;
}

export type Check = (subject: Subject) => readonly Diagnostic[];

export const isAllow = ({ effect }: DraftStatement): boolean => effect?.value === 'Allow';

const IDENTITY_TYPES: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session']);
/** Whether a policy speaks of what its holder may do. */
export const isIdentity = ({ type }: Subject): boolean => IDENTITY_TYPES.has(type);

/** The listed patterns; none for the `Not…` form. */
export const listed = (element: DraftStatement['action']): readonly Spanned<string>[] =>
  element?.negated === false ? element.patterns : [];

export const quoted = (value: string): string => JSON.stringify(value);

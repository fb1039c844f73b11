// Judging: what an editor asks about a text, and how it is answered without holding up who types.
import type { AccountId, Arn } from '../../aws/arn.ts';
import type { World } from '../../account/world.ts';
import type { EndpointService } from '../../policy/completion/candidate.ts';
import type { Diagnostic } from '../../policy/diagnostic.ts';
import type { PolicyType, ResourceKind } from '../../policy/document.ts';

export interface Question {
  readonly text: string;
  readonly type: PolicyType;
  /** What a resource-based policy is attached to, where that is known. */
  readonly resource?: ResourceKind | undefined;
  /** The ARN of what the policy is attached to, or of a policy of AWS's own. */
  readonly about?: Arn | undefined;
  /** What the endpoint leads to that it is the policy of. */
  readonly endpoint?: EndpointService | undefined;
  /** Where what the text names is looked up; without it, nothing is. */
  readonly place?: JudgedPlace | undefined;
}

export interface JudgedPlace {
  readonly world: World;
  /** The account in which the policy is written. */
  readonly account: AccountId;
  readonly region: string;
}

/** What was found; null when something newer was asked meanwhile, and this answer is of no use any more. */
export type Verdict = readonly Diagnostic[] | null;

/**
 * Answers the questions of one editor: at once where that is quick, and otherwise beside the page.
 * @param here Finds the same in the page.
 */
export type Judge = (
  question: Question,
  here: () => readonly Diagnostic[],
) => readonly Diagnostic[] | Promise<Verdict>;

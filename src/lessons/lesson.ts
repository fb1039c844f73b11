// Lesson: a text, the scenario it plays in, and tasks that are expectations about requests.
import type { ApiCall } from '../api/call.ts';
import type { AccountId } from '../aws/arn.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface Lesson {
  /** Part of the address of the lesson; never changes. */
  readonly id: string;
  readonly title: string;
  /** One sentence on what one can do after it. */
  readonly aim: string;
  /** The text, in Markdown. */
  readonly text: string;
  /** Said when every task is done. */
  readonly solved: string;
  readonly tasks: readonly Task[];
  /** The situation it starts from. */
  readonly scenario: () => Promise<Scenario>;
}

/** Done when the engine decides every request of it as expected, however the policies are written. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  readonly who: { readonly kind: 'user'; readonly name: string } | { readonly kind: 'root' };
  readonly account: AccountId;
  readonly call: ApiCall;
  readonly expected: 'allowed' | 'denied';
}

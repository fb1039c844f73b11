// What the fields of the form of a policy suggest.
import type { PrincipalKind } from '../../../policy/form/read-form.ts';

export interface FormNames {
  readonly home: { readonly account: string; readonly region: string };
  /** ARNs of what the account has. */
  readonly resources: readonly string[];
  readonly principals: Partial<Record<PrincipalKind, readonly string[]>>;
  /** Condition keys that these actions support. */
  readonly keysFor: (actions: readonly string[]) => readonly string[];
  /** Values that a condition key has in this account. */
  readonly valuesOf: (key: string) => readonly string[];
}

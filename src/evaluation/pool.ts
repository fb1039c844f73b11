// PolicyPool: policies whose statements are read together; it finds those about an action without looking at the rest.
import { askedAction, type AskedAction } from './action.ts';
import type { AppliedPolicy } from './applicable.ts';
import type { Spanned } from '../policy/span.ts';
import { compileDocument, type CompiledDocument, type CompiledStatement } from './compile.ts';

export interface PooledPolicy {
  readonly policy: AppliedPolicy;
  readonly document: CompiledDocument;
}

/** A statement about the action asked for, and the policy it stands in. */
export interface Candidate {
  readonly policy: AppliedPolicy;
  readonly compiled: CompiledStatement;
  /** The pattern that names the action; null for NotAction. */
  readonly named: Spanned<string> | null;
}

/** How many actions a pool remembers the candidates of. */
const REMEMBERED = 256;

export class PolicyPool {
  readonly policies: readonly PooledPolicy[];
  readonly #byService = new Map<string, readonly PooledPolicy[]>();
  readonly #byAction = new Map<string, readonly Candidate[]>();

  constructor(policies: readonly AppliedPolicy[]) {
    this.policies = policies.map((policy) => ({ policy, document: compileDocument(policy.document) }));
  }

  /** The statements about an action, in the order of policies and statements. */
  about(action: string): readonly Candidate[] {
    const known = this.#byAction.get(action);
    if (known !== undefined) return known;
    const asked = askedAction(action);
    const found: Candidate[] = [];
    for (const { policy, document } of this.#speakingOf(asked)) {
      document.eachAbout(asked, (compiled, named) => found.push({ policy, compiled, named }));
    }
    if (this.#byAction.size >= REMEMBERED) this.#byAction.clear();
    this.#byAction.set(action, found);
    return found;
  }

  #speakingOf({ service }: AskedAction): readonly PooledPolicy[] {
    if (this.policies.length === 1) return this.policies;
    const known = this.#byService.get(service);
    if (known !== undefined) return known;
    const found = this.policies.filter(({ document }) => document.speaksOf(service));
    this.#byService.set(service, found);
    return found;
  }
}

/** A memo by identity: who asks often hands over the same list, or the same policy, each time. */
const pools = new WeakMap<AppliedPolicy | readonly AppliedPolicy[], PolicyPool>();

export function poolOf(policies: AppliedPolicy | readonly AppliedPolicy[]): PolicyPool {
  const known = pools.get(policies);
  if (known !== undefined) return known;
  const made = new PolicyPool(isList(policies) ? policies : [policies]);
  pools.set(policies, made);
  return made;
}

const isList = (policies: AppliedPolicy | readonly AppliedPolicy[]): policies is readonly AppliedPolicy[] =>
  Array.isArray(policies);

// What the fields of a statement suggest: the very ideas that completion has where the same is written as JSON.
import { actionIdeas } from '../completion/actions.ts';
import type { Idea, Setting } from '../completion/candidate.ts';
import { conditionKeyIdeas } from '../completion/condition-keys.ts';
import { conditionValueIdeas } from '../completion/condition-values.ts';
import { hasVariables } from '../completion/elements.ts';
import { principalTypeIdeas, principalValueIdeas, takesEveryone } from '../completion/principals.ts';
import { resourceIdeas } from '../completion/resources.ts';
import { outline, valueOf, type OutlineNode, type OutlineObject } from '../outline.ts';
import type { FormCondition, Path, PrincipalKind } from './read-form.ts';

/** Each by what is typed in the field so far, best first; what is `present` already is left out. */
export interface FormIdeas {
  readonly actions: (typed: string, present: readonly string[]) => readonly Idea[];
  readonly resources: (typed: string, present: readonly string[]) => readonly Idea[];
  readonly principals: (kind: PrincipalKind, typed: string, present: readonly string[]) => readonly Idea[];
  /** Whatever operator will compare them. */
  readonly keys: (typed: string) => readonly Idea[];
  readonly values: (condition: FormCondition, typed: string) => readonly Idea[];
}

/** Nothing is worked out before it is asked for. */
export function formIdeas(setting: Setting, text: string, path: Path): FormIdeas {
  let read: { readonly root: OutlineNode | null } | undefined;
  const root = (): OutlineNode | null => (read ??= outline(text, 0)).root;
  const statement = (): OutlineObject => statementIn(root(), path);
  return {
    actions: (typed, present) => actionIdeas(setting, statement(), typed, present),
    resources: (typed, present) =>
      resourceIdeas(setting, statement(), typed, present).filter(
        ({ label }) => !label.includes('${') || hasVariables(root()),
      ),
    principals: (kind, typed, present) => principalValueIdeas(setting, statement(), kind, typed, present),
    keys: (typed) => conditionKeyIdeas(setting, statement(), '', [], typed),
    values: ({ operator, key, values }, typed) =>
      conditionValueIdeas(setting, operator, key, typed, values).filter(
        (idea) => idea.kind !== 'variable' || hasVariables(root()),
      ),
  };
}

const EMPTY: OutlineObject = { kind: 'object', members: [], from: 0, to: 0 };

function statementIn(root: OutlineNode | null, path: Path): OutlineObject {
  let node: OutlineNode | null = root;
  for (const step of path)
    node =
      node?.kind === 'array'
        ? (node.items[Number(step)] ?? null)
        : node?.kind === 'object'
          ? valueOf(node, String(step))
          : null;
  return node?.kind === 'object' ? node : EMPTY;
}

/** The kinds of principals that this policy takes, `*` by itself among them; all where it should have none. */
export function principalKinds(
  setting: Setting,
  effect: 'Allow' | 'Deny' | null = null,
): readonly PrincipalKind[] {
  const taken = new Set(principalTypeIdeas(setting, []).map(({ label }) => label));
  return taken.size === 0
    ? KINDS
    : KINDS.filter((kind) =>
        kind === 'Everyone' ? takesEveryone(setting, effect === 'Deny') : taken.has(kind),
      );
}

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser', 'Everyone'];

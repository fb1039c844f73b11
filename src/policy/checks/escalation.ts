// Checks of an identity-based policy: whether its actions together add up to more rights than it seems to give.
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { covers } from '../glob.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { ESCALATIONS, type EscalationKind } from './escalation-methods.ts';
import { isEverything } from './resource-fit.ts';
import { isAllow, listed, type Subject } from './subject.ts';
import { inWords } from './words.ts';

const CODES: Readonly<Record<EscalationKind, Code>> = {
  self: 'SELF_ESCALATION',
  takeover: 'PRINCIPAL_TAKEOVER',
  new: 'ESCALATION_BY_NEW_RESOURCE',
  existing: 'ESCALATION_BY_EXISTING_RESOURCE',
  guardrails: 'WEAKENED_GUARDRAILS',
};

/** Each set of actions in lower case, beside how it is shown. */
const METHODS = Object.entries(ESCALATIONS).map(([kind, sets]) => ({
  kind: kind as EscalationKind,
  sets: sets.map((set) => ({
    shown: inWords(set.split(' ')),
    actions: set.toLowerCase().split(' '),
  })),
}));

/**
 * One finding for each kind, at the action that makes it possible. Only what is allowed on every resource, or on every
 * one of a type, without a condition, and not denied again without one: whether a named user or role is stronger than the caller a
 * document alone cannot say.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
 */
export function checkEscalation({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'identity') return [];
  const open = draft.statements.filter((statement) => statement.conditions.length === 0 && isWide(statement));
  const allowing = open.filter(isAllow).flatMap(({ action }) => listed(action));
  const denied = open
    .filter((statement) => statement.effect?.value === 'Deny')
    .flatMap(({ action }) => listed(action))
    .map(({ value }) => value.toLowerCase());
  const patterns = allowing.map((pattern) => ({ pattern, lower: pattern.value.toLowerCase() }));
  const remembered = new Map<string, Spanned<string> | null>();
  const granting = (action: string): Spanned<string> | null => {
    const known = remembered.get(action);
    if (known !== undefined) return known;
    const isDenied = denied.some((pattern) => covers(pattern, action));
    const found = isDenied ? undefined : patterns.find(({ lower }) => covers(lower, action))?.pattern;
    remembered.set(action, found ?? null);
    return found ?? null;
  };
  return METHODS.flatMap(({ kind, sets }) => {
    const possible = sets.filter(({ actions }) => actions.every((action) => granting(action) !== null));
    const [first] = possible;
    const pattern = first && granting(first.actions.at(-1) ?? '');
    if (!first || !pattern) return [];
    const others = possible.length - 1;
    const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'way' : 'ways'})`;
    return [fault(CODES[kind], pattern, first.shown + more)];
  });
}

/** Whether a statement is about every resource, or every one of some type: `arn:aws:iam::111122223333:role/*`. */
const isWide = ({ resource }: DraftStatement): boolean =>
  listed(resource).some(
    ({ value }) => isEverything(value) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:[a-z-]+[/:]\*$/.test(value),
  );

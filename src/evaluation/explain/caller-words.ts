// caller-words: how the Principal element of a statement that matched takes in the caller, as one clause.
import type { PrincipalEntry } from '../../policy/document.ts';
import type { GrantKind, StatementResult } from '../evaluation.ts';
import { compileEntry } from '../principal.ts';
import type { Principal, Request } from '../request.ts';
import { say, type Part } from './part.ts';

/** For example Principal `*` includes this caller. Empty for a statement without Principal, as in identity-based policies. */
export function callerClause({ statement, match }: StatementResult, request: Request): readonly Part[] {
  const { principal: element, effect } = statement;
  if (element === undefined) return [];
  if (element.negated) {
    const spared = match.matched === true ? match.notSpared : undefined;
    return effect === 'Deny' ? [{ text: notSpared(spared) }] : say`NotPrincipal does not list this caller`;
  }
  const naming = element.entries.flatMap((entry) => {
    const naming = compileEntry(entry)(request);
    return naming?.covered === true ? [{ entry, grant: naming.grant }] : [];
  });
  const counted = 'grant' in match ? match.grant : undefined;
  const found = naming.find(({ grant }) => grant === counted) ?? naming[0];
  return found === undefined
    ? []
    : say`Principal ${found.entry.value} ${relation(found.entry, found.grant, request.principal)}`;
}

/** What the levels of a caller are called. */
const LEVELS: Readonly<Record<GrantKind, string>> = {
  account: 'its account',
  role: 'its role',
  federatedParent: 'the user behind it',
  direct: 'the caller itself',
};

function notSpared(missing: 'boundary' | readonly GrantKind[] | undefined): string {
  if (missing === 'boundary') return 'NotPrincipal spares nobody who has a permissions boundary';
  const levels = (missing ?? []).map((level) => LEVELS[level]).join(' and ');
  return levels === ''
    ? 'NotPrincipal does not spare this caller'
    : `NotPrincipal does not spare this caller, because it does not list ${levels}`;
}

function relation(entry: PrincipalEntry, grant: GrantKind | null, principal: Principal): readonly Part[] {
  switch (entry.kind) {
    case 'Everyone':
      return say`includes this caller`;
    case 'Service':
    case 'Federated':
      return say`is this caller`;
    case 'AWS':
    case 'CanonicalUser':
      if ('arn' in principal && entry.value === principal.arn) return say`is this caller`;
      if (grant === 'role') return say`is the role of this caller`;
      if (grant === 'federatedParent') return say`is the user behind this caller`;
      return say`is the account of this caller`;
  }
}

// Checks of trust and resource-based policies: those that let in everyone, accounts that nobody here knows, or whatever runs somewhere.
import type { DraftCondition } from '../condition.ts';
import type { More } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { demandsSignature, limits } from '../limiting.ts';
import { fault } from './codes.ts';
import { leftOpen } from './left-open.ts';
import { hasVariables, isAllow, quoted, type Subject } from './subject.ts';
import { fewInWords } from './words.ts';

/**
 * Cloudsplaining's checks of who may assume a role, and of the policies of resources whether they are public.
 * @see https://cloudsplaining.readthedocs.io
 */
export function checkAnyone(subject: Subject): readonly Diagnostic[] {
  const { draft, type } = subject;
  if (type !== 'trust' && type !== 'resource') return [];
  const limiting = ({ conditions }: DraftStatement): readonly DraftCondition[] =>
    conditions.filter((condition) => limits(condition, hasVariables(draft)));
  return draft.statements
    .filter((statement) => isAllow(statement) && statement.principal?.negated === false)
    .flatMap((statement) => {
      const entries = statement.principal?.entries ?? [];
      if (type === 'trust')
        return entries.flatMap((entry) => checkTrusted(subject, statement, limiting(statement), entry));
      if (limiting(statement).length > 0) return [];
      return entries
        .filter(({ kind }) => kind === 'Everyone')
        .map((entry) => fault('PUBLIC_ACCESS', entry, '', openTo(subject, statement)));
    });
}

/** In which words a policy is open, by what it is of and by who at least must be known. */
function openTo({ draft, resource }: Subject, statement: DraftStatement): More {
  if (resource === 'table')
    return {
      severity: 'error',
      help: 'DynamoDB saves no policy of a table that lets everyone in: name principals.',
    };
  const isSigned = resource === 'key' || resource === 'secret' || statement.conditions.some(demandsSignature);
  return {
    ...leftOpen(statement, hasVariables(draft)),
    ...(isSigned && { message: 'This allows callers from every AWS account: no condition says whom.' }),
  };
}

/** Where code runs that somebody writes. */
const COMPUTE = /^(ec2|eks|pods\.eks|ecs-tasks|lambda)\.amazonaws\.com(\.cn)?$/;

/** Conditions that show that the account is meant, and more than its number was agreed upon. */
const AGREED = /^(sts:externalid|aws:principalorgid|aws:principalorgpaths)$/i;

/** @param limiting Those of the conditions that choose some. */
function checkTrusted(
  { draft, known }: Subject,
  statement: DraftStatement,
  limiting: readonly DraftCondition[],
  entry: PrincipalEntry,
): Diagnostic[] {
  const { conditions } = statement;
  const { kind, value } = entry;
  if (kind === 'Service' && COMPUTE.test(value)) return [fault('ASSUMABLE_BY_COMPUTE_SERVICE', entry, value)];
  if (kind === 'Everyone' && conditions.length > 0) {
    const isOpen = limiting.length === 0;
    const named = isOpen ? conditions : limiting;
    // The role stays one for everyone, whatever the condition.
    const more = isOpen ? { ...OPEN, ...leftOpen(statement, hasVariables(draft)), fixes: [] } : {};
    const keys = fewInWords([...new Set(named.map(({ key }) => key))], 3);
    return [fault('ASSUMABLE_BY_ANY_PRINCIPAL_WITH_CONDITIONS', entry, keys, more)];
  }
  const account =
    kind === 'AWS' ? /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(value)?.[1] : undefined;
  if (account === undefined || !known || known.accounts.some(({ id }) => id === account)) return [];
  if (limiting.some(({ key }) => AGREED.test(key))) return [];
  return [fault('ASSUMABLE_BY_UNKNOWN_ACCOUNT', entry, quoted(account))];
}

const OPEN: More = {
  severity: 'securityWarning',
  message: 'Everyone in every AWS account may assume this role: whom, the condition on {} does not say.',
};

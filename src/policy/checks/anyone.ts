// Checks of trust and resource-based policies: those that let in everyone, accounts that nobody here knows, or whatever runs somewhere.
import type { DraftCondition } from '../condition.ts';
import type { More } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry, ResourceKind } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { isLimiting } from '../fixed-value.ts';
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
  return draft.statements.filter(isAllow).flatMap((statement) => {
    const { principal } = statement;
    if (subject.resource === 'table' && principal?.negated === true && !isLimitedForS3(subject, statement))
      return principal.entries
        .slice(0, 1)
        .map((entry) => fault('PUBLIC_ACCESS', entry, '', openTo(subject, statement)));
    const entries = principal?.negated === false ? principal.entries : [];
    if (type === 'trust')
      return entries.flatMap((entry) => checkTrusted(subject, statement, limiting(statement), entry));
    const isLimited = limiting(statement).length > 0;
    if (isLimited && (!BY_S3.has(subject.resource) || isLimitedForS3(subject, statement))) return [];
    const more = isLimited && subject.resource === 'bucket' ? NOT_FIXED : openTo(subject, statement);
    return entries
      .filter(({ kind }) => kind === 'Everyone')
      .map((entry) => fault('PUBLIC_ACCESS', entry, '', more));
  });
}

/** Where S3's own rule decides what is public: DynamoDB goes by it as well. */
const BY_S3: ReadonlySet<ResourceKind | undefined> = new Set<ResourceKind>(['bucket', 'table']);

const isLimitedForS3 = ({ draft }: Subject, { conditions }: DraftStatement): boolean =>
  conditions.some((condition) => isLimiting(condition, hasVariables(draft) ? '2012-10-17' : '2008-10-17'));

/** What Block Public Access goes by. */
const NOT_FIXED: More = {
  severity: 'suggestion',
  message: 'Not everyone is let in, yet S3 counts this as public: no value that says whom is a fixed one.',
  help: 'Write one without wildcards and variables. Where Block Public Access is on, S3 saves no public policy.',
};

/** In which words a policy is open, by what it is of and by who at least must be known. */
function openTo({ text, draft, resource }: Subject, statement: DraftStatement): More {
  const hints = leftOpen(text, statement, hasVariables(draft));
  // What would do elsewhere may not do for DynamoDB, which takes fixed values only.
  if (resource === 'table') return { ...TABLE, help: hints.help };
  const isSigned = resource === 'key' || resource === 'secret' || statement.conditions.some(demandsSignature);
  return {
    ...hints,
    ...(isSigned && { message: 'This allows callers from every AWS account: no condition says whom.' }),
  };
}

const TABLE: More = {
  severity: 'error',
  message:
    'DynamoDB saves no public policy, and here no principal, and no condition with a fixed value, says whom it allows.',
};

/** Where code runs that somebody writes. */
const COMPUTE = /^(ec2|eks|pods\.eks|ecs-tasks|lambda)\.amazonaws\.com(\.cn)?$/;

/** Conditions that show that the account is meant, and more than its number was agreed upon. */
const AGREED = /^(sts:externalid|aws:principalorgid|aws:principalorgpaths)$/i;

/** @param limiting Those of the conditions that choose some. */
function checkTrusted(
  { text, draft, known }: Subject,
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
    const more = isOpen ? { ...OPEN, ...leftOpen(text, statement, hasVariables(draft)), fixes: [] } : {};
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

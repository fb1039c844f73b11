// Checks of trust and resource-based policies: those that let in everyone, accounts that nobody here knows, or whatever runs somewhere.
import type { DraftCondition } from '../condition.ts';
import type { More } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { fault } from './codes.ts';
import { isAllow, quoted, type Subject } from './subject.ts';
import { fewInWords } from './words.ts';

/**
 * Cloudsplaining's checks of who may assume a role, and of the policies of resources whether they are public.
 * @see https://cloudsplaining.readthedocs.io
 */
export function checkAnyone(subject: Subject): readonly Diagnostic[] {
  const { draft, type } = subject;
  if (type !== 'trust' && type !== 'resource') return [];
  return draft.statements
    .filter((statement) => isAllow(statement) && statement.principal?.negated === false)
    .flatMap((statement) => {
      const entries = statement.principal?.entries ?? [];
      return type === 'trust'
        ? entries.flatMap((entry) => checkTrusted(subject, statement, entry))
        : entries
            .filter(({ kind }) => kind === 'Everyone' && !statement.conditions.some(saysWhom))
            .map((entry) => fault('PUBLIC_ACCESS', entry, '', subject.resource === 'table' ? TABLE : {}));
    });
}

const TABLE: More = {
  severity: 'error',
  help: 'DynamoDB saves no policy of a table that lets everyone in: name principals.',
};

/** Where code runs that somebody writes. */
const COMPUTE = /^(ec2|eks|pods\.eks|ecs-tasks|lambda)\.amazonaws\.com(\.cn)?$/;

/** Conditions that show that the account is meant, and more than its number was agreed upon. */
const AGREED = /^(sts:externalid|aws:principalorgid|aws:principalorgpaths)$/i;

function checkTrusted(
  { known }: Subject,
  { conditions }: DraftStatement,
  entry: PrincipalEntry,
): Diagnostic[] {
  const { kind, value } = entry;
  if (kind === 'Service' && COMPUTE.test(value)) return [fault('ASSUMABLE_BY_COMPUTE_SERVICE', entry, value)];
  if (kind === 'Everyone' && conditions.length > 0) {
    const keys = fewInWords([...new Set(conditions.map(({ key }) => key))], 3);
    return [fault('ASSUMABLE_BY_ANY_PRINCIPAL_WITH_CONDITIONS', entry, keys)];
  }
  const account =
    kind === 'AWS' ? /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(value)?.[1] : undefined;
  if (account === undefined || !known || known.accounts.some(({ id }) => id === account)) return [];
  if (conditions.some(({ key }) => AGREED.test(key))) return [];
  return [fault('ASSUMABLE_BY_UNKNOWN_ACCOUNT', entry, quoted(account))];
}

/** Keys about who calls, from where or for whom; any one of them says more than "everyone". */
const WHOM =
  /^(aws:(principal.*|source.*|userid|username|vpce.*|vpcsourceip|ec2instance.*|federatedprovider)|kms:(calleraccount|viaservice|grantisforawsresource)|s3:dataaccesspoint.*|lambda:.*|.*\..*)$/i;

const saysWhom = ({ key, operator, values }: DraftCondition): boolean =>
  WHOM.test(key) &&
  !operator.base.includes('Not') &&
  operator.base !== 'Null' &&
  !values.some(({ value }) => /^\*+$/.test(value) || value === '0.0.0.0/0' || value === '::/0');

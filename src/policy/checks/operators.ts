// Checks of a policy document: operators that do not fit the type of their condition key.
import type { More } from '../codes.ts';
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { globalKey, type KnownKey } from '../global-keys.ts';
import { fault } from './codes.ts';
import { arnOperator, type Family, familyOf, fittingOperator } from './fitting-operator.ts';
import { isMultivalued, knownKey } from './known-keys.ts';
import { type OtherOperator, withOperator } from './other-operator.ts';
import type { Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function checkOperators(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => checkOperator(subject, statement, condition)),
  );
}

function checkOperator(subject: Subject, statement: DraftStatement, condition: DraftCondition): Diagnostic[] {
  const { operator, key, operatorName } = condition;
  if (operator.base === 'Null') {
    if (operator.set === null) return [];
    return [fault('NULL_WITH_QUALIFIER', operatorName, '', { suggestions: ['"Null"'] })];
  }
  const other: Other = (...others) => ({
    fixes: others.flatMap((one) => (one ? withOperator(subject.text, statement, condition, one) : [])),
  });
  if (isClaim(key))
    return /:amr$/i.test(key)
      ? checkSet(condition, { name: key, type: 'ArrayOfString' }, isDeny(statement), other)
      : [];
  const known = knownKey(subject, key, statement);
  if (known === undefined) return [];
  return [...checkSet(condition, known, isDeny(statement), other), ...checkFamily(condition, known, other)];
}

/** The fixes that put other operators in the place of the one that a key stands under. */
type Other = (...others: readonly (OtherOperator | undefined)[]) => More;

const isDeny = ({ effect }: DraftStatement): boolean => effect?.value === 'Deny';

/** Whether a claim of an identity provider holds one value or several is for the provider to say, but for `amr`. */
const isClaim = (key: string): boolean => /[./]/.test(key.slice(0, key.indexOf(':')));

function checkSet(
  { operator, operatorName, name, key }: DraftCondition,
  { type }: KnownKey,
  isDenied: boolean,
  other: Other,
): Diagnostic[] {
  const { set, text, base, ifExists } = operator;
  /** Met also when the key is missing. */
  const isOpen = ifExists || base.includes('Not');
  if (isMultivalued(type)) {
    if (set !== null) return [];
    return [
      fault(
        'MISSING_QUALIFIER',
        name,
        key,
        other(
          // Several values met nothing so far; a key that is missing meets ForAnyValue only with IfExists.
          { operator: `ForAnyValue:${text}`, change: isOpen && !ifExists ? 'other' : 'wider' },
          { operator: `ForAllValues:${text}`, change: 'wider' },
        ),
      ),
    ];
  }
  if (set === null) return [];
  const plain = text.slice(set.length + 1);
  if (set === 'ForAllValues') {
    // What denies requests without the key goes on to deny them.
    const alone: OtherOperator = isOpen
      ? { operator: plain, change: 'same' }
      : isDenied
        ? { operator: `${plain}IfExists`, change: 'same' }
        : { operator: plain, change: 'narrower' };
    return [fault('FORALLVALUES_WITH_SINGLE_VALUED_KEY', operatorName, key, other(alone))];
  }
  // Without it, what a key is not would be met by requests that do not have the key.
  if (isOpen && !ifExists) return [];
  // Documentation of services has it here and there, and it does no harm.
  return globalKey(key)
    ? [
        fault(
          'FORANYVALUE_WITH_SINGLE_VALUED_KEY',
          operatorName,
          key,
          other({ operator: plain, change: 'same' }),
        ),
      ]
    : [];
}

function checkFamily(condition: DraftCondition, known: KnownKey, other: Other): Diagnostic[] {
  const { operator, operatorName, key, values } = condition;
  const type = known.type.replace('ArrayOf', '');
  const family = familyOf(operator.base);
  if (type === 'ARN' && family === 'String')
    return operator.base.includes('Like') && values.some(({ value }) => hasWildcard(value))
      ? [
          fault(
            'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
            operatorName,
            key,
            other(arnOperator(condition)),
          ),
        ]
      : [];
  return fits(family, type, key)
    ? []
    : [fault('TYPE_MISMATCH', operatorName, key, other(fittingOperator(condition, known.type)))];
}

function fits(family: Family, type: string, key: string): boolean {
  if (family === type) return true;
  if (family === 'Binary') return type === 'String';
  // Seconds since 1970 are a number as well as a date; a provider is a name or an ARN.
  if (/^aws:epochtime$/i.test(key)) return family === 'Numeric';
  // AWS lists it as a text, and compares it as a number in its own example of a vault lock.
  // https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-lock-policy.html
  if (/^glacier:archiveageindays$/i.test(key)) return family === 'Numeric';
  // A tag or an encryption context may hold an ARN.
  if (family === 'ARN' && /\/|^kms:encryptioncontext:/i.test(key)) return true;
  return /^aws:federatedprovider$/i.test(key) && family === 'ARN';
}

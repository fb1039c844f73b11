// Checks of a policy document: operators that do not fit the type of their condition key.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { BaseOperator } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { globalKey, type KnownKey } from '../global-keys.ts';
import { fault } from './codes.ts';
import { isMultivalued, knownKey } from './known-keys.ts';
import { quoted, type Subject } from './subject.ts';

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
  if (isClaim(key))
    return /:amr$/i.test(key) ? checkSet(condition, { name: key, type: 'ArrayOfString' }) : [];
  const known = knownKey(subject, key, statement);
  if (known === undefined) return [];
  return [...checkSet(condition, known), ...checkFamily(condition, known)];
}

/** Whether a claim of an identity provider holds one value or several is for the provider to say, but for `amr`. */
const isClaim = (key: string): boolean => /[./]/.test(key.slice(0, key.indexOf(':')));

function checkSet({ operator, operatorName, name, key }: DraftCondition, { type }: KnownKey): Diagnostic[] {
  const { set, text } = operator;
  if (isMultivalued(type)) {
    if (set !== null) return [];
    const suggestions = ['ForAnyValue:', 'ForAllValues:'].map((word) => quoted(word + text));
    // The words go before the operator, not in the place of the key.
    const { from, to } = operatorName;
    const fixes = suggestions.map((word) => ({ label: `Use ${word}`, edits: [{ from, to, text: word }] }));
    return [fault('MISSING_QUALIFIER', name, key, { fixes })];
  }
  if (set === null) return [];
  const plain = { suggestions: [quoted(text.slice(set.length + 1))] };
  if (set === 'ForAllValues') return [fault('FORALLVALUES_WITH_SINGLE_VALUED_KEY', operatorName, key, plain)];
  // Documentation of services has it here and there, and it does no harm.
  return globalKey(key) ? [fault('FORANYVALUE_WITH_SINGLE_VALUED_KEY', operatorName, key, plain)] : [];
}

type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IPAddress' | 'ARN';

function familyOf(base: BaseOperator): Family {
  if (base.startsWith('String')) return 'String';
  if (base.startsWith('Numeric')) return 'Numeric';
  if (base.startsWith('Date')) return 'Date';
  if (base.startsWith('Arn')) return 'ARN';
  if (base.endsWith('IpAddress')) return 'IPAddress';
  return base === 'Bool' ? 'Bool' : 'Binary';
}

/** The operator for equal values of each type. */
const EQUAL: Readonly<Record<string, readonly [equal: string, not: string]>> = {
  String: ['StringEquals', 'StringNotEquals'],
  ARN: ['ArnLike', 'ArnNotLike'],
  Bool: ['Bool', 'Bool'],
  Numeric: ['NumericEquals', 'NumericNotEquals'],
  Date: ['DateEquals', 'DateNotEquals'],
  IPAddress: ['IpAddress', 'NotIpAddress'],
};

function checkFamily({ operator, operatorName, key, values }: DraftCondition, known: KnownKey): Diagnostic[] {
  const type = known.type.replace('ArrayOf', '');
  const family = familyOf(operator.base);
  const other = EQUAL[type]?.[operator.base.includes('Not') ? 1 : 0];
  const set = operator.set === null ? '' : `${operator.set}:`;
  const suggestions =
    other === undefined ? [] : [quoted(`${set}${other}${operator.ifExists ? 'IfExists' : ''}`)];
  if (type === 'ARN' && family === 'String')
    return operator.base.includes('Like') && values.some(({ value }) => hasWildcard(value))
      ? [fault('STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', operatorName, key, { suggestions })]
      : [];
  return fits(family, type, key) ? [] : [fault('TYPE_MISMATCH', operatorName, key, { suggestions })];
}

function fits(family: Family, type: string, key: string): boolean {
  if (family === type) return true;
  if (family === 'Binary') return type === 'String';
  // Seconds since 1970 are a number as well as a date; a provider is a name or an ARN.
  if (/^aws:epochtime$/i.test(key)) return family === 'Numeric';
  // A tag or an encryption context may hold an ARN.
  if (family === 'ARN' && /\/|^kms:encryptioncontext:/i.test(key)) return true;
  return /^aws:federatedprovider$/i.test(key) && family === 'ARN';
}

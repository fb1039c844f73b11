// Checks of a policy document: condition values that are not what their operator or their key takes.
import { ALL_REGIONS } from '../../aws/regions.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { isReadableDate } from '../iam-formats.ts';
import { nearest } from '../nearest.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { arnOperator } from './fitting-operator.ts';
import { knownKey } from './known-keys.ts';
import { allowingMore, fix, removal, replacement } from './mend.ts';
import { mayAllowMore, withOperator } from './other-operator.ts';
import { isReadByIam } from './refused.ts';
import { isServiceName, serviceMeant } from './service-names.ts';
import { quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function checkValues(subject: Subject): readonly Diagnostic[] {
  const { text, draft } = subject;
  return draft.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => [
      ...checkList(text, statement, condition),
      ...condition.values.flatMap((value) => [
        ...checkType(isReadByIam(subject), condition, value),
        ...checkMeaning(condition, value, subject),
      ]),
      ...checkWildcards(subject, statement, condition),
    ]),
  );
}

function checkList(
  text: string,
  statement: DraftStatement,
  { operator, key, value, values }: DraftCondition,
): Diagnostic[] {
  if (value.kind !== 'array') return [];
  const kinds = new Set(value.items.map(({ kind }) => kind));
  if (value.items.length === 0 && value.cutOff !== true) return [fault(emptyCode(operator), value, key)];
  if (operator.base === 'Bool' && values.length > 1) {
    const fixes = values.map((kept) => {
      const one = fix(`Keep ${quoted(kept.value)}`, replacement(value, quoted(kept.value)));
      return mayAllowMore(statement, 'narrower') ? allowingMore(one) : one;
    });
    return [fault('INVALID_CONDITION_MULTIPLE_BOOLEAN', value, key, { fixes })];
  }
  if (kinds.size > 1 && kinds.size === new Set([...kinds].filter(isScalar)).size) {
    const mended = values.flatMap((one) => {
      const isBare = !text.slice(one.from, one.to).startsWith('"');
      return isBare ? [{ from: one.from, to: one.to, text: quoted(one.value) }] : [];
    });
    return [
      fault('INVALID_CONDITION_DATA_TYPE', value, key, { fixes: [fix('Write all as strings', ...mended)] }),
    ];
  }
  return [];
}

const isScalar = (kind: string): boolean => kind === 'string' || kind === 'number' || kind === 'boolean';

function emptyCode({ base, set, ifExists }: DraftCondition['operator']): Code {
  if (set === 'ForAllValues') return 'EMPTY_ARRAY_CONDITION_FORALLVALUES';
  if (set === 'ForAnyValue') return 'EMPTY_ARRAY_CONDITION_FORANYVALUE';
  return ifExists && base !== 'Null' ? 'EMPTY_ARRAY_CONDITION_IFEXISTS' : 'EMPTY_ARRAY_CONDITION';
}

/** Whether the operator can read the value at all. Variables are for another check. */
function checkType(
  isByIam: boolean,
  { operator, key }: DraftCondition,
  value: Spanned<string>,
): Diagnostic[] {
  const { base } = operator;
  const written = value.value;
  const subject = quoted(written);
  if (written.includes('${')) return [];
  const isBoolean = /^(true|false)$/i.test(written);
  if (base === 'Bool')
    return isBoolean ? [] : [fault('TYPE_MISMATCH_BOOLEAN', value, subject, truth(written))];
  if (base === 'Null')
    return isBoolean ? [] : [fault('NULL_VALUE_NOT_BOOLEAN', value, subject, truth(written))];
  if (base.startsWith('Numeric')) {
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written)) return [];
    return [fault('TYPE_MISMATCH_NUMBER', value, subject, { suggestions: numbersMeant(key, written) })];
  }
  if (base.startsWith('Date')) {
    if (!isReadableDate(written)) {
      const help = 'IAM saves no policy with it. Write a moment such as 2026-01-31T12:00:00Z.';
      return [fault('TYPE_MISMATCH_DATE', value, subject, isByIam ? { severity: 'error', help } : {})];
    }
    const isEpoch = /^\d+$/.test(written) && !/^aws:epochtime$/i.test(key);
    return isEpoch ? [fault('INVALID_DATE_VALUE', value, subject, { suggestions: isoDates(written) })] : [];
  }
  if (base === 'BinaryEquals')
    return /^[A-Za-z0-9+/]*={0,2}$/.test(written) && written.length % 4 === 0
      ? []
      : [fault('TYPE_MISMATCH_STRING', value, subject)];
  return [];
}

const SECONDS_IN: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** The number without what stands behind it; of a length of time only where the key has a unit, which is seconds. */
function numbersMeant(key: string, written: string): readonly string[] {
  const [, digits, unit = ''] = /^(\d+)\s*([a-z]*)/i.exec(written) ?? [];
  if (digits === undefined) return [];
  const isTime = /^(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)$/i.test(unit);
  if (!isTime) return [quoted(digits)];
  if (!/^aws:multifactorauthage$/i.test(key)) return [];
  return [quoted(String(Number(digits) * (SECONDS_IN[unit.charAt(0).toLowerCase()] ?? 1)))];
}

/** `yes` and `1` are what people write for true. */
const truth = (written: string): { readonly suggestions: readonly string[] } => ({
  suggestions: /^(yes|1|on|y)$/i.test(written)
    ? ['"true"']
    : /^(no|0|off|n)$/i.test(written)
      ? ['"false"']
      : [],
});

/** Seconds since 1970 as a date of ISO 8601, up to the year 9999. A number of few digits was hardly meant as one. */
function isoDates(seconds: string): string[] {
  if (seconds.length < 9) return [];
  const time = Number(seconds) * 1_000;
  return time < 253_402_300_800_000 ? [quoted(new Date(time).toISOString().replace('.000Z', 'Z'))] : [];
}

interface Rule {
  readonly keys: RegExp;
  readonly code: Code;
  readonly isGood: (value: string) => boolean;
  /** @param region The one that is used here, where that is known. */
  readonly meant?: (
    value: string,
    vocabulary: Vocabulary | undefined,
    region: string | undefined,
  ) => readonly string[];
  /** What it is where the form is good and something else was meant nevertheless. */
  readonly near?: Code;
}

/** What the values of some keys look like, where they are written without wildcard and variable. */
const RULES: readonly Rule[] = [
  {
    keys: /^(aws:requestedregion|ec2:region|kms:replicaregion|kms:primaryregion|secretsmanager:addreplicaregions)$/,
    code: 'INVALID_REGION',
    isGood: (value) => ALL_REGIONS.has(value),
    meant: (value) => nearest(value, ALL_REGIONS),
  },
  {
    keys: /^aws:sourcevpc$/,
    code: 'INVALID_VPC_FORMAT',
    isGood: (value) => /^vpc-([0-9a-z]{8}|[0-9a-z]{17})$/i.test(value),
  },
  {
    keys: /^aws:sourcevpce$/,
    code: 'INVALID_VPCE_FORMAT',
    isGood: (value) => /^vpce-([0-9a-z]{8}|[0-9a-z]{17})$/i.test(value),
  },
  {
    keys: /^s3(express)?:x-amz-server-side-encryption-aws-kms-key-id$/,
    code: 'INVALID_KMS_KEY_VALUE',
    isGood: (value) => /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[a-z0-9-]+$/i.test(value),
  },
  {
    keys: /^kms:viaservice$/,
    code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    isGood: (value) => isServiceName(value.toLowerCase()),
    // KMS names the service with its Region.
    meant: (value, vocabulary, region) =>
      region === undefined
        ? []
        : serviceMeant(value, vocabulary).map((name) =>
            name.replace(/^([^.]+)\.amazonaws\.com$/, `$1.${region}.amazonaws.com`),
          ),
  },
  {
    keys: /^(aws:calledvia(first|last)?|iam:passedtoservice|iam:awsservicename|aws:principalservicename(slist)?|organizations:serviceprincipal)$/,
    code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
    isGood: (value) => isServiceName(value.toLowerCase()),
    meant: serviceMeant,
    near: 'UNKNOWN_SERVICE_PRINCIPAL',
  },
];

function checkMeaning(
  { operator, key, values }: DraftCondition,
  value: Spanned<string>,
  { vocabulary, known }: Subject,
): Diagnostic[] {
  const written = value.value;
  if (operator.base === 'Null' || hasWildcard(written) || written.includes('${')) return [];
  const rule = RULES.find(({ keys }) => keys.test(key.toLowerCase()));
  if (rule === undefined) return [];
  const isGood = rule.isGood(written);
  const suggestions = (!isGood || rule.near ? (rule.meant?.(written, vocabulary, known?.region) ?? []) : [])
    // What stands beside it already is not what was meant.
    .filter((word) => !values.some((other) => other.value === word))
    .map(quoted);
  const code = isGood ? suggestions.length > 0 && rule.near : rule.code;
  return code ? [fault(code, value, quoted(written), { suggestions })] : [];
}

const VARIABLE = /\$\{[^{}]*\}/g;

/** Operators of text that take wildcards as they are. */
function checkWildcards(
  subject: Subject,
  statement: DraftStatement,
  condition: DraftCondition,
): Diagnostic[] {
  const { operator, values, key } = condition;
  const like = LIKE[operator.base];
  if (like === undefined) return [];
  const type = knownKey(subject, key, statement)?.type.replace('ArrayOf', '');
  const isNegated = operator.base.includes('Not');
  const asText = operator.text.replace(operator.base, like);
  const named = type === 'ARN' ? arnOperator(condition)?.operator : asText;
  // No operator takes wildcards and leaves letter case aside.
  const losesCase =
    operator.base.endsWith('IgnoreCase') &&
    values.some(({ value }) => /\p{L}/u.test(withoutVariables(value)));
  const fixes =
    named === undefined || losesCase
      ? []
      : withOperator(subject.text, statement, condition, {
          operator: named,
          change: isNegated ? 'narrower' : 'wider',
        });
  return values
    .filter(({ value }) => hasWildcard(withoutVariables(value)))
    .map((value) =>
      fault('WILDCARD_WITHOUT_LIKE_OPERATOR', value, operator.text, {
        fixes,
        ...(losesCase && { help: CASE_HELP }),
      }),
    );
}

const withoutVariables = (value: string): string => value.replace(VARIABLE, '');

const CASE_HELP =
  'No operator takes wildcards and leaves letter case aside: use StringLike with each spelling that is meant.';

const LIKE: Readonly<Record<string, string>> = {
  StringEquals: 'StringLike',
  StringNotEquals: 'StringNotLike',
  StringEqualsIgnoreCase: 'StringLike',
  StringNotEqualsIgnoreCase: 'StringNotLike',
};

/** Of several numbers that a value may be below, or above, only the most generous counts. */
export function checkNumbers({ text, draft }: Subject): readonly Diagnostic[] {
  return draft.statements.flatMap(({ conditions }) =>
    conditions.flatMap(({ operator, values }) => {
      const isLess = operator.base.startsWith('NumericLess');
      if (!isLess && !operator.base.startsWith('NumericGreater')) return [];
      const numbers = values.map(({ value }) => Number(value));
      if (numbers.length < 2 || numbers.some(Number.isNaN)) return [];
      const decides = isLess ? Math.max(...numbers) : Math.min(...numbers);
      const kept = numbers.indexOf(decides);
      return values
        .filter((_, index) => index !== kept)
        .map((value) =>
          fault('REDUNDANT_CONDITION_VALUE_NUM', value, quoted(value.value), {
            fixes: [fix('Remove it', removal(text, value))],
          }),
        );
    }),
  );
}

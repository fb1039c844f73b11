// The operator that does for the type of a condition key what another one was to do, and what changes with it.
import type { ConditionKeyType } from '../../aws/vocabulary.ts';
import type { DraftCondition } from '../condition.ts';
import type { BaseOperator } from '../document.ts';
import { hasWildcard } from '../glob.ts';
import { isReadableDate } from '../iam-formats.ts';
import type { Change, OtherOperator } from './other-operator.ts';
import { quoted } from './subject.ts';

export type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IPAddress' | 'ARN';

export function familyOf(base: BaseOperator): Family {
  if (base.startsWith('String')) return 'String';
  if (base.startsWith('Numeric')) return 'Numeric';
  if (base.startsWith('Date')) return 'Date';
  if (base.startsWith('Arn')) return 'ARN';
  if (base.endsWith('IpAddress')) return 'IPAddress';
  return base === 'Bool' ? 'Bool' : 'Binary';
}

const VARIABLE = /\$\{[^{}]*\}/g;

/** An operator of ARNs compares six parts: a pattern with fewer matches nothing. */
export const hasSixParts = (value: string): boolean => value.replace(VARIABLE, '').split(':').length >= 6;

/** Whether no wildcard stands before the last of the six parts, so that it makes no difference how they are compared. */
const isFixed = (value: string): boolean =>
  !hasWildcard(value.replace(VARIABLE, '*').split(':').slice(0, 5).join(':'));

/** Of an operator that is turned round, what widens it narrows it. */
const turned = (change: Change, isNegated: boolean): Change => {
  if (!isNegated) return change;
  return change === 'wider' ? 'narrower' : change === 'narrower' ? 'wider' : change;
};

/** The operator without ARNs in mind, for a key of ARNs: undefined where the patterns are not written as ARNs. */
export function arnOperator({ operator, values }: DraftCondition): OtherOperator | undefined {
  if (!values.every(({ value }) => hasSixParts(value))) return undefined;
  const isNegated = operator.base.includes('Not');
  const change = values.every(({ value }) => isFixed(value)) ? 'same' : turned('narrower', isNegated);
  return { operator: named(operator, isNegated ? 'ArnNotLike' : 'ArnLike'), change };
}

const named = ({ set, ifExists }: DraftCondition['operator'], base: BaseOperator, also = false): string =>
  `${set === null ? '' : `${set}:`}${base}${ifExists || also ? 'IfExists' : ''}`;

/**
 * Undefined where no operator of the type asks for what the values say: "less than" is not "equals", and a date or a range of
 * addresses is not to be read as a text.
 */
export function fittingOperator(
  condition: DraftCondition,
  type: ConditionKeyType,
): OtherOperator | undefined {
  const { operator, values } = condition;
  const texts = values.map(({ value }) => value);
  const family = familyOf(operator.base);
  const isNegated = operator.base.includes('Not');
  const order = /^(?:Numeric|Date)((?:Less|Greater)Than(?:Equals)?)$/.exec(operator.base)?.[1];
  const isLike = family === 'String' && operator.base.endsWith('Like') && texts.some(hasWildcard);
  const to = (base: BaseOperator, change: Change): OtherOperator => ({
    operator: named(operator, base),
    change: turned(change, isNegated),
  });
  switch (type.replace('ArrayOf', '')) {
    case 'Numeric':
      if (isLike || !texts.every((text) => NUMBER.test(text))) return undefined;
      if (order) return to(`Numeric${order}` as BaseOperator, 'wider');
      return to(
        isNegated ? 'NumericNotEquals' : 'NumericEquals',
        family === 'String' && texts.every((text) => PLAIN_NUMBER.test(text)) ? 'same' : 'wider',
      );
    case 'Date':
      if (isLike || !texts.every(isReadableDate)) return undefined;
      return to(
        order ? (`Date${order}` as BaseOperator) : isNegated ? 'DateNotEquals' : 'DateEquals',
        'wider',
      );
    case 'IPAddress': {
      if (order || isLike || !texts.every((text) => ADDRESS.test(text))) return undefined;
      const isPlain = family === 'String' && texts.every((text) => PLAIN_ADDRESS.test(text));
      return to(isNegated ? 'NotIpAddress' : 'IpAddress', isPlain ? 'same' : 'wider');
    }
    case 'Bool':
      return order || isLike ? undefined : boolOperator(condition);
    case 'ARN':
      if (order || !texts.every(hasSixParts)) return undefined;
      return to(isNegated ? 'ArnNotLike' : 'ArnLike', 'wider');
    case 'String': {
      if (order || (family === 'IPAddress' && texts.some((text) => text.includes('/')))) return undefined;
      if (family === 'ARN')
        return to(`String${isNegated ? 'Not' : ''}${texts.some(hasWildcard) ? 'Like' : 'Equals'}`, 'wider');
      const change = asText(texts, READABLE[family] ?? (() => false));
      if (family === 'Bool') return to('StringEqualsIgnoreCase', change === 'narrower' ? 'same' : 'wider');
      return to(isNegated ? 'StringNotEquals' : 'StringEquals', change);
    }
    default:
      return undefined;
  }
}

/** A value that the old operator can read is compared more strictly as a text, and any other value met nothing before. */
function asText(texts: readonly string[], isReadable: (text: string) => boolean): Change {
  if (texts.every(isReadable)) return 'narrower';
  return texts.some(isReadable) ? 'other' : 'wider';
}

const READABLE: Partial<Readonly<Record<Family, (text: string) => boolean>>> = {
  Numeric: (text) => NUMBER.test(text),
  Date: isReadableDate,
  IPAddress: (text) => ADDRESS.test(text),
  Bool: (text) => /^(true|false)$/i.test(text),
};

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** As AWS writes numbers in requests. */
const PLAIN_NUMBER = /^(0|[1-9]\d*)$/;
const ADDRESS = /^(\d+(\.\d+){3}|[\da-f.]*:[\da-f:.]+)(\/\d+)?$/i;
const PLAIN_ADDRESS = /^\d+(\.\d+){3}$/;

/** True and false, one of them: there is no operator for what a key is not, but the other value says it. */
function boolOperator({ operator, values }: DraftCondition): OtherOperator | undefined {
  const [only, ...others] = values;
  const written = only?.value ?? '';
  const isNegated = operator.base.includes('Not');
  if (!only || others.length > 0 || (isNegated && operator.set !== null)) return undefined;
  const isTrue = /^(true|yes|1|on)$/i.test(written);
  if (!isTrue && !/^(false|no|0|off)$/i.test(written)) return undefined;
  // In requests AWS writes them in small letters, so a text of another form matched nothing.
  const isPlain = /^(true|false)$/.test(written) && operator.base.startsWith('String');
  return {
    operator: named(operator, 'Bool', isNegated),
    change: isPlain ? 'same' : turned('wider', isNegated),
    ...((isNegated || !/^(true|false)$/i.test(written)) && { value: quoted(String(isTrue !== isNegated)) }),
  };
}

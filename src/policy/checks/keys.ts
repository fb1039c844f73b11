// Checks of a policy document: condition keys that do not exist, that are out of date, or that do not go with the rest.
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftCondition } from '../condition.ts';
import type { DraftStatement } from '../draft.ts';
import { GLOBAL_KEYS, globalKey, TAG_KEYS } from '../global-keys.ts';
import { nearest } from '../nearest.ts';
import { servicesMeant } from './services-meant.ts';
import { fault } from './codes.ts';
import { keysOfService, knownKey } from './known-keys.ts';
import { allowingMore, fix, removal } from './mend.ts';
import { isKeyRefused } from './refused.ts';
import { quoted, type Subject } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export function checkKeys(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) => [
    ...statement.conditions.flatMap((condition) => checkKey(subject, statement, condition)),
    ...checkLetterCase(subject.text, statement),
    ...checkIrrelevant(subject, statement),
  ]);
}

const PLACEHOLDER_HELP = 'Write a name of your own in the place of ${…}, which only stands for one.';

function checkKey(subject: Subject, statement: DraftStatement, condition: DraftCondition): Diagnostic[] {
  const { key, name } = condition;
  const lower = key.toLowerCase();
  if (!/^[^:]+:./.test(key)) {
    const meant = nearest(
      `aws:${key}`,
      [...GLOBAL_KEYS.values()].map((known) => known.name),
    );
    return [fault('INVALID_CONDITION_KEY_FORMAT', name, quoted(key), { suggestions: meant.map(quoted) })];
  }
  // A policy variable has no meaning in the name of a key; in AWS's documents a part to be filled in looks the same.
  if (/\$\{\w+\}/.test(key))
    return [fault('INVALID_CONDITION_KEY_FORMAT', name, quoted(key), { help: PLACEHOLDER_HELP })];
  if (TAG_KEYS.includes(lower.replace(/\/$/, ''))) return [fault('MISSING_TAG_KEY_IN_CONDITION', name, key)];
  if (lower === 'aws:arn') {
    // With an operator of ARNs the key was the caller's; otherwise nobody can say what was meant.
    const code = condition.operator.base.startsWith('Arn')
      ? 'UNSUPPORTED_GLOBAL_CONDITION_KEY'
      : 'DEPRECATED_GLOBAL_CONDITION_KEY';
    return [fault(code, name, key, { suggestions: ['"aws:PrincipalArn"'] })];
  }
  const isRefused = isKeyRefused(subject, key);
  if (!knownKey(subject, key, statement)) {
    const unknown = unknownKey(subject, condition);
    if (unknown.length > 0)
      return isRefused
        ? unknown.map((one) => ({ ...one, help: `Check the spelling. ${refusal(subject)}` }))
        : unknown;
  }
  if (!isRefused) return [];
  return [fault('UNSUPPORTED_CONDITION_KEY_IN_POLICY', name, key, { help: refusal(subject) })];
}

const refusal = ({ resource }: Subject): string =>
  resource === 'key'
    ? 'KMS saves no key policy with it: a key policy is about one key, and not about its tags or aliases.'
    : 'S3 saves no bucket policy with it: use a global key, or one of S3.';

function unknownKey({ vocabulary }: Subject, { key, name }: DraftCondition): Diagnostic[] {
  const prefix = key.slice(0, key.indexOf(':')).toLowerCase();
  const meant = (names: Iterable<string>): { readonly suggestions: string[] } => ({
    suggestions: keysMeant(key, names).map(quoted),
  });
  if (prefix === 'aws')
    return [
      fault(
        'INVALID_GLOBAL_CONDITION_KEY',
        name,
        key,
        meant([...GLOBAL_KEYS.values()].map((known) => known.name)),
      ),
    ];
  // Claims of identity providers have the domain of the provider as their prefix; providers are many.
  if (!vocabulary || /[./]/.test(prefix)) return [];
  if (vocabulary.services.has(prefix) || prefix === 'saml') {
    const names = keysOfService(vocabulary, prefix === 'saml' ? 'sts' : prefix);
    return [fault('INVALID_SERVICE_CONDITION_KEY', name, key, meant(names))];
  }
  const prefixes = [...nearest(prefix, ['aws']), ...servicesMeant(vocabulary, prefix)];
  const suggestions = prefixes
    .map((near) => near + key.slice(prefix.length))
    .filter((near) => globalKey(near) ?? vocabulary.conditionKey(near))
    .map(quoted);
  return [fault('INVALID_SERVICE', name, quoted(prefix), { suggestions })];
}

/** The nearest of these keys. What follows a slash is the key of a tag: that stays as it is. */
export function keysMeant(key: string, names: Iterable<string>): readonly string[] {
  const slash = key.indexOf('/') + 1;
  const start = slash === 0 ? key : key.slice(0, slash);
  const starts = [...names].flatMap((name) => {
    const cut = name.indexOf('/') + 1;
    return (cut === 0) === (slash === 0) ? [cut === 0 ? name : name.slice(0, cut)] : [];
  });
  return nearest(start, new Set(starts)).map((near) => near + key.slice(start.length));
}

/**
 * Two keys that differ only by letter case are the same key to IAM, and a request has to meet both. Taking one away lets
 * more requests meet what is left, so that is offered as it is only where both say the same.
 */
function checkLetterCase(text: string, { conditions, effect }: DraftStatement): Diagnostic[] {
  const seen = new Map<string, DraftCondition>();
  return conditions.flatMap((condition) => {
    const name = quoted(`${condition.operatorName.from} ${condition.key.toLowerCase()}`);
    const first = seen.get(name);
    if (!first) {
      seen.set(name, condition);
      return [];
    }
    const one = fix('Remove this one', removal(text, condition));
    const fixes = [effect?.value === 'Deny' || saysTheSame(first, condition) ? one : allowingMore(one)];
    return [fault('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', condition, condition.key, { fixes })];
  });
}

/** Whether a request that meets the first meets the other too: any value of one is among those of the other. */
function saysTheSame({ operator, values }: DraftCondition, other: DraftCondition): boolean {
  const [few, many] = operator.base.includes('Not') ? [other, { values }] : [{ values }, other];
  return few.values.every(({ value }) => many.values.some((one) => one.value === value));
}

/** A bucket has one owner: what its policy says of the account of the bucket always holds or never. */
function checkIrrelevant({ type, resource }: Subject, { conditions }: DraftStatement): Diagnostic[] {
  if (type !== 'resource' || resource !== 'bucket') return [];
  return conditions
    .filter(({ key }) => key.toLowerCase() === 's3:resourceaccount')
    .map(({ name, key }) => fault('IRRELEVANT_CONDITION_KEY_IN_POLICY', name, key));
}

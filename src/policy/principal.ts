// Principal and NotPrincipal: JSON -> the entries they name.
import { fault } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PrincipalElement, PrincipalEntry } from './document.ts';
import type { Json, JsonMember } from './json.ts';
import { nearest } from './nearest.ts';
import { inQuotes, readStrings } from './values.ts';

/** The keys of the object form. */
export const PRINCIPAL_KEYS = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
type PrincipalKey = (typeof PRINCIPAL_KEYS)[number];

const isPrincipalKey = (name: string): name is PrincipalKey => PRINCIPAL_KEYS.some((key) => key === name);

/**
 * Reads `"*"` or an object of kinds. An element that names nobody is reported as malformed: whether it would mean
 * no one or everyone is not documented.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readPrincipal({ name, value, from, to }: JsonMember, found: Diagnostic[]): PrincipalElement {
  const before = found.length;
  const entries: PrincipalEntry[] = [];
  if (value.kind === 'string' && value.value === '*') {
    entries.push({ kind: 'Everyone', value: '*', from: value.from, to: value.to });
  } else if (value.kind === 'object') {
    for (const member of value.members) {
      const key = member.name.value;
      if (!isPrincipalKey(key)) {
        const suggestions = nearest(key, PRINCIPAL_KEYS).map((word) => JSON.stringify(word));
        found.push(fault('INVALID_PRINCIPAL_KEY', member.name, JSON.stringify(key), { suggestions }));
        continue;
      }
      for (const entry of readStrings(member.value, `${name.value} ${key}`, found, accountId))
        entries.push({ ...entry, kind: key === 'AWS' && entry.value === '*' ? 'Everyone' : key });
    }
  }
  if (entries.length === 0 && found.length === before)
    found.push(fault('INVALID_PRINCIPAL_FORMAT', value, name.value, { suggestions: kindsMeant(value) }));
  return { negated: name.value === 'NotPrincipal', entries, from, to };
}

/** An account id that was written as a number. */
const accountId = (json: Json): readonly string[] =>
  json.kind === 'number' && /^\d{12}$/.test(json.value) ? inQuotes(json) : [];

const OF_AWS =
  /^(\d{12}|arn:[^:]+:(iam|sts)::\d{12}:(root|user\/.+|role\/.+|assumed-role\/.+|federated-user\/.+))$/;
const OF_SERVICES = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/;

/** A principal, or a list of some, without its kind: with it. */
function kindsMeant(value: Json): readonly string[] {
  const items = value.kind === 'array' ? value.items : [value];
  const names = items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (names.length === 0 || names.length < items.length) return [];
  const list = JSON.stringify(names.length === 1 ? names[0] : names).replaceAll('","', '", "');
  if (names.every((one) => OF_AWS.test(one) || (names.length === 1 && one === '*')))
    return [`{ "AWS": ${list} }`];
  return names.every((one) => OF_SERVICES.test(one)) ? [`{ "Service": ${list} }`] : [];
}

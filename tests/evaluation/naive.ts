// Naive matching: wildcards, ARNs, policy variables, conditions, each said as simply as it can be. The reference stands on it.
import type { Principal, Request } from '../../src/evaluation/request.ts';
import type { Condition, PolicyVersion } from '../../src/policy/document.ts';

// ---- Wildcards and ARNs

/** `*` and `?` that stop at colons. */
const ANY_WITHIN = '\uE000';
const ONE_WITHIN = '\uE001';
/** In a pattern: what came out of a variable, and is neither a wildcard nor a colon between parts. */
const QUOTED: Readonly<Record<string, string>> = { '*': '\uE002', '?': '\uE003', ':': '\uE004' };
const quote = (text: string): string => text.replaceAll(/[*?:]/g, (char) => QUOTED[char] ?? char);

/** `*` is any run of characters, `?` is exactly one, and everything else is itself. */
export function glob(pattern: string, text: string): boolean {
  const [wanted, char] = [pattern[0], text[0]];
  if (wanted === undefined) return char === undefined;
  const fits = char !== undefined && fitsOne(wanted, char);
  return wanted === '*' || wanted === ANY_WITHIN
    ? glob(pattern.slice(1), text) || (fits && glob(pattern, text.slice(1)))
    : fits && glob(pattern.slice(1), text.slice(1));
}

const fitsOne = (wanted: string, char: string): boolean =>
  wanted === '*' ||
  wanted === '?' ||
  wanted === char ||
  wanted === QUOTED[char] ||
  ((wanted === ANY_WITHIN || wanted === ONE_WITHIN) && char !== ':');

/**
 * Up to the fifth colon wildcards stay between colons, except for a `*` that ends its part. Variables come after it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceLike(
  pattern: string,
  resource: string,
  context: Context,
  version: PolicyVersion,
): boolean {
  const written = pattern.split(':');
  // What is missing at the end is `*`, unless a `*` is there that can be it.
  const isShort = pattern.startsWith('arn:') && written.length < 6 && !pattern.includes('*');
  const parts = isShort ? [...written, ...Array<string>(6 - written.length).fill('*')] : written;
  const head = parts
    .slice(0, 5)
    .map((part) => part.replaceAll(/\*(?!$)/g, ANY_WITHIN).replaceAll('?', ONE_WITHIN));
  const rest = expand(parts.slice(5).join(':'), context, version);
  return rest !== null && glob([...head, ...(parts.length > 5 ? [rest] : [])].join(':'), resource);
}

/** The six parts of an ARN, of which the sixth is all the rest; none for any other text. */
function arnParts(text: string): string[] {
  const parts = text.split(':');
  return parts.length < 6 ? [] : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Part by part: no wildcard reaches from one into the next. */
export function arnLike(pattern: string, arn: string): boolean {
  const [wanted, actual] = [arnParts(pattern), arnParts(arn)];
  return (
    wanted.length === 6 &&
    actual[0] === 'arn' &&
    wanted.every((part, index) => glob(part, actual[index] ?? ''))
  );
}

// ---- Variables

/** By lower-cased key. */
export type Context = ReadonlyMap<string, string | readonly string[]>;

/**
 * A text of a policy with its variables replaced, and quoted; null when one of them has no value.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expand(text: string, context: Context, version: PolicyVersion): string | null {
  if (version === '2008-10-17') return text;
  let hasAll = true;
  const replaced = text.replaceAll(
    /\$\{([^},]+)(?:,\s*'([^'}]*)')?\}/g,
    (_, name: string, fallback?: string) => {
      if (name === '*' || name === '?' || name === '$') return quote(name);
      const value = context.get(name.trim().toLowerCase());
      const found = typeof value === 'string' ? value : fallback;
      hasAll &&= found !== undefined;
      return quote(found ?? '');
    },
  );
  return hasAll ? replaced : null;
}

const roleArnOf = (session: Extract<Principal, { kind: 'roleSession' }>): string =>
  session.roleArn ?? `arn:aws:iam::${session.account}:role/${session.roleName}`;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
function principalKeys(principal: Principal): readonly (readonly [string, string])[] {
  const type = (name: string): [string, string] => ['aws:PrincipalType', name];
  const arn = (text: string): [string, string] => ['aws:PrincipalArn', text];
  const account = (id: string): [string, string] => ['aws:PrincipalAccount', id];
  const userid = (text: string): [string, string] => ['aws:userid', text];
  switch (principal.kind) {
    case 'root':
      return [type('Account'), arn(principal.arn), account(principal.account), userid(principal.account)];
    case 'user':
      return [type('User'), arn(principal.arn), account(principal.account), ['aws:username', principal.name]];
    case 'roleSession':
      return [type('AssumedRole'), arn(roleArnOf(principal)), account(principal.account)];
    case 'federatedUser':
      return [
        type('FederatedUser'),
        arn(principal.arn),
        account(principal.account),
        userid(`${principal.account}:${principal.name}`),
      ];
    case 'anonymous':
      return [type('Anonymous'), account('anonymous'), userid('anonymous')];
    case 'service':
    case 'federatedIdentity':
      return [];
  }
}

/** The keys that follow from the caller, and over them those that the request states. */
export function contextOf({ principal, context }: Request): Context {
  const keys = new Map<string, string | readonly string[]>();
  for (const [key, value] of [...principalKeys(principal), ...Object.entries(context)]) {
    if (typeof value === 'object' && 'unknown' in value)
      throw new Error(`the reference has no answer while ${key} is not known`);
    keys.set(key.toLowerCase(), value);
  }
  return keys;
}

// ---- Conditions

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function conditionHolds(
  { operator, key, values }: Condition,
  context: Context,
  version: PolicyVersion,
): boolean {
  const { base, set, ifExists } = operator;
  const actual = context.get(key.toLowerCase());
  if (base === 'Null') {
    const isNull = actual === undefined || (Array.isArray(actual) && actual.length === 0);
    return values.some(({ value }) => value === String(isNull));
  }

  const negated = base.includes('Not');
  if (actual === undefined) return ifExists || (set === null ? negated : set === 'ForAllValues');
  const compare = COMPARISONS[base.replace('Not', '')];
  if (compare === undefined) throw new Error(`the reference does not know ${base}`);
  const takesVariables = /^(?:String|Arn|Bool)/.test(base);
  const holds = (one: string): boolean =>
    values.some(({ value }) => {
      const wanted = takesVariables ? expand(value, context, version) : value;
      return wanted !== null && compare(one, wanted);
    }) !== negated;

  // Without a set operator a list matches nothing. To a set operator an empty text is no value.
  if (set === null) return typeof actual === 'string' && holds(actual);
  const all = actual === '' ? [] : [actual].flat();
  return set === 'ForAllValues' ? all.every(holds) : all.some(holds);
}

/** Each positive operator: the value in the request, then the one in the policy. */
const COMPARISONS: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  StringEquals: (actual, wanted) => quote(actual) === quote(wanted),
  StringEqualsIgnoreCase: (actual, wanted) => quote(actual.toLowerCase()) === quote(wanted.toLowerCase()),
  StringLike: (actual, wanted) => glob(wanted, actual),
  ArnEquals: (actual, wanted) => arnLike(wanted, actual),
  ArnLike: (actual, wanted) => arnLike(wanted, actual),
  NumericEquals: (actual, wanted) => difference(actual, wanted) === 0,
  NumericLessThan: (actual, wanted) => difference(actual, wanted) < 0,
  NumericLessThanEquals: (actual, wanted) => difference(actual, wanted) <= 0,
  NumericGreaterThan: (actual, wanted) => difference(actual, wanted) > 0,
  NumericGreaterThanEquals: (actual, wanted) => difference(actual, wanted) >= 0,
  DateEquals: (actual, wanted) => instantOf(actual) === instantOf(wanted),
  DateLessThan: (actual, wanted) => instantOf(actual) < instantOf(wanted),
  DateLessThanEquals: (actual, wanted) => instantOf(actual) <= instantOf(wanted),
  DateGreaterThan: (actual, wanted) => instantOf(actual) > instantOf(wanted),
  DateGreaterThanEquals: (actual, wanted) => instantOf(actual) >= instantOf(wanted),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  BinaryEquals: (actual, wanted) => isBase64(actual) && isBase64(wanted) && atob(actual) === atob(wanted),
  IpAddress: (actual, wanted) => {
    const [network = '', length] = wanted.split('/');
    const [address, range] = [bitsOf(actual), bitsOf(network)];
    const common = length === undefined ? range.length : Number(length);
    return (
      range !== '' && address.length === range.length && address.slice(0, common) === range.slice(0, common)
    );
  },
};

/** NaN, which equals nothing and is neither less nor greater, for what is not a number or not a date. */
/** NaN where one of them is no number. */
function difference(one: string, other: string): number {
  const whole = [one, other].every((text) => /^-?\d+$/.test(text));
  return whole ? Number(BigInt(one) - BigInt(other)) : numberOf(one) - numberOf(other);
}
const numberOf = (text: string): number => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN);
function instantOf(text: string): number {
  if (ISO_8601.test(text)) return Date.parse(text);
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : NaN;
}
const ISO_8601 = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(text);

/** The bits of an IP address, 32 or 128; none for what is not an address. */
function bitsOf(address: string): string {
  const bits = (groups: readonly string[], radix: number, width: number): string =>
    groups.map((group) => Number.parseInt(group, radix).toString(2).padStart(width, '0')).join('');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return bits(address.split('.'), 10, 8);
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/i.test(address)) return '';
  const [head = [], tail = null] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const gap = new Array<string>(tail === null ? 0 : 8 - head.length - tail.length).fill('0');
  return bits([...head, ...gap, ...(tail ?? [])], 16, 16);
}

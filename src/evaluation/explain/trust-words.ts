// Trust words: what a statement of a trust policy says, as who may become the role and how.
import type { PatternElement, PrincipalEntry, Statement } from '../../policy/document.ts';
import { say, separated, type Part } from './part.ts';

/** The actions that a role is assumed with and what may come along with it, each as it finishes "may" and "is kept from". */
const ACTIONS: Readonly<Record<string, readonly [base: string, ing: string]>> = {
  'sts:assumerole': ['assume this role', 'assuming this role'],
  'sts:assumerolewithsaml': ['assume this role with SAML', 'assuming this role with SAML'],
  'sts:assumerolewithwebidentity': [
    'assume this role with a web identity token',
    'assuming this role with a web identity token',
  ],
  'sts:tagsession': ['pass session tags', 'passing session tags'],
  'sts:setsourceidentity': ['set a source identity', 'setting a source identity'],
  'sts:setcontext': ['pass a context of the session', 'passing a context of the session'],
};
const ASSUMES = /^sts:assumerole/;

export interface TrustReading {
  readonly effect: Statement['effect'];
  readonly action: PatternElement;
  readonly who: readonly Part[];
  /** The actions as any other statement names them. */
  readonly what: readonly Part[];
}

/** Null for a statement that is about something other than a role to be assumed. */
export function trustWords({ effect, action, who, what }: TrustReading): readonly Part[] | null {
  const patterns = action.patterns.map(({ value }) => value.toLowerCase());
  if (action.negated || patterns.length === 0 || !patterns.every((value) => value.startsWith('sts:')))
    return null;
  const allows = effect === 'Allow';
  const isKnown = patterns.every((value) => Object.hasOwn(ACTIONS, value));
  if (!isKnown || new Set(patterns).size < patterns.length)
    return allows
      ? say`Lets ${who} do ${what} with this role`
      : say`Keeps ${who} from doing ${what} with this role`;
  // Becoming the role comes first, wherever it is written.
  const sorted = patterns.toSorted((a, b) => Number(ASSUMES.test(b)) - Number(ASSUMES.test(a)));
  const texts = sorted.map((value) => say`${[{ text: ACTIONS[value]?.[allows ? 0 : 1] ?? '' }]}`);
  const alone = patterns.some((value) => ASSUMES.test(value)) ? [] : say` while assuming this role`;
  return allows
    ? say`Lets ${who} ${separated(texts, 'and')}${alone}`
    : // Each of them is denied by itself.
      say`Keeps ${who} from ${separated(texts, 'or')}${alone}`;
}

/**
 * Somebody who may become a role, by name: with the account, unless it is the one of the policy.
 * @param own The account that the role is in, where that is known.
 */
export function trustedWords(
  { kind, value }: PrincipalEntry,
  own: string | undefined,
): readonly Part[] | null {
  if (kind === 'Federated') return federatedWords(value);
  if (kind !== 'AWS') return null;
  const [, account = '', type = '', path = ''] =
    /^arn:[^:]+:(?:iam|sts)::(\d{12}):(user|role|assumed-role|federated-user)\/(.+)$/.exec(value) ?? [];
  if (path === '') return null;
  const of = account === own ? [] : say` of the account ${account}`;
  // The path is no part of the name.
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (type === 'assumed-role')
    return say`the session ${name} of the role ${path.slice(0, path.indexOf('/'))}${of}`;
  if (type === 'federated-user') return say`the federated user ${name}${of}`;
  return say`${[{ text: `${type} ` }]}${name}${of}`;
}

function federatedWords(value: string): readonly Part[] {
  const [, type, name] = /^arn:[^:]+:iam::\d{12}:(saml|oidc)-provider\/(.+)$/.exec(value) ?? [];
  if (type === undefined || name === undefined) return say`whoever ${value} vouches for`;
  return type === 'saml'
    ? say`whoever the SAML provider ${name} vouches for`
    : say`whoever the OIDC provider ${name} vouches for`;
}

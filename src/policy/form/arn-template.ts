// ARNs from their patterns: which kinds of resources some actions accept, and the ARN of one by its parts.
import { REGION_NAMES } from '../../aws/regions.ts';
import type { Idea, Setting } from '../completion/candidate.ts';
import { ranked } from '../completion/ranking.ts';
import { isHeld } from '../completion/resources.ts';
import { supportedBy, type AcceptedType } from '../completion/statement-actions.ts';

/** How many kinds of resources are offered: a wildcard may stand for actions that accept hundreds. */
const MOST_TYPES = 60;

/**
 * Types that the actions accept and this policy can name one of, each once: those that accounts here can hold first, and
 * of these those that more of the patterns accept.
 * Of the policy of a bucket these are the objects in it; any other resource is named by its own ARN alone.
 */
export function typesFor(
  patterns: readonly string[],
  { vocabulary, type: policy, about }: Setting,
): readonly AcceptedType[] {
  const counts = new Map<string, { readonly accepted: AcceptedType; count: number }>();
  for (const pattern of patterns)
    for (const [name, accepted] of supportedBy(vocabulary, pattern).types) {
      const found = counts.get(name);
      if (found) found.count += 1;
      else counts.set(name, { accepted, count: 1 });
    }
  const isOwn = ({ name }: AcceptedType): boolean =>
    policy !== 'resource' ||
    about === undefined ||
    (name === 's3:object' && about.startsWith('arn:aws:s3:::'));
  return [...counts.values()]
    .filter(({ accepted }) => isOwn(accepted))
    .toSorted(
      (a, b) => Number(isHeld(b.accepted.name)) - Number(isHeld(a.accepted.name)) || b.count - a.count,
    )
    .slice(0, MOST_TYPES)
    .map(({ accepted }) => accepted);
}

export interface ArnPart {
  /** `BucketName` */
  readonly name: string;
  /** For people: `Bucket name`. */
  readonly label: string;
}

/** What has to be filled in; the partition has but one value that makes sense here. */
export const partsOf = (template: string): readonly ArnPart[] =>
  [...new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'Partition')
    .map((name) => ({ name, label: inWords(name) }));

const inWords = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return (
    words.charAt(0).toUpperCase() + words.slice(1).replace(/[A-Z][a-z]/g, (start) => start.toLowerCase())
  );
};

export type Parts = Readonly<Record<string, string>>;

/** A part that is not filled in is `*`: any. */
export const filledIn = (template: string, parts: Parts): string =>
  template.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    name === 'Partition' ? 'aws' : parts[name]?.trim() || '*',
  );

/** The parts of an ARN of this form; null for any other. */
export function partsIn(template: string, arn: string): Parts | null {
  const names: string[] = [];
  const form = template
    .split(/(\$\{\w+\})/)
    .map((piece, at) => {
      if (at % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(piece.slice(2, -1));
      // Only what comes last may hold what separates the others.
      return template.endsWith(piece) ? '(.*)' : '([^:/]*)';
    })
    .join('');
  const match = new RegExp(`^${form}$`).exec(arn);
  return match && Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? '']));
}

/** What is filled in from the start: no policy of an organization is about the account that it is written in. */
export function givenParts({ arn }: AcceptedType['type'], { type, known, about }: Setting): Parts {
  const own = about === undefined ? null : partsIn(arn, `${about}/*`);
  const account = type === 'scp' || type === 'rcp' ? '*' : known.account;
  return { Account: account, Region: known.region, ...(own && { BucketName: own.BucketName ?? '' }) };
}

/** What one part may be: as the account's own resources have it, where they have the other parts as they are filled in. */
export function partIdeas(
  { name: of, type }: AcceptedType,
  parts: Parts,
  name: string,
  typed: string,
  { known }: Setting,
): readonly Idea[] {
  const value = (label: string, detail = ''): Idea => ({ kind: 'value', label, detail, also: detail });
  if (name === 'Region')
    return ranked(
      typed,
      [...REGION_NAMES].map((one) => value(...one)),
    );
  if (name === 'Account')
    return ranked(
      typed,
      known.accounts.map((one) => value(one.id, one.name)),
    );
  const isFilled = (part: string): boolean => part !== name && !['', '*'].includes(parts[part]?.trim() ?? '');
  const values = known.things(of).flatMap(({ arn }) => {
    const has = partsIn(type.arn, arn);
    const fits = has !== null && Object.keys(has).every((one) => !isFilled(one) || has[one] === parts[one]);
    return fits ? (has[name] ?? []) : [];
  });
  return ranked(
    typed,
    [...new Set(values)].map((one) => value(one)),
  );
}

// Fixes for actions: what was probably meant, as far as this policy can have it, and what to say about it.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { Fix } from '../diagnostic.ts';
import type { ResourceKind } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { RCP_SERVICES } from '../rcp-services.ts';
import { grammarOf } from '../resource-grammars.ts';
import { takesAction } from '../save-resource.ts';
import type { Spanned } from '../span.ts';
import { matching, prefixOf, takesResources } from './known-actions.ts';
import { levelsOf } from './levels-meant.ts';
import type { Meant } from './meant.ts';
import { fix, instead } from './mend.ts';
import { isActionRefused } from './refused.ts';
import { quoted, type Subject } from './subject.ts';
import { fewInWords, inWords } from './words.ts';

/** The service whose actions the policy of such a resource can be about. */
export const SERVICE_OF: Readonly<Record<ResourceKind, string>> = {
  bucket: 's3',
  accessPoint: 's3',
  key: 'kms',
  queue: 'sqs',
  topic: 'sns',
  function: 'lambda',
  secret: 'secretsmanager',
  table: 'dynamodb',
};

/** So many names can stand in the place of a pattern that the service does not take. */
const MOST_NAMES = 20;

/** As many as a button names. */
const FEW = 3;

/** What of it this policy can have in the place of the action; null where that is nothing. */
export function inThisPolicy(subject: Subject, vocabulary: Vocabulary, meant: Meant): Meant | null {
  const { type, resource, endpoint } = subject;
  const services = meant.patterns.map(prefixOf);
  if (type === 'rcp') return services.every((service) => RCP_SERVICES.has(service)) ? meant : null;
  if (type === 'endpoint') {
    const behind = endpoint?.service ?? '';
    return !vocabulary.services.has(behind) || services.every((service) => service === behind) ? meant : null;
  }
  if (type !== 'resource' || resource === undefined) return meant;
  if (services.some((service) => service !== SERVICE_OF[resource])) return null;
  if (meant.patterns.some((pattern) => isAboutNone(vocabulary, pattern))) return null;
  if (!meant.patterns.some((pattern) => isActionRefused(subject, pattern))) return meant;
  const grammar = grammarOf(resource);
  const names = meant.patterns
    .flatMap((pattern) => matching(vocabulary, pattern))
    .map(({ name }) => name)
    .filter((name) => grammar && takesAction(grammar, name));
  return names.length === 0 || names.length > MOST_NAMES ? null : { patterns: names };
}

/** Whether no action that matches can be about a resource: `s3:ListAllMyBuckets`. */
export function isAboutNone(vocabulary: Vocabulary, pattern: string): boolean {
  const actions = matching(vocabulary, pattern);
  return actions.length > 0 && !actions.some(({ name }) => takesResources(vocabulary.action(name)));
}

/** Puts what was meant where an action stands. */
export const meantFix = (statement: DraftStatement, pattern: Spanned<string>, meant: Meant): Fix =>
  fix(labelOf(meant), instead(statement, pattern, meant.patterns.map(quoted)));

function labelOf({ patterns, count, levels }: Meant): string {
  const [first = ''] = patterns;
  if (patterns.length === 1) return `Use ${quoted(first)}${count === undefined ? '' : ` (${count} actions)`}`;
  if (count === undefined || !levels)
    return patterns.length > FEW
      ? `Name the ${patterns.length} actions`
      : `Use ${inWords(patterns.map(quoted))}`;
  return `Use the ${count} actions of ${levels.length === 1 ? 'level' : 'levels'} ${inWords(levels)}`;
}

/** How many patterns a sentence names. */
const MOST_TOLD = 6;

/** What to know about the first thing that is offered for a name, or about the name; undefined where that is nothing. */
export function helpOf(name: string, first: Meant | undefined): string | undefined {
  if (first?.isBegun)
    return `The names of ${first.count ?? 1} actions begin so: a * stands for the rest of them.`;
  if (!levelsOf(name.toLowerCase())) return undefined;
  const { patterns = [], levels } = first ?? {};
  return levels && patterns.length > 1
    ? `AWS sorts actions by access level: at ${inWords(levels)} these are ${fewInWords(patterns, MOST_TOLD)}.`
    : `${name} is a word for many actions, and no action itself: name those that are needed.`;
}

// Checks of a resource-based policy: resources other than the one that the policy is attached to.
import { s3Level } from '../../aws/s3-vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ResourceKind } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { actionsNamed, isNamedBucket } from '../save-bucket.ts';
import type { Spanned } from '../span.ts';
import { SERVICE_OF } from './action-fixes.ts';
import { fault } from './codes.ts';
import { fix, instead, removal } from './mend.ts';
import { overlaps, patternTokens } from './overlap.ts';
import { listed, quoted, type Subject } from './subject.ts';
import { inWords } from './words.ts';

/**
 * S3 does not save a policy that names anything but the bucket and what is in it. The other services keep it, and what it
 * says of other resources is without effect.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html
 */
export function checkOwnResource({
  text,
  draft,
  type,
  resource: kind,
  about,
}: Subject): readonly Diagnostic[] {
  if (type !== 'resource' || kind === undefined || about === undefined) return [];
  return draft.statements.flatMap((statement) =>
    (statement.resource?.patterns ?? [])
      .filter(({ value }) => isOfService(value, kind))
      .flatMap((pattern) =>
        kind === 'bucket'
          ? inOtherBucket(text, statement, pattern, about)
          : statement.resource?.negated === false
            ? elsewhere(pattern, kind, about)
            : [],
      ),
  );
}

/** What is no ARN, or the ARN of another service, is told elsewhere. */
function isOfService(value: string, kind: ResourceKind): boolean {
  const [prefix, , service = '', , , ...rest] = value.split(':');
  if (value === '*') return true;
  return prefix === 'arn' && rest.length > 0 && (service === SERVICE_OF[kind] || hasWildcard(service));
}

const pathOf = (value: string): string => value.split(':').slice(5).join(':');

function inOtherBucket(
  text: string,
  statement: DraftStatement,
  pattern: Spanned<string>,
  about: string,
): Diagnostic[] {
  const path = pathOf(pattern.value);
  if (isNamedBucket(path, pathOf(about))) return [];
  const patterns = statement.resource?.patterns ?? [];
  const meant = ownArns(statement, path, about).filter((arn) => !patterns.some(({ value }) => value === arn));
  const way =
    meant.length === 0
      ? fix('Take it out', removal(text, pattern))
      : fix(`Use ${inWords(meant.map(quoted))}`, instead(statement, pattern, meant.map(quoted)));
  return [fault('OTHER_BUCKET_IN_POLICY', pattern, quoted(pattern.value), { fixes: [way] })];
}

/** The same place in the bucket itself; of a pattern that says none, what the actions are about. */
export function ownArns({ action }: DraftStatement, path: string, about: string): readonly string[] {
  const slash = path.indexOf('/');
  if (slash >= 0) return [about + path.slice(slash)];
  if (path !== '' && !hasWildcard(path)) return [about];
  const levels = new Set(
    listed(action).flatMap(({ value }) => actionsNamed(value).map((name) => s3Level(name))),
  );
  const [bucket, objects] = [levels.has('bucket'), levels.has('object')];
  return [...(bucket || !objects ? [about] : []), ...(objects || !bucket ? [`${about}/*`] : [])];
}

/** What lies in a resource goes by the ARN of the resource and this. */
const INSIDE: Partial<Readonly<Record<ResourceKind, string>>> = {
  table: '/',
  function: ':',
  accessPoint: '/',
};

function elsewhere(pattern: Spanned<string>, kind: ResourceKind, about: string): Diagnostic[] {
  const { value } = pattern;
  if (value === '*') return [];
  const tokens = patternTokens(value);
  const inside = INSIDE[kind];
  if (overlaps(tokens, [...about])) return [];
  if (inside !== undefined && overlaps(tokens, [...about, inside, '*'])) return [];
  const suggestions = [...(kind === 'key' ? ['*'] : []), about].map(quoted);
  return [fault('OTHER_RESOURCE_IN_POLICY', pattern, quoted(value), { suggestions })];
}

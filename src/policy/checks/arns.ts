// Checks of a policy document: ARNs of resources, part by part.
import { PARTITIONS, ALL_REGIONS } from '../../aws/regions.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import type { More } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { Spanned } from '../span.ts';
import { servicesMeant } from './services-meant.ts';
import { SERVICE_OF } from './action-fixes.ts';
import { arnsMeant } from './arns-meant.ts';
import { type Code, fault } from './codes.ts';
import { fitting, type KnownType, typesAnywhere, typesOf } from './known-resources.ts';
import { fix, replacement, within } from './mend.ts';
import { isOfProgram } from './program-values.ts';
import { isReadByIam } from './refused.ts';
import { quoted, type Subject } from './subject.ts';

/** No policy that can be saved has longer ARNs. */
const LONGEST = 2_048;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function checkArns(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) =>
    (statement.resource?.patterns ?? []).flatMap((pattern) => checkArn(subject, statement, pattern)),
  );
}

function checkArn(
  subject: Subject,
  statement: DraftStatement,
  pattern: Spanned<string>,
): readonly Diagnostic[] {
  const { value } = pattern;
  if (value === '*' || value.length > LONGEST) return [];
  // A variable may stand for a whole ARN.
  if (value.startsWith('${') && value.endsWith('}')) return [];
  if (!value.startsWith('arn:'))
    return [
      fault('INVALID_ARN_PREFIX', pattern, quoted(value), {
        // What a program was to fill in may be a whole ARN.
        suggestions: isOfProgram(/^\$\{([^}]*)\}/.exec(value)?.[1] ?? '')
          ? []
          : (prefixed(value) ?? arnsMeant(subject, statement, value)).map(quoted),
      }),
    ];
  const fields = fieldsOf(value);
  if (fields.length < 6) {
    const suggestions = completed(subject, pattern, fields).map(quoted);
    return [fault('MISSING_ARN_FIELD', pattern, quoted(value), { suggestions })];
  }
  const parts = new Parts(subject.text, pattern, fields);
  return [
    ...checkOutside(subject, parts),
    ...(subject.vocabulary ? checkInside(subject, parts, subject.vocabulary, statement) : []),
  ];
}

/** `aws:s3:::bucket` lacks its first part only. */
function prefixed(value: string): readonly string[] | null {
  const trimmed = value.trim();
  if (trimmed !== value && trimmed.startsWith('arn:')) return [trimmed];
  return /^aws[a-z-]*(:[^:]*){4}/.test(value) ? [`arn:${value}`] : null;
}

/** With the empty parts that a form of the service has and this lacks: `arn:aws:s3:::bucket` of `arn:aws:s3::bucket`. */
function completed(subject: Subject, pattern: Spanned<string>, fields: readonly string[]): readonly string[] {
  const { vocabulary } = subject;
  const lacking = 6 - fields.length;
  // `arn:s3:::bucket` lacks the partition.
  if (lacking === 1 && vocabulary?.services.has(fields[1] ?? ''))
    return [`arn:aws:${fields.slice(1).join(':')}`];
  if (!vocabulary || lacking > 2 || fields.at(-1) === '') return [];
  for (const filler of ['', '*'])
    for (let at = 3; at < fields.length; at++) {
      const full = [
        ...fields.slice(0, at),
        ...Array.from({ length: lacking }, () => filler),
        ...fields.slice(at),
      ];
      const value = full.join(':');
      const parts = new Parts(subject.text, { ...pattern, value }, full);
      if (checkOutside(subject, parts).length === 0 && checkInside(subject, parts, vocabulary).length === 0)
        return [value];
    }
  return [];
}

/** Split at colons, except in policy variables: `${aws:username}` is one piece. */
function fieldsOf(value: string): string[] {
  const fields: string[] = [''];
  for (const [piece] of value.matchAll(/\$\{[^}]*\}|[\s\S]/g))
    if (piece === ':') fields.push('');
    else fields[fields.length - 1] += piece;
  return fields;
}

const NAMES = ['partition', 'service', 'region', 'account'] as const;
type Name = (typeof NAMES)[number];

/** The parts of one ARN, each with its place. */
class Parts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  readonly #text: string;
  readonly #pattern: Spanned<string>;
  readonly #fields: readonly string[];

  constructor(text: string, pattern: Spanned<string>, fields: readonly string[]) {
    this.#text = text;
    this.#pattern = pattern;
    this.#fields = fields;
    [, this.partition = '', this.service = '', this.region = '', this.account = ''] = fields;
    this.resource = fields.slice(5).join(':');
  }

  get value(): string {
    return this.#pattern.value;
  }

  /** A fault of one part, with the words that could stand there instead; of an empty part the whole ARN is marked. */
  fault(
    code: Code,
    name: Name | 'resource' | 'whole',
    subject: string,
    words: readonly string[] = [],
    more: More = {},
  ): Diagnostic {
    const index = name === 'whole' ? 0 : name === 'resource' ? 5 : NAMES.indexOf(name) + 1;
    const start = index === 0 ? 0 : this.#fields.slice(0, index).join(':').length + 1;
    const end =
      index === 0 || name === 'resource' ? this.value.length : start + (this.#fields[index] ?? '').length;
    const span = within(this.#text, this.#pattern, start, end);
    const isExact = span.to - span.from === end - start;
    const fixes = isExact
      ? words.map((word) =>
          fix(
            word === '' ? 'Remove it' : `${start === end ? 'Put in' : 'Use'} ${word}`,
            replacement(span, word),
          ),
        )
      : [];
    return fault(code, start === end ? this.#pattern : span, subject, { ...more, fixes });
  }
}

/** What can be said without knowing the service. */
function checkOutside(subject: Subject, parts: Parts): Diagnostic[] {
  const { resource: kind } = subject;
  const found: Diagnostic[] = [];
  const { partition, service, region, account } = parts;
  if (partition === '' || (isPlain(partition) && !PARTITIONS.includes(partition)))
    found.push(
      parts.fault(
        'INVALID_PARTITION',
        'partition',
        quoted(partition),
        [...nearest(partition, PARTITIONS), 'aws'].slice(0, 1),
      ),
    );
  if (hasWildcard(service)) {
    const more: More = isReadByIam(subject)
      ? {
          severity: 'error',
          help: 'IAM saves no ARN with it: write the service in full, or "*" for every resource.',
        }
      : {};
    found.push(parts.fault('WILDCARD_IN_SERVICE_NAME', 'service', quoted(service), [], more));
  } else if (/[A-Z]/.test(service) && isPlain(service))
    found.push(parts.fault('INVALID_ARN_SERVICE_CASE', 'service', quoted(service), [service.toLowerCase()]));
  if (region !== '' && isWritten(region) && ![...ALL_REGIONS].some((known) => covers(region, known)))
    found.push(parts.fault('INVALID_ARN_REGION', 'region', quoted(region), nearest(region, ALL_REGIONS)));
  if (account !== '' && isWritten(account) && !/^[\d*?]+$/.test(account) && !WORDS.has(account))
    found.push(parts.fault('INVALID_ARN_ACCOUNT', 'account', quoted(account)));
  else if (/^\d+$/.test(account) && account.length !== 12)
    found.push(parts.fault('INVALID_ARN_ACCOUNT', 'account', quoted(account)));
  const wanted = kind && SERVICE_OF[kind];
  // A service in other letters, or one that AWS does not have, is told as that.
  const isTold = service !== service.toLowerCase() || isUnknownService(subject, service);
  if (wanted !== undefined && isWritten(service) && !isTold && !covers(service, wanted))
    found.push(parts.fault('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', 'service', quoted(parts.value)));
  return found;
}

const isUnknownService = ({ vocabulary }: Subject, service: string): boolean =>
  vocabulary !== undefined &&
  isPlain(service) &&
  !vocabulary.services.has(service) &&
  typesAnywhere(vocabulary, service).length === 0;

/** A session is assumed by its role: that is what policies name. */
function roleOf(arn: string): string | null {
  const [, partition, account, name] = /^arn:([^:]*):sts::([^:]*):assumed-role\/([^/]+)/.exec(arn) ?? [];
  return name === undefined ? null : `arn:${partition ?? ''}:iam::${account ?? ''}:role/${name}`;
}

/** What stands behind the account. */
const lastPart = (arn: string): string => arn.split(':').slice(5).join(':');

/** Services of which AWS has documents, parameters or views of its own that everyone uses: their ARNs have no account. */
const OWNED_BY_AWS: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2']);

/** What some services of AWS have in the place of an account. */
const WORDS: ReadonlySet<string> = new Set(['aws', 'aws-managed', 'cloudfront', 'third-party', 'offering']);

const isWritten = (part: string): boolean => !part.includes('${');
const isPlain = (part: string): boolean => part !== '' && isWritten(part) && !hasWildcard(part);

/** What can be said with the types of resource that the service has. */
function checkInside(
  subject: Subject,
  parts: Parts,
  vocabulary: Vocabulary,
  statement?: DraftStatement,
): Diagnostic[] {
  const { resource: kind } = subject;
  const { service, region, account, resource } = parts;
  if (!isPlain(service) || service !== service.toLowerCase()) return [];
  let known = typesOf(vocabulary, service);
  let types = fitting(known, resource);
  if (types.length === 0) {
    known = typesAnywhere(vocabulary, service);
    types = fitting(known, resource);
  }
  if (known.length === 0) {
    if (vocabulary.services.has(service)) return [];
    // In the policy of a resource it can only be the service of that.
    const words = kind ? [SERVICE_OF[kind]] : servicesMeant(vocabulary, service);
    return [parts.fault('INVALID_SERVICE', 'service', quoted(service), words)];
  }
  if (types.length === 0) {
    const role = roleOf(parts.value);
    if (role !== null) return [parts.fault('INVALID_ARN_RESOURCE', 'whole', quoted(parts.value), [role])];
    const meant = statement ? arnsMeant(subject, statement, parts.value) : [];
    return [parts.fault('INVALID_ARN_RESOURCE', 'resource', quoted(parts.value), meant.map(lastPart))];
  }

  const found: Diagnostic[] = [];
  const all = (part: 'region' | 'account', field: KnownType['region']): boolean =>
    types.every((type) => type[part] === field);
  if (isPlain(region) && all('region', 'none'))
    found.push(parts.fault('ARN_REGION_NOT_ALLOWED', 'region', quoted(region), ['']));
  if (isPlain(account) && all('account', 'none'))
    found.push(parts.fault('ARN_ACCOUNT_NOT_ALLOWED', 'account', quoted(account), ['']));
  // Where the last part is open, so are the others: `arn:aws:s3:::*` is every resource of S3.
  if (region === '' && all('region', 'needed'))
    found.push(parts.fault('MISSING_ARN_REGION', 'region', quoted(parts.value), ['*']));
  if (account === '' && all('account', 'needed') && !OWNED_BY_AWS.has(service))
    found.push(parts.fault('MISSING_ARN_ACCOUNT', 'account', quoted(parts.value), ['*']));
  return found;
}

// Values of condition keys: those that occur here, those that AWS gives the key, and what an operator asks for.
import { REGION_NAMES } from '../../aws/regions.ts';
import type { ConditionKeyType } from '../../aws/vocabulary.ts';
import type { BaseOperator } from '../document.ts';
import { hasWildcard } from '../glob.ts';
import { parseOperator } from '../operators.ts';
import type { Idea, Setting } from './candidate.ts';
import { GIVEN, SKELETONS, type Skeleton } from './given-values.ts';
import { keyMeaning } from './key-meanings.ts';
import { ranked, rankedOrNear } from './ranking.ts';
import { SERVICE_PRINCIPALS } from './service-principals.ts';
import { keyType } from './statement-actions.ts';

const SERVICES = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'lambda:principal',
  'organizations:serviceprincipal',
]);

/** Of addresses that belong to nobody, those that are kept for examples: a range of one's own takes its place. */
const EXAMPLES: readonly (readonly [range: string, detail: string])[] = [
  ['203.0.113.0/24', 'an example of a range'],
  ['198.51.100.0/24', 'another example'],
  ['192.0.2.0/24', 'another example'],
  ['2001:db8::/32', 'an example of an IPv6 range'],
];
const PRIVATE_EXAMPLES: readonly (readonly [range: string, detail: string])[] = [
  ['10.0.0.0/16', 'an example of a private range'],
  ['172.31.0.0/16', 'the range of a default VPC'],
  ['192.168.0.0/16', 'another example'],
];
const PRIVATE_KEYS = new Set(['aws:vpcsourceip', 'aws:ec2instancesourceprivateipv4']);

const REGION_KEYS = new Set(['aws:requestedregion', 'ec2:region', 's3:locationconstraint']);

export function conditionValueIdeas(
  setting: Setting,
  operator: string,
  key: string,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  const base = parseOperator(operator)?.base;
  const folded = key.toLowerCase();
  const seen = new Set(present);
  const ideas: Idea[] = [];
  const type = typeOf(setting, base, key);
  const isExact = /^String(Not)?Equals/.test(base ?? '');
  for (const idea of [...valuesOf(setting, folded, type), ...variables(setting, base, folded)]) {
    const text = idea.text ?? idea.label;
    // Compared letter by letter, a wildcard stands for nothing but itself.
    if (seen.has(text) || (isExact && hasWildcard(text))) continue;
    seen.add(text);
    ideas.push(idea);
  }
  return REGION_KEYS.has(folded) ? rankedOrNear(typed, ideas) : ranked(typed, ideas);
}

/** The operator says what is compared where the key does not. */
function typeOf({ vocabulary }: Setting, base: BaseOperator | undefined, key: string): ConditionKeyType {
  if (base === 'Null' || base === 'Bool') return 'Bool';
  if (base?.startsWith('Date')) return 'Date';
  if (base === 'IpAddress' || base === 'NotIpAddress') return 'IPAddress';
  return keyType(vocabulary, key) ?? 'String';
}

function valuesOf({ known, vocabulary }: Setting, key: string, type: ConditionKeyType): readonly Idea[] {
  if (type === 'Bool') return [value('true'), value('false')];
  const here = known.values(key).map((one) => value(one.value, one.detail));
  const given = (GIVEN.get(key) ?? []).map((label) => value(label));
  const open = (SKELETONS.get(key) ?? []).map(skeleton);
  const examples = PRIVATE_KEYS.has(key) ? PRIVATE_EXAMPLES : EXAMPLES;
  const ranges = type === 'IPAddress' ? examples.map(([range, detail]) => value(range, detail)) : [];
  const regions = REGION_KEYS.has(key) ? [...REGION_NAMES].map(([code, name]) => value(code, name)) : [];
  const services = SERVICES.has(key) ? SERVICE_PRINCIPALS.map(([label, name]) => value(label, name)) : [];
  const through =
    key === 'kms:viaservice'
      ? ['s3', 'dynamodb', 'sqs', 'sns', 'lambda', 'secretsmanager', 'ec2', 'rds'].map((prefix) =>
          value(`${prefix}.${known.region}.amazonaws.com`, vocabulary.services.get(prefix)),
        )
      : [];
  const moments = type === 'Date' ? [value('2030-01-01T00:00:00Z', 'an example of a moment')] : [];
  return [...here, ...given, ...open, ...ranges, ...moments, ...regions, ...services, ...through];
}

/** The first name that is to be filled in is typed over, with whatever a slash joins to it. */
function skeleton({ value: label, detail }: Skeleton): Idea {
  const [name = ''] = /[A-Z]{2,}(?:\/[A-Z]{2,})?/.exec(label) ?? [];
  const at = label.indexOf(name);
  return { ...value(label, detail), select: [at, at + name.length] };
}

const value = (label: string, detail = ''): Idea => ({ kind: 'value', label, detail, also: detail });

/** What a key can sensibly be compared with that is only known when somebody asks, by the end of its name. */
const VARIABLES: readonly (readonly [key: RegExp, variable: string])[] = [
  [/account$/, 'aws:PrincipalAccount'],
  [/orgid$/, 'aws:PrincipalOrgID'],
  [/^(s3:prefix|sts:rolesessionname|sts:sourceidentity|aws:sourceidentity)$/, 'aws:username'],
  [/(resource|request|object)tag\/./, 'aws:username'],
];

/** Only these operators read variables; a key is not compared with itself. */
function variables({ known }: Setting, base: BaseOperator | undefined, key: string): readonly Idea[] {
  if (base === undefined || !base.startsWith('String')) return [];
  const [, tag] = /(?:resource|request|object)tag\/(.+)$/.exec(key) ?? [];
  const sameTag = known.tagKeys.find((name) => name.toLowerCase() === tag);
  return [
    ...(sameTag === undefined ? [] : [`aws:PrincipalTag/${sameTag}`]),
    ...VARIABLES.flatMap(([pattern, variable]) => (pattern.test(key) ? [variable] : [])),
  ]
    .filter((name) => name.toLowerCase() !== key)
    .map((name) => ({
      kind: 'variable',
      label: `\${${name}}`,
      detail: 'as the request has it',
      info: keyMeaning(name) ?? '',
    }));
}

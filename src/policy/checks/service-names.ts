// Service names: whether the name of a service, as principals and condition values have it, is one that AWS has, or nearly one.
import { ALL_REGIONS } from '../../aws/regions.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { SERVICE_PRINCIPALS } from '../completion/service-principals.ts';
import { nearest } from '../nearest.ts';

/** The form of such a name. */
export const isServiceName = (value: string): boolean =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal|aws\.com)$/.test(value);

/** Further first parts of names, of services that have no actions of this prefix. */
const OTHERS =
  `application-insights appmesh-preview ec2fleet ec2scheduled edgelambda eks-fargate eks-fargate-pods eks-nodegroup greengrass iot1click
  iotanalytics iotevents lakeformation lex lexv2 macie managedservices mobilehub opsworks resource-explorer
  securityhubv2 servicecatalog-appregistry spot spotfleet transitgateway vpce`.split(/\s+/);

const ENDING = '.amazonaws.com';

const LISTED: readonly string[] = [
  ...SERVICE_PRINCIPALS.map(([principal]) => principal.slice(0, -ENDING.length)),
  ...OTHERS,
];

const parts = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** What stands before `.amazonaws.com`, the prefixes of actions included: nearly every service calls itself so. */
function knownParts(vocabulary: Vocabulary | undefined): ReadonlySet<string> {
  if (vocabulary === undefined) return new Set(LISTED);
  const known = parts.get(vocabulary);
  if (known) return known;
  const made = new Set([...LISTED, ...vocabulary.services.keys()]);
  parts.set(vocabulary, made);
  return made;
}

/**
 * What a name was probably meant to be, best first; none where it is a service, or near to none. AWS publishes no list of
 * its service principals, so only a name that is nearly one of those known is taken for a slip.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function serviceMeant(value: string, vocabulary: Vocabulary | undefined): readonly string[] {
  const known = knownParts(vocabulary);
  const lower = value.toLowerCase().trim();
  if (/^[a-z0-9-]+$/.test(lower)) {
    const words = near(lower, known);
    return (words.length > 0 ? words : [lower]).map((part) => part + ENDING);
  }
  if (!isServiceName(lower)) {
    const first = lower.slice(0, Math.max(0, lower.indexOf('.')));
    const end = lower.slice(first.length);
    const isEnding = nearest(end, [ENDING]).length > 0 || (end.length > 1 && ENDING.startsWith(end));
    return isEnding ? near(first, known).map((part) => part + ENDING) : [];
  }
  const [, name = '', ending = ''] = /^(.*?)\.(amazonaws\.com(?:\.cn)?|[a-z]+\.[a-z]+)$/.exec(lower) ?? [];
  if (known.has(name)) return ending === 'amazon.com' || ending === 'aws.com' ? [name + ENDING] : [];
  const labels = name.split('.');
  // `s3.eu-west-1`; a service has names such as `tasks.apprunner`, and a few with the service first.
  const region = labels.length > 1 && ALL_REGIONS.has(labels.at(-1) ?? '') ? `.${labels.pop() ?? ''}` : '';
  const service = labels.pop() ?? '';
  if ([...labels, service, [...labels, service].join('.')].some((part) => known.has(part))) return [];
  const before = labels.map((label) => `${label}.`).join('');
  return nearest(service, known)
    .filter((part) => part !== service)
    .map((part) => `${before}${part}${region}.${ending}`);
}

const near = (part: string, known: ReadonlySet<string>): readonly string[] =>
  known.has(part) ? [part] : nearest(part, known);

// Checks of the policy of a VPC endpoint: who, what and which resources never come through it.
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { PrincipalEntry } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import { fault } from './codes.ts';
import { prefixOf } from './known-actions.ts';
import { conditionKey, fix, lastMember, removal, replacement, takenOut } from './mend.ts';
import { listed, quoted, type Subject } from './subject.ts';

/**
 * EC2 keeps the policy of an endpoint whatever it names: none of this is an error, it is only without effect.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function checkEndpoint(subject: Subject): readonly Diagnostic[] {
  if (subject.type !== 'endpoint') return [];
  return subject.draft.statements.flatMap((statement) => [
    ...checkWho(subject, statement),
    ...checkActions(subject, statement),
    ...checkResources(subject, statement),
  ]);
}

function checkWho({ text, endpoint }: Subject, statement: DraftStatement): Diagnostic[] {
  const { principal } = statement;
  const entries = principal?.entries ?? [];
  if (entries.some(({ kind }) => kind === 'Everyone')) return [];
  return entries.flatMap((entry) => {
    const { kind, value } = entry;
    if (kind === 'Service' || kind === 'CanonicalUser')
      return [fault('SERVICE_IN_ENDPOINT_POLICY', entry, quoted(value))];
    if (kind !== 'AWS' || endpoint?.gateway !== true || hasWildcard(value)) return [];
    const fixes = byCondition(text, statement);
    if (!ACCOUNT.test(value)) return [fault('GATEWAY_PRINCIPAL', entry, quoted(value), { fixes })];
    const message = 'In the policy of a gateway endpoint {} is the root user of the account only.';
    const help = 'For everybody in the account write "*", and ask for aws:PrincipalAccount in a condition.';
    return [fault('GATEWAY_PRINCIPAL', entry, quoted(value), { message, help, fixes })];
  });
}

const ACCOUNT = /^(?:(\d{12})|arn:[^:]+:iam::(\d{12}):root)$/;
const PERSON = /^arn:[^:]+:iam::\d{12}:(?:user|role)\/./;

/** `"*"` for all of them, and who they are in a condition; a Condition that has one on the same key says something else. */
function byCondition(text: string, { json, principal }: DraftStatement): readonly Fix[] {
  const member = json.members.find(({ name }) => name.value === 'Principal');
  if (!member || !principal) return [];
  const asked = keyFor(principal.entries);
  if (asked === null) return [];
  const { operator, key, values } = asked;
  const list = values.map(quoted).join(', ');
  const says = `"${key}": ${values.length === 1 ? list : `[${list}]`}`;
  const condition = json.members.find(({ name }) => name.value === 'Condition')?.value;
  if (condition !== undefined && condition.kind !== 'object') return [];
  if (condition && text.slice(condition.from, condition.to).toLowerCase().includes(key.toLowerCase()))
    return [];
  const put = condition
    ? conditionKey(condition, text, operator, says)
    : lastMember(json, text, `"Condition": { "${operator}": { ${says} } }`);
  return [fix(`Use "*" with a condition on ${key}`, replacement(member.value, '"*"'), put)];
}

interface Asked {
  readonly operator: 'ArnEquals' | 'StringEquals';
  readonly key: 'aws:PrincipalArn' | 'aws:PrincipalAccount';
  readonly values: readonly string[];
}

/** Null where one key cannot tell them all. */
function keyFor(entries: readonly PrincipalEntry[]): Asked | null {
  const values = entries.map(({ value }) => value);
  if (values.every((value) => PERSON.test(value)))
    return { operator: 'ArnEquals', key: 'aws:PrincipalArn', values };
  const ids = values.flatMap((value) => {
    const [, id, ofRoot] = ACCOUNT.exec(value) ?? [];
    return id ?? ofRoot ?? [];
  });
  return ids.length === values.length
    ? { operator: 'StringEquals', key: 'aws:PrincipalAccount', values: ids }
    : null;
}

interface Behind {
  /** `s3` */
  readonly service: string;
  /** `Amazon S3` */
  readonly name: string;
}

/** What requests through the endpoint go to; null where AWS has no actions of that prefix. */
function behind({ endpoint, vocabulary }: Subject): Behind | null {
  const service = endpoint?.service ?? '';
  const name = vocabulary?.services.get(service);
  return name === undefined ? null : { service, name };
}

function checkActions(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const known = behind(subject);
  if (known === null) return [];
  const { service, name } = known;
  const { text, draft, vocabulary } = subject;
  return listed(statement.action).flatMap((pattern) => {
    const prefix = prefixOf(pattern.value);
    // A service that nobody has is told as that.
    const isKnown = hasWildcard(prefix) || vocabulary?.services.has(prefix) === true;
    if (!isKnown || covers(prefix, service)) return [];
    return [
      fault('UNSUPPORTED_ACTION_IN_POLICY', pattern, quoted(pattern.value), {
        severity: 'warning',
        message: `Through this endpoint go requests to ${name} only, and {} is none of those.`,
        help: 'Use actions of that service; AWS keeps others, and nothing comes of them.',
        fixes: takenOut(text, draft, statement, pattern),
      }),
    ];
  });
}

/** What is behind a gateway has resources of its own service only. */
function checkResources(subject: Subject, statement: DraftStatement): Diagnostic[] {
  const known = behind(subject);
  if (known === null || subject.endpoint?.gateway !== true) return [];
  const { service, name } = known;
  const patterns = listed(statement.resource);
  return patterns.flatMap((pattern) => {
    const [prefix, , named = '', ...rest] = pattern.value.split(':');
    if (prefix !== 'arn' || rest.length < 3 || named.includes('${')) return [];
    if (subject.vocabulary?.services.has(named) !== true || named === service) return [];
    return [
      fault('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', pattern, quoted(pattern.value), {
        severity: 'warning',
        message: `Through this endpoint go requests to ${name} only, and {} is none of its resources.`,
        help: 'Name resources of that service, or "*".',
        fixes: patterns.length > 1 ? [fix('Take it out', removal(subject.text, pattern))] : [],
      }),
    ];
  });
}

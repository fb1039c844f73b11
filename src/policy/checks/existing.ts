// Checks of a policy document: ARNs that name something of a simulated account which is not there, and what was probably meant.
import type { Known } from '../completion/known.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { hasWildcard } from '../glob.ts';
import { nearest } from '../nearest.ts';
import type { Spanned } from '../span.ts';
import { fault } from './codes.ts';
import { isPrincipalRefused } from './refused.ts';
import { quoted, type Subject } from './subject.ts';

/**
 * Only what would have to be here is looked for: things of services that are simulated, in accounts of the workspace. A
 * policy may be written before what it is about, so a missing resource is no more than a suggestion. A principal has to
 * exist when the policy is saved.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function checkExisting(subject: Subject): readonly Diagnostic[] {
  const { draft, type, known, about } = subject;
  if (!known) return [];
  // A policy that hangs on a resource is about that one: any other is told elsewhere, there or not.
  const isHung = type === 'resource' && about !== undefined;
  const found = draft.statements.flatMap((statement) => [
    ...principalsOf(statement, subject).flatMap((entry) => missing(known, 'PRINCIPAL_NOT_FOUND', entry)),
    ...resourcesOf(statement, isHung).flatMap((pattern) => missing(known, 'RESOURCE_NOT_FOUND', pattern)),
  ]);
  return found.map((one, at) => told(subject, known, one, at < MOST_LIKELY));
}

/** So many get a "did you mean": a text full of unknown names is more likely one of another account than misspelled. */
const MOST_LIKELY = 20;

/** One that can be no principal at all is told as that. */
const principalsOf = ({ principal }: DraftStatement, subject: Subject): readonly Spanned<string>[] =>
  (principal?.entries ?? [])
    .filter(({ kind }) => kind === 'AWS' || kind === 'Federated')
    .filter((entry) => !isPrincipalRefused(subject, entry));

/** ARNs that conditions compare with name things as well: `aws:SourceArn`, `iam:PolicyARN`. */
const resourcesOf = (
  { resource, conditions }: DraftStatement,
  isHung: boolean,
): readonly Spanned<string>[] => [
  ...(isHung ? [] : (resource?.patterns ?? [])),
  ...conditions.flatMap(({ values }) => values),
];

interface Missing {
  readonly code: 'PRINCIPAL_NOT_FOUND' | 'RESOURCE_NOT_FOUND';
  readonly written: Spanned<string>;
  readonly thing: Named;
}

function missing(known: Known, code: Missing['code'], written: Spanned<string>): Missing[] {
  const thing = namedBy(written.value);
  if (!thing) return [];
  const { account, arn, isSession } = thing;
  if (account !== '' && !known.accounts.some(({ id }) => id === account)) return [];
  if (isSession ? hasRole(known, account, nameIn(arn)) : known.find(arn) !== null) return [];
  return [{ code, written, thing }];
}

const NAMESAKE = 'One of that name is there, but its ARN has another Region, path or ending.';

/** Services look principals up when they save a policy; EC2 does not, for the policy of an endpoint. */
const SAVES_NONE =
  'Check the spelling: AWS does not save a policy that names users or roles that do not exist.';

function told(
  { type }: Subject,
  known: Known,
  { code, written, thing }: Missing,
  isGuessed: boolean,
): Diagnostic {
  const isRefused = code === 'PRINCIPAL_NOT_FOUND' && (type === 'resource' || type === 'trust');
  const { account, arn, word, whole } = thing;
  const arns = isGuessed ? likely(known, thing) : [];
  const elsewhere = account === '' || account === known.account ? '' : ` in account ${account}`;
  return fault(code, written, `${word} ${quoted(nameIn(arn))}${elsewhere}`, {
    suggestions: arns.map((other) => quoted(whole(other))),
    ...(isRefused && { severity: 'error', help: SAVES_NONE }),
    ...(arns.some((other) => namesOf(other).includes(nameIn(arn))) && { help: NAMESAKE }),
  });
}

/** By name, for the ARN of a session leaves out the path of its role. */
const hasRole = (known: Known, account: string, name: string): boolean =>
  named(known, 'iam:role', account).has(name);

/** The thing that an ARN is about. */
interface Named {
  /** Of the thing itself, without what lies in it. */
  readonly arn: string;
  readonly type: string;
  readonly account: string;
  /** Named was not the role but a session of it. */
  readonly isSession: boolean;
  /** `bucket`, for a sentence. */
  readonly word: string;
  /** The ARN as written, of another thing. */
  readonly whole: (arn: string) => string;
}

interface Kind {
  readonly type: string;
  readonly word: string;
  /** How the resource part of its ARN starts; the first group is the thing, what follows lies in it. */
  readonly form: RegExp;
}

const iam = (kind: string, word = kind): Kind => ({
  type: `iam:${kind}`,
  word,
  // Roles under this path are made by AWS itself, when a service asks for one.
  form: new RegExp(String.raw`^(${kind}/(?!aws-service-role/|aws-reserved/).+)$`),
});

/** By the service in the ARN. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  s3: [{ type: 's3:bucket', word: 'bucket', form: /^([^/:]+)(?=\/|$)/ }],
  iam: [
    iam('user'),
    iam('group'),
    iam('role'),
    iam('policy'),
    iam('instance-profile', 'instance profile'),
    iam('saml-provider', 'SAML provider'),
    iam('oidc-provider', 'OIDC provider'),
  ],
  sqs: [{ type: 'sqs:queue', word: 'queue', form: /^([^/:]+)$/ }],
  sns: [{ type: 'sns:topic', word: 'topic', form: /^([^/:]+)/ }],
  kms: [
    { type: 'kms:key', word: 'key', form: /^(key\/[^/:]+)$/ },
    { type: 'kms:alias', word: 'alias', form: /^(alias\/(?!aws\/).+)$/ },
  ],
  lambda: [{ type: 'lambda:function', word: 'function', form: /^(function:[^:]+)/ }],
  dynamodb: [{ type: 'dynamodb:table', word: 'table', form: /^(table\/[^/:]+)/ }],
  secretsmanager: [{ type: 'secretsmanager:Secret', word: 'secret', form: /^(secret:.+)$/ }],
  ec2: [
    { type: 'ec2:instance', word: 'instance', form: /^(instance\/[^/:]+)$/ },
    { type: 'ec2:vpc-endpoint', word: 'VPC endpoint', form: /^(vpc-endpoint\/[^/:]+)$/ },
  ],
};

/** Null for what may be anywhere, stands for many, or is of no service that is simulated. */
function namedBy(value: string): Named | null {
  const [prefix, partition, service = '', region = '', account = '', ...rest] = value.split(':');
  const resource = rest.join(':');
  if (prefix !== 'arn' || partition !== 'aws' || resource === '') return null;
  const session = service === 'sts' ? /^assumed-role\/([^/]+)(\/.+)$/.exec(resource) : null;
  if (session) return namedSession(account, session[1] ?? '', session[2] ?? '');
  // An access point has Region and account, and is nothing that is simulated; a bucket has neither.
  if (service === 's3' && account !== '') return null;
  if (service !== 's3' && account === '') return null;
  for (const { type, word, form } of KINDS[service] ?? []) {
    const thing = form.exec(resource)?.[1];
    if (thing === undefined) continue;
    const arn = `arn:aws:${service}:${region}:${account}:${thing}`;
    if (hasWildcard(arn) || arn.includes('${')) return null;
    const inside = value.slice(arn.length);
    return { arn, type, account, word, isSession: false, whole: (other) => `${other}${inside}` };
  }
  return null;
}

function namedSession(account: string, role: string, session: string): Named | null {
  const arn = `arn:aws:iam::${account}:role/${role}`;
  if (hasWildcard(role) || role.includes('${') || role.startsWith('AWSReservedSSO_')) return null;
  const whole = (other: string): string =>
    `arn:aws:sts::${other.split(':')[4] ?? account}:assumed-role/${nameIn(other)}${session}`;
  return { arn, type: 'iam:role', account, word: 'role', isSession: true, whole };
}

/** What a thing is called, without its kind; in IAM without its path, too. */
function nameIn(arn: string): string {
  const [, , service, , , ...rest] = arn.split(':');
  const name = rest.join(':').replace(/^[a-z-]+[/:]/, '');
  const hasPath = service === 'iam' && !arn.includes(':oidc-provider/');
  return hasPath ? name.slice(name.lastIndexOf('/') + 1) : name;
}

/** A secret is known by its name, too: the six letters at the end of its ARN are chosen by AWS. */
const namesOf = (arn: string): readonly string[] =>
  arn.includes(':secret:') ? [nameIn(arn), nameIn(arn).replace(/-\w{6}$/, '')] : [nameIn(arn)];

type ByName = ReadonlyMap<string, readonly string[]>;

const byName = new WeakMap<Known, Map<string, ByName>>();

/** ARNs of the things of that type by their names, put together once: the text is judged at every pause in typing. */
function named(known: Known, type: string, account: string): ByName {
  const before = byName.get(known) ?? new Map<string, ByName>();
  byName.set(known, before);
  const key = `${account} ${type}`;
  const made = before.get(key);
  if (made) return made;
  const names = new Map<string, string[]>();
  const things =
    account === '' || account === known.account
      ? known.things(type)
      : known.principals.filter((thing) => thing.type === type && thing.account === account);
  for (const { arn } of things)
    for (const name of namesOf(arn)) {
      const same = names.get(name);
      if (same) same.push(arn);
      else names.set(name, [arn]);
    }
  before.set(key, names);
  return names;
}

const remembered = new WeakMap<ByName, Map<string, readonly string[]>>();

/** The ARNs of the nearest things of that type. */
function likely(known: Known, { arn, type, account }: Named): readonly string[] {
  const names = named(known, type, account);
  const before = remembered.get(names) ?? new Map<string, readonly string[]>();
  remembered.set(names, before);
  const name = nameIn(arn);
  const found =
    before.get(name) ??
    [...new Set(nearest(name, names.keys()).flatMap((near) => names.get(near) ?? []))].slice(0, 3);
  before.set(name, found);
  return found;
}

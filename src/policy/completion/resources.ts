// Resources: ARNs that fit the actions of the statement, those that exist here first, then forms to fill in.
import type { ResourceType } from '../../aws/vocabulary.ts';
import type { OutlineObject } from '../outline.ts';
import { actionsMatching } from './action-index.ts';
import type { Idea, Setting } from './candidate.ts';
import type { KnownThing } from './known.ts';
import { holding, ranked } from './ranking.ts';
import { actionPatterns, supportedBy, type AcceptedType } from './statement-actions.ts';

/** Types that accounts here can hold, for a statement whose actions say nothing about resources. */
const HELD = [
  's3:bucket',
  's3:object',
  'iam:role',
  'iam:user',
  'iam:group',
  'iam:policy',
  'kms:key',
  'lambda:function',
  'dynamodb:table',
  'sqs:queue',
  'sns:topic',
  'secretsmanager:Secret',
  'ec2:instance',
];

/** Whether accounts here can hold one. */
export const isHeld = (type: string): boolean => HELD.includes(type);

const heldAt = (type: string): number => (isHeld(type) ? HELD.indexOf(type) : HELD.length);
const asHeld = (a: string, b: string): number => heldAt(a) - heldAt(b);

/** @param typed What stands before the cursor in the string. */
export function resourceIdeas(
  setting: Setting,
  statement: OutlineObject,
  typed: string,
  present: readonly string[],
): readonly Idea[] {
  const ideas = allIdeas(setting, statement, typed).filter(({ label }) => !present.includes(label));
  return ranked(typed, ideas);
}

const EVERYTHING: Idea = {
  kind: 'resource',
  label: '*',
  detail: 'everything',
  info: 'Every resource there is.',
};

function allIdeas(setting: Setting, statement: OutlineObject, typed: string): readonly Idea[] {
  const { vocabulary, known, type, about } = setting;
  const patterns = actionPatterns(statement);
  const supported = (patterns ?? []).map((pattern) => supportedBy(vocabulary, pattern));
  const types = new Map(supported.flatMap((one) => [...one.types]));
  if (type === 'resource' && about !== undefined) return ownIdeas(setting, about, types);
  const names =
    types.size === 0 && supported.every((one) => !one.takesNone) ? HELD : [...types.keys()].toSorted(asHeld);
  // No policy of an organization applies to the account that it is written in.
  const ofMembers = type === 'scp' || type === 'rcp';
  const here = ofMembers ? [] : names.flatMap((name) => holding(typed, known.things(name))).map(thingIdea);
  const taken = new Set(here.map(({ label }) => label));
  const forms = [...types.values()]
    .toSorted((a, b) => asHeld(a.name, b.name))
    .map((accepted) => formIdea(accepted, known.region, ofMembers ? '*' : known.account))
    .filter(({ label }) => !taken.has(label));
  const own = isOwnBusiness(vocabulary, patterns ?? []) ? [oneself(ofMembers ? '*' : known.account)] : [];
  const needsAll = supported.some((one) => one.takesNone);
  const everything: Idea = needsAll
    ? { ...EVERYTHING, info: 'These actions are not about any one resource, so only * works for them.' }
    : EVERYTHING;
  if (ofMembers) return [everything, ...own, ...forms];
  return types.size === 0 && needsAll ? [everything, ...here] : [...own, ...here, ...forms, everything];
}

/**
 * What users do with their own password, keys and devices.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
const OWN_BUSINESS =
  /^iam:(ChangePassword|(Create|Delete|List|Update)AccessKeys?|GetAccessKeyLastUsed|(Create|Delete|Get|Update)LoginProfile|(Enable|Deactivate|Resync|List|Get)MFADevices?|(Upload|Delete|Get|List|Update)SSHPublicKeys?|(Upload|Delete|List|Update)SigningCertificates?|(Create|Delete|List|Reset|Update)ServiceSpecificCredentials?|(Get|List)User(Tags)?)$/i;

const isOwnBusiness = (vocabulary: Setting['vocabulary'], patterns: readonly string[]): boolean =>
  patterns
    .map((pattern) => actionsMatching(vocabulary, pattern))
    .some((actions) => actions.length > 0 && actions.every(({ name }) => OWN_BUSINESS.test(name)));

/** The user who asks, whoever that is. */
const oneself = (account: string): Idea => ({
  kind: 'resource',
  label: `arn:aws:iam::${account}:user/\${aws:username}`,
  also: 'self own',
  detail: 'the user who asks',
  info: 'Stands for each user by their own name, so that nobody can do this for anybody else.',
});

/** The policy of a resource is about that resource, and in S3 about the objects in it. */
function ownIdeas(
  { known }: Setting,
  about: string,
  types: ReadonlyMap<string, AcceptedType>,
): readonly Idea[] {
  const itself: Idea = { kind: 'resource', label: about, detail: 'this resource' };
  if (about.includes(':kms:'))
    return [
      { ...EVERYTHING, detail: 'this key', info: 'In the policy of a key, * means the key itself.' },
      itself,
    ];
  if (!about.startsWith('arn:aws:s3:::')) return [itself];
  const within = known.things('s3:object').filter(({ arn }) => arn.startsWith(`${about}/`));
  const objects = within.map((thing): Idea => ({ ...thingIdea(thing), detail: 'objects' }));
  const all: Idea = { kind: 'resource', label: `${about}/*`, detail: 'all objects in it' };
  const inside = [all, ...objects.filter(({ label }) => label !== all.label)];
  const bucket: Idea = { ...itself, detail: 'the bucket itself' };
  const accepts = (name: string): boolean => types.size === 0 || types.has(name);
  return [...(accepts('s3:object') ? inside : []), ...(accepts('s3:bucket') ? [bucket] : [])];
}

const WORDS: Readonly<Record<string, string>> = {
  's3:object': 'objects',
  'secretsmanager:Secret': 'secret',
  'organizations:organizationalunit': 'organizational unit',
  'sts:root-user': 'root user',
};

/** What a type is called: `bucket`. */
export const typeWord = (type: string): string => WORDS[type] ?? type.slice(type.indexOf(':') + 1);

const thingIdea = ({ arn, name, type }: KnownThing): Idea => ({
  kind: 'resource',
  label: arn,
  also: name,
  // Some ARNs have an id where one looks for the name.
  detail: arn.includes(name) ? typeWord(type) : `${typeWord(type)} ${name}`,
  info: `${name}: exists here.`,
});

function formIdea({ name, type }: AcceptedType, region: string, account: string): Idea {
  const arn = formOf(type, region, account);
  const at = arn.indexOf('*');
  return {
    kind: 'resource',
    label: arn,
    also: type.name,
    detail: `any ${typeWord(name)}`,
    info: `The form is ${type.arn}. Put a name in the place of the *, or leave it for all of them.`,
    ...(at >= 0 && { select: [at, at + 1] }),
  };
}

/** The ARN of a type with what is known filled in, and `*` for the rest. */
export const formOf = ({ arn }: ResourceType, region: string, account: string): string =>
  arn.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    if (name === 'Partition') return 'aws';
    if (name === 'Region') return region;
    return name === 'Account' ? account : '*';
  });

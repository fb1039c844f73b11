// External access: who from outside of an account or organization is let in by resources, as IAM Access Analyzer finds it.
import { applicablePolicies } from '../account/applicable.ts';
import { arnsOfHolders, type Held } from '../account/holders.ts';
import { levelsOf } from '../account/levels.ts';
import { lookup } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Actions } from '../aws/vocabulary.ts';
import type { Instant } from '../aws/instant.ts';
import type { AppliedPolicy } from '../evaluation/applicable.ts';
import { compileText } from '../evaluation/wildcard.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { grantPolicy } from '../evaluation/kms/grant-policy.ts';
import type { Request } from '../evaluation/request.ts';
import { aclPolicy } from '../evaluation/s3/acl.ts';
import type { Acl } from '../evaluation/s3/access.ts';
import { isRestricted } from '../evaluation/s3/block-public-access.ts';
import { isPublicPolicy, publicStatements } from '../evaluation/s3/public.ts';
import { parsedPolicy } from '../policy/parse.ts';
import { isPinned } from '../policy/shared-oidc.ts';
import type { PolicyDocument, PrincipalEntry, Statement } from '../policy/document.ts';
import { outsidersOf, type Outsider } from './outsiders.ts';

/** Whose access is trusted: the account's own, or that of all accounts of its organization. */
export type ZoneOfTrust = 'ACCOUNT' | 'ORGANIZATION';

/** @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_FindingSummary.html */
export interface ExternalAccessFinding {
  readonly id: string;
  readonly principal: Readonly<Record<string, string>>;
  readonly action: readonly ActionName[];
  readonly resource: Arn;
  readonly resourceType: ResourceType;
  readonly resourceOwnerAccount: AccountId;
  readonly isPublic: boolean;
  /** What the access is under, by condition key; values of one key are joined by commas. */
  readonly condition: Readonly<Record<string, string>>;
  readonly sources: readonly { readonly type: 'POLICY' | 'BUCKET_ACL' }[];
  readonly status: 'ACTIVE';
  /** The analysis is made anew each time: all three are the moment it was made. */
  readonly createdAt: Instant;
  readonly analyzedAt: Instant;
  readonly updatedAt: Instant;
  readonly resourceControlPolicyRestriction: 'APPLICABLE' | 'NOT_APPLICABLE';
}

export type ResourceType =
  | 'AWS::S3::Bucket'
  | 'AWS::SQS::Queue'
  | 'AWS::SNS::Topic'
  | 'AWS::KMS::Key'
  | 'AWS::Lambda::Function'
  | 'AWS::DynamoDB::Table'
  | 'AWS::SecretsManager::Secret'
  | 'AWS::IAM::Role';

/** What the analysis has to know beside the world. */
export interface AnalysisFacts {
  readonly now: Instant;
  readonly managedPolicies: ManagedPolicies;
  /** Which actions there are that a pattern can mean. */
  readonly actions: Actions;
}

/**
 * One finding for each resource, outside principal and condition. Every answer is the engine's: a principal from outside,
 * whom its own account allows everything, asks for each action; conditions on what is not known of it leave the access
 * open, and are told with the finding. Service principals are never reported.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html
 */
export function externalAccess(
  world: World,
  account: Account,
  zone: ZoneOfTrust,
  facts: AnalysisFacts,
): ExternalAccessFinding[] {
  const isTrusted = (id: AccountId): boolean =>
    id === account.id ||
    (zone === 'ORGANIZATION' &&
      world.organization !== null &&
      lookup(world.organization.members, id) !== undefined);
  return arnsOfHolders(account).flatMap((held) =>
    merged(
      textsOf(held).flatMap(({ document, source, acl = null }) =>
        document.statements
          .filter(({ effect }) => effect === 'Allow')
          .flatMap((statement) =>
            findingsOf({ world, account, held, document, source, acl, statement, isTrusted, facts }),
          ),
      ),
    ),
  );
}

/** What several statements or grants let in on the same terms is one finding. */
function merged(findings: readonly ExternalAccessFinding[]): ExternalAccessFinding[] {
  const byId = new Map<string, ExternalAccessFinding>();
  for (const finding of findings) {
    const same = byId.get(finding.id);
    byId.set(finding.id, same ? together(same, finding) : finding);
  }
  return [...byId.values()];
}

const together = (one: ExternalAccessFinding, other: ExternalAccessFinding): ExternalAccessFinding => ({
  ...one,
  action: [...new Set([...one.action, ...other.action])],
  isPublic: one.isPublic || other.isPublic,
  sources: [...new Set([...one.sources, ...other.sources].map(({ type }) => type))].map((type) => ({ type })),
});

interface Looked {
  readonly world: World;
  readonly account: Account;
  readonly held: Held;
  readonly document: PolicyDocument;
  readonly source: 'POLICY' | 'BUCKET_ACL';
  readonly acl: Acl | null;
  readonly statement: Statement;
  readonly isTrusted: (id: AccountId) => boolean;
  readonly facts: AnalysisFacts;
}

interface SourceText {
  readonly document: PolicyDocument;
  readonly source: 'POLICY' | 'BUCKET_ACL';
  /** The one grant that the document stands for. */
  readonly acl?: Acl;
}

/** Everything of a resource that can let somebody in: its policy, its access control list, its grants. */
function textsOf({ policy, acl, grants, arn }: Held): SourceText[] {
  const own = policy === null ? null : parsedPolicy(policy).document;
  return [
    ...(own ? [{ document: own, source: 'POLICY' } as const] : []),
    ...(acl ? acl.grants.map((grant): Acl => ({ ...acl, grants: [grant] })) : []).flatMap(
      (alone): SourceText[] => {
        const read = aclPolicy(alone, 'bucket', arn);
        return read ? [{ document: read.document, source: 'BUCKET_ACL', acl: alone }] : [];
      },
    ),
    ...grants.flatMap((grant): SourceText[] => {
      const read = grantPolicy(grant);
      return read ? [{ document: read.document, source: 'POLICY' }] : [];
    }),
  ];
}

function findingsOf(looked: Looked): ExternalAccessFinding[] {
  const { world, account, held, document, source, statement, isTrusted, facts } = looked;
  const actions = actionsOf(statement, held, facts.actions);
  const rcps = levelsOf(world.organization, account.id, 'RESOURCE_CONTROL_POLICY');
  return entriesOf(statement).flatMap((entry): ExternalAccessFinding[] => {
    const outsiders = outsidersOf(world, account.id, entry, document, isTrusted);
    const open = actions.filter((action) =>
      outsiders.some((outsider) =>
        samplesOf(statement, held).some((resource) => isLetIn(looked, outsider, action, resource)),
      ),
    );
    if (open.length === 0) return [];
    const condition = conditionOf(statement);
    const principal = { [entry.kind === 'Everyone' ? 'AWS' : entry.kind]: entry.value };
    return [
      {
        id: findingId([
          held.arn,
          JSON.stringify(principal),
          JSON.stringify(Object.entries(condition).sort()),
        ]),
        principal,
        action: open,
        resource: held.arn,
        resourceType: held.type,
        resourceOwnerAccount: account.id,
        isPublic: publicStatements(document).includes(statement) && !isPinned(entry, statement),
        condition,
        sources: [{ type: source }],
        status: 'ACTIVE',
        createdAt: facts.now,
        analyzedAt: facts.now,
        updatedAt: facts.now,
        resourceControlPolicyRestriction: rcps === null ? 'NOT_APPLICABLE' : 'APPLICABLE',
      },
    ];
  });
}

/** An Allow with NotPrincipal lets in everyone else. */
function entriesOf({ principal }: Statement): readonly PrincipalEntry[] {
  if (!principal) return [];
  const { from, to } = principal;
  return principal.negated ? [{ kind: 'Everyone', value: '*', from, to }] : principal.entries;
}

/** Whether one statement, with everything that denies beside it, lets an outsider do something. */
function isLetIn(
  { world, account, document, statement, facts, acl }: Looked,
  { principal, context }: Outsider,
  action: ActionName,
  resource: Arn,
): boolean {
  const request: Request = { principal, action, resource, resourceAccount: account.id, context };
  const applicable = applicablePolicies(world, request, facts.managedPolicies);
  const { s3, grants: _grants, ...rest } = applicable;
  // Whether the bucket's policy is public is a matter of all of it, and not of the part that is being analyzed.
  const isPublicBucket = applicable.resource.some(({ document }) => isPublicPolicy(document));
  if (s3 && isRestricted(request, isPublicBucket, s3.blockPublicAccess)) return false;
  const { outcome } = evaluate(
    {
      ...rest,
      identity: EVERYTHING,
      boundary: null,
      scps: null,
      resource: acl
        ? applicable.resource.map(({ source, document }) => ({ source, document: denialsOf(document) }))
        : [
            {
              source: { id: 'analyzed', name: 'analyzed', kind: 'resource' },
              document: alone(document, statement),
            },
          ],
      // Ownership and Block Public Access keep their say.
      ...(s3 && { s3: { ...s3, bucketAcl: acl, objectAcl: null } }),
    },
    request,
  ).decision;
  return outcome === 'allow' || outcome === 'depends';
}

/** Memos, so that the engine reads each text once. */
const parts = new WeakMap<Statement, PolicyDocument>();

function alone(document: PolicyDocument, statement: Statement): PolicyDocument {
  const known = parts.get(statement);
  if (known) return known;
  const made = {
    ...document,
    statements: document.statements.filter((one) => one === statement || one.effect === 'Deny'),
  };
  parts.set(statement, made);
  return made;
}

const denials = new WeakMap<PolicyDocument, PolicyDocument>();

function denialsOf(document: PolicyDocument): PolicyDocument {
  const known = denials.get(document);
  if (known) return known;
  const made = { ...document, statements: document.statements.filter(({ effect }) => effect === 'Deny') };
  denials.set(document, made);
  return made;
}

const everything = parsedPolicy(
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
).document;

/** What the outsider's own account allows it. */
const EVERYTHING: readonly AppliedPolicy[] = everything
  ? [{ source: { id: 'outside', name: 'outside', kind: 'inline' }, document: everything }]
  : [];

/** The actions of the resource's service that a statement can mean. */
function actionsOf({ action }: Statement, { service }: Held, all: Actions): ActionName[] {
  const tests = action.patterns.map(({ value }) => compileText(value.toLowerCase()));
  return [...all]
    .filter(([text]) => text.startsWith(`${service}:`))
    .filter(([text]) => tests.some((matches) => matches(text)) !== action.negated)
    .map(([, { name }]) => name);
}

/** ARNs that stand for what a statement is about: the resource, and something in it. */
function samplesOf({ resource }: Statement, { arn, contents }: Held): Arn[] {
  const named = (resource && !resource.negated ? resource.patterns : [])
    .map(({ value }) => value.replaceAll('*', 'x').replaceAll('?', 'x'))
    .filter((value): value is Arn => value.startsWith('arn:'));
  return [...new Set<Arn>([arn, ...contents, ...named])];
}

function conditionOf({ conditions }: Statement): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { key, values } of conditions) {
    const text = values.map(({ value }) => value).join(',');
    told[key] = told[key] === undefined ? text : `${told[key]},${text}`;
  }
  return told;
}

/** The same access has the same id each time: a UUID made of what the finding is about. */
function findingId(facts: readonly string[]): string {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => {
    let hash = seed;
    for (const fact of facts)
      for (let at = 0; at <= fact.length; at++)
        hash = Math.imul(hash ^ (at === fact.length ? 0x1f : fact.charCodeAt(at)), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

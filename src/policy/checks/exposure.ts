// Checks of an identity-based policy: what it lets out, and what it lets change, without a limit to some resources.
import type { ActionName } from '../../aws/arn.ts';
import type { Action, Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { matching, takesResources } from './known-actions.ts';
import { isEverywhere } from './resource-fit.ts';
import { isAllow, listed, quoted, type Subject } from './subject.ts';
import { fewInWords } from './words.ts';

/** No policy that can be saved has more: beyond that, actions are no longer looked at. */
const MOST_PATTERNS = 500;

/** @see https://cloudsplaining.readthedocs.io */
export function checkExposure({ draft, type, vocabulary }: Subject): readonly Diagnostic[] {
  if (type !== 'identity') return [];
  return draft.statements.filter(isAllow).flatMap((statement) => {
    const { action, resource, conditions } = statement;
    const patterns = listed(action);
    const wild = patterns.filter(({ value }) => /^(\*|[^:]+:\*+)$/.test(value));
    const found = wild.map((pattern) => fault('SERVICE_WILDCARD', pattern, quoted(pattern.value)));
    const star = listed(resource).find(({ value }) => isEverywhere(value));
    if (star === undefined || !vocabulary) return found;
    const risks = conditions.length > 0 ? [] : checkRisks(vocabulary, patterns.slice(0, MOST_PATTERNS), wild);
    // The graver finding says all that this one would.
    return [...found, ...(risks.length > 0 ? risks : checkStar(vocabulary, statement, star))];
  });
}

/** One finding of each kind for a statement, at the first action that has it, naming what is possible. */
function checkRisks(
  vocabulary: Vocabulary,
  patterns: readonly Spanned<string>[],
  wild: readonly Spanned<string>[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: Code, hits: readonly Hit[]): void => {
    const [first] = hits;
    const names = [...new Set(hits.flatMap((hit) => hit.names))];
    const canBeLimited = names.some((name) => takesResources(vocabulary.action(name)));
    const help = canBeLimited
      ? undefined
      : 'AWS has no resources to limit it to: leave it to those who need it.';
    if (first) found.push(fault(code, first.pattern, fewInWords(names, MOST_NAMED), { help }));
  };
  /** Of a short list, whatever the pattern: `*` includes these as `s3:Get*` does. */
  const among = (names: readonly ActionName[]): readonly Hit[] =>
    patterns
      .map((pattern) => {
        const lower = pattern.value.toLowerCase();
        return { pattern, names: names.filter((name) => covers(lower, name.toLowerCase())) };
      })
      .filter((hit) => hit.names.length > 0);
  /** The first action of each pattern that is so. */
  const so = (is: (action: Action) => boolean, of = patterns): readonly Hit[] =>
    of.flatMap((pattern) => {
      const action = matching(vocabulary, pattern.value).find(is);
      return action ? [{ pattern, names: [action.name] }] : [];
    });
  report('DATA_EXFILTRATION', among(DATA));
  // An action in full that AWS lets nobody limit is written as well as it can be.
  const canBeBetter = ({ pattern }: Hit): boolean =>
    hasWildcard(pattern.value) || takesResources(vocabulary.action(pattern.value));
  report('CREDENTIALS_EXPOSURE', among(credentialsOf(vocabulary)).filter(canBeBetter));
  report(
    'PERMISSIONS_MANAGEMENT_ACTIONS',
    so(({ name, level }) => level === 'Permissions management' && !READING.test(name)),
  );
  // That `s3:*` changes things it says itself.
  report(
    'INFRASTRUCTURE_MODIFICATION',
    so(
      ({ name, level }) =>
        (level === 'Write' || level === 'Tagging') &&
        !CREDENTIALS.has(name.toLowerCase()) &&
        takesResources(vocabulary.action(name)),
      patterns.filter((pattern) => !wild.includes(pattern)),
    ),
  );
  return found;
}

/** Actions that a pattern lets through. */
interface Hit {
  readonly pattern: Spanned<string>;
  readonly names: readonly ActionName[];
}

/** As many actions as a sentence names. */
const MOST_NAMED = 3;

/** Actions in full, all of which could name resources. */
function checkStar(vocabulary: Vocabulary, { action }: DraftStatement, star: Spanned<string>): Diagnostic[] {
  const patterns = listed(action);
  const could = (pattern: Spanned<string>): boolean =>
    !hasWildcard(pattern.value) && takesResources(vocabulary.action(pattern.value));
  if (star.value !== '*' || patterns.length === 0 || !patterns.every(could)) return [];
  return [
    fault(
      'RESOURCE_STAR',
      star,
      fewInWords(
        patterns.map(({ value }) => value),
        MOST_NAMED,
      ),
    ),
  ];
}

/** AWS has some actions among those that manage permissions that only read, of permissions or of something else. */
const READING = /:(BatchGet|Describe|Get|List|Search|Test|Validate|View)/i;

/** Reads of the data that attackers look for first, and the key to what is encrypted. */
const DATA: readonly ActionName[] = [
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'kms:Decrypt',
];

/** Actions that answer with credentials, or with what can be exchanged for them. */
const CREDENTIALS: ReadonlySet<string> = new Set(
  `airflow:createclitoken airflow:createweblogintoken appsync:createapikey chime:createapikey
  cloud9:createenvironmenttoken codeartifact:getauthorizationtoken codepipeline:pollforjobs
  cognito-identity:getcredentialsforidentity cognito-identity:getopenidtoken
  cognito-identity:getopenidtokenfordeveloperidentity cognito-idp:getsigningcertificate connect:getfederationtoken
  connect:getfederationtokens ec2:getpassworddata ecr-public:getauthorizationtoken ecr:getauthorizationtoken
  emr-containers:getmanagedendpointsessioncredentials finspace-api:getprogrammaticaccesscredentials
  gamelift:getcomputeaccess gamelift:getcomputeauthtoken gamelift:getinstanceaccess gamelift:requestuploadcredentials
  grafana:createworkspaceapikey iam:createaccesskey iam:createloginprofile iam:createservicespecificcredential
  iam:resetservicespecificcredential iam:updateaccesskey license-manager:getaccesstoken
  lightsail:createbucketaccesskey lightsail:downloaddefaultkeypair lightsail:getinstanceaccessdetails
  lightsail:getrelationaldatabasemasteruserpassword mediapackage:rotatechannelcredentials
  mediapackage:rotateingestendpointcredentials rds-db:connect redshift-serverless:getcredentials
  redshift:getclustercredentials redshift:getclustercredentialswithiam sso:getrolecredentials sts:assumerole
  sts:assumerolewithsaml sts:assumerolewithwebidentity sts:getfederationtoken sts:getsessiontoken`.split(
    /\s+/,
  ),
);

const credentials = new WeakMap<Vocabulary, readonly ActionName[]>();

/** Those of them that AWS publishes, as it writes them; those of IAM, which everyone knows, first. */
function credentialsOf(vocabulary: Vocabulary): readonly ActionName[] {
  const known = credentials.get(vocabulary);
  if (known) return known;
  const isOfIam = (name: string): boolean => /^(iam|sts):/.test(name);
  const found = [...CREDENTIALS]
    .toSorted((a, b) => Number(isOfIam(b)) - Number(isOfIam(a)))
    .flatMap((name) => vocabulary.actions.get(name)?.name ?? []);
  credentials.set(vocabulary, found);
  return found;
}

/** What lets a caller grant themselves the objects that the policy leaves out. */
const GRANTING = ['s3:putbucketacl', 's3:putbucketpolicy'];
const OBJECTS = ['s3:getobject', 's3:putobject', 's3:deleteobject'];

/** A limit on objects is none for those who can write the policy of the bucket, or the rule that deletes. */
export function checkGrantingAccess({ draft, type }: Subject): readonly Diagnostic[] {
  if (type !== 'identity') return [];
  const patterns = draft.statements.filter(isAllow).flatMap(({ action }) => listed(action));
  const allowed = (action: string): boolean =>
    patterns.some(({ value }) => covers(value.toLowerCase(), action));
  const isNegated = draft.statements.some((statement) => isAllow(statement) && statement.action?.negated);
  if (isNegated) return [];
  return patterns.flatMap((pattern) => {
    const action = pattern.value.toLowerCase();
    const grants = GRANTING.includes(action) && !OBJECTS.every(allowed);
    const deletes = action === 's3:putlifecycleconfiguration' && !allowed('s3:deleteobject');
    if (!grants && !deletes) return [];
    return [
      fault('RESOURCE_POLICY_PRIVILEGE_ESCALATION', pattern, quoted(pattern.value), deletes ? DELETES : {}),
    ];
  });
}

const DELETES = {
  message: 'Who may use {} can let objects expire, and so delete what the policy does not let them delete.',
  help: 'Leave it out too, or allow s3:DeleteObject openly.',
} as const;

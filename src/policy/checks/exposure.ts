// Checks of an identity-based policy: what it lets out, and what it lets change, without a limit to some resources.
import type { AccessLevel, Vocabulary } from '../../aws/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { covers, hasWildcard } from '../glob.ts';
import type { Spanned } from '../span.ts';
import { type Code, fault } from './codes.ts';
import { matching, takesResources } from './known-actions.ts';
import { isEverything } from './resource-fit.ts';
import { isAllow, listed, quoted, type Subject } from './subject.ts';

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
    const star = listed(resource).find(({ value }) => isEverything(value));
    if (star === undefined || !vocabulary) return found;
    const named = patterns.filter((pattern) => !wild.includes(pattern)).slice(0, MOST_PATTERNS);
    const risks = conditions.length > 0 ? [] : checkRisks(vocabulary, named);
    // The graver finding says all that this one would.
    return [...found, ...(risks.length > 0 ? risks : checkStar(vocabulary, statement, star))];
  });
}

/** One finding of each kind for a statement, at the first action that has it. */
function checkRisks(vocabulary: Vocabulary, patterns: readonly Spanned<string>[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: Code, has: (action: string, level: AccessLevel) => boolean): void => {
    const hits = patterns.flatMap((pattern) => {
      const action = matching(vocabulary, pattern.value).find(({ name, level }) => has(name, level));
      return action ? [{ pattern, name: action.name }] : [];
    });
    const [first] = hits;
    if (first) found.push(fault(code, first.pattern, andMore(hits.map(({ name }) => name))));
  };
  report('DATA_EXFILTRATION', (name) => DATA.has(name.toLowerCase()));
  report('CREDENTIALS_EXPOSURE', (name) => CREDENTIALS.has(name.toLowerCase()));
  report('PERMISSIONS_MANAGEMENT_ACTIONS', (_, level) => level === 'Permissions management');
  report(
    'INFRASTRUCTURE_MODIFICATION',
    (name, level) =>
      (level === 'Write' || level === 'Tagging') &&
      !CREDENTIALS.has(name.toLowerCase()) &&
      takesResources(vocabulary.action(name)),
  );
  return found;
}

/** `"ec2:StopInstances"` and, of several, how many more. */
const andMore = ([first = '', ...rest]: readonly string[]): string =>
  rest.length === 0 ? first : `${first} (and ${rest.length} more)`;

/** Actions in full, all of which could name resources. */
function checkStar(vocabulary: Vocabulary, { action }: DraftStatement, star: Spanned<string>): Diagnostic[] {
  const patterns = listed(action);
  const could = (pattern: Spanned<string>): boolean =>
    !hasWildcard(pattern.value) && takesResources(vocabulary.action(pattern.value));
  if (star.value !== '*' || patterns.length === 0 || !patterns.every(could)) return [];
  return [fault('RESOURCE_STAR', star, andMore(patterns.map(({ value }) => value)))];
}

/** Reads of the data that attackers look for first. */
const DATA: ReadonlySet<string> = new Set([
  's3:getobject',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameters',
  'ssm:getparametersbypath',
]);

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
    return grants || deletes
      ? [fault('RESOURCE_POLICY_PRIVILEGE_ESCALATION', pattern, quoted(pattern.value))]
      : [];
  });
}

// Keys of temporary credentials: when they were issued, with MFA or not, by which call, for which machine or person.
import { epochMillis, type Instant } from '../../aws/instant.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';
import type {
  CallerFacts,
  MfaFacts,
  RoleCredentials,
  RoleSessionFacts,
  UserCredentials,
} from './caller-facts.ts';
import { isForwarded, type Route } from './route-keys.ts';
import { samlCallKeys, samlSessionKeys } from './saml-keys.ts';
import { webIdentityCallKeys, webIdentitySessionKeys } from './web-identity-keys.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-session-properties */
export function credentialKeys(caller: CallerFacts, route: Route, now: Instant): RequestContext {
  switch (caller.kind) {
    case 'root':
      return caller.credentials.kind === 'assumeRoot'
        ? { 'aws:AssumedRoot': 'true', ...issuedKeys(caller.credentials.issued), ...mfaKeys(null, now) }
        : userCredentialKeys(caller.credentials, route, now);
    case 'user':
      return userCredentialKeys(caller.credentials, route, now);
    case 'roleSession':
      return roleSessionKeys(caller, now);
    case 'federatedUser':
      return issuedKeys(caller.issued);
    case 'samlIdentity':
      return samlCallKeys(caller.assertion);
    case 'webIdentity':
      return webIdentityCallKeys(caller.identity);
    case 'service':
    case 'anonymous':
      return {};
  }
}

function userCredentialKeys(credentials: UserCredentials, route: Route, now: Instant): RequestContext {
  switch (credentials.kind) {
    case 'accessKey':
      return isForwarded(route) ? REISSUED : {};
    case 'console':
    case 'getSessionToken':
      return { ...issuedKeys(credentials.issued), ...mfaKeys(credentials.mfa, now) };
    case 'signIn':
      return {
        ...issuedKeys(credentials.issued),
        ...mfaKeys(credentials.mfa, now),
        'aws:SignInSessionArn': credentials.session,
      };
  }
}

/**
 * A service that forwards a request signed with an access key does so with temporary credentials, which have no MFA.
 * AWS does not say that they have an issue time too, nor which.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
const REISSUED: RequestContext = { 'aws:TokenIssueTime': UNKNOWN, 'aws:MultiFactorAuthPresent': 'false' };

const roleSessionKeys = (session: RoleSessionFacts, now: Instant): RequestContext => ({
  ...issuedKeys(session.issued),
  ...roleCredentialKeys(session.credentials, now),
  ...(session.sourceIdentity === null ? {} : { 'aws:SourceIdentity': session.sourceIdentity }),
  ...(session.signInSession === null ? {} : { 'aws:SignInSessionArn': session.signInSession }),
});

/** Where a session comes from shows in its keys. Whether a federated person has shown a second factor AWS cannot know. */
function roleCredentialKeys(credentials: RoleCredentials, now: Instant): RequestContext {
  switch (credentials.kind) {
    case 'assumeRole':
      // What the credentials of the caller said of MFA goes on in these; a code given to AssumeRole itself does not show.
      return mfaKeys(credentials.mfa, now);
    case 'assumeRoleWithSaml':
      return samlSessionKeys(credentials.assertion);
    case 'assumeRoleWithWebIdentity':
      return webIdentitySessionKeys(credentials.identity);
    case 'identityCenter':
      return { 'identitystore:UserId': credentials.userId };
    default:
      return { ...mfaKeys(null, now), ...handedRoleKeys(credentials) };
  }
}

type HandedRole = Exclude<
  RoleCredentials,
  { kind: 'assumeRole' | 'assumeRoleWithSaml' | 'assumeRoleWithWebIdentity' | 'identityCenter' }
>;

/** Of roles that a service assumes for what runs in it. */
function handedRoleKeys(credentials: HandedRole): RequestContext {
  switch (credentials.kind) {
    case 'ec2Instance':
      return {
        'aws:Ec2InstanceSourceVpc': credentials.vpc,
        'aws:Ec2InstanceSourcePrivateIPv4': credentials.privateIpv4,
        'ec2:RoleDelivery': `${credentials.delivery}.0`,
        'ec2:SourceInstanceARN': credentials.instance,
      };
    case 'lambdaFunction':
      return { 'lambda:SourceFunctionArn': credentials.function };
    case 'managedInstance':
      return { 'ssm:SourceInstanceArn': credentials.instance };
    case 'codeBuild':
      return { 'codebuild:BuildArn': credentials.build, 'codebuild:ProjectArn': credentials.project };
    case 'glue':
      return credentials.by === 'service'
        ? { 'glue:RoleAssumedBy': 'glue.amazonaws.com' }
        : { 'glue:CredentialIssuingService': 'glue.amazonaws.com' };
    case 'chat':
      return { 'aws:ChatbotSourceArn': credentials.configuration };
    case 'service':
      return {};
  }
}

const issuedKeys = (issued: Instant): RequestContext => ({ 'aws:TokenIssueTime': issued });

/** The age is in whole seconds. */
function mfaKeys(mfa: MfaFacts, now: Instant): RequestContext {
  if (mfa === null) return { 'aws:MultiFactorAuthPresent': 'false' };
  const age = Math.max(0, Math.floor((epochMillis(now) - epochMillis(mfa)) / 1000));
  return { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': String(age) };
}

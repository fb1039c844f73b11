// Ways: what the ways to credentials are called, and how somebody came to be who they are.
import type { Way } from '../../session/facts.ts';
import type { CredentialsWay } from '../shared/route.ts';

export const WAY_LABELS: Readonly<Record<CredentialsWay, string>> = {
  'assume-role': 'Assume a role',
  'session-token': 'Session token',
  'federation-token': 'Federation token',
  'assume-root': 'Root session',
  'access-key': 'Access key',
  services: 'Services',
  anonymous: 'Nobody',
  'revoke-sessions': 'Revoke sessions',
};

/** After the name of whoever acts. */
export const CAME_BY: Readonly<Record<Way, string>> = {
  signIn: 'signed in to the console',
  saml: 'by AssumeRoleWithSAML',
  webIdentity: 'by AssumeRoleWithWebIdentity',
  identityCenter: 'by IAM Identity Center',
  accessKey: 'signs with an access key',
  service: 'runs as a service',
  anonymous: 'signs nothing',
  switchRole: 'by switching roles',
  assumeRole: 'by AssumeRole',
  sessionToken: 'by GetSessionToken',
  federationToken: 'by GetFederationToken',
  assumeRoot: 'by AssumeRoot',
};

/** Whether somebody has to act first. An access key, a service or nobody can act while nobody has signed in. */
export const needsCaller = (way: CredentialsWay): boolean =>
  way !== 'access-key' && way !== 'services' && way !== 'anonymous';

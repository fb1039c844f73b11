// Service words: why what runs in a service has no credentials, in a sentence each.
import type { NoSession } from '../../api/operations/ec2/instance-session.ts';

export const NO_SESSION: Readonly<Record<NoSession, string>> = {
  notRunning: 'It does not run, so nothing in it asks for credentials.',
  metadataDisabled: 'Its metadata service, which would hand out the credentials, is switched off.',
  tokenRequired: 'Its metadata service answers to tokens of version 2 only.',
  noProfile: 'It has no instance profile, so there is no role for it.',
  profileDeleted: 'Its instance profile was deleted.',
  profileMadeAnew: 'Its instance profile was deleted; the one of that name now is another.',
  noRole: 'Its instance profile holds no role, or the role is gone.',
  roleNotTrusting:
    'The service cannot assume the role: it is gone, or its trust policy does not let the service in.',
};

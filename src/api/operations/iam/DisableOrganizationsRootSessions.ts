// iam:DisableOrganizationsRootSessions: takes AssumeRoot away again.
import { operation } from '../../operation.ts';
import { switching } from './root-access.ts';

/**
 * Sessions that run already keep their end.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootSessions.html
 */
export const DisableOrganizationsRootSessions = operation({
  name: 'iam:DisableOrganizationsRootSessions',
  readOnly: false,
  cli: 'iam disable-organizations-root-sessions',
  parameters: {},
  authorization: () => [{ action: 'iam:DisableOrganizationsRootSessions', resource: '*' }],
  perform: switching('RootSessions', false),
});

// iam:EnableOrganizationsRootSessions: lets the organization do tasks of root users in its members, with AssumeRoot.
import { operation } from '../../operation.ts';
import { switching } from './root-access.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootSessions.html */
export const EnableOrganizationsRootSessions = operation({
  name: 'iam:EnableOrganizationsRootSessions',
  readOnly: false,
  cli: 'iam enable-organizations-root-sessions',
  parameters: {},
  authorization: () => [{ action: 'iam:EnableOrganizationsRootSessions', resource: '*' }],
  perform: switching('RootSessions', true),
});

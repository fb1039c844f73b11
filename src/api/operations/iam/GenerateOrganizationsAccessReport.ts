// iam:GenerateOrganizationsAccessReport: asks which services the accounts of the organization use.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { newJob } from './access-jobs.ts';
import { accountOf } from './entities.ts';

/**
 * For the management account, or an account that administers IAM for the organization. AWS's words for others are not
 * known. Reports are ready at once, so none is ever in the way of another.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateOrganizationsAccessReport.html
 */
export const GenerateOrganizationsAccessReport = operation({
  name: 'iam:GenerateOrganizationsAccessReport',
  readOnly: false,
  cli: 'iam generate-organizations-access-report',
  parameters: {
    EntityPath: {
      type: 'text',
      event: 'entityPath',
      required: true,
      min: 19,
      max: 427,
      pattern: '^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*',
    },
    OrganizationsPolicyId: {
      type: 'text',
      event: 'organizationsPolicyId',
      required: false,
      pattern: '^p-[0-9a-zA-Z_]{8,128}$',
    },
  },
  authorization: (_world, caller, { EntityPath, OrganizationsPolicyId }) => [
    {
      action: 'iam:GenerateOrganizationsAccessReport',
      resource: `arn:aws:iam::${caller.account}:access-report/${EntityPath}`,
      ...(OrganizationsPolicyId !== undefined && {
        context: { 'iam:OrganizationsPolicyId': OrganizationsPolicyId },
      }),
    },
  ],
  perform: (scene, { EntityPath, OrganizationsPolicyId = null }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { organization } = scene.world;
    const { id } = account.value;
    const administers =
      organization !== null &&
      (organization.managementAccount === id ||
        lookup(organization.delegatedAdministrators, `iam.amazonaws.com/${id}`) !== undefined);
    if (!administers)
      return err(
        awsError(
          'AccessDenied',
          'This operation can only be called from the management account of an organization.',
        ),
      );
    return ok(
      newJob(scene, account.value, {
        about: EntityPath,
        granularity: 'SERVICE_LEVEL',
        policy: OrganizationsPolicyId,
      }),
    );
  },
});

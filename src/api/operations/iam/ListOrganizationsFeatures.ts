// iam:ListOrganizationsFeatures: which features of centralised root access are on.
import { operation } from '../../operation.ts';
import { listingFeatures } from './root-access.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html */
export const ListOrganizationsFeatures = operation({
  name: 'iam:ListOrganizationsFeatures',
  readOnly: true,
  cli: 'iam list-organizations-features',
  parameters: {},
  authorization: () => [{ action: 'iam:ListOrganizationsFeatures', resource: '*' }],
  perform: listingFeatures,
});

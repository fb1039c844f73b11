// Resources with tags: the ARN that a request on one asks for, whatever kind its id is of.
import { delegationPolicyArn, placeArn } from '../../../account/organization-arns.ts';
import type { Organization } from '../../../account/organization.ts';
import type { Arn } from '../../../aws/arn.ts';
import { arnOfPolicy } from './policies.ts';

export const arnOfResource =
  (id: string) =>
  (organization: Organization): Arn => {
    if (id.startsWith('p-')) return arnOfPolicy(id)(organization);
    return id.startsWith('rp-') ? delegationPolicyArn(organization, id) : placeArn(organization, id);
  };

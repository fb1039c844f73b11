// AccountFacts: an account and its place in an organization, and the keys that tell of it.
import type { AccountId } from '../../aws/arn.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';

export interface AccountFacts {
  readonly id: AccountId;
  /** Null: the account is in no organization. */
  readonly organization: OrganizationFacts | null;
}

export interface OrganizationFacts {
  /** `o-…` */
  readonly id: string;
  /**
   * From the organization down to the unit that holds the account, `o-…/r-…/ou-…/` with the slash at its end; null when
   * nobody has stated it.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
   */
  readonly path: string | null;
}

/** Whose account is spoken of: of the caller, of the resource, of the resource behind a service, of the VPC endpoint. */
export type AccountRole = 'Principal' | 'Resource' | 'Source' | 'Vpce';

/** `aws:…OrgID` and the multivalued `aws:…OrgPaths`; accounts outside of organizations have neither. */
export function organizationKeys(role: AccountRole, { organization }: AccountFacts): RequestContext {
  if (organization === null) return {};
  const { id, path } = organization;
  return { [`aws:${role}OrgID`]: id, [`aws:${role}OrgPaths`]: path === null ? UNKNOWN : [path] };
}

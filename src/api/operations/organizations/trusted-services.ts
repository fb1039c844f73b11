// Services that can have trusted access to an organization.

/**
 * Their principals.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html
 */
const TRUSTABLE: ReadonlySet<string> = new Set(
  `access-analyzer account agentless.inspector2 auditmanager aws-artifact-account-sync backup cloudtrail
  compute-optimizer config config-multiaccountsetup controltower cost-optimization-hub.bcm detective devops-guru ds
  fms guardduty health iam inspector2 ipam license-manager license-manager.member-account
  license-manager-linux-subscriptions macie malware-protection.guardduty member.org.stacksets.cloudformation
  networkmanager notifications opsdatasync.ssm ram reachabilityanalyzer.networkinsights reporting.trustedadvisor
  resource-explorer-2 securityhub securitylake servicecatalog servicequotas ssm ssm-quicksetup sso storage-lens.s3
  tagpolicies.tag wellarchitected`
    .split(/\s+/)
    .map((name) => `${name}.amazonaws.com`),
);

export const isTrustable = (principal: string): boolean => TRUSTABLE.has(principal);

/** The service that a request is about. */
export const serviceKey = (principal: string) => ({
  context: { 'organizations:ServicePrincipal': principal },
});

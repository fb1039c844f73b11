// iam:GetAccountSummary: how many entities the account has, and how many of each it may have.
import { MAX_POLICY_VERSIONS } from '../../../account/apply-change.ts';
import { mfaDeviceCounts, mfaDevicesOf } from '../../../account/mfa-devices.ts';
import type { Account } from '../../../account/world.ts';
import { sizeOf, valuesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { SIZE_LIMITS } from '../../../policy/size.ts';
import { operation } from '../../operation.ts';
import { accountOf } from './entities.ts';
import { MAX_ACCESS_KEYS, MAX_ATTACHED, MAX_INLINE, MAX_POLICIES } from './quotas.ts';

/**
 * Certificates are not kept in a world: their counts are 0.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export const GetAccountSummary = operation({
  name: 'iam:GetAccountSummary',
  readOnly: true,
  cli: 'iam get-account-summary',
  parameters: {},
  authorization: () => [{ action: 'iam:GetAccountSummary', resource: '*' }],
  perform: (scene) => {
    const account = accountOf(scene);
    return account.ok ? ok({ output: { SummaryMap: summaryOf(account.value) }, changes: [] }) : account;
  },
});

function summaryOf(account: Account) {
  const devices = mfaDeviceCounts(account);
  return {
    Users: sizeOf(account.users),
    UsersQuota: 5000,
    Groups: sizeOf(account.groups),
    GroupsQuota: 300,
    Roles: sizeOf(account.roles),
    RolesQuota: 1000,
    InstanceProfiles: sizeOf(account.instanceProfiles),
    InstanceProfilesQuota: 1000,
    Policies: sizeOf(account.policies),
    PoliciesQuota: MAX_POLICIES,
    PolicySizeQuota: SIZE_LIMITS.identity.most,
    PolicyVersionsInUse: valuesOf(account.policies).reduce((sum, { versions }) => sum + versions.length, 0),
    PolicyVersionsInUseQuota: 10_000,
    VersionsPerPolicyQuota: MAX_POLICY_VERSIONS,
    AttachedPoliciesPerUserQuota: MAX_ATTACHED.user,
    AttachedPoliciesPerGroupQuota: MAX_ATTACHED.group,
    AttachedPoliciesPerRoleQuota: MAX_ATTACHED.role,
    UserPolicySizeQuota: MAX_INLINE.user,
    GroupPolicySizeQuota: MAX_INLINE.group,
    RolePolicySizeQuota: MAX_INLINE.role,
    AssumeRolePolicySizeQuota: SIZE_LIMITS.trust.most,
    GroupsPerUserQuota: 10,
    AccessKeysPerUserQuota: MAX_ACCESS_KEYS,
    SigningCertificatesPerUserQuota: 2,
    /** Of the root user. */
    AccountAccessKeysPresent: account.root.accessKeys.length,
    AccountPasswordPresent: account.root.login === null ? 0 : 1,
    AccountMFAEnabled: mfaDevicesOf(account, { kind: 'root' }).length > 0 ? 1 : 0,
    AccountSigningCertificatesPresent: 0,
    MFADevices: devices.all,
    MFADevicesInUse: devices.held,
    Providers: sizeOf(account.samlProviders) + sizeOf(account.oidcProviders),
    ServerCertificates: 0,
    ServerCertificatesQuota: 20,
    GlobalEndpointTokenVersion: account.globalTokenVersion,
  };
}

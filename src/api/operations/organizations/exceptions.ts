// Exceptions of Organizations that several operations answer with. Observed on AWS where nothing else is said.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

export const accountNotFound = (): AwsError =>
  awsError('AccountNotFoundException', "You specified an account that doesn't exist.");

export const unitNotFound = (): AwsError =>
  awsError('OrganizationalUnitNotFoundException', "You specified an organizational unit that doesn't exist.");

/** The missing article is AWS's. */
export const parentNotFound = (): AwsError =>
  awsError('ParentNotFoundException', "You specified parent that doesn't exist.");

export const policyNotFound = (): AwsError =>
  awsError('PolicyNotFoundException', "You specified a policy that doesn't exist.");

export const rootNotFound = (): AwsError =>
  awsError('RootNotFoundException', "You specified a root that doesn't exist.");

export const targetNotFound = (): AwsError =>
  awsError('TargetNotFoundException', "You specified a target that doesn't exist.");

export const duplicateUnit = (): AwsError =>
  awsError('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.');

export const duplicatePolicy = (): AwsError =>
  awsError('DuplicatePolicyException', 'A policy with the specified name and type already exists.');

export const policyTypeNotEnabled = (): AwsError =>
  awsError('PolicyTypeNotEnabledException', 'This operation can be performed only for enabled policy types.');

/** The text of the documentation. */
export const policyTypeNotAvailable = (): AwsError =>
  awsError(
    'PolicyTypeNotAvailableForOrganizationException',
    "You can't use the specified policy type with the feature set currently enabled for this organization. For example, you can enable SCPs only after you enable all features in the organization.",
  );

/** The text of the documentation. */
export const resourcePolicyNotFound = (): AwsError =>
  awsError(
    'ResourcePolicyNotFoundException',
    "We can't find a resource policy request with the parameter that you specified.",
  );

/** The text of the documentation. */
export const masterCannotLeave = (): AwsError =>
  awsError(
    'MasterCannotLeaveOrganizationException',
    "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, you must first delete the current organization of the management account.",
  );

export const accountNotRegistered = (): AwsError =>
  awsError(
    'AccountNotRegisteredException',
    'The provided account is not a registered delegated administrator for your organization.',
  );

/**
 * Texts observed: those on the number of accounts, on the most and the fewest policies, and on the management account as
 * administrator. The others are those of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html#API_AttachPolicy_Errors
 */
const CONSTRAINTS = {
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: 'You have exceeded the allowed number of AWS accounts.',
  CANNOT_CLOSE_MANAGEMENT_ACCOUNT:
    'You attempted to close the management account. To close the management account for the organization, you must first either remove or close all member accounts in the organization. Follow standard account closure process using root credentials.',
  CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR:
    'You cannot register management account/yourself as delegated administrator for your organization.',
  CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR:
    'You cannot register a suspended account as a delegated administrator.',
  CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG:
    'You attempted to remove an account that is registered as a delegated administrator for a service integrated with your organization. To complete this operation, you must first deregister this account as a delegated administrator.',
  MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    'You have attached the maximum number of policies to the specified target.',
  MAX_TAG_LIMIT_EXCEEDED: 'You have exceeded the number of tags allowed on this resource.',
  MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
  ORGANIZATION_NOT_IN_ALL_FEATURES_MODE:
    "You attempted to perform an operation that requires the organization to be configured to support all features. An organization that supports only consolidated billing features can't perform this operation.",
  OU_DEPTH_LIMIT_EXCEEDED: 'You attempted to create an OU tree that is too many levels deep.',
  OU_NUMBER_LIMIT_EXCEEDED: 'You attempted to exceed the number of OUs that you can have in an organization.',
  POLICY_CONTENT_LIMIT_EXCEEDED: 'You attempted to create a policy that is larger than the maximum size.',
  POLICY_NUMBER_LIMIT_EXCEEDED:
    'You attempted to exceed the number of policies that you can have in an organization.',
  SERVICE_ACCESS_NOT_ENABLED:
    'You attempted to register a delegated administrator before you enabled service access. Call the EnableAWSServiceAccess API first.',
  WAIT_PERIOD_ACTIVE:
    "After you create an AWS account, you must wait until at least four days after the account was created. Invited accounts aren't subject to this waiting period.",
} as const;

export const constraintViolation = (reason: keyof typeof CONSTRAINTS): AwsError => ({
  ...awsError('ConstraintViolationException', CONSTRAINTS[reason]),
  details: { Reason: reason },
});

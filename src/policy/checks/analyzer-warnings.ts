// The security warnings and general warnings of IAM Access Analyzer: its issue codes in our words.
import { entries } from './entries.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const ANALYZER_SECURITY_WARNINGS = entries('securityWarning', {
  ALLOW_WITH_NOT_PRINCIPAL: [
    'Allow with NotPrincipal allows everyone who is not listed, anonymous callers included.',
    'List the principals to allow in a Principal element.',
  ],
  UNTRUSTWORTHY_CONDITION_KEY: [
    'The caller alone decides what {} says, so it proves nothing.',
    'Use a key that AWS sets, such as aws:SourceVpce, aws:SourceIp or aws:PrincipalOrgID.',
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    'ForAllValues is also met when {} is missing, and this key never holds more than one value.',
    'Use the operator without ForAllValues.',
  ],
  PASS_ROLE_WITH_NOT_RESOURCE: [
    'Here iam:PassRole lets the caller hand every role but those listed to a service.',
    'Name the roles that may be passed in a Resource element.',
  ],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    '{} includes iam:PassRole, here for every role but those listed.',
    'List the actions that are needed, and name the roles that may be passed in a Resource element.',
  ],
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    'NotAction leaves iam:PassRole in, here for every role but those listed.',
    'List the actions that are needed, and name the roles that may be passed in a Resource element.',
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: [
    'Here iam:PassRole lets the caller hand every role to a service, also one stronger than the caller.',
    'Name the roles in Resource, or add a condition on iam:PassedToService.',
  ],
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    '{} includes iam:PassRole, here for every role, also one stronger than the caller.',
    'List the actions that are needed, and name the roles that may be passed.',
  ],
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    'NotAction leaves iam:PassRole in, here for every role, also one stronger than the caller.',
    'Add iam:PassRole to NotAction, or list the actions that are needed.',
  ],
  MISSING_PAIRED_CONDITION_KEYS: [
    'The condition key {} alone says little: private addresses are the same in many networks.',
    'Add a condition on aws:SourceVpc or aws:SourceVpce.',
  ],
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'This Deny asks for a tag of the resource, which requests to {} never carry: there it denies nothing.',
    'Deny those actions in a statement without the tag.',
  ],
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'This Deny asks for a tag of the resource, which many services that NotAction leaves in never send: there it denies nothing.',
    'List in an Action element the services whose requests carry tags.',
  ],
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: [
    'The service {} may act here for anyone who uses it, also from other accounts.',
    'Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.',
  ],
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: [
    'Everyone to whom the identity provider {} gives a token may assume this role.',
    'Add conditions on the claims of the provider: whom the token is for (aud) and whom it is about (sub).',
  ],
  MISSING_GITHUB_REPO_CONDITION_KEY: [
    'Workflows of every repository on GitHub may assume this role.',
    'Add a condition on token.actions.githubusercontent.com:sub that names your repository.',
  ],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [
    '{} is an ARN, in which a wildcard of StringLike can run across the colons.',
    'Use ArnLike, which compares the parts of an ARN one by one.',
  ],
  DYNAMODB_ATTRIBUTES_WITHOUT_SELECT: [
    'A request that names no attributes at all gets every one of them, whatever {} says.',
    'Add a condition on dynamodb:Select, for example SPECIFIC_ATTRIBUTES with StringEqualsIfExists.',
  ],
  S3_PREFIX_IN_NEGATIVE_CONTEXT: [
    'A listing with another or a shorter s3:prefix also shows what this should hide.',
    'Allow the prefixes that may be listed, with StringEquals or StringLike.',
  ],
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: [
    'With ForAnyValue one matching audience in {} is enough, though the token may be for others too.',
    'Use StringEquals where the provider names one audience; with several, list those that you trust.',
  ],
});

/** AWS also calls these general warnings. */
export const ANALYZER_WARNINGS = entries('warning', {
  CREATE_SLR_WITH_NOT_RESOURCE: [
    'Here iam:CreateServiceLinkedRole may be used for every service but those listed.',
    'Name the service-linked roles that may be created in a Resource element.',
  ],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: [
    '{} includes iam:CreateServiceLinkedRole, here for every service but those listed.',
    'List the actions that are needed, and name the service-linked roles in a Resource element.',
  ],
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE: [
    'NotAction leaves iam:CreateServiceLinkedRole in, here for every service but those listed.',
    'List the actions that are needed, and name the service-linked roles in a Resource element.',
  ],
  CREATE_SLR_WITH_STAR_IN_RESOURCE: [
    'Here iam:CreateServiceLinkedRole may be used for every service.',
    'Name the roles in Resource, or add a condition on iam:AWSServiceName.',
  ],
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: [
    '{} includes iam:CreateServiceLinkedRole, here for every service.',
    'List the actions that are needed, or add a condition on iam:AWSServiceName.',
  ],
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: [
    'NotAction leaves iam:CreateServiceLinkedRole in, here for every service.',
    'Add iam:CreateServiceLinkedRole to NotAction, or list the actions that are needed.',
  ],
  DEPRECATED_GLOBAL_CONDITION_KEY: [
    'The condition key {} is out of date.',
    'Use aws:PrincipalArn for who calls, or aws:SourceArn for the resource that a service calls for.',
  ],
  INVALID_DATE_VALUE: [
    '{} may not be read as the date that you mean.',
    'Write the date and time as in 2026-04-01T12:00:00Z.',
  ],
  INVALID_ROLE_REFERENCE: [
    '{} is the id of a role, not its ARN.',
    'Write the ARN of the role. In a policy that was saved, AWS shows the id once the role is deleted.',
  ],
  INVALID_USER_REFERENCE: [
    '{} is the id of a user, not its ARN.',
    'Write the ARN of the user. In a policy that was saved, AWS shows the id once the user is deleted.',
  ],
  MISSING_VERSION: [
    'The policy has no Version, and so uses the language of 2008, without policy variables.',
    'Add "Version": "2012-10-17".',
  ],
  UNIQUE_SIDS_RECOMMENDED: [
    'Another statement of this policy already has the Sid {}.',
    'Give each statement a Sid of its own, or none.',
  ],
  WILDCARD_WITHOUT_LIKE_OPERATOR: [
    '{} compares * and ? as ordinary characters.',
    'Use the operator StringLike or StringNotLike where a wildcard is meant.',
  ],
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: [
    'The policy is longer than {}, white space not counted.',
    'Shorten it, or split it into several managed policies.',
  ],
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: ['The policy is longer than {}.', 'Shorten it.'],
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: [
    'The policy is longer than {}, white space not counted.',
    'Shorten it.',
  ],
  TYPE_MISMATCH: [
    'The operator does not fit the type of the condition key {}.',
    'Use an operator for values of this type.',
  ],
  TYPE_MISMATCH_BOOLEAN: ['{} is neither true nor false.', 'Write "true" or "false".'],
  TYPE_MISMATCH_DATE: ['{} is not a date.', 'Write the date and time as in 2026-04-01T12:00:00Z.'],
  TYPE_MISMATCH_NUMBER: ['{} is not a number.', 'Write the number in digits, without a unit.'],
  TYPE_MISMATCH_STRING: [
    '{} is not text in Base64.',
    'BinaryEquals compares bytes written in Base64; use StringEquals for ordinary text.',
  ],
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED: [
    '{} lets in more than one repository or branch of GitHub.',
    'Name the repository and the branch, as in repo:owner/name:ref:refs/heads/main.',
  ],
  RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY: [
    'This Deny on {} also hits AWS services that act for you, since they belong to no organization.',
    'Add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}.',
  ],
  RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY: [
    'This Deny on {} also hits callers that are no AWS service, whose requests never carry the key.',
    'Add "Bool": {"aws:PrincipalIsAWSService": "true"}.',
  ],
  RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: [
    'This Deny on {} also hits services whose requests do not say for which account they are made.',
    'Add "Null": {"aws:SourceAccount": "false"}.',
  ],
  USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: [
    'Only some services send the condition key {}; for all others this statement works as if it were missing.',
    'List only actions of services that send it, or let the operator end in IfExists.',
  ],
});

// The errors of IAM Access Analyzer beyond those of form: its issue codes in our words. `{}` stands for the subject.
import { entries } from './entries.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const ANALYZER_ERRORS = entries('error', {
  // Elements
  UNSUPPORTED_PRINCIPAL: [
    'An identity-based policy cannot have the element {}: its principal is whoever it is attached to.',
    'Remove the element, or put the statement into a resource-based policy.',
  ],
  MISSING_PRINCIPAL: ['The statement does not say whom it is about.', 'Add a Principal element.'],
  MISSING_RESOURCE: [
    'The statement does not say which resources it is about.',
    'Add a Resource or NotResource element.',
  ],
  UNIQUE_SIDS_REQUIRED: [
    'Another statement of this policy already has the Sid {}.',
    'Give each statement a Sid of its own, or none.',
  ],
  UNSUPPORTED_SID: [
    'The Sid {} has characters other than letters and digits.',
    'Use only A to Z, a to z and 0 to 9.',
  ],
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: [
    'The policy is longer than {}.',
    'Shorten it, or split it into several policies.',
  ],
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: [
    'The policy is longer than {}.',
    'Shorten it, or split it into several policies.',
  ],
  // Principals
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'The principal {} has a wildcard, which does not match part of a name here.',
    'Name each principal in full, or use "*" with a condition on aws:PrincipalArn.',
  ],
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: [
    'A Federated principal has no effect here: an identity provider only vouches for those who assume a role.',
    'Name the role that the federated users assume, as an AWS principal.',
  ],
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'The condition key {} is never there when an AWS service itself makes the request.',
    'Use aws:SourceArn, aws:SourceAccount or aws:SourceOrgID for the service, or a statement of its own.',
  ],
  // Trust policies
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: [
    'A role trust policy cannot have the element {}: its resource is the role itself.',
    'Remove the element.',
  ],
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: [
    'A role trust policy cannot have the element NotPrincipal.',
    'List those who may assume the role in a Principal element.',
  ],
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: [
    'Everyone, in every AWS account, is named as a principal of this role.',
    'Name the accounts, roles or services that may assume it.',
  ],
  MISSING_ACTION_FOR_CONDITION_KEY: [
    'The condition key {} is about an action that no statement for this principal lists.',
    'Add that action, or move the condition to a statement that has it.',
  ],
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY: [
    'The federated principal {} is neither the ARN of an identity provider nor the domain of one that AWS knows.',
    'Write arn:aws:iam::111122223333:oidc-provider/DOMAIN or arn:aws:iam::111122223333:saml-provider/NAME.',
  ],
  MISMATCHED_ACTION_FOR_PRINCIPAL: [
    'The action does not go with the kind of the principal {}.',
    'SAML providers go with sts:AssumeRoleWithSAML, OIDC providers with sts:AssumeRoleWithWebIdentity, all others with sts:AssumeRole.',
  ],
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: [
    'IAM Roles Anywhere also needs {} here.',
    'Allow sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity.',
  ],
  // Service and resource control policies
  SCP_SYNTAX_ERROR_PRINCIPAL: [
    'A service control policy cannot have the element {}.',
    'Remove the element; the policy applies to every principal of the accounts it is attached to.',
  ],
  RCP_SYNTAX_ERROR_PRINCIPAL: [
    'The principal of a resource control policy can only be "*".',
    'Write "Principal": "*", and say in conditions whom you mean.',
  ],
  RCP_SYNTAX_ERROR_ALLOW: [
    'A resource control policy of your own can only deny.',
    'Write "Effect": "Deny" with the conditions turned round, StringEquals as StringNotEqualsIfExists; what is not denied stays as it is.',
  ],
  RCP_SYNTAX_ERROR_NOTACTION: [
    'A resource control policy cannot have the element NotAction.',
    'List the actions to deny in an Action element.',
  ],
  RCP_SYNTAX_ERROR_ACTION: [
    '{} is not an action of a service that resource control policies cover.',
    'Begin each action with the prefix of such a service, for example s3, sts, kms, sqs or secretsmanager.',
  ],
  // Actions
  INVALID_ACTION: [
    '{} is not among the actions that AWS publishes.',
    'Check the spelling. An unknown action never matches a request, though IAM saves a policy that has it.',
  ],
  INVALID_SERVICE_IN_ACTION: [
    'AWS publishes no service with the prefix {}.',
    'Check the part before the colon.',
  ],
  UNSUPPORTED_ACTION_IN_POLICY: [
    'The action {} is never about what this policy is attached to.',
    'Use actions of the service that this policy belongs to.',
  ],
  // Resources
  INVALID_ARN_PREFIX: [
    'The resource {} is neither an ARN nor "*".',
    'Start it with arn:, as in arn:aws:s3:::bucket/key.',
  ],
  MISSING_ARN_FIELD: [
    'The ARN {} has fewer than six parts.',
    'Write arn:partition:service:region:account:resource; parts may be empty, but not their colons.',
  ],
  INVALID_PARTITION: [
    'AWS has no partition {}.',
    'The second part of an ARN is aws, or for example aws-cn in China and aws-us-gov in GovCloud.',
  ],
  INVALID_SERVICE: ['AWS publishes no service called {}.', 'Check the name of the service.'],
  INVALID_ARN_SERVICE_CASE: [
    'The service {} of the ARN has upper case letters.',
    'Write the service in lower case.',
  ],
  INVALID_ARN_REGION: ['AWS has no Region {}.', 'Use the code of a Region, such as eu-central-1.'],
  ARN_REGION_NOT_ALLOWED: [
    'ARNs of this kind have no Region, but this one has {}.',
    'Leave the fourth part of the ARN empty.',
  ],
  MISSING_ARN_REGION: [
    'ARNs of this kind need a Region, and {} has none.',
    'Write a Region, or * for all of them, in the fourth part.',
  ],
  INVALID_ARN_ACCOUNT: [
    '{} is not the id of an AWS account.',
    'The fifth part of an ARN is an account id of twelve digits.',
  ],
  ARN_ACCOUNT_NOT_ALLOWED: [
    'ARNs of this kind have no account, but this one has {}.',
    'Leave the fifth part of the ARN empty.',
  ],
  MISSING_ARN_ACCOUNT: [
    'ARNs of this kind need an account, and {} has none.',
    'Write the id of the account, or * for all of them, in the fifth part.',
  ],
  INVALID_ARN_RESOURCE: [
    'The service has no kind of resource whose ARN looks like {}.',
    'Compare the last part of the ARN with the forms that the service has.',
  ],
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY: [
    'The resource {} is not of the service that this policy belongs to.',
    'Name what this policy is attached to, or what is in it.',
  ],
  // Condition keys
  INVALID_CONDITION_KEY_FORMAT: [
    '{} is not a condition key.',
    'A condition key is a prefix, a colon and a name, such as aws:SourceIp.',
  ],
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: [
    'The condition key {} stands under this operator already, in other letter case.',
    'Merge the two: condition keys are compared without regard to letter case.',
  ],
  INVALID_GLOBAL_CONDITION_KEY: [
    'AWS has no global condition key {}.',
    'Check the spelling. Without the key in a request, the condition is not met.',
  ],
  INVALID_SERVICE_CONDITION_KEY: [
    'The service has no condition key {}.',
    'Check the spelling. Without the key in a request, the condition is not met.',
  ],
  UNSUPPORTED_GLOBAL_CONDITION_KEY: [
    'AWS no longer supports the condition key {}.',
    'Use aws:PrincipalArn instead.',
  ],
  MISSING_TAG_KEY_IN_CONDITION: [
    'The condition key {} does not say which tag.',
    'Add a slash and the key of the tag, as in aws:ResourceTag/team.',
  ],
  MISSING_QUALIFIER: [
    'The condition key {} can hold several values, so the operator must say whether all or any of them count.',
    'Put ForAllValues: or ForAnyValue: before the operator.',
  ],
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: [
    'The action {} does not support a condition key of this statement, so the condition is not met.',
    'Put the action into a statement without that key.',
  ],
  // Condition values
  INVALID_CONDITION_DATA_TYPE: [
    'The values of {} are of different JSON types.',
    'Write all of them as strings.',
  ],
  INVALID_CONDITION_MULTIPLE_BOOLEAN: [
    'The condition key {} is either true or false, but is compared with several values.',
    'Keep one of the values.',
  ],
  INVALID_REGION: ['AWS has no Region {}.', 'Use the code of a Region, such as eu-central-1.'],
  INVALID_SERVICE_PRINCIPAL_FORMAT: [
    '{} is not the name of a service as this condition key has it.',
    'Write the service principal, such as ec2.amazonaws.com.',
  ],
  INVALID_VPC_FORMAT: ['{} is not the id of a VPC.', 'An id is vpc- with 8 or 17 letters or digits.'],
  INVALID_VPCE_FORMAT: [
    '{} is not the id of a VPC endpoint.',
    'An id is vpce- with 8 or 17 letters or digits.',
  ],
  INVALID_KMS_KEY_VALUE: [
    '{} is not the ARN of a KMS key.',
    'Write arn:aws:kms:REGION:ACCOUNT:key/ID: this condition key holds the ARN of the key, not its alias or id.',
  ],
  TYPE_MISMATCH_IP_RANGE: [
    '{} is neither an IP address nor a range of them.',
    'Write an address such as 203.0.113.7 or a range such as 203.0.113.0/24.',
  ],
  PRIVATE_IP_ADDRESS: [
    'The key aws:SourceIp holds a public address, so this condition on private addresses is never met.',
    'Use the public addresses of your network, or aws:VpcSourceIp for requests through a VPC endpoint.',
  ],
  PRIVATE_NOT_IP_ADDRESS: [
    'The key aws:SourceIp holds a public address, so it is always outside these private ranges.',
    'Use the public addresses of your network, or aws:VpcSourceIp for requests through a VPC endpoint.',
  ],
  VARIABLE_USAGE_TOO_PERMISSIVE: [
    'The policy variable leaves the value of {} nearly open: whoever sets it decides whom the policy trusts.',
    'Write the value in full, or at least six characters of it before the variable.',
  ],
  WILDCARD_USAGE_TOO_PERMISSIVE: [
    'The wildcard leaves the value of {} nearly open.',
    'Write the value in full, or at least six characters of it before the wildcard.',
  ],
  // Policy variables
  INVALID_VARIABLE_FOR_OPERATOR: [
    '{} is compared as it stands: only operators of strings and ARNs know policy variables.',
    'Use an operator such as StringEquals or ArnLike, or write the value.',
  ],
  MISSING_BRACE_IN_VARIABLE: ['The policy variable {} is not closed.', 'Add the closing brace }.'],
  MISSING_QUOTE_IN_VARIABLE: [
    'The default value in the policy variable {} is not in single quotes.',
    "Write it as in ${aws:username, 'nobody'}.",
  ],
  UNSUPPORTED_SPACE_IN_VARIABLE: [
    'The name of the policy variable {} has a space in it.',
    'Remove the space.',
  ],
  EMPTY_VARIABLE: ['The policy variable {} has no name.', 'Write a condition key between the braces.'],
  VARIABLE_UNSUPPORTED_IN_ELEMENT: [
    '{} is ordinary text here: policy variables work only in resources and in conditions.',
    'Write the value itself.',
  ],
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    '{} is ordinary text in this policy: only Version 2012-10-17 has policy variables.',
    'Set "Version": "2012-10-17".',
  ],
});

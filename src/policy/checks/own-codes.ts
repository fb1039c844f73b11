// Checks beyond those of IAM Access Analyzer, known from Parliament, from Cloudsplaining and from the literature on attacks.
import { entries } from './entries.ts';

/**
 * What a policy of real life should not have, and a policy of a first lesson may: suggestions, so that a learner is not
 * scolded for `"Resource": "*"`.
 * @see https://github.com/duo-labs/parliament
 * @see https://github.com/salesforce/cloudsplaining
 */
const OWN_SUGGESTIONS = entries('suggestion', {
  RESOURCE_STAR: [
    'The "*" stands for every resource, though {} can be limited to some.',
    'Name the resources that are meant.',
  ],
  RESOURCE_EFFECTIVELY_STAR: [
    'The resource {} matches as much as "*" does.',
    'Name the resources that are meant.',
  ],
  SERVICE_WILDCARD: [
    '{} stands for every action, also for those that AWS will add one day.',
    'List the actions that are needed.',
  ],
  DATA_EXFILTRATION: [
    'Data can be read out here with {}, without a limit to some resources.',
    'Name the resources that may be read.',
  ],
  INFRASTRUCTURE_MODIFICATION: [
    'Resources can be changed here with {}, without a limit to some of them.',
    'Name the resources that may be changed.',
  ],
  NOT_ACTION_WITH_ALLOW: [
    'Allow with NotAction allows every action of AWS that is not listed, also those of services yet to come.',
    'List the actions to allow in an Action element.',
  ],
  NOT_RESOURCE_WITH_ALLOW: [
    'Allow with NotResource allows every resource that is not listed, also those of services yet to come.',
    'List the resources to allow in a Resource element.',
  ],
  FORANYVALUE_WITH_SINGLE_VALUED_KEY: [
    '{} never holds more than one value, so ForAnyValue adds nothing.',
    'Use the operator without ForAnyValue.',
  ],
  RESOURCE_NOT_FOUND: [
    'No {} is to be found under this ARN.',
    'Check the spelling; a policy may also be written before what it is about.',
  ],
  UNSUPPORTED_ID: [
    'Id is an element of resource-based policies: here IAM keeps it, and nothing comes of it.',
    'Take it out, or name the statements with Sid.',
  ],
  ASSUMABLE_BY_COMPUTE_SERVICE: [
    'This is how a role is given to code that runs on {}, which then has its rights.',
    'Nothing is wrong here: give the role what that code needs, and limit with iam:PassRole who may hand it on.',
  ],
  OLD_VERSION: [
    'Version 2008-10-17 is the old policy language, without policy variables.',
    'Use "2012-10-17".',
  ],
});

const OWN_WARNINGS = entries('warning', {
  RESOURCE_MISMATCH: [
    'None of the resources of this statement is one that {} can be about.',
    'Name a resource of the right type.',
  ],
  OTHER_RESOURCE_IN_POLICY: [
    '{} is not what this policy is attached to, so the policy has no effect on it.',
    'Name what the policy is attached to.',
  ],
  GATEWAY_PRINCIPAL: [
    'The Principal of a gateway endpoint policy can only be "*", and this is {}.',
    'Write "*", and ask for aws:PrincipalArn in a condition.',
  ],
  SERVICE_IN_ENDPOINT_POLICY: [
    'The policy of an endpoint is about users, roles and accounts, and {} is none of those.',
    'Name principals under "AWS", or write "*".',
  ],
  UNKNOWN_CONDITION_FOR_ACTION: [
    'The condition key {} comes with no action of this statement: it is never there to be compared.',
    'Use the key with actions that send it, or take it out of the condition.',
  ],
  CLAIM_WITHOUT_PROVIDER: [
    'The claim {} comes only with a token of its own identity provider, which none of these principals is.',
    'Name the provider as a Federated principal, or take the key out of the condition.',
  ],
  BAD_PATTERN_FOR_MFA: [
    'A request made with a long-term access key has no {} at all, so this condition does not see it.',
    'Use BoolIfExists, which is also met when the key is missing.',
  ],
  NULL_VALUE_NOT_BOOLEAN: [
    'Null asks whether a key is missing, to which {} is no answer.',
    'Write "true" for missing or "false" for there.',
  ],
  UNKNOWN_PRINCIPAL: [
    '{} is no principal that AWS knows how to read.',
    'Write an account id, the ARN of an account, user, role or session, or "*".',
  ],
  PRINCIPAL_NOT_FOUND: ['No {} is to be found under this ARN.', 'Check the spelling.'],
  UNKNOWN_SERVICE_PRINCIPAL: [
    'AWS is not known to have a service principal {}.',
    'Write the service principal, such as ec2.amazonaws.com.',
  ],
  ASSUMABLE_BY_UNKNOWN_ACCOUNT: [
    'The account {} is none of those here, and whoever manages it decides who there may assume this role.',
    'Check the id, or ask for a secret that you share with that account in a condition on sts:ExternalId.',
  ],
  ASSUMABLE_BY_ANY_PRINCIPAL_WITH_CONDITIONS: [
    'Only the condition on {} keeps everyone in every AWS account from assuming this role.',
    'Name the accounts, roles or services that may assume it.',
  ],
  PUBLIC_ACCESS: [
    'This allows everyone, also callers without an AWS account: no condition says whom.',
    'Name principals, or add a condition on a key such as aws:PrincipalOrgID, aws:SourceVpce or aws:SourceIp.',
  ],
  VARIABLE_WITHOUT_BRACES: [
    '{} is ordinary text: it is not how a policy variable is written.',
    'Write a dollar sign and the key in braces, as in ${aws:username}.',
  ],
  PATTERN_ON_GENERATED_ID: [
    'In the policy of an endpoint the ids in {} are compared whole, never with a pattern.',
    'Write each id in full, under StringEquals.',
  ],
  UNKNOWN_VARIABLE: [
    'There is no condition key {}, so this policy variable has no value and the statement never matches.',
    'Check the spelling.',
  ],
  PERMISSIONS_MANAGEMENT_ACTIONS: [
    'Who may do what can be changed here with {}, without a limit to some resources.',
    'Name the resources, or leave such actions to administrators.',
  ],
  CREDENTIALS_EXPOSURE: [
    'Credentials can be had here with {}, without a limit to some resources.',
    'Name the resources that credentials may be had for.',
  ],
  RESOURCE_POLICY_PRIVILEGE_ESCALATION: [
    'Who may use {} can give themselves the access to objects that the policy leaves out.',
    'Leave it out too, or grant the access to objects openly.',
  ],
  SELF_ESCALATION: [
    'With {}, a caller can raise their own rights.',
    'Limit the actions to resources that are no stronger than the caller, or demand a permissions boundary.',
  ],
  PRINCIPAL_TAKEOVER: [
    'With {}, a caller can become another principal, also one that is stronger.',
    'Limit the actions to resources that are no stronger than the caller.',
  ],
  ESCALATION_BY_NEW_RESOURCE: [
    'With {}, a caller can start something that runs with a stronger role.',
    'Name the roles that may be passed, and to which service.',
  ],
  ESCALATION_BY_EXISTING_RESOURCE: [
    'With {}, a caller can use the role of something that runs already.',
    'Name the resources whose roles are no stronger than the caller.',
  ],
  WEAKENED_GUARDRAILS: [
    'With {}, a caller can remove or get around what limits them.',
    'Leave such actions to administrators, or limit them to some resources.',
  ],
});

/** What AWS refuses to save, though Access Analyzer has no name for it. */
const OWN_ERRORS = entries('error', {
  INVALID_CHARACTER: [
    'AWS takes no {} in this kind of policy: only letters and signs up to U+00FF.',
    'Write it with other characters; the names of AWS never need these.',
  ],
  UNSUPPORTED_CONDITION_KEY_IN_POLICY: [
    'The condition key {} is none that this policy is saved with.',
    'Use a global key, or a key of the service that the policy belongs to.',
  ],
  OTHER_BUCKET_IN_POLICY: [
    'The resource {} is neither this bucket nor in it, and S3 saves no such policy.',
    'Name the bucket that the policy is for, or objects in it.',
  ],
});

export const OWN_CODES = { ...OWN_ERRORS, ...OWN_WARNINGS, ...OWN_SUGGESTIONS };

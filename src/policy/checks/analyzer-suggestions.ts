// The suggestions of IAM Access Analyzer: its issue codes in our words.
import { entries } from './entries.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const ANALYZER_SUGGESTIONS = entries('suggestion', {
  EMPTY_ARRAY_ACTION: ['The list of actions is empty.', 'Add an action, or remove the statement.'],
  EMPTY_ARRAY_CONDITION: [
    'The condition key {} has an empty list of values, so nothing meets the condition.',
    'Add a value, or remove the condition.',
  ],
  EMPTY_ARRAY_CONDITION_FORALLVALUES: [
    'With an empty list, ForAllValues asks that {} is missing.',
    'Add a value, or ask for the missing key with Null and "true".',
  ],
  EMPTY_ARRAY_CONDITION_FORANYVALUE: [
    'With an empty list, ForAnyValue is never met for {}.',
    'Add a value, or remove the condition.',
  ],
  EMPTY_ARRAY_CONDITION_IFEXISTS: [
    'With an empty list, IfExists is met only when {} is missing.',
    'Add a value, or ask for the missing key with Null and "true".',
  ],
  EMPTY_ARRAY_PRINCIPAL: ['The list of principals is empty.', 'Add a principal, or remove the statement.'],
  EMPTY_ARRAY_RESOURCE: ['The list of resources is empty.', 'Add a resource, or remove the statement.'],
  EMPTY_OBJECT_PRINCIPAL: ['The principal is empty.', 'Add a principal, or remove the statement.'],
  EMPTY_SID_VALUE: ['The Sid is empty.', 'Write a name for the statement, or remove the element.'],
  EQUIVALENT_TO_NULL_FALSE: [
    'This condition only asks that {} is there at all.',
    'Say so with the operator Null and the value "false".',
  ],
  EQUIVALENT_TO_NULL_TRUE: [
    'This condition only asks that {} is missing.',
    'Say so with the operator Null and the value "true".',
  ],
  IMPROVE_IP_RANGE: [
    'Only the first bits of {} count: the range begins before this address.',
    'Write the range with its first address.',
  ],
  NULL_WITH_QUALIFIER: [
    'Null asks whether the key is there at all, so ForAllValues and ForAnyValue add nothing.',
    'Use Null alone.',
  ],
  PRIVATE_IP_ADDRESS_SUBSET: [
    'The key aws:SourceIp holds a public address, so {} never matches.',
    'Remove the private range, or use aws:VpcSourceIp for requests through a VPC endpoint.',
  ],
  PRIVATE_NOT_IP_ADDRESS_SUBSET: [
    'The key aws:SourceIp holds a public address, so {} excludes nothing.',
    'Remove the private range, or use aws:VpcSourceIp for requests through a VPC endpoint.',
  ],
  REDUNDANT_ACTION: [
    'This action adds nothing: {} in the same list covers it.',
    'Without it the policy says the same.',
  ],
  REDUNDANT_CONDITION_VALUE_NUM: [
    'The value {} adds nothing: another value in the list decides.',
    'Keep the value that decides.',
  ],
  REDUNDANT_RESOURCE: [
    'This resource adds nothing: {} in the same list covers it.',
    'Without it the policy says the same.',
  ],
  REDUNDANT_STATEMENT: [
    'This statement adds nothing: {} says the same and more.',
    'Without it the policy says the same.',
  ],
  // Access Analyzer lists it among the errors still; since September 2025 these policies have the language of all others.
  // https://aws.amazon.com/blogs/security/unlock-new-possibilities-aws-organizations-service-control-policy-now-supports-full-iam-language
  SCP_SYNTAX_ERROR_ACTION_WILDCARD: [
    'The wildcard in {} is not at its end. Service control policies can have that since September 2025; older tools may call it an error.',
    'Organizations takes it as it is.',
  ],
  WILDCARD_IN_SERVICE_NAME: [
    '{} has a wildcard in the name of the service, and may come to mean services that do not exist yet.',
    'Write the service in full.',
  ],
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'This Allow asks for a tag of the resource, which requests to {} never carry: there it allows nothing.',
    'Allow those actions in a statement without the tag.',
  ],
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: [
    'This Allow asks for a tag of the resource, which many services that NotAction leaves in never send: there it allows nothing.',
    'List in an Action element the services whose requests carry tags.',
  ],
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: [
    'For an AWS service there is a better condition key than {}.',
    'Use aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.',
  ],
  IRRELEVANT_CONDITION_KEY_IN_POLICY: [
    'The condition key {} is always the same here: the policy already belongs to one resource.',
    'Remove the condition.',
  ],
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: [
    'With "*" and IfExists the condition on {} is always met: it changes nothing beside the others.',
    'Remove the key, or write the values that you mean.',
  ],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: [
    'This session adds nothing: its role {} is a principal already.',
    'Keep the role, or keep the session alone.',
  ],
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: [
    'Every request has {}, so this condition is never met and the statement does nothing.',
    'Write the values that you mean, or remove the statement.',
  ],
  CONFIRM_AUDIENCE_CLAIM_TYPE: [
    'Whether {} holds one audience or several depends on the identity provider.',
    'With one audience use StringEquals; with several, ForAllValues together with a test that the claim is there.',
  ],
});

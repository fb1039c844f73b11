// InvalidInputException: what Organizations says of parameters that break a constraint of its model.
import type { AwsError } from './aws-error.ts';
import { awsError } from './errors.ts';

/**
 * Its own words in place of the sentence that other services share, one fault at a time. Those on patterns and on values
 * were observed on AWS, the others are those of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html#API_CreatePolicy_Errors
 */
const REASONS = {
  DUPLICATE_TAG_KEY: 'Tag keys must be unique among the tags attached to the same entity.',
  IMMUTABLE_POLICY: "You specified a policy that is managed by AWS and can't be modified.",
  INPUT_REQUIRED: 'You must include a value for all required parameters.',
  INVALID_ENUM: 'You specified an invalid value.',
  INVALID_ENUM_POLICY_TYPE: 'You specified an invalid policy type string.',
  INVALID_LIST_MEMBER: 'You provided a list to a parameter that contains at least one invalid value.',
  INVALID_PAGINATION_TOKEN:
    'Get the value for the NextToken parameter from the response to a previous call of the operation.',
  INVALID_PATTERN: 'You provided a value that does not match the required pattern.',
  INVALID_PRINCIPAL: 'You specified an invalid principal element in the policy.',
  INVALID_RESOURCE_POLICY_JSON: 'You provided an invalid JSON document as the resource policy.',
  INVALID_ROLE_NAME:
    "You provided a role name that isn't valid. A role name can't begin with the reserved prefix AWSServiceRoleFor.",
  INVALID_SYSTEM_TAGS_PARAMETER:
    "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys because they're reserved for AWS use. System tags don't count against your tags per resource limit.",
  MAX_LENGTH_EXCEEDED: 'You provided a string parameter that is longer than allowed.',
  MAX_VALUE_EXCEEDED: 'You provided a numeric parameter that has a larger value than allowed.',
  MIN_LENGTH_EXCEEDED: 'You provided a string parameter that is shorter than allowed.',
  MIN_VALUE_EXCEEDED: 'You provided a numeric parameter that has a smaller value than allowed.',
  NON_DETACHABLE_POLICY: "You can't detach this AWS Managed Policy.",
  TARGET_NOT_SUPPORTED: "You can't perform the specified operation on that target entity.",
  UNRECOGNIZED_SERVICE_PRINCIPAL: 'You specified an unrecognized service principal.',
  UNSUPPORTED_ACTION_IN_RESOURCE_POLICY:
    "You specified an action in the resource policy that isn't supported.",
  UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY:
    "You specified a resource in the resource policy that isn't supported.",
} as const;

type Reason = keyof typeof REASONS;

export const invalidInput = (reason: Reason, message: string = REASONS[reason]): AwsError => ({
  ...awsError('InvalidInputException', message),
  details: { Reason: reason },
});

/** In the order in which the words of constraints are tried, each with the reason that it becomes. */
const BY_WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/must not be null$/, 'INPUT_REQUIRED'],
  [/must satisfy constraint/, 'INVALID_LIST_MEMBER'],
  [/must have length less/, 'MAX_LENGTH_EXCEEDED'],
  [/must have length greater/, 'MIN_LENGTH_EXCEEDED'],
  [/must have value less/, 'MAX_VALUE_EXCEEDED'],
  [/must have value greater/, 'MIN_VALUE_EXCEEDED'],
  [/must satisfy enum value set/, 'INVALID_ENUM'],
];

/** @param violation Of the first constraint that is broken, as other services would say it. */
export const constraintReason = (violation: string): AwsError =>
  invalidInput(BY_WORDS.find(([words]) => words.test(violation))?.[1] ?? 'INVALID_PATTERN');

// The closed table of everything that can be found in a policy document: severity and words, by AWS's issue code.
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import type { Span } from './span.ts';

export interface CodeEntry {
  readonly severity: Severity;
  /** One sentence; `{}` stands for the subject, for example the action as written. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly help: string;
}

/**
 * The issue codes are those of IAM Access Analyzer; the words are ours. A document in which the parser finds an
 * `error` is not evaluated; the errors of `validatePolicy` leave it readable, though the service may refuse to save it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const CODES = {
  // Found by the parser
  JSON_SYNTAX_ERROR: {
    severity: 'error',
    message: 'This is not valid JSON: {}.',
    help: 'Correct the JSON here; until then it cannot be saved, and what was saved last stays in force.',
  },
  DATA_TYPE_MISMATCH: {
    severity: 'error',
    message: 'The value of {} has a JSON type that is not allowed there.',
    help: 'Give a value of the expected type.',
  },
  INVALID_POLICY_ELEMENT: {
    severity: 'error',
    message: 'There is no policy element {} here.',
    help: 'Correct the name, minding upper and lower case, or remove the element.',
  },
  INVALID_VERSION: {
    severity: 'error',
    message: 'The policy language has no version {}.',
    help: 'Use "2012-10-17", the current version; this is not the date of the policy.',
  },
  MISSING_STATEMENT: {
    severity: 'error',
    message: 'The policy has no statement.',
    help: 'Add a Statement element with at least one statement.',
  },
  MISSING_EFFECT: {
    severity: 'error',
    message: 'The statement does not say whether it allows or denies.',
    help: 'Add an Effect element with the value Allow or Deny.',
  },
  INVALID_EFFECT: {
    severity: 'error',
    message: 'There is no effect {}.',
    help: 'Use Allow or Deny, written exactly so.',
  },
  MISSING_ACTION: {
    severity: 'error',
    message: 'The statement does not say which actions it is about.',
    help: 'Add an Action or NotAction element.',
  },
  UNSUPPORTED_ELEMENT_COMBINATION: {
    severity: 'error',
    message: '{} cannot stand together in one statement.',
    help: 'Keep one of the two, or make two statements.',
  },
  INVALID_PRINCIPAL_FORMAT: {
    severity: 'error',
    message: 'The value of {} does not name a principal.',
    help: 'Use "*" for everyone, or an object such as {"AWS": "111122223333"}.',
  },
  INVALID_PRINCIPAL_KEY: {
    severity: 'error',
    message: 'There is no kind of principal {}.',
    help: 'Use AWS, Service, Federated or CanonicalUser.',
  },
  INVALID_CONDITION_OPERATOR: {
    severity: 'error',
    message: 'There is no condition operator {}.',
    help: 'Use an operator of IAM, such as StringEquals, minding upper and lower case.',
  },
  NULL_WITH_IF_EXISTS: {
    severity: 'error',
    message: 'The operator Null cannot be followed by IfExists.',
    help: 'Use Null alone: it already asks whether the condition key exists.',
  },
  EMPTY_OBJECT_CONDITION: {
    severity: 'suggestion',
    message: 'This condition is empty and changes nothing.',
    help: 'Remove it, or add a condition key.',
  },
  // Found by the validator: which elements this kind of policy must and must not have
  MISSING_VERSION: {
    severity: 'warning',
    message: 'The policy has no Version, and so uses the language of 2008, without policy variables.',
    help: 'Add "Version": "2012-10-17".',
  },
  UNSUPPORTED_PRINCIPAL: {
    severity: 'error',
    message:
      'An identity-based policy cannot have the element {}: its principal is whoever it is attached to.',
    help: 'Remove the element, or put the statement into a resource-based policy.',
  },
  SCP_SYNTAX_ERROR_PRINCIPAL: {
    severity: 'error',
    message: 'A service control policy cannot have the element {}.',
    help: 'Remove the element; the policy applies to every principal of the accounts it is attached to.',
  },
  MISSING_PRINCIPAL: {
    severity: 'error',
    message: 'The statement does not say whom it is about.',
    help: 'Add a Principal element.',
  },
  MISSING_RESOURCE: {
    severity: 'error',
    message: 'The statement does not say which resources it is about.',
    help: 'Add a Resource or NotResource element.',
  },
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: {
    severity: 'error',
    message: 'A role trust policy cannot have the element {}: its resource is the role itself.',
    help: 'Remove the element.',
  },
  ALLOW_WITH_NOT_PRINCIPAL: {
    severity: 'securityWarning',
    message: 'Allow with NotPrincipal allows everyone who is not listed, anonymous callers included.',
    help: 'List the principals to allow in a Principal element.',
  },
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: {
    severity: 'error',
    message: 'The principal {} has a wildcard, which does not match part of a name here.',
    help: 'Name each principal in full, or use "*" with a condition on aws:PrincipalArn.',
  },
  UNIQUE_SIDS_REQUIRED: {
    severity: 'error',
    message: 'Another statement of this policy already has the Sid {}.',
    help: 'Give each statement a Sid of its own, or none.',
  },
  UNIQUE_SIDS_RECOMMENDED: {
    severity: 'warning',
    message: 'Another statement of this policy already has the Sid {}.',
    help: 'Give each statement a Sid of its own, or none.',
  },
  UNSUPPORTED_SID: {
    severity: 'error',
    message: 'The Sid {} has characters other than letters and digits.',
    help: 'Use only A to Z, a to z and 0 to 9.',
  },
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: {
    severity: 'warning',
    message: 'The policy is longer than {}, white space not counted.',
    help: 'Shorten it, or split it into several managed policies.',
  },
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: {
    severity: 'warning',
    message: 'The policy is longer than {}.',
    help: 'Shorten it.',
  },
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: {
    severity: 'warning',
    message: 'The policy is longer than {}, white space not counted.',
    help: 'Shorten it.',
  },
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: {
    severity: 'error',
    message: 'The policy is longer than {}.',
    help: 'Shorten it, or split it into several policies.',
  },
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: {
    severity: 'error',
    message: 'The policy is longer than {}.',
    help: 'Shorten it, or split it into several policies.',
  },
  // Found by the validator: actions
  INVALID_ACTION: {
    severity: 'error',
    message: '{} is not among the actions that AWS publishes.',
    help: 'Check the spelling. An unknown action never matches a request, though IAM saves a policy that has it.',
  },
  INVALID_SERVICE_IN_ACTION: {
    severity: 'error',
    message: 'AWS publishes no service with the prefix {}.',
    help: 'Check the part before the colon.',
  },
  EMPTY_ARRAY_ACTION: {
    severity: 'suggestion',
    message: 'The list of actions is empty.',
    help: 'Add an action, or remove the statement.',
  },
  REDUNDANT_ACTION: {
    severity: 'suggestion',
    message: 'This action adds nothing: {} in the same list covers it.',
    help: 'Remove one of the two.',
  },
  PASS_ROLE_WITH_STAR_IN_RESOURCE: {
    severity: 'securityWarning',
    message:
      'Here iam:PassRole lets the caller hand every role to a service, also one stronger than the caller.',
    help: 'Name the roles in Resource, or add a condition on iam:PassedToService.',
  },
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: {
    severity: 'securityWarning',
    message: '{} includes iam:PassRole, here for every role, also one stronger than the caller.',
    help: 'List the actions that are needed, and name the roles that may be passed.',
  },
  // Found by the validator: resources
  EMPTY_ARRAY_RESOURCE: {
    severity: 'suggestion',
    message: 'The list of resources is empty.',
    help: 'Add a resource, or remove the statement.',
  },
  INVALID_ARN_PREFIX: {
    severity: 'error',
    message: 'The resource {} is neither an ARN nor "*".',
    help: 'Start it with arn:, as in arn:aws:s3:::bucket/key.',
  },
  MISSING_ARN_FIELD: {
    severity: 'error',
    message: 'The ARN {} has fewer than six parts.',
    help: 'Write arn:partition:service:region:account:resource; parts may be empty, but not their colons.',
  },
  // Found by the validator: conditions and variables
  EMPTY_ARRAY_CONDITION: {
    severity: 'suggestion',
    message: 'The condition key {} has an empty list of values.',
    help: 'Add a value, or remove the condition.',
  },
  INVALID_CONDITION_KEY_FORMAT: {
    severity: 'error',
    message: '{} is not a condition key.',
    help: 'A condition key is a prefix, a colon and a name, such as aws:SourceIp.',
  },
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: {
    severity: 'error',
    message: 'The condition key {} stands under this operator already, in other letter case.',
    help: 'Merge the two: condition keys are compared without regard to letter case.',
  },
  WILDCARD_WITHOUT_LIKE_OPERATOR: {
    severity: 'warning',
    message: '{} compares * and ? as ordinary characters.',
    help: 'Use the operator StringLike or StringNotLike where a wildcard is meant.',
  },
  VARIABLE_UNSUPPORTED_IN_VERSION: {
    severity: 'error',
    message: '{} is ordinary text in this policy: only Version 2012-10-17 has policy variables.',
    help: 'Set "Version": "2012-10-17".',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;

export interface More {
  /** In the place of the help of the table. */
  readonly help?: string;
  /** Replacements for the text under the span, as JSON (quotes included), best first: each becomes a fix. */
  readonly suggestions?: readonly string[];
  /** Fixes of any other kind; they come after the replacements. */
  readonly fixes?: readonly Fix[];
}

/** A diagnostic of this code; `subject` fills the `{}` of its message. */
export const fault = (code: Code, span: Span, subject = '', more: More = {}): Diagnostic =>
  diagnosticOf(code, CODES[code], span, subject, more);

/** A diagnostic in the words of any table of codes. */
export function diagnosticOf(
  code: string,
  entry: CodeEntry,
  { from, to }: Span,
  subject: string,
  more: More,
): Diagnostic {
  const diagnostic: Diagnostic = {
    code,
    severity: entry.severity,
    message: entry.message.replace('{}', () => shortened(subject)),
    help: more.help ?? entry.help,
    from,
    to,
  };
  const { suggestions = [], fixes = [] } = more;
  const all = [
    ...suggestions.map((text) => ({ label: `Use ${text}`, edits: [{ from, to, text }] })),
    ...fixes,
  ];
  return all.length === 0 ? diagnostic : { ...diagnostic, fixes: all };
}

/** A message stays one readable sentence, whatever was written. */
const shortened = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

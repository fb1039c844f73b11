// What can be wrong with the form of a policy document: severity and words, by AWS's issue code.
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
 * Found while a document is read; `checks/codes.ts` has what is found in one that was read. The issue codes are those of
 * IAM Access Analyzer; the words are ours. A document with an `error` of these is not evaluated.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const FORM_CODES = {
  JSON_SYNTAX_ERROR: {
    severity: 'error',
    message: 'This is not valid JSON: {}.',
    help: 'AWS refuses a text that is not JSON. What you typed is kept as it is.',
  },
  DATA_TYPE_MISMATCH: {
    severity: 'error',
    message: 'The value of {} is of a kind that is not allowed there.',
    help: 'Write a value of the kind that belongs there.',
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
} as const satisfies Record<string, CodeEntry>;

export type FormCode = keyof typeof FORM_CODES;

export interface More {
  /** In the place of the severity of the table: one service refuses what others keep, or the other way round. */
  readonly severity?: Severity | undefined;
  /** In the place of the message of the table. */
  readonly message?: string | undefined;
  /** In the place of the help of the table; none where it is empty. */
  readonly help?: string | undefined;
  /** Replacements for the text under the span, as JSON (quotes included), best first: each becomes a fix. */
  readonly suggestions?: readonly string[];
  /** Fixes of any other kind; they come after the replacements. */
  readonly fixes?: readonly Fix[];
}

/** A diagnostic of this code; `subject` fills the `{}` of its message. */
export const fault = (code: FormCode, span: Span, subject = '', more: More = {}): Diagnostic =>
  diagnosticOf(code, FORM_CODES[code], span, subject, more);

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
    severity: more.severity ?? entry.severity,
    message: (more.message ?? entry.message).replace('{}', () => shortened(subject)),
    ...(more.help !== '' && { help: more.help ?? entry.help }),
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

// note words: what AWS's documentation leaves open, and what this simulation does about it, in two sentences each.
import type { Evaluation, StatementResult } from '../evaluation.ts';
import type { NoteCode } from '../note.ts';

export interface NoteExplanation {
  readonly code: NoteCode;
  readonly text: string;
  /** The statements over which the choice had to be made; empty when it concerns the request as a whole. */
  readonly at: readonly StatementResult[];
}

const WORDS: Readonly<Record<NoteCode, string>> = {
  everyoneIncludesServices:
    'AWS does not say whether {"AWS": "*"} takes in services and identity providers. Here it does, as "*" alone does.',
  notPrincipalChain:
    'AWS leaves it to each service what NotPrincipal does to a caller of whom only some levels (account, role, session) are listed. Here such a caller is denied.',
  wildcardInService:
    'AWS does not describe wildcards in the part of an action before the colon, and IAM refuses most of them. Here they match like any other.',
  negatedSeveralValues:
    'AWS asks for ForAllValues or ForAnyValue on a key with several values, and does not say what a negated operator does without. Here it does not match.',
  unreadableValue:
    'AWS does not say what a negated operator, or one with IfExists, makes of a value that is not of its type. Here such a value equals nothing.',
  yearOrSeconds:
    'Four digits alone could be a year or seconds since 1970, and AWS does not say which. Here they are a year.',
  wildcardInVariable:
    'AWS does not say whether * and ? in the value of a policy variable are wildcards. Here they are plain characters.',
  variableWithoutValue:
    'AWS warns that a policy variable without a value might make the whole statement invalid. Here only the value that holds it matches nothing.',
  severalValuesInVariable:
    'A key with several values cannot be a policy variable, and AWS does not say what happens if it is. Here the variable has no value.',
  variableInBool:
    "AWS's pages contradict each other on policy variables under Bool. Here they are replaced by their values.",
  emptyValue:
    'AWS describes only loosely what an empty value is. Here the key is present to Null and to plain operators, and has no value for ForAllValues and ForAnyValue.',
  anyValueIfExists:
    'AWS does not say what ForAnyValue with IfExists answers when the key is absent. Here IfExists decides: the condition is met.',
  keyTwice:
    'The request holds this key twice, in different letter case and with different values, and AWS does not say which counts. Here its value is not known.',
  severalLayersRefuse:
    'More than one policy type refuses this request. AWS names one and does not say which; here it is the first in the order in which they are asked.',
  undocumentedPrincipalKeys:
    'AWS does not say which aws:PrincipalType and aws:userid an AWS service or a session of AssumeRoot has. Here a service has none but those that the request states, and the session has those of the root user.',
  forwardedSourceIp:
    "AWS's pages contradict each other on aws:SourceIp when a service passes a request on. Here it is the address of the original caller.",
  grantWorth:
    'AWS does not say whether a permissions boundary limits what a grant allows. Here a grant is worth what naming its grantee in the key policy would be.',
  aclWithinAccount:
    "AWS does not say whether an access control list that opens a resource to everyone also does so for callers of the owner's account who have no permission of their own. Here it does, as Principal * in a bucket policy does.",
  federatedRoot:
    'AWS hardly describes federated users of the root user. Here one may do whatever the root user may, within its session policy.',
};

/** Each choice once. */
export function noteExplanations({ notes }: Pick<Evaluation, 'notes'>): readonly NoteExplanation[] {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    text: WORDS[code],
    at: notes.flatMap((note) => (note.code === code && note.at !== null ? [note.at] : [])),
  }));
}

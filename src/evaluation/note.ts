// NoteCode: what AWS's documentation leaves open, and where the evaluation therefore had to choose.

/** Each is one documented choice; `explain/note-words.ts` says in words what was left open and what was chosen. */
export const NOTE_CODES = [
  /** Principal `*` took in a service or an identity provider. */
  'everyoneIncludesServices',
  /** A Deny with NotPrincipal hit a caller of whom some levels (account, role, session) were listed, but not all. */
  'notPrincipalChain',
  /** An action pattern with a wildcard before the colon, other than `*`, counted as a pattern. */
  'wildcardInService',
  /** A negated operator without set operator met a key with several values: no match. */
  'negatedSeveralValues',
  /** A negated or IfExists operator met a value it cannot read (a number, a date, …): it equals nothing. */
  'unreadableValue',
  /** Four digits where a date is due: a year, not seconds since 1970. */
  'yearOrSeconds',
  /** What a policy variable stood for held `*` or `?`: plain characters. */
  'wildcardInVariable',
  /** A policy variable without value stood beside values that have one: only its own value matches nothing. */
  'variableWithoutValue',
  /** A key with several values was used as a policy variable: it has no value. */
  'severalValuesInVariable',
  /** A policy variable in a value of Bool: read as a variable. */
  'variableInBool',
  /** A present key held the empty text: present to Null and to plain operators, no value to set operators. */
  'emptyValue',
  /** ForAnyValue with IfExists met an absent key: true. */
  'anyValueIfExists',
  /** The request holds a key twice, in different letter case, with different values: not known. */
  'keyTwice',
  /** Several layers refuse: the one that is first in order is named. */
  'severalLayersRefuse',
  /** A condition asked who a service or an AssumeRoot session is: those keys are absent. */
  'undocumentedPrincipalKeys',
  /** A condition asked for the address of a request that came through a service: that of the original caller. */
  'forwardedSourceIp',
  /** A grant of KMS is worth what naming its grantee in the key policy would be. */
  'grantWorth',
  /** An access control list that opens a resource to everyone opens it to callers of the owner's account too. */
  'aclWithinAccount',
  /** A federated user of the root user: all that the root user may do, within the session policy. */
  'federatedRoot',
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];

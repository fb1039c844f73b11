// What rows about Organizations share: errors that every operation has, and those that parameters of a kind have.
import { caller, WORLD } from '../../fixtures/world.ts';
import { MEMBER_ROOT, ORGANIZED } from '../../fixtures/organization.ts';

export const DENIED = {
  code: 'AccessDeniedException',
  message: "You don't have permissions to access this resource.",
};

export const NOT_IN_USE = {
  code: 'AWSOrganizationsNotInUseException',
  message: 'Your account is not a member of an organization.',
};

/** Asked of the bookshop's organization by its root user. */
export const inOrganization = { world: ORGANIZED } as const;

/** A world with an organization that the bookshop is not in. */
const OUTSIDE = {
  ...ORGANIZED,
  organization: ORGANIZED.organization && {
    ...ORGANIZED.organization,
    managementAccount: MEMBER_ROOT.account,
    members: { leaf: {} },
  },
};

/** Without an organization, from outside of it, and from an account that it lets do nothing. */
export const closed = <Input>(input: Input) => [
  { input, ...NOT_IN_USE, world: WORLD },
  { input, ...NOT_IN_USE, world: OUTSIDE },
  { input, ...DENIED, caller: MEMBER_ROOT },
  { input, ...DENIED, caller: caller('kim', MEMBER_ROOT.account) },
];

/** As `closed`, for what every account of the organization may ask. */
export const closedToOthers = <Input>(input: Input) => [
  { input, ...NOT_IN_USE, world: WORLD },
  { input, ...NOT_IN_USE, world: OUTSIDE },
];

export const invalid = (reason: string, message: string) => ({
  code: 'InvalidInputException',
  message,
  details: { Reason: reason },
});

export const PATTERN = invalid(
  'INVALID_PATTERN',
  'You provided a value that does not match the required pattern.',
);
export const ENUM = invalid('INVALID_ENUM', 'You specified an invalid value.');
export const TOO_LONG = invalid(
  'MAX_LENGTH_EXCEEDED',
  'You provided a string parameter that is longer than allowed.',
);

export const violation = (reason: string, message: string) => ({
  code: 'ConstraintViolationException',
  message,
  details: { Reason: reason },
});

/** Errors of the parameters that cut a list. */
export const badPages = <Input extends object>(input: Input) => [
  {
    input: { ...input, NextToken: 'made up' },
    ...invalid(
      'INVALID_PAGINATION_TOKEN',
      'Get the value for the NextToken parameter from the response to a previous call of the operation.',
    ),
  },
  {
    input: { ...input, MaxResults: 21 },
    ...invalid(
      'MAX_VALUE_EXCEEDED',
      'You provided a numeric parameter that has a larger value than allowed.',
    ),
  },
  {
    input: { ...input, MaxResults: 0 },
    ...invalid(
      'MIN_VALUE_EXCEEDED',
      'You provided a numeric parameter that has a smaller value than allowed.',
    ),
  },
];

const TAG_LIMIT = violation(
  'MAX_TAG_LIMIT_EXCEEDED',
  'You have exceeded the number of tags allowed on this resource.',
);

export const manyTags = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ Key: `key${at}`, Value: '' }));

/** Errors of tags that are set. */
export const badTags = <Input extends object>(input: Input) => [
  {
    input: { ...input, Tags: [{ Key: 'aws:team', Value: '' }] },
    ...invalid(
      'INVALID_SYSTEM_TAGS_PARAMETER',
      "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys because they're reserved for AWS use. System tags don't count against your tags per resource limit.",
    ),
  },
  {
    input: {
      ...input,
      Tags: [
        { Key: 'team', Value: 'a' },
        { Key: 'team', Value: 'b' },
      ],
    },
    ...invalid('DUPLICATE_TAG_KEY', 'Tag keys must be unique among the tags attached to the same entity.'),
  },
  { input: { ...input, Tags: [{ Key: 'team!', Value: '' }] }, ...PATTERN },
  { input: { ...input, Tags: [{ Key: 'team', Value: '<a>' }] }, ...PATTERN },
  { input: { ...input, Tags: [{ Key: '__proto__', Value: '' }] }, ...PATTERN },
  { input: { ...input, Tags: manyTags(51) }, ...TAG_LIMIT },
];

export const TOO_MANY_TAGS = TAG_LIMIT;

export const NO_ACCOUNT = {
  code: 'AccountNotFoundException',
  message: "You specified an account that doesn't exist.",
};
export const NO_PARENT = {
  code: 'ParentNotFoundException',
  message: "You specified parent that doesn't exist.",
};
export const NO_UNIT = {
  code: 'OrganizationalUnitNotFoundException',
  message: "You specified an organizational unit that doesn't exist.",
};
export const NO_POLICY = {
  code: 'PolicyNotFoundException',
  message: "You specified a policy that doesn't exist.",
};
export const NO_TARGET = {
  code: 'TargetNotFoundException',
  message: "You specified a target that doesn't exist.",
};
export const NO_ROOT = {
  code: 'RootNotFoundException',
  message: "You specified a root that doesn't exist.",
};

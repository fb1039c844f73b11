// What rows about policies share: a policy that nobody uses, a role without policies, and ARNs that are no policy's.
import type { ManagedPolicy, Role } from '../../../src/account/world.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { adding, allow, CREATED, policyText, withBookshop } from '../../fixtures/world.ts';

/** A document that IAM accepts. */
export const DOCUMENT = policyText(allow('s3:GetObject'));

/** A policy that nobody uses, with tags and a second version. */
export const SPARE: Arn = 'arn:aws:iam::111122223333:policy/shop/Spare';
export const spare: ManagedPolicy = {
  name: 'Spare',
  path: '/shop/',
  id: 'ANPASPAREAAAAAAAAAAAA',
  created: CREATED,
  description: 'For later.',
  tags: { team: 'sales', Team: 'all' },
  versions: [{ id: 'v1', created: CREATED, document: DOCUMENT }],
  defaultVersion: 'v1',
  lastVersion: 1,
};
export const WITH_SPARE = withBookshop((account) => ({
  ...account,
  policies: adding(account.policies, spare),
}));

/** A role that nobody has given anything. */
export const printer: Role = {
  name: 'Printer',
  path: '/machines/',
  id: 'AROAPRINTERAAAAAAAAAA',
  created: CREATED,
  description: '',
  trust: policyText({
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  }),
  trusted: {},
  maxSessionDuration: 3600,
  boundary: null,
  attached: [],
  inline: {},
  tags: {},
};

export const MISSING: Arn = 'arn:aws:iam::111122223333:policy/Missing';
const USER_ARN: Arn = 'arn:aws:iam::111122223333:user/noor';

/** A command line hands over any text as an ARN. */
export const UNPARSABLE = 'policy/in/the/shop/Missing' as string as Arn;

/** What every operation that takes the ARN of a policy says of a text that is no ARN, and of the ARN of something else. */
export const badArns = <More extends object>(more: More) => [
  {
    input: { ...more, PolicyArn: UNPARSABLE },
    code: 'ValidationError',
    message: 'Invalid ARN:  Could not be parsed!',
  },
  {
    input: { ...more, PolicyArn: USER_ARN },
    code: 'InvalidInput',
    message: `ARN ${USER_ARN} is not valid.`,
  },
];

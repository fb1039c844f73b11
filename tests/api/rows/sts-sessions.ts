// Rows of AWS STS: what its operations have in common, above all the errors of sessions.
import { Secret, TOTP } from 'otpauth';
import { sessionFacts } from '../../../src/api/session-token.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { epochMillis } from '../../../src/aws/instant.ts';
import { NOOR_PHONE, SEED } from '../../fixtures/sts.ts';
import { allow, BOOKSHOP, NOW, policyText, READ_ONLY, WRITE_DRAFTS } from '../../fixtures/world.ts';

export const NOOR = `arn:aws:iam::${BOOKSHOP}:user/noor`;
export const DESK_SESSION = `arn:aws:sts::${BOOKSHOP}:assumed-role/Desk/noor`;
export const NARROW = policyText(allow('s3:GetObject', 'arn:aws:s3:::maple-drafts/*'));
export const CODE = TOTP.generate({ secret: Secret.fromBase32(SEED), timestamp: epochMillis(NOW) });

export const denied = (who: string, action: string, resource: string, why = '') =>
  ({
    code: 'AccessDenied',
    message: `User: ${who} is not authorized to perform: ${action} on resource: ${resource}${why}`,
  }) as const;
export const invalid = (message: string) => ({ code: 'ValidationError', message }) as const;
export const breaks = (value: string, at: string, constraint: string) =>
  invalid(
    `1 validation error detected: Value${value} at '${at}' failed to satisfy constraint: ${constraint}`,
  );
export const badTags = (message: string) => ({ code: 'InvalidParameterValue', message }) as const;
export const malformed = (message: string) => ({ code: 'MalformedPolicyDocument', message }) as const;

export const NAME_PATTERN = 'Member must satisfy regular expression pattern: [\\w+=,.@-]*';

/** Who the credentials in an answer are, as the token that goes with them says. */
export const holder = ({ Credentials }: { readonly Credentials: { readonly SessionToken: string } }) =>
  sessionFacts(Credentials.SessionToken)?.caller;

const nine = Array.from({ length: 9 }, (_, at) => ({ Key: `T${at + 1}`, Value: 'a'.repeat(250) }));
export const policyOf = (characters: number): string => {
  const text = (sid: string) =>
    `{"Statement":[{"Sid":"${sid}","Effect":"Allow","Action":"s3:*","Resource":"*"}]}`;
  return text('A'.repeat(characters - text('').length));
};
export const TOO_LONG = policyOf(2049);

/** The errors that all calls with session policies share. */
export const policyErrors = <Input extends object>(base: Input) =>
  [
    [{ Policy: '{' }, malformed('This policy contains invalid Json')],
    [{ Policy: '{"Statement":[{"Effect":"Allow"}]}' }, malformed('Policy statement must contain actions.')],
    [
      { Policy: policyText(allow('sqs:*', 'arn:aws:sqs')) },
      malformed('Resource arn:aws:sqs must be in ARN format or "*".'),
    ],
    [
      { PolicyArns: [{ arn: `arn:aws:iam::${BOOKSHOP}:policy/Gone` as Arn }] },
      invalid(`Policy ARN arn:aws:iam::${BOOKSHOP}:policy/Gone does not exist or is not attachable.`),
    ],
    [
      { Policy: policyOf(2048 - WRITE_DRAFTS.length + 1), PolicyArns: [{ arn: WRITE_DRAFTS }] },
      malformed('Session policies and managed policy ARNs of 2049 characters exceed the limit of 2048.'),
    ],
    [
      { Policy: policyOf(2048) },
      {
        code: 'PackedPolicyTooLarge',
        message: 'Packed policy consumes 113% of allotted space, please use smaller policy.',
      },
    ],
    [
      { PolicyArns: Array.from({ length: 11 }, () => ({ arn: READ_ONLY.arn })) },
      breaks('', 'policyArns', 'Member must have length less than or equal to 10'),
    ],
  ].map(([more, error]) => ({
    input: { ...base, ...more },
    ...(error as typeof error & ReturnType<typeof malformed>),
  }));

export const tagErrors = <Input extends object>(base: Input) => [
  {
    input: {
      ...base,
      Tags: [
        { Key: 'Team', Value: 'a' },
        { Key: 'team', Value: 'b' },
      ],
    },
    ...badTags('Duplicate tag keys found. Please note that Tag keys are case insensitive.'),
  },
  {
    input: { ...base, Tags: [{ Key: 'AWS:x', Value: '' }] },
    ...badTags('Tag keys starting with aws: are reserved.'),
  },
  {
    input: { ...base, Tags: nine },
    code: 'PackedPolicyTooLarge',
    message: 'Packed size of session tags consumes 498% of allotted space.',
  },
];

export const MFA_UNKNOWN =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';
export const mfaErrors = <Input extends object>(base: Input) => [
  {
    input: { ...base, SerialNumber: NOOR_PHONE, TokenCode: CODE === '000000' ? '111111' : '000000' },
    code: 'AccessDenied',
    message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
  },
  ...[
    'mfa/amira-phone',
    'mfa/spare',
    'mfa/root-account-mfa-device',
    'mfa/none',
    'u2f/user/noor/key-ABCDEF',
  ].map((name) => ({
    input: { ...base, SerialNumber: `arn:aws:iam::${BOOKSHOP}:${name}`, TokenCode: CODE },
    code: 'AccessDenied',
    message: MFA_UNKNOWN,
  })),
  {
    input: { ...base, SerialNumber: NOOR_PHONE },
    code: 'AccessDenied',
    message: 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
  },
  {
    input: { ...base, SerialNumber: NOOR_PHONE, TokenCode: '12345a' },
    ...breaks('', 'tokenCode', 'Member must satisfy regular expression pattern: [\\d]*'),
  },
];

export const longTermOnly = (call: string) =>
  ({ code: 'AccessDenied', message: `Cannot call ${call} with session credentials` }) as const;

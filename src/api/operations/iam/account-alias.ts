// The account alias, which stands in place of the account id where people sign in.

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html */
export const ACCOUNT_ALIAS = {
  type: 'text',
  event: 'accountAlias',
  required: true,
  min: 3,
  max: 63,
  pattern: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
} as const;

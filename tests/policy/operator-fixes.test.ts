// What fixes make of conditions: only the key that is meant changes, and what more is allowed is said on the button.
import { expect, test } from 'vitest';
import { withFix } from '../../src/policy/diagnostic.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { VOCABULARY } from './vocabulary.ts';

type Condition = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const policy = (Effect: string, condition: Condition): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect, Action: 'iam:PassRole', Resource: '*', Condition: condition }],
  });

/** What the best fix of the first finding of this code says, and makes of the condition. */
function mended(code: string, effect: string, condition: Condition): readonly [string, unknown] | null {
  const text = policy(effect, condition);
  const [fix] = diagnose(text, 'identity', VOCABULARY).find((one) => one.code === code)?.fixes ?? [];
  if (!fix) return null;
  const after = JSON.parse(withFix(text, fix)) as {
    readonly Statement: readonly { readonly Condition: unknown }[];
  };
  return [fix.label, after.Statement[0]?.Condition];
}

const ARN = 'arn:aws:iam::111122223333:role/*';
const SERVICE = { 'iam:PassedToService': 'rds.amazonaws.com' };
const RDS = { 'iam:AssociatedResourceArn': 'arn:aws:rds:eu-west-1:111122223333:db:*' };
const NAME = { 'aws:username': 'ana' };

test.each<[string, string, string, Condition, string, Condition]>([
  [
    'a name of a service stays a text',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Allow',
    { StringLike: { ...SERVICE, ...RDS } },
    'Use "ArnLike" for iam:AssociatedResourceArn',
    { StringLike: SERVICE, ArnLike: RDS },
  ],
  [
    'the operator is joined where it is there',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Allow',
    { ArnLike: { 'aws:SourceArn': ARN }, StringLike: { ...RDS, ...SERVICE } },
    'Use "ArnLike" for iam:AssociatedResourceArn',
    { ArnLike: { 'aws:SourceArn': ARN, ...RDS }, StringLike: SERVICE },
  ],
  [
    'of a block that is left empty nothing stays',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Allow',
    { StringLike: RDS, ArnLike: { 'aws:SourceArn': ARN } },
    'Use "ArnLike"',
    { ArnLike: { 'aws:SourceArn': ARN, ...RDS } },
  ],
  [
    'in a Deny a pattern that could run across the parts denies less',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Deny',
    { StringLike: { 'aws:PrincipalArn': 'arn:aws:*:111122223333:role/a:*' } },
    'Use "ArnLike" (allows more)',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:111122223333:role/a:*' } },
  ],
  [
    'tags are compared as a set, the name is not',
    'MISSING_QUALIFIER',
    'Deny',
    { StringEquals: { 'aws:TagKeys': ['a'], ...NAME } },
    'Use "ForAnyValue:StringEquals" for aws:TagKeys',
    { StringEquals: NAME, 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } },
  ],
  [
    'the name is one value, the tags are not',
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    'Allow',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'], ...NAME } },
    'Use "StringEquals" for aws:username',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, StringEquals: NAME },
  ],
  [
    'what a Deny says of requests without the key stays',
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    'Deny',
    { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } },
    'Use "StringEqualsIfExists"',
    { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
  ],
  [
    'an address moves, a Region stays',
    'TYPE_MISMATCH',
    'Deny',
    { StringEquals: { 'aws:SourceIp': '203.0.113.0/24', 'aws:RequestedRegion': 'eu-west-1' } },
    'Use "IpAddress" for aws:SourceIp',
    { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' }, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  ],
  [
    'there is no operator for what is not true, but the other value',
    'TYPE_MISMATCH',
    'Allow',
    { StringNotEquals: { 'aws:SecureTransport': 'true', ...NAME } },
    'Use "BoolIfExists" for aws:SecureTransport',
    { StringNotEquals: NAME, BoolIfExists: { 'aws:SecureTransport': 'false' } },
  ],
  [
    'an order stays an order',
    'TYPE_MISMATCH',
    'Deny',
    { NumericLessThan: { 'aws:CurrentTime': '1700000000' } },
    'Use "DateLessThan"',
    { DateLessThan: { 'aws:CurrentTime': '1700000000' } },
  ],
  [
    'a Deny without a second factor also means long-term keys',
    'BAD_PATTERN_FOR_MFA',
    'Deny',
    { Bool: { 'aws:MultiFactorAuthPresent': 'false', 'aws:SecureTransport': 'true' } },
    'Use "BoolIfExists" for aws:MultiFactorAuthPresent',
    {
      Bool: { 'aws:SecureTransport': 'true' },
      BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
    },
  ],
  [
    'a wildcard in an ARN',
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
    'Allow',
    { StringEquals: { 'aws:PrincipalArn': ARN, ...NAME } },
    'Use "ArnLike" for aws:PrincipalArn (allows more)',
    { StringEquals: NAME, ArnLike: { 'aws:PrincipalArn': ARN } },
  ],
  [
    'one of two values that are both asked for',
    'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    'Allow',
    { StringEquals: { 'aws:username': 'a', 'aws:UserName': 'b' } },
    'Remove this one (allows more)',
    { StringEquals: { 'aws:username': 'a' } },
  ],
  [
    'one of two that say the same',
    'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    'Allow',
    { StringEquals: { 'aws:username': 'a', 'aws:UserName': ['b', 'a'] } },
    'Remove this one',
    { StringEquals: { 'aws:username': 'a' } },
  ],
  ...(
    [
      ['1h', '3600'],
      ['60 minutes', '3600'],
      ['3600s', '3600'],
      ['2 days', '172800'],
    ] as const
  ).map(([written, seconds]): [string, string, string, Condition, string, Condition] => [
    `${written} in seconds`,
    'TYPE_MISMATCH_NUMBER',
    'Allow',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': written } },
    `Use "${seconds}"`,
    { NumericLessThan: { 'aws:MultiFactorAuthAge': seconds } },
  ]),
])('%s: %s, %s', (_, code, effect, before, label, after) => {
  expect(mended(code, effect, before)).toEqual([label, after]);
});

test.each<[string, string, string, Condition]>([
  [
    'a pattern of fewer than six parts matches no ARN',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Deny',
    { StringLike: { 'aws:PrincipalArn': '*role/dev-*' } },
  ],
  [
    'the key stands under that operator already',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    'Deny',
    { StringLike: { 'aws:PrincipalArn': ARN }, ArnLike: { 'aws:principalarn': ARN } },
  ],
  ['"less than" is not "equals"', 'TYPE_MISMATCH', 'Deny', { NumericLessThan: { 'aws:username': '3' } }],
  ['a range is no text', 'TYPE_MISMATCH', 'Deny', { IpAddress: { 'aws:username': '10.0.0.0/8' } }],
  [
    'in an Allow it would let long-term keys in',
    'BAD_PATTERN_FOR_MFA',
    'Allow',
    { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
  ],
  [
    'no operator takes wildcards and leaves letter case aside',
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
    'Deny',
    { StringEqualsIgnoreCase: { 'aws:username': 'admin-*' } },
  ],
  [
    'who knows the unit of another key',
    'TYPE_MISMATCH_NUMBER',
    'Allow',
    { NumericLessThan: { 's3:signatureAge': '10 minutes' } },
  ],
])('found, and no fix is offered: %s (%s, %s)', (_, code, effect, condition) => {
  const found = diagnose(policy(effect, condition), 'identity', VOCABULARY);
  expect(found.map((one) => one.code)).toContain(code);
  expect(mended(code, effect, condition)).toBeNull();
});

test('a vault lock as in the documentation of S3 Glacier is in order', () => {
  const statement = {
    Effect: 'Deny',
    Action: 'glacier:DeleteArchive',
    Resource: 'arn:aws:glacier:us-west-2:111122223333:vaults/examplevault',
    Condition: { NumericLessThan: { 'glacier:ArchiveAgeInDays': '365' } },
  };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  expect(diagnose(text, 'identity', VOCABULARY)).toEqual([]);
});

test('an operator that asks for the key to be there is not called redundant', () => {
  const text = policy('Allow', { 'ForAnyValue:StringNotEquals': { 'aws:username': 'ana' } });
  const codes = diagnose(text, 'identity', VOCABULARY).map(({ code }) => code);
  expect(codes).not.toContain('FORANYVALUE_WITH_SINGLE_VALUED_KEY');
});

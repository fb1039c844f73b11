// The reading of trust policies: who may become the role, and how.
import { expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { plain } from './part.ts';
import { readingOf } from './reading.ts';

const vocabulary = await loadVocabulary();
const OWN = '111122223333';

function reading(statement: object, own: string | undefined = OWN): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const [parsed] = parsePolicy(text).document?.statements ?? [];
  if (!parsed) throw new Error('no statement');
  return plain(readingOf(parsed, vocabulary, own));
}
const trust = (principal: object | string, action: string | readonly string[] = 'sts:AssumeRole') => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
});
const norr = { AWS: `arn:aws:iam::${OWN}:user/staff/norr` };

test.each([
  [norr, 'user norr'],
  [{ AWS: 'arn:aws:iam::444455556666:role/Reader' }, 'role Reader of the account 444455556666'],
  [{ AWS: `arn:aws:sts::${OWN}:assumed-role/Reader/lee` }, 'the session lee of the role Reader'],
  [{ AWS: `arn:aws:sts::${OWN}:federated-user/lee` }, 'the federated user lee'],
  [{ AWS: '444455556666' }, 'the account 444455556666'],
  [{ AWS: 'AIDAEXAMPLE' }, 'AIDAEXAMPLE'],
  ['*', 'everyone'],
  [{ Service: 'lambda.amazonaws.com' }, 'the service lambda.amazonaws.com'],
  [
    { ...norr, Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
    'user norr, the service ec2.amazonaws.com and the service lambda.amazonaws.com',
  ],
])('%j may assume the role', (principal, who) => {
  expect(reading(trust(principal))).toBe(`Lets ${who} assume this role.`);
});

test('where the account of the role is not known, that of its principals is told', () => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [trust(norr)] });
  const [parsed] = parsePolicy(text).document?.statements ?? [];
  expect(parsed && plain(readingOf(parsed))).toBe(`Lets user norr of the account ${OWN} assume this role.`);
});

test.each([
  [
    trust({ Federated: `arn:aws:iam::${OWN}:saml-provider/Staff` }, 'sts:AssumeRoleWithSAML'),
    'Lets whoever the SAML provider Staff vouches for assume this role with SAML.',
  ],
  [
    trust(
      { Federated: `arn:aws:iam::${OWN}:oidc-provider/token.example.com/x` },
      'sts:AssumeRoleWithWebIdentity',
    ),
    'Lets whoever the OIDC provider token.example.com/x vouches for assume this role with a web identity token.',
  ],
  // What is denied is denied each by itself, in any order and letter case.
  [
    trust(norr, ['STS:tagsession', 'sts:assumerole']),
    'Lets user norr assume this role and pass session tags.',
  ],
  [
    { ...trust(norr, ['sts:TagSession', 'sts:AssumeRole', 'sts:SetSourceIdentity']), Effect: 'Deny' },
    'Keeps user norr from assuming this role, passing session tags or setting a source identity.',
  ],
  [trust(norr, 'sts:TagSession'), 'Lets user norr pass session tags while assuming this role.'],
  [
    { Effect: 'Deny', NotPrincipal: norr, Action: 'sts:AssumeRole' },
    'Keeps everyone but user norr from assuming this role.',
  ],
  [
    {
      ...trust(norr),
      Effect: 'Deny',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
    'Keeps user norr from assuming this role when aws:MultiFactorAuthPresent is false (or is not in the request).',
  ],
  [trust(norr, 'sts:AssumeRole*'), 'Lets user norr do sts:AssumeRole* (3 actions) with this role.'],
  [
    { ...trust(norr, 'sts:*'), Effect: 'Deny' },
    'Keeps user norr from doing every action of AWS Security Token Service with this role.',
  ],
])('%j', (statement, says) => {
  expect(reading(statement)).toBe(says);
});

test('what is not about a role is read as any other statement', () => {
  expect(reading({ ...trust(norr), Resource: '*' })).toMatch(
    /^Allows .* to do sts:AssumeRole on any resource/,
  );
  expect(reading(trust(norr, ['sts:AssumeRole', 's3:*']))).toMatch(/^Allows /);
  expect(reading({ Effect: 'Deny', Principal: '*', NotAction: 'sts:AssumeRole' })).toMatch(
    /^Denies everything but/,
  );
});

// What to look at after a refusal: the offer, the role, and the statement of its trust policy that came closest.
import { expect, test } from 'vitest';
import {
  ada,
  attributes,
  claiming,
  DEPLOY,
  FEDERATED_WORLD,
  OIDC_PROVIDER,
  READER,
  SAML_PROVIDER,
  saying,
} from '../../../tests/fixtures/federation.ts';
import { withRole } from '../../../tests/fixtures/sessions.ts';
import { roleArnOf } from '../../../tests/fixtures/sts.ts';
import { BOOKSHOP, environment, NEIGHBOUR, policyText } from '../../../tests/fixtures/world.ts';
import { ANONYMOUS } from '../../account/caller.ts';
import type { World } from '../../account/world.ts';
import { execute } from '../../api/execute.ts';
import type { Arn } from '../../aws/arn.ts';
import { nextStep, type NextStep } from './next-step.ts';

const offering = (role: Arn, more: Readonly<Record<string, readonly string[]>> = {}): string =>
  saying({
    attributes: { ...ada.attributes, ...attributes({ Role: [`${role},${SAML_PROVIDER}`], ...more }) },
  });

const bySaml = (RoleArn: Arn, SAMLAssertion: string, world: World = FEDERATED_WORLD): NextStep | null =>
  nextStep(
    world,
    execute(
      world,
      ANONYMOUS,
      { operation: 'sts:AssumeRoleWithSAML', input: { RoleArn, PrincipalArn: SAML_PROVIDER, SAMLAssertion } },
      environment(),
    ),
  );

const byToken = (RoleArn: Arn, WebIdentityToken: string): NextStep | null =>
  nextStep(
    FEDERATED_WORLD,
    execute(
      FEDERATED_WORLD,
      ANONYMOUS,
      {
        operation: 'sts:AssumeRoleWithWebIdentity',
        input: { RoleArn, RoleSessionName: 'job', WebIdentityToken },
      },
      environment(),
    ),
  );

/** Reader with another trust policy. */
const trusting = (statement: object): World =>
  withRole('Reader', { trust: policyText(statement) }, FEDERATED_WORLD);

const LET_IN = {
  Sid: 'People',
  Effect: 'Allow',
  Principal: { Federated: SAML_PROVIDER },
  Action: 'sts:AssumeRoleWithSAML',
};

test('who is let in, or not believed, needs no such step', () => {
  expect(bySaml(READER, offering(READER))).toBeNull();
  expect(bySaml(READER, 'nothing')).toBeNull();
  expect(byToken(DEPLOY, claiming({ aud: 'another' }))).toBeNull();
});

test('a role that is not there is said not to be there, though AWS does not say so', () => {
  const gone = roleArnOf('Gone');
  expect(bySaml(gone, offering(gone))?.found).toContain(`There is no role ${gone}.`);
  expect(byToken(gone, claiming({}))?.found).toContain(`There is no role ${gone}.`);
});

test('a role that the response does not offer, and one of another account', () => {
  const other = roleArnOf('PlainReader');
  expect(bySaml(other, offering(READER))).toMatchObject({
    found: expect.stringContaining('does not offer this role') as string,
    ways: [expect.anything(), expect.stringContaining(`${other},${SAML_PROVIDER}`)],
    directory: true,
  });
  const foreign: Arn = `arn:aws:iam::${NEIGHBOUR}:role/Reader`;
  expect(bySaml(foreign, offering(foreign))?.found).toContain('of another account');
});

test.each<[string, object, string, string]>([
  [
    'another provider',
    { ...LET_IN, Principal: { Federated: `arn:aws:iam::${BOOKSHOP}:saml-provider/Sealed` } },
    'The statement People comes closest, but its Principal does not list the provider.',
    `"Federated": "${SAML_PROVIDER}"`,
  ],
  [
    'another action',
    { ...LET_IN, Action: 'sts:AssumeRole' },
    'its Action is not sts:AssumeRoleWithSAML',
    'allows sts:AssumeRoleWithSAML to the Principal',
  ],
  ['a Deny', { ...LET_IN, Effect: 'Deny' }, 'The statement People denies that', 'take that Deny out'],
])('%s in the trust policy is found', (_what, statement, found, way) => {
  const step = bySaml(READER, offering(READER), trusting(statement));
  expect(step?.asked).toEqual({
    role: 'Reader',
    provider: SAML_PROVIDER,
    action: 'sts:AssumeRoleWithSAML',
  });
  expect(step?.found).toContain(found);
  expect(step?.ways[0]).toContain(way);
  expect(step?.policy).toBe('trust:Reader');
});

test.each([
  ['saml:aud', 'https://elsewhere.example', 'https://signin.aws.amazon.com/saml'],
  ['saml:edupersonaffiliation', 'staff', null],
])('the condition on %s is named, with what was handed in', (key, value, is) => {
  const statement = { ...LET_IN, Condition: { StringEquals: { [key]: value } } };
  expect(bySaml(READER, offering(READER), trusting(statement))?.unmet).toEqual([
    { key, wanted: `StringEquals ${value}`, is },
  ]);
});

test('tags that the trust policy does not expect', () => {
  const plain = roleArnOf('PlainReader');
  const step = bySaml(plain, offering(plain, { 'PrincipalTag:team': ['books'] }));
  expect(step?.found).toContain('carries session tags');
  expect(step?.ways[0]).toContain('sts:TagSession');
});

test('the token of a stranger is held against the condition that keeps it out', () => {
  const step = byToken(DEPLOY, claiming({ sub: 'stranger:1' }));
  expect(step?.asked?.provider).toBe(OIDC_PROVIDER);
  expect(step?.unmet).toEqual([
    { key: 'idp.maple-books.example:sub', wanted: 'StringLike job:*', is: 'stranger:1' },
  ]);
  expect(step?.policy).toBe('trust:Deploy');
});

// The playground as its directories see it: every way in that it hands out works, and each one as far as it should.
import { expect, test } from 'vitest';
import { ANONYMOUS, type Caller } from '../../src/account/caller.ts';
import type { WebIdentitySubject } from '../../src/account/directories.ts';
import type { World } from '../../src/account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../../src/api/call.ts';
import type { Env } from '../../src/api/env.ts';
import { execute } from '../../src/api/execute.ts';
import { publishedKeys } from '../../src/api/published-keys.ts';
import { signedSamlResponse } from '../../src/api/saml.ts';
import { signingKey } from '../../src/api/signing-key.ts';
import { withClaims } from '../../src/api/web-identity-token.ts';
import { newProviderKey, signToken } from '../../src/app/web-identity.ts';
import { bookshop } from '../../src/lessons/bookshop/lesson.ts';
import { offeredRoles, statementOf } from '../../src/session/assertion.ts';
import { federatedLink } from '../../src/session/federated.ts';
import {
  centerProvider,
  centerStatement,
  entitlementsOf,
  provisionedRoles,
} from '../../src/session/identity-center.ts';
import { claimsFor, rolesNaming } from '../../src/session/web-identity.ts';
import { environment, ROOT } from '../fixtures/world.ts';

const { world, directories } = await bookshop();
const env: Env = { ...environment(), issuerKeys: publishedKeys(directories) };
const [company] = directories.companies;
const [github] = directories.webIdentity;
const { identityCenter: center } = directories;
if (!company || !github || !center) throw new Error('The playground has directories.');

const personOf = (name: string) => {
  const found = company.people.find(({ userName }) => userName === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const ask = <Name extends OperationName>(
  who: Caller,
  call: ApiCall<Name>,
  on: World = world,
): ApiOutcome<Name> => execute(on, who, call, env);

function enter(name: string, roleName: string): Caller {
  const statement = statementOf(company!, personOf(name), { id: '_1', now: env.now });
  const response = signedSamlResponse(statement, signingKey(company!.secret));
  const pair = offeredRoles(response)?.find(({ role }) => role.endsWith(`/${roleName}`));
  if (!pair) throw new Error(`${name} is not offered ${roleName}.`);
  const outcome = ask(ANONYMOUS, {
    operation: 'sts:AssumeRoleWithSAML',
    input: { RoleArn: pair.role, PrincipalArn: pair.provider, SAMLAssertion: response },
  });
  const link = federatedLink(world, outcome, 'saml');
  if (!link.ok) throw new Error(link.error.message);
  return link.value.caller;
}

const put = (Bucket: string, Key: string) =>
  ({ operation: 's3:PutObject', input: { Bucket, Key, Body: 'x' } }) as const;

test('the writers of the directory write drafts of any season, by the tag of their group', () => {
  const ines = enter('ines', 'NewsletterEditor');
  expect(ines).toMatchObject({ sessionName: 'ines', sessionTags: { team: 'newsletter' } });
  expect(ask(ines, put('maple-drafts', 'summer/a.md')).result.ok).toBe(true);
  expect(ask(ines, put('maple-catalog', 'prices.csv')).result.ok).toBe(false);
  const reading = enter('theo', 'StaffReader');
  expect(ask(reading, put('maple-drafts', 'summer/a.md')).result.ok).toBe(false);
  expect(() => enter('theo', 'NewsletterEditor')).toThrow('not offered');
  expect(() => enter('kai', 'StaffReader')).toThrow('not offered');
});

const publish = (token: string) => {
  const [role] = rolesNaming(world, github.issuer);
  if (!role) throw new Error('No role trusts the pipeline.');
  return ask(ANONYMOUS, {
    operation: 'sts:AssumeRoleWithWebIdentity',
    input: { RoleArn: role, RoleSessionName: 'job', WebIdentityToken: token },
  });
};
const tokenFor = (subject: WebIdentitySubject | undefined, more: object = {}, key = github.key) =>
  signToken({ ...claimsFor(github, subject ?? { name: '', claims: {} }, env.now), ...more }, key);

const [main, pullRequest, stranger] = github.subjects;
const seconds = Math.floor(Date.parse(env.now) / 1000);

test('the pipeline of the main branch publishes, and nothing else', async () => {
  const link = federatedLink(world, publish(await tokenFor(main)), 'webIdentity');
  if (!link.ok) throw new Error(link.error.message);
  expect(link.value).toMatchObject({ way: 'webIdentity', caller: { roleName: 'PublishWebsite' } });
  expect(ask(link.value.caller, put('maple-catalog', 'new-titles.md')).result.ok).toBe(true);
  expect(ask(link.value.caller, put('maple-catalog', 'prices.csv')).result.ok).toBe(false);
});

test.each<[string, () => Promise<string>, string, string]>([
  [
    'of a pull request',
    () => tokenFor(pullRequest),
    'AccessDenied',
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ],
  [
    'of a stranger',
    () => tokenFor(stranger),
    'AccessDenied',
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ],
  [
    'for another audience',
    () => tokenFor(main, { aud: 'somebody-else' }),
    'InvalidIdentityToken',
    'Incorrect token audience',
  ],
  ['that has expired', () => tokenFor(main, { exp: seconds - 1 }), 'ExpiredTokenException', 'Token expired'],
  [
    'of a forger',
    async () => tokenFor(main, {}, { ...(await newProviderKey()), kid: github.key.kid }),
    'InvalidIdentityToken',
    'could not be validated by AWS',
  ],
  [
    'of a key that is not published',
    async () => tokenFor(main, {}, await newProviderKey()),
    'InvalidIdentityToken',
    "Couldn't retrieve verification key",
  ],
  [
    'that was changed',
    async () =>
      withClaims(await tokenFor(stranger), claimsFor(github, main ?? { name: '', claims: {} }, env.now)),
    'InvalidIdentityToken',
    'could not be validated by AWS',
  ],
  [
    'of an issuer without an entry',
    () => tokenFor(main, { iss: 'https://other.example' }),
    'InvalidIdentityToken',
    'No OpenIDConnect provider found',
  ],
])('a token %s is refused as AWS refuses it', async (_what, token, code, message) => {
  const { result } = publish(await token());
  expect(result.ok ? null : result.error.code).toBe(code);
  expect(result.ok ? null : result.error.message).toContain(message);
});

test('Identity Center lets staff read, under the id of its own store', () => {
  const theo = personOf('theo');
  const [entitled, ...others] = entitlementsOf(center, theo);
  expect(others).toEqual([]);
  expect(entitled).toMatchObject({ permissionSet: 'CatalogReader' });
  expect(entitlementsOf(center, personOf('kai'))).toEqual([]);
  const provider = entitled && centerProvider(world, entitled.account);
  if (!entitled || !provider) throw new Error('Nothing is provisioned.');
  const statement = centerStatement(center, company, theo, { ...entitled, provider, id: '_1', now: env.now });
  const asked = (secret: string) =>
    ask(ANONYMOUS, {
      operation: 'sts:AssumeRoleWithSAML',
      input: {
        RoleArn: entitled.role,
        PrincipalArn: provider,
        SAMLAssertion: signedSamlResponse(statement, signingKey(secret)),
      },
    });
  const link = federatedLink(world, asked(center.secret), 'identityCenter');
  if (!link.ok) throw new Error(link.error.message);
  expect(link.value).toMatchObject({
    way: 'identityCenter',
    caller: {
      roleName: 'AWSReservedSSO_CatalogReader_3f9c1a7be2d04856',
      sessionName: 'theo',
      origin: { kind: 'identityCenter', userId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    },
  });
  expect(
    ask(link.value.caller, {
      operation: 's3:GetObject',
      input: { Bucket: 'maple-catalog', Key: 'prices.csv' },
    }).result.ok,
  ).toBe(true);
  // The company's own key is not that of Identity Center.
  expect(asked(company.secret).result).toMatchObject({ error: { message: 'Response signature invalid' } });
});

test('the role of a permission set is changed by nobody in the account', () => {
  const [role] = provisionedRoles(world);
  const RoleName = role?.split('/').at(-1) ?? '';
  const { result } = ask(ROOT, { operation: 'iam:DeleteRole', input: { RoleName } });
  expect(result.ok ? null : result.error.code).toBe('UnmodifiableEntity');
});

// Providers of web identity: what presets become, what tokens say, and who trusts them.
import { expect, test } from 'vitest';
import { DEPLOY, FEDERATED_WORLD, ISSUER } from '../../tests/fixtures/federation.ts';
import { BOOKSHOP, NOW } from '../../tests/fixtures/world.ts';
import { epochMillis } from '../aws/instant.ts';
import { claimsFor, entriesFor, isBuiltIn, madeFrom, PRESETS, rolesNaming } from './web-identity.ts';

const key = { kty: 'EC', crv: 'P-256', kid: 'k', x: 'x', y: 'y', d: 'd' } as const;
const [github] = PRESETS;
if (!github) throw new Error('There are presets.');

test('a pipeline is of the repository that was named, and strangers stay strangers', () => {
  const made = madeFrom(github, key, { repository: 'maple/site' });
  expect(made).toMatchObject({ issuer: github.issuer, key });
  expect(made.subjects.map(({ claims }) => claims['sub'])).toEqual([
    'repo:maple/site:ref:refs/heads/main',
    'repo:maple/site:pull_request',
    'repo:stranger/fork:ref:refs/heads/main',
  ]);
});

test('a provider of one’s own has an address of one’s own', () => {
  const own = PRESETS.find(({ id }) => id === 'own');
  expect(own && madeFrom(own, key, { address: 'https://a.example' }).issuer).toBe('https://a.example');
});

test.each(PRESETS)('$name: every subject has what AWS needs', (preset) => {
  const made = madeFrom(preset, key);
  for (const subject of made.subjects) {
    const { iss, sub, aud, iat, exp } = claimsFor(made, subject, NOW, 60);
    const now = epochMillis(NOW) / 1000;
    expect([iss, iat, exp]).toEqual([preset.issuer, now, now + 60]);
    expect([typeof sub, typeof aud]).toEqual(['string', 'string']);
  }
});

test('accounts have entries, roles name providers', () => {
  expect(entriesFor(FEDERATED_WORLD, ISSUER)).toEqual([
    { account: BOOKSHOP, clientIds: ['sts.amazonaws.com', 'till'] },
  ]);
  expect(entriesFor(FEDERATED_WORLD, `${ISSUER}/other`)).toEqual([]);
  expect(rolesNaming(FEDERATED_WORLD, ISSUER)).toContain(DEPLOY);
  const google = rolesNaming(FEDERATED_WORLD, 'https://accounts.google.com');
  expect(google.map((arn) => arn.split('/').at(-1))).toEqual(['Google']);
  expect([isBuiltIn('https://accounts.google.com'), isBuiltIn(ISSUER)]).toEqual([true, false]);
});

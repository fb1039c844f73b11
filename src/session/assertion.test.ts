// What a company says of its people, and which roles that offers.
import { expect, test } from 'vitest';
import { DIRECTORY, FEDERATED_WORLD, READER, SAML_PROVIDER } from '../../tests/fixtures/federation.ts';
import { BOOKSHOP, NOW } from '../../tests/fixtures/world.ts';
import type { CompanyDirectory, DirectoryPerson } from '../account/directories.ts';
import { signedSamlResponse } from '../api/saml.ts';
import { signingKey } from '../api/signing-key.ts';
import { addSeconds } from '../aws/instant.ts';
import {
  describedRole,
  mappingOf,
  isInvalidAtSignIn,
  offeredRoles,
  pairIn,
  providersOf,
  rolesTrusting,
  statementOf,
} from './assertion.ts';

const OTHER = `arn:aws:iam::${BOOKSHOP}:role/Other` as const;
const pair = { role: READER, provider: SAML_PROVIDER };
const other = { role: OTHER, provider: SAML_PROVIDER };

const ines: DirectoryPerson = {
  userName: 'ines',
  name: 'Ines',
  email: 'ines@maple.example',
  groups: ['Readers', 'Gone'],
  roles: [other, pair],
  tags: { team: 'own' },
  transitiveTags: ['team'],
};
const company: CompanyDirectory = {
  name: 'Maple',
  entityId: DIRECTORY,
  secret: 's',
  namesSource: true,
  sessionSeconds: 1800,
  groups: [
    { name: 'Readers', roles: [pair], tags: { team: 'group', hall: 'north' }, transitiveTags: ['hall'] },
    { name: 'Others', roles: [other], tags: { never: 'sent' }, transitiveTags: [] },
  ],
  people: [ines],
};

test('a person has what the groups have, each role once, and of tags the own value', () => {
  expect(mappingOf(company, ines)).toEqual({
    roles: [pair, other],
    tags: { team: 'own', hall: 'north' },
    transitiveTags: ['hall', 'team'],
  });
});

test('the statement has an attribute for all that AWS reads', () => {
  const { attributes, ...rest } = statementOf(company, ines, { id: '_1', now: NOW });
  expect(rest).toMatchObject({
    issuer: DIRECTORY,
    issued: NOW,
    notOnOrAfter: addSeconds(NOW, 300),
    audience: 'urn:amazon:webservices',
    subject: { name: 'ines' },
  });
  const aws = 'https://aws.amazon.com/SAML/Attributes/';
  expect(attributes).toMatchObject({
    [`${aws}Role`]: [`${READER},${SAML_PROVIDER}`, `${OTHER},${SAML_PROVIDER}`],
    [`${aws}RoleSessionName`]: ['ines'],
    [`${aws}SessionDuration`]: ['1800'],
    [`${aws}PrincipalTag:team`]: ['own'],
    [`${aws}PrincipalTag:hall`]: ['north'],
    [`${aws}TransitiveTagKeys`]: ['hall', 'team'],
    [`${aws}SourceIdentity`]: ['ines'],
  });
});

test('what there is nothing to say of is left out', () => {
  const bare = { ...ines, groups: [], roles: [], tags: {}, transitiveTags: [], email: '' };
  const quiet = { ...company, namesSource: false, sessionSeconds: null };
  const { attributes } = statementOf(quiet, bare, { id: '_1', now: NOW, issuer: 'i', audience: 'a' });
  expect(Object.keys(attributes).map((name) => name.split('/').at(-1))).toEqual(['RoleSessionName', 'name']);
});

test('a directory can be made to misname or to forget what AWS needs', () => {
  const names = (stating: object) =>
    Object.keys(statementOf(company, ines, { id: '_1', now: NOW, ...stating }).attributes);
  const aws = 'https://aws.amazon.com/SAML/Attributes/';
  expect(names({ roleAttribute: 'Roles' })).toContain(`${aws}Roles`);
  expect(names({ roleAttribute: 'Roles' })).not.toContain(`${aws}Role`);
  expect(names({ roleAttribute: null })).not.toContain(`${aws}Role`);
  expect(names({ sessionName: null })).not.toContain(`${aws}RoleSessionName`);
  const { attributes } = statementOf(company, ines, { id: '_1', now: NOW, sessionName: 'no name' });
  expect(attributes[`${aws}RoleSessionName`]).toEqual(['no name']);
});

test('a response offers its pairs, by account', () => {
  const response = signedSamlResponse(statementOf(company, ines, { id: '_1', now: NOW }), signingKey('s'));
  expect(offeredRoles(response)).toEqual([
    { ...pair, account: BOOKSHOP },
    { ...other, account: BOOKSHOP },
  ]);
  const twice = statementOf(company, ines, { id: '_1', now: NOW });
  const Role = 'https://aws.amazon.com/SAML/Attributes/Role';
  const attributes = {
    ...twice.attributes,
    [Role]: [`${READER},${SAML_PROVIDER}`, `${SAML_PROVIDER},${READER}`, 'none'],
  };
  expect(offeredRoles(signedSamlResponse({ ...twice, attributes }, signingKey('s')))).toEqual([
    { ...pair, account: BOOKSHOP },
  ]);
  expect(offeredRoles('nothing')).toBeNull();
  expect(isInvalidAtSignIn('nothing')).toBe(true);
  expect(isInvalidAtSignIn(response)).toBe(false);
});

test.each([
  [`${READER},${SAML_PROVIDER}`, true],
  [` ${SAML_PROVIDER} , ${READER} `, true],
  [READER, false],
  [`${READER},${READER}`, false],
  [`${READER},${SAML_PROVIDER},${READER}`, false],
  ['role/a,:saml-provider/b', false],
  ['', false],
])('%j is a pair: %s', (text, isPair) => {
  expect(pairIn(text)).toEqual(isPair ? { ...pair, account: BOOKSHOP } : null);
});

test('accounts know a directory by its entity ID, and roles trust it by the provider', () => {
  expect(providersOf(FEDERATED_WORLD, DIRECTORY)).toContain(SAML_PROVIDER);
  expect(providersOf(FEDERATED_WORLD, 'urn:other')).toEqual([]);
  const roles = rolesTrusting(FEDERATED_WORLD, SAML_PROVIDER);
  expect(roles).toContain(READER);
  expect(roles.join()).not.toContain('Deploy');
  expect(rolesTrusting(FEDERATED_WORLD, 'arn:aws:iam::999999999999:saml-provider/Maple')).toEqual([]);
  expect(describedRole(FEDERATED_WORLD, 'arn:aws:iam::999999999999:role/Gone')).toBe('');
});

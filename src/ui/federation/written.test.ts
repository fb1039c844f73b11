// Roles and tags as lines: what is written is read again, and a line that is neither is named.
import { expect, test } from 'vitest';
import { replaced } from './directing.ts';
import { attributeWords, shortName } from './attribute-words.ts';
import { rolesRead, rolesWritten, tagsRead, tagsWritten } from './written.ts';

const role = 'arn:aws:iam::111122223333:role/ops/Reader' as const;
const provider = 'arn:aws:iam::111122223333:saml-provider/Maple' as const;

test.each([
  [[]],
  [[{ role, provider }]],
  [
    [
      { role, provider },
      { role: `${role}2` as const, provider },
    ],
  ],
])('roles come back as they were written: %#', (roles) =>
  expect(rolesRead(rolesWritten(roles))).toEqual({ roles }),
);

test.each([
  ['either order, and blank lines', `\n ${provider} , ${role}\n\n`, { roles: [{ role, provider }] }],
  ['a role alone', `${role},${provider}\n${role}`, { fault: role }],
  ['nonsense', 'x', { fault: 'x' }],
])('roles: %s', (_what, text, read) => expect(rolesRead(text)).toEqual(read));

test.each([
  [{ tags: {}, transitiveTags: [] }],
  [{ tags: { team: 'a=b', floor: '' }, transitiveTags: ['floor'] }],
])('tags come back as they were written: %#', (mapping) =>
  expect(tagsRead(tagsWritten(mapping))).toEqual(mapping),
);

test.each([
  ['spaces around', ' + team = books \n', { tags: { team: 'books' }, transitiveTags: ['team'] }],
  ['no value', 'team', { fault: 'team' }],
  ['no key', '=books', { fault: '=books' }],
  ['a key twice', 'team=a\nteam=b', { fault: 'team=b' }],
])('tags: %s', (_what, text, read) => expect(tagsRead(text)).toEqual(read));

test('a list with something replaced, added, or without it', () => {
  const isTwo = (one: number) => one === 2;
  expect(replaced([1, 2, 3], isTwo, 9)).toEqual([1, 9, 3]);
  expect(replaced([1, 3], isTwo, 9)).toEqual([1, 3, 9]);
  expect(replaced([1, 2, 3], isTwo, null)).toEqual([1, 3]);
});

const AWS = 'https://aws.amazon.com/SAML/Attributes/';

test.each([
  [`${AWS}Role`, 'Role', /one role with the provider/],
  [`${AWS}PrincipalTag:team`, 'PrincipalTag:team', /aws:PrincipalTag\/team/],
  [`${AWS}role`, 'role', /does not know/],
  ['urn:oid:0.9.2342.19200300.100.1.3', '0.9.2342.19200300.100.1.3', /other readers/],
])('%s', (name, short, words) => {
  expect(shortName(name)).toBe(short);
  expect(attributeWords(name)).toMatch(words);
});

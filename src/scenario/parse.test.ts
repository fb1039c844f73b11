// The door: what is let in, what is turned away, and in which words.
import { expect, test } from 'vitest';
import { altered } from '../../tests/scenario/altered.ts';
import sample from '../../tests/scenario/samples/v5/library.json' with { type: 'json' };
import { bucketIn } from '../../tests/fixtures/world.ts';
import { EMPTY, lookup, namesOf, recordOf } from '../account/table.ts';
import { plainScenario } from './print.ts';
import { parseScenario } from './parse.ts';

/** A copy of the sample with one place replaced, or removed where the value is undefined. */
const withAt = (path: readonly (string | number)[], value: unknown): unknown => altered(sample, path, value);

const ACCOUNT = ['world', 'accounts', '111122223333'];
const ADA = [...ACCOUNT, 'users', 'ada'];
const READERS = [...ACCOUNT, 'groups', 'Readers'];
const SHELVES = [...ACCOUNT, 'policies', 'ReadShelves'];
const ARCHIVE = [...ACCOUNT, 'buckets', 'quiet-archive'];
const at = 'accounts › 111122223333';

test('the sample is sound, and its copy shares nothing with it', () => {
  const parsed = parseScenario(sample);
  expect(parsed.ok && plainScenario(parsed.value)).toEqual(sample);
  if (parsed.ok) expect(parsed.value.handout).not.toBe(sample.handout);
});

const COMPANY = ['directories', 'companies', 0];
const [company] = sample.directories.companies;
const [provider] = sample.directories.webIdentity;

test.each<[string, readonly (string | number)[], unknown, string]>([
  ['two companies of one entity ID', ['directories', 'companies'], [company, company], 'entity ID'],
  [
    'a company that Identity Center signs as',
    [...COMPANY, 'entityId'],
    'https://sso.quiet-library.example/saml',
    'entity ID',
  ],
  ['two providers of one issuer', ['directories', 'webIdentity'], [provider, provider], 'issuer'],
  [
    'two people of one user name',
    [...COMPANY, 'people'],
    [...(company?.people ?? []), ...(company?.people ?? [])],
    'user name ada',
  ],
  [
    'a group twice',
    [...COMPANY, 'groups'],
    [...(company?.groups ?? []), ...(company?.groups ?? [])],
    'group Readers',
  ],
  ['an issuer without https', ['directories', 'webIdentity', 0, 'issuer'], 'http://a.example', 'https://'],
  [
    'a role that is none',
    [...COMPANY, 'groups', 0, 'roles', 0, 'role'],
    'arn:aws:iam::111122223333:user/ada',
    'ARN of a role',
  ],
  [
    'a permission set that is any role',
    ['directories', 'identityCenter', 'assignments', 0, 'role'],
    'arn:aws:iam::111122223333:role/Reading',
    'Identity Center',
  ],
  ['too many people', [...COMPANY, 'people'], Array(501).fill(company?.people[0]), '500'],
])('directories: %s is turned away', (_what, path, value, words) => {
  const parsed = parseScenario(withAt(path, value));
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).toContain(words);
});

test('a user called constructor is kept', () => {
  const parsed = parseScenario(sample);
  expect(parsed.ok && namesOf(parsed.value.world.accounts['111122223333']?.users ?? EMPTY)).toEqual([
    'ada',
    'constructor',
  ]);
});

test('an object called __proto__ is kept, and is nothing but an object', () => {
  const object = {
    key: '__proto__',
    version: 'null',
    body: '',
    contentType: '',
    modified: '2026-01-06T09:30:00Z',
    owner: null,
    acl: [],
    tags: {},
    kmsKey: null,
  };
  const parsed = parseScenario(withAt([...ARCHIVE, 'objects', '__proto__'], object));
  const objects = parsed.ok
    ? bucketIn(parsed.value.world, 'quiet-archive', '111122223333')?.objects
    : undefined;
  expect(lookup(objects ?? EMPTY, '__proto__')).toEqual(object);
  expect(Object.getPrototypeOf(recordOf(objects ?? EMPTY))).toBe(Object.prototype);
});

test.each([
  ['nothing', null],
  ['a number', 7],
  ['a list', [sample]],
  ['another object', { title: 'mine' }],
  ['another format', withAt(['format'], 'other')],
])('foreign: %s', (_what, input) => {
  expect(parseScenario(input)).toMatchObject({ ok: false, error: { kind: 'foreign' } });
});

test('too new: says which version', () => {
  expect(parseScenario({ format: 'rolecall-scenario', version: 9, whatever: true })).toEqual({
    ok: false,
    error: { kind: 'tooNew', version: 9 },
  });
});

const proto: unknown = JSON.parse(
  '{ "organization": null, "accounts": {}, "__proto__": { "polluted": true } }',
);

test.each<[string, (string | number)[], unknown, string]>([
  ['no version', ['version'], undefined, 'version: must be a whole number from 1.'],
  ['half a version', ['version'], 1.5, 'version: must be a whole number from 1.'],
  ['a missing field', [...ADA, 'groups'], undefined, `${at} › users › ada › groups: is missing.`],
  [
    'an unknown field',
    [...ADA, 'admin'],
    true,
    `${at} › users › ada › admin: is a field that is not known here.`,
  ],
  ['an unknown field on top', ['session'], {}, 'session: is a field that is not known here.'],
  ['a wrong type', ['title'], 7, 'title: must be string, but is 7.'],
  ['an empty title', ['title'], '', 'title: must not be empty.'],
  ['a blank title', ['title'], ' \u00a0 ', 'title: must not be blank.'],
  ['a title that turns the writing', ['title'], 'a\u202eb', 'title: must not hold control characters.'],
  ['a title of two lines', ['title'], 'a\nb', 'title: must not hold control characters.'],
  [
    'a key that is not the name',
    [...ADA, 'name'],
    'eve',
    `${at} › users › ada: is filed under this name, but is called eve.`,
  ],
  [
    'an account id with letters',
    [...ACCOUNT, 'id'],
    '11112222333x',
    `${at} › id: must be an account id of twelve digits.`,
  ],
  [
    '__proto__ as a name',
    [...ACCOUNT, 'users'],
    JSON.parse('{ "__proto__": {} }'),
    `${at} › users › __proto__: is a name that cannot be kept.`,
  ],
  ['__proto__ as a field', ['world'], proto, '__proto__: is a field that is not known here.'],
  [
    'a name with a slash',
    [...ACCOUNT, 'users', 'a/b'],
    {},
    `${at} › users › a/b: must be a name of letters, digits and any of _+=,.@-.`,
  ],
  [
    'a path without its end',
    [...ADA, 'path'],
    '/staff',
    `${at} › users › ada › path: must be a path that starts and ends with /.`,
  ],
  [
    'an id of another kind',
    [...ADA, 'id'],
    'AROAAAAABBBBCCCCDDDD1',
    `${at} › users › ada › id: must be a unique id that starts with AIDA.`,
  ],
  [
    'a day that does not exist',
    [...ADA, 'created'],
    '2026-13-01T00:00:00Z',
    `${at} › users › ada › created: must be a moment that exists.`,
  ],
  [
    'too many iterations',
    [...ADA, 'login', 'hash', 'iterations'],
    1e9,
    `${at} › users › ada › login › hash › iterations: must be at most 2,000,000.`,
  ],
  [
    'a salt that is no base64',
    [...ADA, 'login', 'hash', 'salt'],
    'abc',
    `${at} › users › ada › login › hash › salt: must be base64.`,
  ],
  [
    'a group that is not there',
    [...ADA, 'groups', 0],
    'Writers',
    `${at} › users › ada › groups: there is no group Writers.`,
  ],
  [
    'a group that only objects inherit',
    [...ADA, 'groups', 0],
    'toString',
    `${at} › users › ada › groups: there is no group toString.`,
  ],
  [
    'a group twice',
    [...ADA, 'groups'],
    ['Readers', 'Readers'],
    `${at} › users › ada › groups: the group Readers is used twice.`,
  ],
  [
    'an MFA device of somebody who is not there',
    [...ACCOUNT, 'mfaDevices', 'arn:aws:iam::111122223333:mfa/ada-phone', 'holder', 'name'],
    'eve',
    `${at} › mfaDevices › arn:aws:iam::111122223333:mfa/ada-phone › holder: there is no user eve.`,
  ],
  [
    'an ARN of a role',
    [...ADA, 'attached', 0],
    'arn:aws:iam::111122223333:role/x',
    `${at} › users › ada › attached › 1: must be the ARN of a managed policy.`,
  ],
  [
    'a policy that is not there',
    [...READERS, 'attached', 0],
    'arn:aws:iam::111122223333:policy/ReadShelves',
    `${at} › groups › Readers › attached: there is no policy arn:aws:iam::111122223333:policy/ReadShelves in this account.`,
  ],
  [
    'a policy twice',
    [...ADA, 'attached', 1],
    'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    `${at} › users › ada › attached: arn:aws:iam::aws:policy/job-function/ViewOnlyAccess is attached twice.`,
  ],
  [
    'a tag that is AWS’s',
    [...ADA, 'tags', 'aws:x'],
    'y',
    `${at} › users › ada › tags › aws:x: must not start with aws:, which AWS keeps to itself.`,
  ],
  [
    'a tag twice',
    [...ADA, 'tags', 'Team'],
    'y',
    `${at} › users › ada › tags: the tag key Team is used twice.`,
  ],
  [
    'a policy that is no JSON',
    [...ADA, 'inline', 'OwnShelf'],
    'allow it',
    `${at} › users › ada › inline › OwnShelf: must be a policy document in JSON.`,
  ],
  [
    'a policy that is a list',
    [...ARCHIVE, 'policy'],
    '[]',
    `${at} › buckets › quiet-archive › policy: must be a policy document in JSON.`,
  ],
  [
    'a policy nested beyond reason',
    [...ARCHIVE, 'policy'],
    '['.repeat(100_000),
    `${at} › buckets › quiet-archive › policy: must be a policy document in JSON.`,
  ],
  [
    'a policy that is endless',
    [...ARCHIVE, 'policy'],
    JSON.stringify({ Id: 'x'.repeat(131_072) }),
    `${at} › buckets › quiet-archive › policy: must have at most 131072 characters.`,
  ],
  [
    'no version of a policy',
    [...SHELVES, 'versions'],
    [],
    `${at} › policies › ReadShelves › versions: must have at least one version.`,
  ],
  [
    'six versions',
    [...SHELVES, 'versions'],
    Array(6).fill(sample.world.accounts['111122223333'].policies.ReadShelves.versions[0]),
    `${at} › policies › ReadShelves › versions: must have at most five versions.`,
  ],
  [
    'versions in disorder',
    [...SHELVES, 'versions', 1, 'id'],
    'v1',
    `${at} › policies › ReadShelves › versions: must be in order, the oldest first, each once.`,
  ],
  [
    'a default version that is not there',
    [...SHELVES, 'defaultVersion'],
    'v3',
    `${at} › policies › ReadShelves › defaultVersion: there is no version v3.`,
  ],
  [
    'a last version that is not the last',
    [...SHELVES, 'lastVersion'],
    3,
    `${at} › policies › ReadShelves › lastVersion: must be at least the number of the newest version.`,
  ],
  [
    'an id twice',
    [...ACCOUNT, 'users', 'constructor', 'id'],
    'AIDAAAAABBBBCCCCDDDD1',
    `${at}: the unique id AIDAAAAABBBBCCCCDDDD1 is used twice.`,
  ],
  [
    'a management account that is not there',
    ['world', 'organization', 'managementAccount'],
    '999999999999',
    'organization: names the management account 999999999999, which does not exist.',
  ],
  [
    'no account',
    ['world'],
    { organization: null, accounts: {} },
    'handout › 1: names the account 111122223333, which does not exist.',
  ],
  [
    'somebody handed out twice removed',
    ['handout', 1, 'account'],
    '999999999999',
    'handout › 2: names the account 999999999999, which does not exist.',
  ],
  [
    'an alias like an account id',
    [...ACCOUNT, 'alias'],
    '123456789012',
    `${at} › alias: must be an account alias: 3 to 63 lower-case letters, digits and single hyphens.`,
  ],
])('damaged: %s', (_what, path, value, detail) => {
  expect(parseScenario(withAt(path, value))).toEqual({ ok: false, error: { kind: 'damaged', detail } });
});

test.each([
  ['users', 'ada', 'Ada', 'AIDAAAAABBBBCCCCDDDD9'],
  ['groups', 'Readers', 'readers', 'AGPAAAAABBBBCCCCDDDD9'],
  ['policies', 'ReadShelves', 'readshelves', 'ANPAAAAABBBBCCCCDDDD9'],
] as const)('damaged: two %s whose names differ by letter case only', (kind, name, other, id) => {
  const original: unknown = Reflect.get(sample.world.accounts['111122223333'][kind], name);
  const input = withAt([...ACCOUNT, kind, other], {
    ...Object(original),
    name: other,
    id,
    ...(kind === 'users' && { accessKeys: [] }),
  });
  expect(parseScenario(input)).toEqual({
    ok: false,
    error: { kind: 'damaged', detail: `${at} › ${kind}: the name ${other} is used twice.` },
  });
});

test('damaged: two accounts that share an alias, an e-mail address or a bucket', () => {
  const twin = { ...sample.world.accounts['111122223333'], id: '444455556666' };
  const alone = { ...twin, users: {}, groups: {}, policies: {} };
  const cases: [object, string][] = [
    [{ ...alone }, 'account alias quiet-library'],
    [{ ...alone, alias: null }, 'root e-mail address owner@library.example'],
    [
      { ...alone, alias: null, root: { email: 'other@library.example', login: null, accessKeys: [] } },
      'bucket name quiet-archive',
    ],
  ];
  for (const [account, what] of cases)
    expect(parseScenario(withAt(['world', 'accounts', '444455556666'], account))).toEqual({
      ok: false,
      error: { kind: 'damaged', detail: `accounts › 444455556666: the ${what} is used twice.` },
    });
});

test('a handout may name a user who has been deleted since', () => {
  expect(parseScenario(withAt(['handout', 1, 'name'], 'gone')).ok).toBe(true);
});

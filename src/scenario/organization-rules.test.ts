// Rules of the organization: each is broken once, and the complaint says where.
import { expect, test } from 'vitest';
import { altered } from '../../tests/scenario/altered.ts';
import harbour from '../../tests/scenario/samples/v5/harbour.json' with { type: 'json' };
import { parseScenario } from './parse.ts';

const MANAGEMENT = '222233334444';
const ARCHIVE = '333344445555';
const STRANGER = '999999999999';
const SUSPENDED = 'ou-hrb1-00000009';
const level = (number: number) => `ou-hrb1-0000000${number}`;
const { organization } = harbour.world;
const unit = (id: string, name: string, parent: string) => ({ id, name, parent, tags: {} });
const creation = { ...organization.creations['car-archive0001'], account: STRANGER };

const tried = (path: readonly (string | number)[], value: unknown) =>
  parseScenario(altered(harbour, ['world', 'organization', ...path], value));

/** Policies of a type by id, and as many ids. */
const many = (count: number, type: string) => {
  const ids = Array.from({ length: count }, (_, at) => `p-many${String(at).padStart(4, '0')}`);
  const policy = organization.policies['p-fence0001'];
  return { ids, policies: Object.fromEntries(ids.map((id) => [id, { ...policy, id, type, name: id }])) };
};
const attaching = (count: number, type: string, more: readonly string[] = []) => {
  const { ids, policies } = many(count, type);
  return { ...organization, policies, attached: { [SUSPENDED]: [...more, ...ids] } };
};

test.each<[string, (string | number)[], unknown, string]>([
  [
    'a management account that is not there',
    ['managementAccount'],
    STRANGER,
    `organization: names the management account ${STRANGER}, which does not exist.`,
  ],
  [
    'a management account outside',
    ['members', MANAGEMENT],
    undefined,
    `organization: the management account ${MANAGEMENT} is not in the organization.`,
  ],
  [
    'a member that is not there',
    ['members', STRANGER],
    { ...organization.members[ARCHIVE], account: STRANGER },
    `organization › members › ${STRANGER}: there is no account ${STRANGER}.`,
  ],
  [
    'a member under no unit',
    ['members', ARCHIVE, 'parent'],
    'ou-hrb1-00000008',
    `organization › members › ${ARCHIVE} › parent: there is no root or unit ou-hrb1-00000008.`,
  ],
  [
    'a member under another root',
    ['members', ARCHIVE, 'parent'],
    'r-other',
    `organization › members › ${ARCHIVE} › parent: there is no root or unit r-other.`,
  ],
  [
    'a unit under no unit',
    ['units', SUSPENDED, 'parent'],
    'ou-hrb1-00000008',
    `organization › units › ${SUSPENDED} › parent: there is no root or unit ou-hrb1-00000008.`,
  ],
  [
    'a unit on the sixth level',
    ['units', SUSPENDED, 'parent'],
    level(5),
    `organization › units › ${SUSPENDED}: must be at most 5 levels below the root.`,
  ],
  [
    'a unit below itself',
    ['units', SUSPENDED, 'parent'],
    SUSPENDED,
    `organization › units › ${SUSPENDED}: must be at most 5 levels below the root.`,
  ],
  [
    'two units of one name side by side',
    ['units', 'ou-hrb1-00000008'],
    unit('ou-hrb1-00000008', 'Suspended', 'r-hrb1'),
    'organization › units › ou-hrb1-00000008: the name Suspended is used twice.',
  ],
  [
    'two policies of one name and type',
    ['policies', 'p-fence0002', 'type'],
    'SERVICE_CONTROL_POLICY',
    'organization › policies › p-fence0002: the name Fence is used twice.',
  ],
  [
    'a policy under an id of AWS',
    ['policies', 'p-FullAWSAccess'],
    { ...organization.policies['p-fence0001'], id: 'p-FullAWSAccess', name: 'FullAWSAccess' },
    'organization › policies › p-FullAWSAccess: is the id of a policy of AWS.',
  ],
  [
    'a policy attached to nothing',
    ['attached', STRANGER],
    [],
    `organization › attached › ${STRANGER}: there is no root, unit or account ${STRANGER}.`,
  ],
  [
    'a policy attached to another root',
    ['attached', 'r-other'],
    ['p-FullAWSAccess'],
    'organization › attached › r-other: there is no root, unit or account r-other.',
  ],
  [
    'a policy that is not there',
    ['attached', 'r-hrb1'],
    ['p-FullAWSAccess', 'p-nosuchpolicy'],
    'organization › attached › r-hrb1: there is no policy p-nosuchpolicy.',
  ],
  [
    'a policy attached twice',
    ['attached', ARCHIVE],
    ['p-FullAWSAccess', 'p-fence0001', 'p-FullAWSAccess'],
    `organization › attached › ${ARCHIVE}: p-FullAWSAccess is attached twice.`,
  ],
  [
    'eleven service control policies',
    [],
    attaching(10, 'SERVICE_CONTROL_POLICY', ['p-FullAWSAccess']),
    `organization › attached › ${SUSPENDED}: must have at most 10 policies of the type SERVICE_CONTROL_POLICY.`,
  ],
  [
    'six resource control policies',
    [],
    attaching(5, 'RESOURCE_CONTROL_POLICY', ['p-RCPFullAWSAccess']),
    `organization › attached › ${SUSPENDED}: must have at most 5 policies of the type RESOURCE_CONTROL_POLICY.`,
  ],
  [
    'an account made that is not there',
    ['creations', 'car-archive0001'],
    creation,
    `organization › creations › car-archive0001: there is no account ${STRANGER}.`,
  ],
  [
    'an administrator from outside',
    ['delegatedAdministrators', `iam.amazonaws.com/${STRANGER}`],
    { account: STRANGER, service: 'iam.amazonaws.com', since: '2026-06-01T12:00:00Z' },
    `organization › delegatedAdministrators › iam.amazonaws.com/${STRANGER}: the account ${STRANGER} is not in the organization.`,
  ],
  [
    'a type enabled twice',
    ['enabledTypes'],
    ['SERVICE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY'],
    'organization › enabledTypes: the value SERVICE_CONTROL_POLICY is used twice.',
  ],
  [
    'a feature enabled twice',
    ['rootFeatures'],
    ['RootSessions', 'RootSessions'],
    'organization › rootFeatures: the value RootSessions is used twice.',
  ],
])('damaged: %s', (_what, path, value, detail) => {
  expect(tried(path, value)).toEqual({ ok: false, error: { kind: 'damaged', detail } });
});

test.each<[string, (string | number)[], unknown]>([
  ['units whose names differ by letter case only', ['units', SUSPENDED, 'name'], 'LEVEL'],
  ['ten service control policies', [], attaching(9, 'SERVICE_CONTROL_POLICY', ['p-FullAWSAccess'])],
  ['five resource control policies', [], attaching(4, 'RESOURCE_CONTROL_POLICY', ['p-RCPFullAWSAccess'])],
  [
    'as many of each as there can be',
    [],
    attaching(9, 'SERVICE_CONTROL_POLICY', ['p-FullAWSAccess', 'p-RCPFullAWSAccess']),
  ],
  [
    'an account outside of the organization',
    [],
    {
      ...organization,
      members: { [MANAGEMENT]: organization.members[MANAGEMENT] },
      attached: {},
      delegatedAdministrators: {},
    },
  ],
])('sound: %s', (_what, path, value) => {
  const parsed = tried(path, value);
  expect(parsed.ok || parsed.error).toBe(true);
});

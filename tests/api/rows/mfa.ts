// Rows: MFA devices, and the preferences of STS.
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { lookup, tableOf } from '../../../src/account/table.ts';
import type { MfaDevice, MfaHolder, World } from '../../../src/account/world.ts';
import { epochMillis } from '../../../src/aws/instant.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  ACCOUNT_CREATED,
  CREATED,
  NOW,
  policyText,
  ROOT,
  userIn,
  withBookshop,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';

const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const OTHER_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR';

/** The code so many steps of 30 s from now. */
const code = (steps: number, seed = SEED): string =>
  new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: epochMillis(NOW) + steps * 30_000 });
const CODES = { AuthenticationCode1: code(-1), AuthenticationCode2: code(0) };

const serialOf = (name: string) => `arn:aws:iam::${BOOKSHOP}:mfa/${name}`;
const device = (serial: string, more: Partial<MfaDevice> = {}): MfaDevice => ({
  serial,
  kind: 'virtual',
  created: CREATED,
  seed: SEED,
  holder: null,
  enabled: null,
  tags: {},
  ...more,
});
const held = (holder: MfaHolder): Partial<MfaDevice> => ({ holder, enabled: CREATED });

const PHONE = device(serialOf('noor-phone'), {
  ...held({ kind: 'user', name: 'noor' }),
  tags: { floor: '2' },
});
const SPARE = device(serialOf('spare'));
const TOKEN = device('GAHT12345678', { kind: 'hardware', ...held({ kind: 'user', name: 'noor' }) });
const PASSKEY = device(`arn:aws:iam::${BOOKSHOP}:u2f/user/noor/key-ABC`, {
  kind: 'passkey',
  seed: null,
  ...held({ kind: 'user', name: 'noor' }),
});
const OWNERS = device(serialOf('root-account-mfa-device'), held({ kind: 'root' }));

const withDevices = (devices: readonly MfaDevice[], world: World = WORLD): World =>
  withBookshop(
    (account) => ({
      ...account,
      mfaDevices: tableOf(Object.fromEntries(devices.map((one) => [one.serial, one]))),
    }),
    world,
  );
const ALL = withDevices([PHONE, SPARE, TOKEN, PASSKEY, OWNERS]);

const deviceIn = (world: World, serial: string): MfaDevice | undefined =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].mfaDevices, serial);

const noUser = <More extends object>(more: More) => ({
  input: { ...more, UserName: 'nina' },
  code: 'NoSuchEntity',
  message: 'The user with name nina cannot be found.',
});
const NOWHERE = serialOf('nowhere');
const noDevice = <More extends object>(more: More) => ({
  input: { ...more, SerialNumber: NOWHERE },
  code: 'NoSuchEntity',
  message: `VirtualMFADevice with serial number ${NOWHERE} doesn't exist.`,
});
/** A device of another user, a device of nobody, and none at all are missed in the same words. */
const notTheirs = <More extends object>(more: More) =>
  [
    { ...more, UserName: 'jonas', SerialNumber: PHONE.serial },
    { ...more, UserName: 'noor', SerialNumber: SPARE.serial },
    { ...more, UserName: 'noor', SerialNumber: NOWHERE },
  ].map((input) => ({ input, code: 'NoSuchEntity', message: 'MFA Device invalid for user.' }));
const badSerial = <More extends object>(more: More) => ({
  input: { ...more, SerialNumber: 'with a blank' },
  code: 'ValidationError',
  message:
    "1 validation error detected: Value 'with a blank' at 'serialNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=/:,.@-]+",
});
const notVirtual = <More extends object>(more: More) => ({
  input: { ...more, SerialNumber: TOKEN.serial },
  code: 'InvalidInput',
  message: `${TOKEN.serial} is not the serial number of a virtual MFA device.`,
});
const wrongCodes = (AuthenticationCode1: string, AuthenticationCode2: string, SerialNumber: string) => ({
  input: { UserName: 'noor', SerialNumber, AuthenticationCode1, AuthenticationCode2 },
  code: 'InvalidAuthenticationCode',
  message: 'Authentication code for device is not valid.',
});
const badTags = (input: { readonly Tags: readonly { Key: string; Value: string }[] }) => [
  {
    input: { ...input, Tags: [{ Key: 'aws:a', Value: '1' }] },
    code: 'InvalidInput',
    message: 'Tag keys starting with aws: are reserved.',
  },
  {
    input: { ...input, Tags: ['1', '2'].map((Value) => ({ Key: 'floor', Value })) },
    code: 'InvalidInput',
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  },
];

export const MFA = [
  row({
    operation: 'iam:CreateVirtualMFADevice',
    works: { VirtualMFADeviceName: 'noor-phone', Path: '/phones/', Tags: [{ Key: 'floor', Value: '2' }] },
    then: ({ VirtualMFADevice }, world) => {
      const serial = serialOf('phones/noor-phone');
      expect(VirtualMFADevice).toEqual({
        SerialNumber: serial,
        Base32StringSeed: expect.stringMatching(/^[A-Z2-7]{64}$/) as string,
        // A PNG.
        QRCodePNG: expect.stringMatching(/^iVBORw0KGgo/) as string,
        Tags: [{ Key: 'floor', Value: '2' }],
      });
      expect(deviceIn(world, serial)).toEqual(
        device(serial, { created: NOW, seed: VirtualMFADevice.Base32StringSeed, tags: { floor: '2' } }),
      );
    },
    errors: [
      {
        input: { VirtualMFADeviceName: 'noor-phone' },
        world: ALL,
        code: 'EntityAlreadyExists',
        message: 'MFADevice entity at the same path and name already exists.',
      },
      ...badTags({ Tags: [] }).map((error) => ({
        ...error,
        input: { VirtualMFADeviceName: 'phone', Tags: error.input.Tags },
      })),
      {
        input: { VirtualMFADeviceName: 'my phone' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'my phone' at 'virtualMFADeviceName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
      },
      {
        input: { VirtualMFADeviceName: 'phone', Path: '/!/' },
        code: 'ValidationError',
        message: `1 validation error detected: Value '${serialOf('!/phone')}' at 'serialNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=/:,.@-]+`,
      },
      {
        input: { VirtualMFADeviceName: 'phone', Path: `/${'a'.repeat(300)}/` },
        code: 'ValidationError',
        message: `1 validation error detected: Value '${serialOf(`${'a'.repeat(300)}/phone`)}' at 'serialNumber' failed to satisfy constraint: Member must have length less than or equal to 256`,
      },
      {
        // Tags need a permission of their own.
        input: { VirtualMFADeviceName: 'phone', Tags: [{ Key: 'floor', Value: '2' }] },
        world: withUser('noor', { inline: { Create: policyText(allow('iam:CreateVirtualMFADevice')) } }),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: arn:aws:iam::${BOOKSHOP}:user/noor is not authorized to perform: iam:TagMFADevice on resource: ${serialOf('phone')} because no identity-based policy allows the iam:TagMFADevice action`,
      },
    ],
  }),
  row({
    operation: 'iam:EnableMFADevice',
    world: ALL,
    works: { UserName: 'NOOR', SerialNumber: SPARE.serial, ...CODES },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(deviceIn(world, SPARE.serial)).toEqual({
        ...SPARE,
        holder: { kind: 'user', name: 'noor' },
        enabled: NOW,
      });
    },
    errors: [
      noUser({ SerialNumber: SPARE.serial, ...CODES }),
      noDevice({ UserName: 'noor', ...CODES }),
      badSerial({ UserName: 'noor', ...CODES }),
      wrongCodes(code(0), code(0), SPARE.serial),
      wrongCodes(code(0), code(-1), SPARE.serial),
      wrongCodes(code(-1), code(1), SPARE.serial),
      wrongCodes(code(-200), code(-199), SPARE.serial),
      wrongCodes(code(-1, OTHER_SEED), code(0, OTHER_SEED), SPARE.serial),
      {
        input: { UserName: 'jonas', SerialNumber: PHONE.serial, ...CODES },
        code: 'EntityAlreadyExists',
        message: `MFA device with serial number ${PHONE.serial} is already assigned.`,
      },
      {
        input: { UserName: 'noor', SerialNumber: SPARE.serial, ...CODES },
        world: withDevices([
          SPARE,
          ...Array.from({ length: 8 }, (_, at) =>
            device(serialOf(`phone-${at}`), held({ kind: 'user', name: 'noor' })),
          ),
        ]),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for MFADevicesPerUser: 8',
      },
      {
        input: { SerialNumber: SPARE.serial, ...CODES },
        world: withUser('noor', { inline: { Mfa: policyText(allow('iam:EnableMFADevice')) } }),
        caller: caller('noor'),
        code: 'ValidationError',
        message:
          "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
      },
      {
        input: { UserName: 'noor', SerialNumber: SPARE.serial, ...CODES, AuthenticationCode2: '12345' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value at 'authenticationCode2' failed to satisfy constraint: Member must have length greater than or equal to 6",
      },
    ],
  }),
  row({
    operation: 'iam:EnableMFADevice',
    // The root user, through the console.
    world: withDevices([SPARE]),
    works: { SerialNumber: SPARE.serial, ...CODES },
    then: (_output, world) =>
      expect(deviceIn(world, SPARE.serial)).toMatchObject({ holder: { kind: 'root' }, enabled: NOW }),
    errors: [],
  }),
  row({
    operation: 'iam:DeactivateMFADevice',
    world: ALL,
    works: { UserName: 'noor', SerialNumber: PHONE.serial },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(deviceIn(world, PHONE.serial)).toEqual({ ...PHONE, holder: null, enabled: null });
    },
    errors: [noUser({ SerialNumber: PHONE.serial }), ...notTheirs({}), badSerial({ UserName: 'noor' })],
  }),
  row({
    operation: 'iam:DeactivateMFADevice',
    world: ALL,
    works: { UserName: 'noor', SerialNumber: PASSKEY.serial },
    then: (_output, world) => expect(deviceIn(world, PASSKEY.serial)).toBeUndefined(),
    errors: [],
  }),
  row({
    operation: 'iam:DeactivateMFADevice',
    world: ALL,
    works: { SerialNumber: OWNERS.serial },
    then: (_output, world) => expect(deviceIn(world, OWNERS.serial)?.holder).toBeNull(),
    errors: [
      {
        input: { SerialNumber: PHONE.serial },
        code: 'NoSuchEntity',
        message: 'MFA Device invalid for user.',
      },
    ],
  }),
  row({
    operation: 'iam:ResyncMFADevice',
    world: ALL,
    works: { UserName: 'noor', SerialNumber: TOKEN.serial, ...CODES },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world).toBe(ALL);
    },
    errors: [
      noUser({ SerialNumber: PHONE.serial, ...CODES }),
      ...notTheirs(CODES),
      wrongCodes(code(0), code(0), PHONE.serial),
      // A passkey has no codes.
      wrongCodes(code(-1), code(0), PASSKEY.serial),
    ],
  }),
  row({
    operation: 'iam:ResyncMFADevice',
    world: ALL,
    works: { SerialNumber: OWNERS.serial, ...CODES },
    then: (_output, world) => expect(world).toBe(ALL),
    errors: [
      {
        input: { SerialNumber: PHONE.serial, ...CODES },
        world: withUser('noor', { inline: { Mfa: policyText(allow('iam:ResyncMFADevice')) } }),
        caller: caller('noor'),
        code: 'ValidationError',
        message:
          "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
      },
    ],
  }),
  row({
    operation: 'iam:DeleteVirtualMFADevice',
    world: ALL,
    works: { SerialNumber: SPARE.serial },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(deviceIn(world, SPARE.serial)).toBeUndefined();
    },
    errors: [
      noDevice({}),
      {
        input: { SerialNumber: PHONE.serial },
        code: 'DeleteConflict',
        message: 'MFA VirtualDevice in use. Must deactivate first.',
      },
      {
        input: { SerialNumber: TOKEN.serial },
        code: 'NoSuchEntity',
        message: `VirtualMFADevice with serial number ${TOKEN.serial} doesn't exist.`,
      },
      badSerial({}),
    ],
  }),
  row({
    operation: 'iam:ListMFADevices',
    world: ALL,
    works: { UserName: 'noor' },
    then: (output) =>
      expect(output).toEqual({
        MFADevices: [TOKEN, PHONE, PASSKEY].map(({ serial }) => ({
          UserName: 'noor',
          SerialNumber: serial,
          EnableDate: CREATED,
        })),
        IsTruncated: false,
      }),
    errors: [noUser({})],
  }),
  row({
    operation: 'iam:ListMFADevices',
    world: ALL,
    works: {},
    then: (output) =>
      expect(output).toEqual({
        MFADevices: [{ SerialNumber: OWNERS.serial, EnableDate: CREATED }],
        IsTruncated: false,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListVirtualMFADevices',
    world: ALL,
    works: {},
    then: (output) => {
      expect(output).toEqual({
        VirtualMFADevices: [
          {
            SerialNumber: PHONE.serial,
            User: {
              Path: '/',
              UserName: 'noor',
              UserId: userIn(WORLD, 'noor')?.id,
              Arn: `arn:aws:iam::${BOOKSHOP}:user/noor`,
              CreateDate: CREATED,
            },
            EnableDate: CREATED,
          },
          {
            SerialNumber: OWNERS.serial,
            User: { UserId: BOOKSHOP, Arn: `arn:aws:iam::${BOOKSHOP}:root`, CreateDate: ACCOUNT_CREATED },
            EnableDate: CREATED,
          },
          { SerialNumber: SPARE.serial },
        ],
        IsTruncated: false,
      });
      expect(JSON.stringify(output)).not.toContain(SEED);
    },
    errors: [
      {
        input: { AssignmentStatus: 'Lost' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'Lost' at 'assignmentStatus' failed to satisfy constraint: Member must satisfy enum value set: [Assigned, Unassigned, Any]",
      },
    ],
  }),
  row({
    operation: 'iam:ListVirtualMFADevices',
    world: ALL,
    works: { AssignmentStatus: 'Unassigned' },
    then: ({ VirtualMFADevices }) => expect(VirtualMFADevices).toEqual([{ SerialNumber: SPARE.serial }]),
    errors: [],
  }),
  row({
    operation: 'iam:ListVirtualMFADevices',
    world: ALL,
    works: { AssignmentStatus: 'Assigned', MaxItems: 1 },
    then: (output) =>
      expect(output).toMatchObject({
        VirtualMFADevices: [{ SerialNumber: PHONE.serial }],
        IsTruncated: true,
        Marker: markerAfter(PHONE.serial),
      }),
    errors: [],
  }),
  row({
    operation: 'iam:GetMFADevice',
    world: ALL,
    works: { SerialNumber: PHONE.serial, UserName: 'noor' },
    then: (output) =>
      expect(output).toEqual({ UserName: 'noor', SerialNumber: PHONE.serial, EnableDate: CREATED }),
    errors: [noUser({ SerialNumber: PHONE.serial }), ...notTheirs({}), badSerial({})],
  }),
  row({
    operation: 'iam:TagMFADevice',
    world: ALL,
    works: { SerialNumber: PHONE.serial, Tags: [{ Key: 'Floor', Value: '3' }] },
    // Here the letter case of keys counts.
    then: (output, world) => {
      expect(output).toEqual({});
      expect(deviceIn(world, PHONE.serial)?.tags).toEqual({ floor: '2', Floor: '3' });
    },
    errors: [
      noDevice({ Tags: [{ Key: 'a', Value: '1' }] }),
      notVirtual({ Tags: [{ Key: 'a', Value: '1' }] }),
      ...badTags({ Tags: [] }).map((error) => ({
        ...error,
        input: { SerialNumber: PHONE.serial, Tags: error.input.Tags },
      })),
      {
        input: { SerialNumber: PHONE.serial, Tags: [{ Key: 'one', Value: 'more' }] },
        world: withDevices([
          { ...PHONE, tags: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`tag-${at}`, ''])) },
        ]),
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for TagsPerResource: 50',
      },
    ],
  }),
  row({
    operation: 'iam:UntagMFADevice',
    world: ALL,
    works: { SerialNumber: PHONE.serial, TagKeys: ['floor', 'wing'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(deviceIn(world, PHONE.serial)?.tags).toEqual({});
    },
    errors: [
      noDevice({ TagKeys: ['floor'] }),
      notVirtual({ TagKeys: ['floor'] }),
      {
        input: { SerialNumber: PHONE.serial, TagKeys: [''] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '[]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 1]",
      },
    ],
  }),
  row({
    operation: 'iam:ListMFADeviceTags',
    world: ALL,
    works: { SerialNumber: PHONE.serial },
    then: (output) => expect(output).toEqual({ Tags: [{ Key: 'floor', Value: '2' }], IsTruncated: false }),
    errors: [noDevice({}), notVirtual({})],
  }),
  // What the devices mean to other operations.
  row({
    operation: 'iam:DeleteUser',
    world: withUser('noor', { groups: [], inline: {} }),
    works: { UserName: 'noor' },
    errors: [
      {
        input: { UserName: 'noor' },
        world: withUser('noor', { groups: [], inline: {} }, ALL),
        code: 'DeleteConflict',
        message: 'Cannot delete entity, must delete MFA device first.',
      },
    ],
  }),
  row({
    operation: 'iam:UpdateUser',
    world: ALL,
    works: { UserName: 'noor', NewUserName: 'noor.b' },
    then: (_output, world) => {
      for (const { serial } of [PHONE, TOKEN, PASSKEY])
        expect(deviceIn(world, serial)?.holder).toEqual({ kind: 'user', name: 'noor.b' });
      expect(deviceIn(world, OWNERS.serial)).toBe(OWNERS);
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetAccountSummary',
    world: withBookshop((account) => ({ ...account, globalTokenVersion: 2 }), ALL),
    works: {},
    then: ({ SummaryMap }) =>
      expect(SummaryMap).toMatchObject({
        MFADevices: 5,
        MFADevicesInUse: 4,
        AccountMFAEnabled: 1,
        GlobalEndpointTokenVersion: 2,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:SetSecurityTokenServicePreferences',
    works: { GlobalEndpointTokenVersion: 'v2Token' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(world.accounts[BOOKSHOP]?.globalTokenVersion).toBe(2);
    },
    errors: [
      {
        input: { GlobalEndpointTokenVersion: 'v3Token' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'v3Token' at 'globalEndpointTokenVersion' failed to satisfy constraint: Member must satisfy enum value set: [v1Token, v2Token]",
      },
    ],
  }),
  row({
    operation: 'iam:SetSecurityTokenServicePreferences',
    caller: ROOT,
    works: { GlobalEndpointTokenVersion: 'v1Token' },
    then: (_output, world) => expect(world).toBe(WORLD),
    errors: [],
  }),
] as const;

// Keyring: what somebody keeps for themselves beside an account: profiles with their secrets, and what is on their phone.
import * as v from 'valibot';
import { lookup, valuesOf } from '../account/table.ts';
import type { MfaDevice, World } from '../account/world.ts';
import { clockIn, type MfaClock } from '../api/mfa-clock.ts';
import type { AccountId } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { Profile } from './profiles.ts';

/** Stays in this browser: it is in no link, file or backup. */
export interface Keyring {
  readonly profiles: readonly Profile[];
  readonly phone: readonly OnPhone[];
  readonly clock: PhoneClock;
  readonly terminal: TerminalFacts;
  /** Texts of policies that were changed and not saved, as typed, by what the policy is called. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** What the terminal remembers over a reload. */
export interface TerminalFacts {
  /** Lines that were typed, oldest first. */
  readonly history: readonly string[];
  /** Base64 by absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Whether the phone knows the seed of a device; of those it says nothing about, the ones that somebody has. */
export interface OnPhone {
  readonly serial: string;
  /** Of the device: one that is made again under the same name has another seed. */
  readonly created: Instant;
  readonly kept: boolean;
}

/** The clock of the phone, and what AWS knows of it: the one is of no use without the other. */
export interface PhoneClock {
  /** Seconds by which it is ahead, in whole steps of half a minute; negative when it is behind. */
  readonly ahead: number;
  readonly known: readonly MfaClock[];
}

const RIGHT: PhoneClock = { ahead: 0, known: [] };

export const EMPTY_KEYRING: Keyring = {
  profiles: [],
  phone: [],
  clock: RIGHT,
  terminal: { history: [], files: {} },
  drafts: {},
};

const MOST_PROFILES = 100;
const MOST_ON_PHONE = 1000;
/** As many codes as there are in the two hours in which codes in a row are looked for. */
const MOST_USED = 240;
/** As many lines as the terminal remembers. */
export const MOST_HISTORY = 1000;

/** Whatever stands in a section of the files: one line each, and no name twice. */
const profileSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.regex(/^[^[\]\r\n]{1,128}$/)),
  settings: v.record(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/)),
    v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[^\r\n]*$/)),
  ),
});

export const keyringSchema: v.GenericSchema<unknown, Keyring> = v.strictObject({
  profiles: v.pipe(
    v.array(profileSchema),
    v.maxLength(MOST_PROFILES),
    v.check((profiles) => new Set(profiles.map(({ name }) => name)).size === profiles.length),
  ),
  phone: v.pipe(
    v.array(v.strictObject({ serial: v.string(), created: v.string(), kept: v.boolean() })),
    v.maxLength(MOST_ON_PHONE),
  ),
  // Keyrings of before had none.
  clock: v.optional(
    v.strictObject({
      ahead: v.pipe(v.number(), v.multipleOf(30)),
      known: v.pipe(
        v.array(
          v.strictObject({
            serial: v.string(),
            created: v.string(),
            steps: v.pipe(v.number(), v.integer()),
            // Of before, when a code could be given again.
            used: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(MOST_USED)), []),
          }),
        ),
        v.maxLength(MOST_ON_PHONE),
      ),
    }),
    RIGHT,
  ),
  terminal: v.strictObject({
    history: v.pipe(v.array(v.string()), v.maxLength(MOST_HISTORY)),
    files: v.record(v.string(), v.string()),
  }),
  // Keyrings of before had none.
  drafts: v.optional(v.record(v.string(), v.string()), {}),
});

/** In place of the one of that name, or at the end. */
export function withProfile(keyring: Keyring, profile: Profile, replaced = profile.name): Keyring {
  const { profiles } = keyring;
  const others = profiles.filter(({ name }) => name !== profile.name || name === replaced);
  return {
    ...keyring,
    profiles: others.some(({ name }) => name === replaced)
      ? others.map((one) => (one.name === replaced ? profile : one))
      : [...others, profile],
  };
}

export const withoutProfile = (keyring: Keyring, name: string): Keyring => ({
  ...keyring,
  profiles: keyring.profiles.filter((one) => one.name !== name),
});

/** All of them at once, as files have them. */
export const withProfiles = (keyring: Keyring, profiles: readonly Profile[]): Keyring => ({
  ...keyring,
  profiles,
});

/** As many texts as are kept; beyond that the oldest goes. */
const MOST_DRAFTS = 100;

/** Null forgets the draft. What was written last stands last. */
export function withDraft(keyring: Keyring, key: string, text: string | null): Keyring {
  const others = Object.entries(keyring.drafts).filter(([one]) => one !== key);
  const drafts = text === null ? others : [...others, [key, text] as const].slice(-MOST_DRAFTS);
  return { ...keyring, drafts: Object.fromEntries(drafts) };
}

export const withTerminal = (keyring: Keyring, terminal: TerminalFacts): Keyring => ({
  ...keyring,
  terminal,
});

/** The phone has read the QR code of a device, or has forgotten the device. */
export function withOnPhone(
  keyring: Keyring,
  { serial, created }: Pick<MfaDevice, 'serial' | 'created'>,
  kept: boolean,
): Keyring {
  const others = keyring.phone.filter((one) => one.serial !== serial);
  return { ...keyring, phone: [...others, { serial, created, kept }].slice(-MOST_ON_PHONE) };
}

/** The clock of the phone is set. */
export const withPhoneAhead = (keyring: Keyring, ahead: number): Keyring => ({
  ...keyring,
  clock: { ...keyring.clock, ahead },
});

/** AWS has taken codes of a device, and may have learned how far its clock is off: what was used before stays used. */
export function withClock(keyring: Keyring, clock: MfaClock): Keyring {
  const before = clockIn(keyring.clock.known)(clock).used.filter((step) => !clock.used.includes(step));
  const learned = { ...clock, used: [...before, ...clock.used].slice(-MOST_USED) };
  const others = keyring.clock.known.filter(({ serial }) => serial !== clock.serial);
  return { ...keyring, clock: { ...keyring.clock, known: [...others, learned].slice(-MOST_ON_PHONE) } };
}

/** A device as the phone shows it. */
export interface PhoneDevice {
  readonly account: AccountId;
  readonly serial: string;
  readonly created: Instant;
  /** Tokens are no part of the phone, but lie beside it. */
  readonly kind: 'virtual' | 'hardware';
  /** Seconds by which its clock is ahead: that of the phone, except for tokens. */
  readonly ahead: number;
  /** Whether AWS takes its codes: its clock is off by as much as AWS knows, give or take a step. */
  readonly inStep: boolean;
  /** Steps whose codes AWS has taken, as the device counts them. */
  readonly used: readonly number[];
  /** Base32. */
  readonly seed: string;
  /** Whose it is: the name of a user, `root`, or null for nobody's yet. */
  readonly holder: string | null;
}

/** What is on the phone of those who sit here: it stands for the phones of all the people of the workspace. */
export const phoneDevices = (world: World, { phone, clock }: Keyring): PhoneDevice[] =>
  Object.values(world.accounts).flatMap(({ id: account, mfaDevices }) =>
    valuesOf(mfaDevices).flatMap(({ serial, created, seed, kind, holder }) => {
      const said = phone.find((one) => one.serial === serial && one.created === created);
      if (seed === null || kind === 'passkey' || !(said?.kept ?? holder !== null)) return [];
      const whose = holder === null ? null : holder.kind === 'root' ? 'root' : holder.name;
      const ahead = kind === 'virtual' ? clock.ahead : 0;
      const { steps, used } = clockIn(clock.known)({ serial, created });
      const inStep = Math.abs(ahead / 30 - steps) <= 1;
      return [{ account, serial, created, kind, ahead, inStep, used, seed, holder: whose }];
    }),
  );

/** The device of a serial number, in whatever account. */
export const deviceOf = (world: World, account: AccountId, serial: string): MfaDevice | null => {
  const home = world.accounts[account];
  return (home && lookup(home.mfaDevices, serial)) ?? null;
};

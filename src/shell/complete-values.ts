// What the value of an option or a setting may be completed to: names of the account, files, choices.
import type { Argument } from '../api/command-line/arguments.ts';
import { GLOBAL_OPTIONS } from '../api/command-line/globals.ts';
import { OUTPUT_FORMATS } from '../api/command-line/output/printed.ts';
import { listShape } from '../api/command-line/value.ts';
import { callerWithCredentials } from '../api/credentials.ts';
import type { Shape } from '../api/parameters.ts';
import type { AccountId } from '../aws/arn.ts';
import { REGIONS } from '../aws/regions.ts';
import { planOf } from '../session/profiles.ts';
import { shorthandValues } from './complete-shorthand.ts';
import { shortPath } from './files.ts';
import type { Host } from './host.ts';
import { namesFor } from './names.ts';

/** Options with their values, as far as they stand there. */
export type GivenOptions = ReadonlyMap<string, string>;

/** In whose account the command would look; null: nobody's. */
export function accountIn(shell: Host, profile: string | null): AccountId | null {
  const { around } = shell;
  const plan = planOf({
    profiles: around.profiles(),
    profile,
    environment: Object.fromEntries(shell.environment()),
  });
  if (!plan.ok) {
    const caller = around.caller();
    return caller === null || caller.kind === 'anonymous' ? null : caller.account;
  }
  const role = plan.value.hops.at(-1)?.roleArn;
  if (role !== undefined) return role.split(':')[4] ?? null;
  const signer = callerWithCredentials(around.world(), plan.value.base);
  return signer.ok ? signer.value.account : null;
}

export function globalValues(option: string, shell: Host): readonly string[] {
  switch (option) {
    case 'profile':
      return shell.around.profiles().map(({ name }) => name);
    case 'region':
      return REGIONS;
    default:
      return GLOBAL_OPTIONS[option]?.choices ?? [];
  }
}

/** The variables that say what an option would say. */
const SETTINGS: Readonly<Record<string, string>> = {
  AWS_PROFILE: 'profile',
  AWS_DEFAULT_PROFILE: 'profile',
  AWS_REGION: 'region',
  AWS_DEFAULT_REGION: 'region',
  AWS_DEFAULT_OUTPUT: 'output',
};

/** `AWS_PROFILE=…` with what may follow; null for what is no such word. */
export function settingValues(word: string, shell: Host): readonly string[] | null {
  const [, name = ''] = /^(\w+)=/.exec(word) ?? [];
  const option = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  return option === undefined ? null : globalValues(option, shell).map((value) => `${name}=${value}`);
}

/** Values of profiles that are chosen from. */
export const settingChoices = (setting: string, shell: Host): readonly string[] =>
  setting === 'output'
    ? OUTPUT_FORMATS
    : setting === 'source_profile'
      ? globalValues('profile', shell)
      : setting === 'region'
        ? REGIONS
        : [];

export const filesAs = (scheme: 'file://' | 'fileb://', shell: Host): readonly string[] =>
  shell.paths.map((path) => scheme + shortPath(path));

export function argumentValues(
  { shape, parameter }: Argument,
  word: string,
  service: string,
  given: GivenOptions,
  shell: Host,
): readonly string[] {
  const of = listShape(shape)?.of ?? shape;
  if (of.type === 'text' && of.oneOf) return of.oneOf;
  if (of.type === 'text' && of.file === 'body') return shell.paths.map(shortPath);
  const asksFile = /^fileb?:/.test(word);
  if (of.type === 'structure' && !asksFile) return shorthandValues(of.members, word);
  const files = asksFile || takesFile(of) ? filesAs(schemeOf(of, word), shell) : [];
  const account = accountIn(shell, given.get('profile') ?? null);
  if (account === null) return files;
  const { around } = shell;
  const about = { world: around.world(), account, given, managed: around.managedPolicies() };
  return [...namesFor(about, service, parameter), ...files];
}

/** Documents are seldom typed on one line. */
const takesFile = (shape: Shape): boolean =>
  shape.type === 'text' ? shape.file !== undefined : shape.type === 'json' || shape.type === 'blob';

const schemeOf = (shape: Shape, word: string): 'file://' | 'fileb://' =>
  word.startsWith('fileb') || (shape.type === 'blob' && !word.startsWith('file:')) ? 'fileb://' : 'file://';

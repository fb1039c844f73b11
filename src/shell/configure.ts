// `aws configure`: settings and keys of profiles, asked for one by one or set by name.
import { missingOptions, otherFailure, unknownOptions, wrongOption } from '../api/command-line/failure.ts';
import {
  GLOBAL_OPTIONS,
  globalArity,
  readGlobals,
  wrongChoice,
  type Globals,
} from '../api/command-line/globals.ts';
import type { Intent } from '../api/command-line/intent.ts';
import { invalidChoice } from '../api/command-line/parse-command.ts';
import { sortWords, type Arity, type Sorted } from '../api/command-line/options.ts';
import { readAddress } from '../api/command-line/paramfile.ts';
import { unsimulatedCommand } from '../api/command-line/unsimulated-commands.ts';
import type { Profile, Settings } from '../session/profiles.ts';
import type { Invocation } from './builtin.ts';
import { EXPORT_FORMATS, exportCredentials } from './configure-export.ts';
import { importedProfiles } from './configure-import.ts';
import { listSettings, masked } from './configure-list.ts';
import { printing, type Run } from './run.ts';
import type { Host } from './host.ts';
import { failed } from './failed.ts';

type HighLevelIntent = Extract<Intent, { kind: 'highLevel' }>;

/** Options of its own, by subcommand; `interview` is what runs without one. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, Arity>>>> = {
  list: {},
  'list-profiles': {},
  get: {},
  set: {},
  import: { csv: 'one', 'profile-prefix': 'one', 'skip-invalid': 'none' },
  'export-credentials': { format: 'one' },
  help: {},
};

/** For completion. */
export const CONFIGURE_COMMANDS: readonly string[] = Object.keys(OPTIONS);
export const configureOptions = (command: string): readonly string[] =>
  Object.keys((Object.hasOwn(OPTIONS, command) ? OPTIONS[command] : undefined) ?? {});

const HELP = `aws configure                     ask for keys, Region and output format of a profile
aws configure list                where each setting comes from
aws configure list-profiles       the names of the profiles
aws configure get NAME            one setting: region, or PROFILE.region
aws configure set NAME VALUE      set one
aws configure import --csv FILE   profiles from a file of keys: file://keys.csv, with
                                  the columns User name, Access key ID and Secret access key
aws configure export-credentials  what commands sign with, as JSON or for another shell:
                                  --format ${EXPORT_FORMATS.join(', ')}

With --profile NAME, each of them is about that profile.
`;

export function configure(shell: Host, intent: HighLevelIntent, { environment }: Invocation): Run {
  const all = Object.assign({}, ...Object.values(OPTIONS)) as Readonly<Record<string, Arity>>;
  const sorted = sortWords(intent.words, (name) => all[name] ?? globalArity(name), 3);
  if (!sorted.ok) return failed(sorted.error);
  const { options, positionals } = sorted.value;
  const [command] = positionals;
  if (command !== undefined && !Object.hasOwn(OPTIONS, command)) return unknownCommand(command);
  const own = (command === undefined ? undefined : OPTIONS[command]) ?? {};
  const foreign = [...options.keys()].filter((name) => Object.hasOwn(all, name) && !Object.hasOwn(own, name));
  const unknown = [...foreign.map((name) => `--${name}`), ...sorted.value.unknown];
  if (unknown.length > 0)
    return failed(unknownOptions(unknown, [...Object.keys(own), ...Object.keys(GLOBAL_OPTIONS)]));
  const given = [...options].map(([name, [value]]): [string, string | true] => [name, value ?? true]);
  const globals = readGlobals(new Map([...intent.before, ...given]));
  if (!globals.ok) return failed(globals.error);
  return subcommand(shell, { options, positionals }, globals.value, environment);
}

function unknownCommand(command: string): Run {
  const known = unsimulatedCommand('configure', command, null);
  return failed(
    known === null ? invalidChoice('subcommand', command, CONFIGURE_COMMANDS) : otherFailure(known),
  );
}

function subcommand(
  shell: Host,
  { options, positionals }: Pick<Sorted, 'options' | 'positionals'>,
  globals: Globals,
  environment: ReadonlyMap<string, string>,
): Run {
  const profile = profileName(shell, globals, environment);
  const [command, name, value] = positionals;
  if (positionals.at(-1) === 'help') return printing(HELP);
  switch (command) {
    case undefined:
      return interview(shell, profile);
    case 'list':
      return listSettings(shell, profile, globals, environment);
    case 'list-profiles':
      return printing(
        shell.around
          .profiles()
          .map((one) => `${one.name}\n`)
          .join(''),
      );
    case 'get':
      return name === undefined ? failed(missingOptions(['varname'])) : get(shell, name, profile);
    case 'set':
      return name === undefined || value === undefined
        ? failed(missingOptions(name === undefined ? ['varname', 'value'] : ['value']))
        : set(shell, name, value, profile);
    case 'import':
      return importing(shell, options);
    case 'export-credentials': {
      const [format = 'process'] = options.get('format') ?? [];
      return EXPORT_FORMATS.includes(format)
        ? exportCredentials(shell, format, globals, environment)
        : failed(wrongChoice('format', format, EXPORT_FORMATS));
    }
    default:
      return printing(HELP);
  }
}

function importing(shell: Host, options: Sorted['options']): Run {
  const [csv] = options.get('csv') ?? [];
  if (csv === undefined) return failed(missingOptions(['--csv']));
  const held = readAddress(csv, (path) => shell.readFile(path), 'text');
  if (held && !held.ok) return failed(wrongOption('csv', held.error));
  const [prefix = ''] = options.get('profile-prefix') ?? [];
  const read = importedProfiles(held?.value ?? csv, { prefix, strict: !options.has('skip-invalid') });
  if (!read.ok) return failed(otherFailure(read.error));
  for (const { name, settings } of read.value) save(shell, name, settings);
  return printing(`Successfully imported ${read.value.length} profile(s)\n`);
}

function profileName(shell: Host, { profile }: Globals, own: ReadonlyMap<string, string>): string {
  const environment = shell.environment(own);
  return profile ?? environment.get('AWS_PROFILE') ?? environment.get('AWS_DEFAULT_PROFILE') ?? 'default';
}

const settingsOf = (shell: Host, name: string): Settings =>
  shell.around.profiles().find((profile) => profile.name === name)?.settings ?? {};

function save(shell: Host, name: string, added: Settings): void {
  const profiles = shell.around.profiles();
  const settings = { ...settingsOf(shell, name), ...added };
  const profile: Profile = { name, settings };
  shell.around.saveProfiles(
    profiles.some((one) => one.name === name)
      ? profiles.map((one) => (one.name === name ? profile : one))
      : [...profiles, profile],
  );
}

const QUESTIONS = [
  { setting: 'aws_access_key_id', asks: 'AWS Access Key ID', secret: true },
  { setting: 'aws_secret_access_key', asks: 'AWS Secret Access Key', secret: true },
  { setting: 'region', asks: 'Default region name', secret: false },
  { setting: 'output', asks: 'Default output format', secret: false },
] as const;

/** What is left empty stays as it is. */
function* interview(shell: Host, name: string): Run {
  const answers: Record<string, string> = {};
  const before = settingsOf(shell, name);
  for (const { setting, asks, secret } of QUESTIONS) {
    const known = before[setting];
    const shown = known === undefined ? 'None' : secret ? masked(known) : known;
    const answer = ((yield { kind: 'ask', prompt: `${asks} [${shown}]: ` }) ?? '').trim();
    if (answer !== '') answers[setting] = answer;
  }
  if (Object.keys(answers).length > 0) save(shell, name, answers);
  return 0;
}

/** `region`, or `default.region`, or `profile.NAME.region`. */
function place(name: string, profile: string): readonly [string, string] {
  const parts = name.split('.');
  const [first = '', second, third] = parts;
  if (parts.length === 1) return [profile, first];
  if (first === 'profile' && third !== undefined) return [second ?? profile, parts.slice(2).join('.')];
  return [first, parts.slice(1).join('.')];
}

function get(shell: Host, name: string, profile: string): Run {
  const [where, setting] = place(name, profile);
  const value = settingsOf(shell, where)[setting];
  return printing(value === undefined ? '' : `${value}\n`, Number(value === undefined));
}

function set(shell: Host, name: string, value: string, profile: string): Run {
  const [where, setting] = place(name, profile);
  save(shell, where, { [setting]: value });
  return printing('');
}

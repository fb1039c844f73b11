// `aws configure`: settings and keys of profiles, asked for one by one or set by name.
import { globalArity, readGlobals, type Globals } from '../api/command-line/globals.ts';
import { failureText, wrongUsage } from '../api/command-line/failure.ts';
import type { Intent } from '../api/command-line/intent.ts';
import { invalidChoice } from '../api/command-line/parse-command.ts';
import { sortWords } from '../api/command-line/options.ts';
import { planOf } from '../session/profiles.ts';
import type { Profile, Settings } from '../session/profiles.ts';
import type { Invocation } from './builtin.ts';
import { failing, out, printing, type Run } from './run.ts';
import type { Host } from './host.ts';
import { failed } from './failed.ts';

type HighLevelIntent = Extract<Intent, { kind: 'highLevel' }>;

const COMMANDS = ['list', 'list-profiles', 'get', 'set', 'help'];

const HELP = `aws configure                     ask for keys, Region and output format of a profile
aws configure list                where each setting comes from
aws configure list-profiles       the names of the profiles
aws configure get NAME            one setting: region, or PROFILE.region
aws configure set NAME VALUE      set one
`;

export function configure(shell: Host, { words, before }: HighLevelIntent, { environment }: Invocation): Run {
  const sorted = sortWords(words, globalArity, 3);
  if (!sorted.ok) return failed(sorted.error);
  const { options, positionals, unknown } = sorted.value;
  if (unknown.length > 0)
    return failing(failureText(wrongUsage(`Unknown options: ${unknown.join(', ')}`)), 252);
  const given = [...options].map(([name, [value]]): [string, string | true] => [name, value ?? true]);
  const globals = readGlobals(new Map([...before, ...given]));
  if (!globals.ok) return failed(globals.error);
  const [command, name, value] = positionals;
  switch (command) {
    case undefined:
      return interview(shell, profileName(shell, globals.value, environment));
    case 'list':
      return list(shell, globals.value, environment);
    case 'list-profiles':
      return printing(
        shell.around
          .profiles()
          .map((profile) => `${profile.name}\n`)
          .join(''),
      );
    case 'get':
      return name === undefined
        ? failed(wrongUsage('the following arguments are required: varname'))
        : get(shell, name, profileName(shell, globals.value, environment));
    case 'set':
      return name === undefined || value === undefined
        ? failed(
            wrongUsage(`the following arguments are required: ${name === undefined ? 'varname, ' : ''}value`),
          )
        : set(shell, name, value, profileName(shell, globals.value, environment));
    case 'help':
      return printing(HELP);
    default:
      return failed(invalidChoice('subcommand', command, COMMANDS));
  }
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

/** What may be told of a secret. */
const masked = (value: string): string => `****************${value.slice(-4)}`;

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

interface Row {
  readonly value: string;
  readonly type: string;
  readonly location: string;
}

const NOT_SET: Row = { value: '<not set>', type: 'None', location: 'None' };

/** @see https://docs.aws.amazon.com/cli/latest/reference/configure/list.html */
function* list(shell: Host, globals: Globals, own: ReadonlyMap<string, string>): Run {
  const environment = shell.environment(own);
  const name = profileName(shell, globals, own);
  if (name !== 'default' && !shell.around.profiles().some((profile) => profile.name === name))
    return yield* failing(`\naws: [ERROR]: The config profile (${name}) could not be found`, 255);
  const settings = settingsOf(shell, name);
  const inEnvironment = (variable: string): Row | null => {
    const value = environment.get(variable);
    return value === undefined ? null : { value, type: 'env', location: variable };
  };
  const profile: Row =
    globals.profile !== null
      ? { value: name, type: 'manual', location: '--profile' }
      : (inEnvironment('AWS_PROFILE') ?? inEnvironment('AWS_DEFAULT_PROFILE') ?? NOT_SET);
  const region =
    inEnvironment('AWS_REGION') ??
    inEnvironment('AWS_DEFAULT_REGION') ??
    (settings['region'] === undefined
      ? NOT_SET
      : { value: settings['region'], type: 'config-file', location: '~/.aws/config' });
  const [key, secret] = keyRows(shell, globals, environment, settings);
  const rows: readonly (readonly [string, Row])[] = [
    ['Name', { value: 'Value', type: 'Type', location: 'Location' }],
    ['----', { value: '-----', type: '----', location: '--------' }],
    ['profile', profile],
    ['access_key', key],
    ['secret_key', secret],
    ['region', region],
  ];
  yield out(
    rows
      .map(
        ([title, row]) =>
          `${title.padStart(10)} ${row.value.padStart(24)} ${row.type.padStart(16)}    ${row.location}\n`,
      )
      .join(''),
  );
  return 0;
}

function keyRows(
  shell: Host,
  { profile }: Globals,
  environment: ReadonlyMap<string, string>,
  settings: Settings,
): readonly [Row, Row] {
  const plan = planOf({
    profiles: shell.around.profiles(),
    profile,
    environment: Object.fromEntries(environment),
  });
  if (!plan.ok) {
    const caller = shell.around.caller();
    if (plan.error.name !== 'NoCredentialsError' || caller === null || caller.kind === 'anonymous')
      return [NOT_SET, NOT_SET];
    // The console signs: its secret is nowhere to be seen.
    const row = { value: masked(caller.credentials.accessKeyId), type: 'login', location: '' };
    return [row, { ...row, value: masked('') }];
  }
  const { base, hops } = plan.value;
  const type =
    plan.value.profile === null ? 'env' : hops.length > 0 ? 'assume-role' : 'shared-credentials-file';
  const location = settings['role_arn'] !== undefined || type !== 'env' ? '' : 'AWS_ACCESS_KEY_ID';
  return [
    { value: masked(base.accessKeyId), type, location },
    { value: masked(base.secretAccessKey), type, location: location && 'AWS_SECRET_ACCESS_KEY' },
  ];
}

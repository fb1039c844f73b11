// `aws configure list`: each setting, and where it comes from.
import { DEFAULT_REGION } from '../account/resource.ts';
import { failureText } from '../api/command-line/failure.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { credentialValues } from './credential-values.ts';
import type { Host } from './host.ts';
import { answered } from './requester.ts';
import { failing, out, problem, type Run } from './run.ts';

interface Row {
  readonly value: string;
  readonly type: string;
  readonly location: string;
}

const NOT_SET: Row = { value: '<not set>', type: 'None', location: 'None' };

/** What may be told of a secret. */
export const masked = (value: string): string => `****************${value.slice(-4)}`;

/** In columns as they are since version 2.31 of the CLI. */
const line = (title: string, { value, type, location }: Row): string =>
  `${title.padEnd(10)} : ${value.padEnd(24)} : ${type.padEnd(16)} : ${location}\n`;

const PROFILE = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
const REGION = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/**
 * @param name The profile that is asked about.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/list.html
 */
export function* listSettings(
  shell: Host,
  name: string,
  globals: Globals,
  own: ReadonlyMap<string, string>,
): Run {
  const profile = shell.around.profiles().find((one) => one.name === name);
  if (name !== 'default' && !profile)
    return yield* failing(`\naws: [ERROR]: The config profile (${name}) could not be found`, 255);
  const environment = shell.environment(own);
  // The CLI names all the variables that it looks at, as Python prints a list.
  const inEnvironment = (variables: readonly string[]): Row | null => {
    const value = variables.map((one) => environment.get(one)).find((one) => one !== undefined);
    const location = `[${variables.map((one) => `'${one}'`).join(', ')}]`;
    return value === undefined ? null : { value, type: 'env', location };
  };
  yield out(line('NAME', { value: 'VALUE', type: 'TYPE', location: 'LOCATION' }));
  yield out(
    line(
      'profile',
      globals.profile === null
        ? (inEnvironment(PROFILE) ?? NOT_SET)
        : { value: name, type: 'manual', location: '--profile' },
    ),
  );
  const found = yield* credentialValues(shell, globals, own);
  if (!found.ok && found.error.kind === 'refused') {
    const { text, status } = answered(found.error.operation, found.error.error, globals);
    yield problem(text);
    return status;
  }
  if (!found.ok && !(found.error.kind === 'failure' && found.error.failure.code === 'NoCredentials'))
    return yield* found.error.kind === 'failure'
      ? failing(failureText(found.error.failure, globals.errorFormat), found.error.failure.exit)
      : failing(`\naws: [ERROR]: ${found.error.error.message}`, 255);
  const secretRow = (value: string): Row =>
    found.ok ? { value: masked(value), type: found.value.method, location: '' } : NOT_SET;
  const { accessKeyId = '', secretAccessKey = '' } = found.ok ? found.value.values : {};
  yield out(line('access_key', secretRow(accessKeyId)));
  yield out(line('secret_key', secretRow(secretAccessKey)));
  const configured = profile?.settings['region'];
  // The session of the console brings a Region of its own.
  const ofSession: Row =
    found.ok && found.value.method === 'login'
      ? { value: DEFAULT_REGION, type: 'login', location: '' }
      : NOT_SET;
  yield out(
    line(
      'region',
      inEnvironment(REGION) ??
        (configured === undefined
          ? ofSession
          : { value: configured, type: 'config-file', location: '~/.aws/config' }),
    ),
  );
  return 0;
}

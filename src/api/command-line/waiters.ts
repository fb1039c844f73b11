// Waiters: `aws SERVICE wait`, which asks until something is as it should be.
import type { PlainJson } from '../../aws/json.ts';
import type { Result } from '../../aws/result.ts';
import type { AwsError } from '../aws-error.ts';
import { isList, isObject } from './output/python.ts';

/** What an answer means for whoever waits. */
type State = 'success' | 'retry' | 'failure';

/** One rule, in the words in which the CLI explains it. */
interface Rule {
  readonly state: State;
  readonly matches: (answer: Answer) => boolean;
  readonly said: string;
}

type Answer = Result<PlainJson, AwsError>;

export interface Waiter {
  /** In kebab case, under the same service. */
  readonly command: string;
  readonly rules: readonly Rule[];
}

const found: Rule = {
  state: 'success',
  matches: ({ ok }) => ok,
  said: 'Matched expected HTTP status code: 200',
};

const status = (state: State, expected: number): Rule => ({
  state,
  matches: (answer) => !answer.ok && answer.error.status === expected,
  said: `Matched expected HTTP status code: ${expected}`,
});

const error = (state: State, code: string): Rule => ({
  state,
  matches: (answer) => !answer.ok && answer.error.code === code,
  said: `Matched expected service error code: ${code}`,
});

/** @param path Names and `[]`, joined by dots; where a list is on the way, `how` says how many of its items have to fit. */
const path = (state: State, expression: string, expected: string, how: 'all' | 'any' = 'all'): Rule => ({
  state,
  matches: (answer) => {
    const values = answer.ok ? valuesAt(answer.value, expression.split('.')) : [];
    const fits = (value: PlainJson) => value === expected;
    return how === 'all' ? values.length > 0 && values.every(fits) : values.some(fits);
  },
  said: !expression.includes('[]')
    ? `For expression "${expression}" we matched expected path: "${expected}"`
    : how === 'all'
      ? `For expression "${expression}" all members matched expected path: "${expected}"`
      : `For expression "${expression}" we matched expected path: "${expected}" at least once`,
});

function valuesAt(value: PlainJson, [step, ...rest]: readonly string[]): readonly PlainJson[] {
  if (step === undefined) return [value];
  const name = step.replace('[]', '');
  const held = isObject(value) ? (value[name] ?? null) : null;
  if (!step.endsWith('[]')) return held === null ? [] : valuesAt(held, rest);
  return isList(held) ? held.flatMap((item) => valuesAt(item, rest)) : [];
}

const MISSING = 'NoSuchEntity';
const NO_RESOURCE = 'ResourceNotFoundException';
const INSTANCES = 'Reservations[].Instances[].State.Name';
const NO_INSTANCE = error('retry', 'InvalidInstanceID.NotFound');

const active = (command: string, at: string, names: readonly [string, string, string]): Waiter => ({
  command,
  rules: [path('success', at, names[0]), path('failure', at, names[1]), path('retry', at, names[2])],
});

const STATES = ['Active', 'Failed', 'Pending'] as const;
const UPDATES = ['Successful', 'Failed', 'InProgress'] as const;

const instance = (wanted: string, wrong: readonly string[]): Waiter => ({
  command: 'describe-instances',
  rules: [
    path('success', INSTANCES, wanted),
    ...wrong.map((state) => path('failure', INSTANCES, state, 'any')),
    NO_INSTANCE,
  ],
});

/** @see https://docs.aws.amazon.com/cli/latest/reference/iam/wait/index.html */
const WAITERS: Readonly<Record<string, Readonly<Record<string, Waiter>>>> = {
  iam: {
    'instance-profile-exists': { command: 'get-instance-profile', rules: [found, status('retry', 404)] },
    'policy-exists': { command: 'get-policy', rules: [found, error('retry', MISSING)] },
    'role-exists': { command: 'get-role', rules: [found, error('retry', MISSING)] },
    'user-exists': { command: 'get-user', rules: [found, error('retry', MISSING)] },
  },
  s3api: {
    'bucket-exists': {
      command: 'head-bucket',
      rules: [found, status('success', 301), status('success', 403), status('retry', 404)],
    },
    'bucket-not-exists': { command: 'head-bucket', rules: [status('success', 404)] },
    'object-exists': { command: 'head-object', rules: [found, status('retry', 404)] },
    'object-not-exists': { command: 'head-object', rules: [status('success', 404)] },
  },
  lambda: {
    'function-exists': { command: 'get-function', rules: [found, error('retry', NO_RESOURCE)] },
    'function-active': active('get-function-configuration', 'State', STATES),
    'function-active-v2': active('get-function', 'Configuration.State', STATES),
    'function-updated': active('get-function-configuration', 'LastUpdateStatus', UPDATES),
    'function-updated-v2': active('get-function', 'Configuration.LastUpdateStatus', UPDATES),
  },
  dynamodb: {
    'table-exists': {
      command: 'describe-table',
      rules: [path('success', 'Table.TableStatus', 'ACTIVE'), error('retry', NO_RESOURCE)],
    },
    'table-not-exists': { command: 'describe-table', rules: [error('success', NO_RESOURCE)] },
  },
  ec2: {
    'instance-exists': { command: 'describe-instances', rules: [found, NO_INSTANCE] },
    'instance-running': instance('running', ['shutting-down', 'terminated', 'stopping']),
    'instance-stopped': instance('stopped', ['pending', 'terminated']),
    'instance-terminated': instance('terminated', ['pending', 'stopping']),
  },
};

/** The names of the waiters of a service, sorted. */
export const waiterNames = (service: string): readonly string[] =>
  Object.hasOwn(WAITERS, service) ? Object.keys(WAITERS[service] ?? {}).sort() : [];

export function findWaiter(service: string, name: string): Waiter | null {
  return waiterNames(service).includes(name) ? (WAITERS[service]?.[name] ?? null) : null;
}

/**
 * What waiting comes to: null once it is over, else why it failed. Nothing changes while a command of this sandbox runs, so
 * that the first answer is also the last one.
 */
export function waited(name: string, { rules }: Waiter, answer: Answer): string | null {
  const rule = rules.find(({ matches }) => matches(answer));
  if (rule?.state === 'success') return null;
  return `Waiter ${pascal(name)} failed: ${reasonOf(rule, answer)}`;
}

function reasonOf(rule: Rule | undefined, answer: Answer): string {
  if (rule?.state === 'failure') return `Waiter encountered a terminal failure state: ${rule.said}`;
  if (rule) return `Max attempts exceeded. Previously accepted state: ${rule.said}`;
  return answer.ok
    ? 'Max attempts exceeded'
    : `An error occurred (${answer.error.code}): ${answer.error.message}`;
}

const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_dash, letter: string) => letter.toUpperCase());

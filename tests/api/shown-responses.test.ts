// Every operation that answers: the command line knows each member of what it answers with, and each date.
import { expect, test } from 'vitest';
import { NO_ACTIVITY } from '../../src/account/activity.ts';
import type { ApiCall } from '../../src/api/call.ts';
import { shownResponse } from '../../src/api/command-line/output/response.ts';
import { execute } from '../../src/api/execute.ts';
import { isPlainObject } from '../../src/aws/json.ts';
import { environment, ROOT, WORLD } from '../fixtures/world.ts';
import type { OperationRow } from './row.ts';
import { ROWS } from './rows.ts';

/** Bodies and secrets that go to files, and what is not of AWS. */
const UNPRINTED = [
  'iam:CreateVirtualMFADevice VirtualMFADevice.Base32StringSeed',
  'iam:CreateVirtualMFADevice VirtualMFADevice.QRCodePNG',
  'iam:GetAccountAuthorizationDetails UserDetailList.PasswordLastUsed',
  'lambda:Invoke Payload',
  'lambda:Invoke RolecallNote',
  's3:GetObject Body',
];

const rows: readonly OperationRow[] = ROWS;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Paths of what is answered and not shown. */
function missing(answered: unknown, shown: unknown, path: string): readonly string[] {
  if (Array.isArray(answered))
    return answered.flatMap((item, index) =>
      missing(item, Array.isArray(shown) ? shown[index] : undefined, path),
    );
  if (!isPlainObject(answered)) return [];
  // A policy document that became an object is no structure of the answer.
  return Object.entries(answered).flatMap(([name, value]) => {
    if (value === undefined || isEmptyList(value)) return [];
    const here = path === '' ? name : `${path}.${name}`;
    const part = isPlainObject(shown) && Object.hasOwn(shown, name) ? shown[name] : undefined;
    return part === undefined ? [here] : missing(value, part, here);
  });
}

/** AWS has these as texts of its own, not as dates. */
const TEXTS = /^lambda:\w+FunctionUrlConfig\./;

/** Paths of texts that look like instants. */
function instants(shown: unknown, path: string): readonly string[] {
  if (Array.isArray(shown)) return shown.flatMap((item) => instants(item, path));
  if (isPlainObject(shown))
    return Object.entries(shown).flatMap(([name, value]) => instants(value, `${path}.${name}`));
  return typeof shown === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(shown) ? [path] : [];
}

const answers = rows.flatMap(({ operation, works, world = WORLD, caller = ROOT, activity = NO_ACTIVITY }) => {
  if (works === null) return [];
  const call = { operation, input: works } as ApiCall;
  const { result } = execute(world, caller, call, { ...environment(), activity });
  return result.ok
    ? [{ operation, output: result.output, shown: shownResponse(operation, result.output) }]
    : [];
});

test('answers hold nothing that is not shown', () => {
  const unknown = answers.flatMap(({ operation, output, shown }) =>
    missing(output, shown, '').map((path) => `${operation} ${path}`),
  );
  expect([...new Set(unknown)].sort()).toEqual(UNPRINTED);
});

test('no date is left as the simulation keeps it', () => {
  const left = answers.flatMap(({ operation, shown }) => instants(shown, operation));
  expect(left.filter((path) => !TEXTS.test(path))).toEqual([]);
});

test('most operations of the table are seen', () => {
  expect(new Set(answers.map(({ operation }) => operation)).size).toBeGreaterThan(300);
});

// The lines that launch an instance and make a function work as they stand, whatever the account has already.
import { expect, test } from 'vitest';
import { STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { BOOKSHOP, environment, ROOT } from '../../../tests/fixtures/world.ts';
import { applyChanges } from '../../account/apply-change.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall } from '../../api/call.ts';
import { execute } from '../../api/execute.ts';
import { runningIn } from '../../session/services.ts';
import { runningCalls } from './running-calls.ts';

const after = (world: World, calls: readonly ApiCall[]): World =>
  calls.reduce((before, call) => {
    const { result, changes } = execute(before, ROOT, call, environment());
    expect(result).toMatchObject({ ok: true });
    return applyChanges(before, changes);
  }, world);

test('where the account has nothing for it yet, and again with what it has then', () => {
  const { instance, lambda } = runningCalls(STS_WORLD, BOOKSHOP);
  expect(instance.map(({ operation }) => operation)).toEqual([
    'iam:CreateRole',
    'iam:CreateInstanceProfile',
    'iam:AddRoleToInstanceProfile',
    'ec2:RunInstances',
  ]);
  expect(lambda.map(({ operation }) => operation)).toEqual(['iam:CreateRole', 'lambda:CreateFunction']);
  const world = after(STS_WORLD, [...instance, ...lambda]);
  const running = runningIn(world, environment());
  expect(running.map(({ kind, session }) => [kind, session.ok])).toEqual([
    ['instance', true],
    ['function', true],
  ]);
  const then = runningCalls(world, BOOKSHOP);
  expect(then.instance).toHaveLength(1);
  expect(then.lambda).toHaveLength(1);
});

test('of no account, nothing', () => {
  expect(runningCalls(STS_WORLD, '999999999999')).toEqual({ instance: [], lambda: [] });
});

// Grading: asks the engine whether each expectation of a lesson holds in a world. Nothing is recorded, nothing changes.
import { lookup } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { Caller } from '../account/caller.ts';
import type { Env } from '../api/env.ts';
import { execute } from '../api/execute.ts';
import { addSeconds } from '../aws/instant.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Expectation, Lesson } from './lesson.ts';

export interface Grade {
  /** False when the world lacks the accounts or people that the lesson speaks of: then nothing was graded. */
  readonly fits: boolean;
  readonly done: boolean;
  readonly tasks: readonly { readonly id: string; readonly done: boolean }[];
}

/** Decisions are graded, never texts: a policy that is written otherwise and decides the same is right. */
export function gradeLesson(world: World, lesson: Lesson, env: Env): Grade {
  const expectations = lesson.tasks.flatMap((task) => task.expectations);
  if (!expectations.every((expectation) => isThere(world, expectation)))
    return { fits: false, done: false, tasks: [] };
  const tasks = lesson.tasks.map((task) => ({
    id: task.id,
    done: task.expectations.every((expectation) => holds(world, expectation, env)),
  }));
  return { fits: true, done: tasks.every((task) => task.done), tasks };
}

function isThere(world: World, { who, account, call }: Expectation): boolean {
  const home = world.accounts[account];
  if (!home || (who.kind === 'user' && !lookup(home.users, who.name))) return false;
  return !('Bucket' in call.input) || lookup(home.buckets, call.input.Bucket) !== undefined;
}

function holds(world: World, { who, account, call, expected }: Expectation, env: Env): boolean {
  const credentials = {
    kind: 'console',
    accessKeyId: 'ASIA',
    issued: env.now,
    expires: addSeconds(env.now, 1),
    mfa: null,
  } as const;
  const caller: Caller = { ...who, account, credentials };
  const decision = decisiveOf(execute(world, caller, call, env).evaluations)?.decision.outcome;
  return decision === undefined ? false : (decision === 'allow') === (expected === 'allowed');
}

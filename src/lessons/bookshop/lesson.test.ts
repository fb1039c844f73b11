// The lesson proves itself: its start fails, its solution passes, answers that open too much or too little fail.
import { expect, test } from 'vitest';
import { pbkdf2Sync } from 'node:crypto';
import { NO_ACTIVITY } from '../../account/activity.ts';
import { applyChanges } from '../../account/apply-change.ts';
import { findUser } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { managedPolicies } from '../../../tests/fixtures/managed-policies.ts';
import type { Env } from '../../api/env.ts';
import { gradeLesson } from '../grade.ts';
import { bookshop, FIRST_REFUSAL } from './lesson.ts';

const account = '111122223333';
const env: Env = {
  now: '2026-11-22T10:00:00Z',
  newId: () => '00000000-0000-4000-8000-000000000000',
  randomBytes: (count) => Array<number>(count).fill(7),
  managedPolicies: managedPolicies(),
  activity: NO_ACTIVITY,
  region: 'us-east-1',
  sourceIp: '203.0.113.10',
  userAgent: 'test',
};

const DRAFTS = 'arn:aws:s3:::maple-drafts';

/** The world after WriteDrafts got a version in which the writing statement reads like this. */
async function rewritten(statement: object): Promise<World> {
  const { world } = await bookshop();
  const kept = [
    { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: [DRAFTS, `${DRAFTS}/*`] },
    statement,
  ];
  return applyChanges(world, [
    {
      kind: 'policyVersionCreated',
      account,
      policy: 'WriteDrafts',
      version: {
        id: 'v2',
        created: env.now,
        document: JSON.stringify({ Version: '2012-10-17', Statement: kept }),
      },
      setAsDefault: true,
    },
  ]);
}

const writing = { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'] };

test('the start fails, and only where it should', async () => {
  const { world } = await bookshop();
  const grade = gradeLesson(world, FIRST_REFUSAL, env);
  expect(grade.fits).toBe(true);
  expect(grade.tasks.filter((task) => !task.done).map(({ id }) => id)).toEqual(['open-summer']);
});

test.each([
  ['a second resource', { ...writing, Resource: [`${DRAFTS}/spring/*`, `${DRAFTS}/summer/*`] }],
  [
    'the same, written with wildcards',
    {
      Effect: 'Allow',
      Action: ['s3:Put*', 's3:DeleteObj*'],
      Resource: [`${DRAFTS}/spr*/*`, `${DRAFTS}/sum?er/*`],
    },
  ],
])('solved by %s', async (_, statement) => {
  expect(gradeLesson(await rewritten(statement), FIRST_REFUSAL, env).done).toBe(true);
});

test.each([
  ['opening the whole bucket', { ...writing, Resource: `${DRAFTS}/*` }, 'keep-others-closed'],
  ['opening every bucket', { ...writing, Resource: '*' }, 'keep-others-closed'],
  ['replacing spring', { ...writing, Resource: `${DRAFTS}/summer/*` }, 'keep-spring'],
  [
    'forgetting to delete',
    { ...writing, Action: 's3:PutObject', Resource: [`${DRAFTS}/spring/*`, `${DRAFTS}/summer/*`] },
    'open-summer',
  ],
])('not solved by %s', async (_, statement, task) => {
  const grade = gradeLesson(await rewritten(statement), FIRST_REFUSAL, env);
  expect(grade.done).toBe(false);
  expect(grade.tasks.find(({ id }) => id === task)?.done).toBe(false);
});

test('a lesson does not grade an account of somebody else', () => {
  expect(gradeLesson({ organization: null, accounts: {} }, FIRST_REFUSAL, env).fits).toBe(false);
});

test('everybody in the handout can sign in with the password given there', async () => {
  const { world, handout } = await bookshop();
  for (const entry of handout) {
    const home = world.accounts[entry.account];
    const login = entry.kind === 'root' ? home?.root.login : home && findUser(home, entry.name)?.login;
    const hash = login?.hash;
    expect(hash, `${entry.kind} has a password`).toBeTruthy();
    if (!hash) continue;
    const made = pbkdf2Sync(entry.password, Buffer.from(hash.salt, 'base64'), hash.iterations, 32, 'sha256');
    expect(made.toString('base64')).toBe(hash.hash);
  }
});

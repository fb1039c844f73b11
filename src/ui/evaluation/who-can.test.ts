// Tests for whom else the policies of now would let make a request.
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../account/caller.ts';
import type { World } from '../../account/world.ts';
import type { ApiCall, ApiOutcome } from '../../api/call.ts';
import { decisiveOf } from '../../evaluation/call.ts';
import { amira, ask, jonas, noor } from '../../../tests/fixtures/ask.ts';
import {
  allow,
  BOOKSHOP_ACCOUNT,
  environment,
  policyText,
  ROOT,
  withBucketPolicy,
  withUser,
  WORLD,
} from '../../../tests/fixtures/world.ts';
import { noOtherText, othersWhoCan, rootCanMend } from './who-can.ts';

const names = ({ event }: ApiOutcome, world: World = WORLD) =>
  (event.request && othersWhoCan(world, event.request, environment())?.map(({ name }) => name)) ?? null;
const read: ApiCall = {
  operation: 's3:GetObject',
  input: { Bucket: 'maple-drafts', Key: 'spring/cover.md' },
};

test('everybody but the caller who would be allowed, the root user first', () => {
  expect(names(ask(jonas, read))).toEqual(['root user', 'noor']);
  expect(names(ask(amira, read))).toEqual(['root user', 'noor']);
});

test('the caller is left out, even if allowed', () => {
  expect(names(ask(noor, read))).toEqual(['root user']);
});

test('where nobody else would be, the root user is an other only of others', () => {
  const said = (who: Caller) => {
    const { request } = ask(who, read).event;
    return request && noOtherText(request.principal);
  };
  expect(said(ROOT)).toBe('No other user of this account.');
  expect(said(noor)).toBe('No other user of this account, nor its root user.');
  expect(noOtherText({ kind: 'anonymous' })).toBe(
    'No user of the account of the resource, nor its root user.',
  );
});

test('the keys of the call are asked again', () => {
  const springOnly = {
    ...allow('s3:ListBucket'),
    Condition: { StringLike: { 's3:prefix': 'spring/*' } },
  };
  const world = withUser('amira', { inline: { Spring: policyText(springOnly) } });
  const list = (Prefix: string) =>
    names(ask(noor, { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-drafts', Prefix } }), world);
  expect(list('spring/')).toEqual(['root user', 'amira']);
  expect(list('winter/')).toEqual(['root user']);
});

describe('of callers that are no users', () => {
  const asked = (kind: 'role' | 'anonymous', resourceAccount: string | null = BOOKSHOP_ACCOUNT.id) => {
    const { request } = ask(amira, read).event;
    if (!request) throw new Error('Policies decide it.');
    const principal =
      kind === 'anonymous'
        ? ({ kind } as const)
        : ({
            kind: 'roleSession',
            arn: `arn:aws:sts::${BOOKSHOP_ACCOUNT.id}:assumed-role/Desk/amira`,
            account: BOOKSHOP_ACCOUNT.id,
            roleArn: `arn:aws:iam::${BOOKSHOP_ACCOUNT.id}:role/Desk`,
            roleName: 'Desk',
            sessionName: 'amira',
          } as const);
    return othersWhoCan(WORLD, { ...request, principal, resourceAccount }, environment());
  };

  test('those of the account of a role', () => {
    expect(asked('role')?.map(({ name }) => name)).toEqual(['root user', 'noor']);
  });

  test('those of the owner of the resource, where nobody asked', () => {
    expect(asked('anonymous')?.map(({ name }) => name)).toEqual(['root user', 'noor']);
  });

  test('nothing can be said where the resource is nobody’s', () => {
    expect(asked('anonymous', null)).toBeNull();
  });
});

describe('the root user can mend', () => {
  const closed = withBucketPolicy(
    'maple-drafts',
    policyText({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::maple-drafts/*' }),
  );
  const mends = (outcome: ApiOutcome, world: World) => {
    const evaluation = decisiveOf(outcome.evaluations);
    return evaluation ? rootCanMend(world, evaluation, environment()) : null;
  };

  test('what a bucket policy forbids', () => {
    expect(mends(ask(noor, read, closed), closed)).toBe(true);
  });

  test('and has nothing to mend where no policy forbids', () => {
    expect(mends(ask(amira, read), WORLD)).toBe(false);
    expect(mends(ask(noor, read), WORLD)).toBe(false);
  });
});

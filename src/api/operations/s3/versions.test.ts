// Versions: the life of an object in a bucket that keeps them, held against a plain list, and the permissions of each step.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amira, ask, errorOf, jonas } from '../../../../tests/fixtures/ask.ts';
import {
  allow,
  bucketIn,
  environment,
  policyText,
  ROOT,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { arnOf, KEY, kim } from '../../../../tests/api/rows/kms-world.ts';
import { S3_WORLD, stored, withBucket } from '../../../../tests/api/rows/s3-world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import { changeFault } from '../../../scenario/change-faults.ts';
import { makeChanges } from '../../../account/inverse.ts';
import { versionName } from '../../../account/object-versions.ts';
import { tableOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall, Operations } from '../../call.ts';
import type { Env } from '../../env.ts';
import { execute } from '../../execute.ts';

const Bucket = 'maple-box';

/** Calls of the root user on a world that goes on with them. */
class Life {
  world: World;
  readonly #env: Env;

  constructor(world: World = S3_WORLD) {
    this.world = world;
    let bytes = 0;
    // The env of the fixtures begins again too soon for so many ids.
    const randomBytes = (count: number) =>
      Array.from({ length: count }, (_, at) => (at === 0 ? ++bytes : at));
    this.#env = { ...environment(), randomBytes };
  }

  call<Name extends keyof Operations>(operation: Name, input: Operations[Name]['input']) {
    const { result, changes } = execute(this.world, ROOT, { operation, input }, this.#env);
    for (const change of changes) expect(changeFault(change)).toBeNull();
    const made = makeChanges(this.world, changes);
    expect(applyChanges(made.world, made.inverse)).toEqual(this.world);
    this.world = made.world;
    return result;
  }

  /** The output of a call that has to work. */
  does<Name extends keyof Operations>(operation: Name, input: Operations[Name]['input']) {
    const result = this.call(operation, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.output;
  }

  switched(Status: string): void {
    this.does('s3:PutBucketVersioning', { Bucket, VersioningConfiguration: { Status } });
  }

  /** The id of what was written. */
  put(Key: string, Body: string): string {
    return this.does('s3:PutObject', { Bucket, Key, Body }).VersionId ?? 'null';
  }

  /** What a read answers: the body, or the code of the error. */
  get(Key: string, VersionId?: string): string {
    const result = this.call('s3:GetObject', { Bucket, Key, ...(VersionId !== undefined && { VersionId }) });
    return result.ok ? result.output.Body : result.error.code;
  }

  remove(Key: string, VersionId?: string) {
    return this.does('s3:DeleteObject', { Bucket, Key, ...(VersionId !== undefined && { VersionId }) });
  }
}

describe('an object', () => {
  test('is written over, deleted, read as it was, and comes back without its delete marker', () => {
    const life = new Life();
    expect(life.put('plan', 'before')).toBe('null');
    life.switched('Enabled');
    const first = life.put('plan', 'first');
    const second = life.put('plan', 'second');
    expect([first, second].every((id) => /^[A-Za-z0-9._]{32}$/.test(id)) && first !== second).toBe(true);
    expect([life.get('plan'), life.get('plan', first), life.get('plan', 'null')]).toEqual([
      'second',
      'first',
      'before',
    ]);

    const { VersionId: marker = '', DeleteMarker } = life.remove('plan');
    expect(DeleteMarker).toBe(true);
    expect([life.get('plan'), life.get('plan', marker), life.get('plan', second)]).toEqual([
      'NoSuchKey',
      'MethodNotAllowed',
      'second',
    ]);
    expect(life.does('s3:ListObjectsV2', { Bucket }).KeyCount).toBe(0);

    expect(life.remove('plan', marker)).toEqual({ DeleteMarker: true, VersionId: marker });
    expect(life.get('plan')).toBe('second');
    expect(life.remove('plan', second)).toEqual({ VersionId: second });
    expect([life.get('plan'), life.get('plan', second)]).toEqual(['first', 'NoSuchVersion']);
  });

  test('is deleted again and again, each time with a marker of its own', () => {
    const life = new Life();
    life.switched('Enabled');
    const ids = [life.remove('never'), life.remove('never')].map(({ VersionId }) => VersionId);
    const { DeleteMarkers } = life.does('s3:ListObjectVersions', { Bucket });
    expect(DeleteMarkers.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [ids[1], true],
      [ids[0], false],
    ]);
  });

  test('has one version without an id while versioning is suspended, and keeps the others', () => {
    const life = new Life();
    life.put('plan', 'before');
    life.switched('Enabled');
    const first = life.put('plan', 'first');
    life.switched('Suspended');
    expect(life.put('plan', 'after')).toBe('null');
    expect(life.put('plan', 'later')).toBe('null');
    expect(life.does('s3:GetObject', { Bucket, Key: 'plan' })).toMatchObject({
      Body: 'later',
      VersionId: 'null',
    });
    expect(life.get('plan', first)).toBe('first');
    expect(life.remove('plan')).toEqual({ DeleteMarker: true, VersionId: 'null' });
    expect([life.get('plan'), life.get('plan', 'null')]).toEqual(['NoSuchKey', 'MethodNotAllowed']);
    life.remove('plan', 'null');
    expect(life.get('plan')).toBe('first');
  });

  test('is in the way of the deletion of its bucket until its last version is gone', () => {
    const life = new Life();
    life.switched('Enabled');
    const id = life.put('plan', 'first');
    const { VersionId: marker = '' } = life.remove('plan');
    const refused = () => {
      const result = life.call('s3:DeleteBucket', { Bucket });
      return result.ok ? null : result.error.code;
    };
    expect(refused()).toBe('BucketNotEmpty');
    life.remove('plan', id);
    expect(refused()).toBe('BucketNotEmpty');
    life.remove('plan', marker);
    expect(refused()).toBeNull();
    expect(bucketIn(life.world, Bucket)).toBeUndefined();
  });
});

/** What a bucket keeps, as plainly as can be: all versions of each key, the newest first. */
class Plain {
  versioning: 'Enabled' | 'Suspended' | null = null;
  readonly keys = new Map<string, { readonly id: string; readonly body: string | null }[]>();

  put(key: string, id: string, body: string | null): void {
    const others = (this.keys.get(key) ?? []).filter((one) => one.id !== id);
    this.keys.set(key, [{ id, body }, ...others]);
  }

  remove(key: string, id: string): void {
    this.keys.set(
      key,
      (this.keys.get(key) ?? []).filter((one) => one.id !== id),
    );
  }

  /** As a list of versions has it: key, id, whether it is the newest, whether it is a delete marker. */
  listed(): string[] {
    return [...this.keys]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, all]) =>
        all.map(({ id, body }, at) => `${key} ${id} ${at === 0} ${body === null ? 'marker' : 'object'}`),
      );
  }
}

const step = fc.record({
  kind: fc.constantFrom('put', 'put', 'delete', 'deleteVersion', 'enable', 'suspend'),
  key: fc.constantFrom('a', 'a', 'b/c'),
  which: fc.nat(5),
});

function take(
  life: Life,
  plain: Plain,
  { kind, key, which }: { kind: string; key: string; which: number },
): void {
  switch (kind) {
    case 'put':
      return plain.put(key, life.put(key, `body ${which}`), `body ${which}`);
    case 'delete': {
      const { VersionId } = life.remove(key);
      if (VersionId === undefined) plain.remove(key, 'null');
      else plain.put(key, VersionId, null);
      return;
    }
    case 'deleteVersion': {
      const id = plain.keys.get(key)?.[which]?.id ?? 'null';
      life.remove(key, id);
      return plain.remove(key, id);
    }
    default:
      plain.versioning = kind === 'enable' ? 'Enabled' : 'Suspended';
      life.switched(plain.versioning);
  }
}

test('a bucket keeps what a plain list keeps, and lists it whole or in pages', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (steps, MaxKeys) => {
      const life = new Life();
      const plain = new Plain();
      for (const one of steps) take(life, plain, one);
      const listed: string[] = [];
      let next: Partial<Operations['s3:ListObjectVersions']['input']> | null = {};
      while (next) {
        const page: Operations['s3:ListObjectVersions']['output'] = life.does('s3:ListObjectVersions', {
          Bucket,
          MaxKeys,
          ...next,
        });
        const tagged = [
          ...page.Versions.map((one) => ({ ...one, kind: 'object' })),
          ...page.DeleteMarkers.map((one) => ({ ...one, kind: 'marker' })),
        ];
        expect(tagged.length).toBeLessThanOrEqual(MaxKeys);
        listed.push(...tagged.map((one) => `${one.Key} ${one.VersionId} ${one.IsLatest} ${one.kind}`));
        const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
        next =
          KeyMarker !== undefined && VersionIdMarker !== undefined ? { KeyMarker, VersionIdMarker } : null;
      }
      // Versions and delete markers come apart, so that a page does not tell their common order.
      expect(listed.sort()).toEqual(plain.listed().sort());
      for (const [key, all] of plain.keys) {
        expect(life.get(key)).toBe(all[0]?.body ?? 'NoSuchKey');
        if (plain.versioning !== null)
          for (const { id, body } of all) expect(life.get(key, id)).toBe(body ?? 'MethodNotAllowed');
      }
    }),
    { numRuns: 60 },
  ));

test('a list with a delimiter tells what keys have in common, once, on whatever page', () => {
  const life = new Life();
  life.switched('Enabled');
  for (const key of ['a/1', 'a/1', 'a/2', 'b', 'c/1']) life.put(key, '');
  const list = (more: object) => {
    const page = life.does('s3:ListObjectVersions', { Bucket, Delimiter: '/', ...more });
    return [
      page.CommonPrefixes?.map(({ Prefix }) => Prefix),
      page.Versions.map(({ Key }) => Key),
      page.NextKeyMarker,
    ];
  };
  expect(list({})).toEqual([['a/', 'c/'], ['b'], undefined]);
  expect(list({ MaxKeys: 1 })).toEqual([['a/'], [], 'a/']);
  expect(list({ MaxKeys: 1, KeyMarker: 'a/' })).toEqual([undefined, ['b'], 'b']);
  expect(list({ Prefix: 'a/' })).toEqual([undefined, ['a/1', 'a/1', 'a/2'], undefined]);
  expect(list({ MaxKeys: 0 })).toEqual([undefined, [], undefined]);
});

describe('who may', () => {
  const [NOW_HELD, OLD] = ['1'.repeat(32), '2'.repeat(32)] as const;
  const EVERYONE = { grantee: { kind: 'group', group: 'AllUsers' }, permission: 'READ' } as const;
  const old = stored('a.txt', {
    version: OLD,
    body: 'Old.',
    tags: { team: 'old' },
    acl: [EVERYONE],
    kmsKey: arnOf(KEY),
  });
  const world = withBucket('maple-shelf', {
    versioning: 'Enabled',
    objects: tableOf({ 'a.txt': stored('a.txt', { version: NOW_HELD, tags: { team: 'now', shelf: '7' } }) }),
    versions: tableOf({ [versionName(old)]: { kind: 'object', order: 1, value: old } }),
  });
  const object = { Bucket: 'maple-shelf', Key: 'a.txt' } as const;
  const version = { ...object, VersionId: OLD } as const;
  const requests = (call: ApiCall) => ask(ROOT, call, world).evaluations.map(({ request }) => request);
  const first = (call: ApiCall) => requests(call)[0];

  test.each<[ApiCall, string]>([
    [{ operation: 's3:GetObject', input: version }, 's3:GetObjectVersion'],
    [{ operation: 's3:HeadObject', input: version }, 's3:GetObjectVersion'],
    [{ operation: 's3:GetObjectAcl', input: version }, 's3:GetObjectVersionAcl'],
    [{ operation: 's3:PutObjectAcl', input: { ...version, ACL: 'private' } }, 's3:PutObjectVersionAcl'],
    [{ operation: 's3:GetObjectTagging', input: version }, 's3:GetObjectVersionTagging'],
    [
      { operation: 's3:PutObjectTagging', input: { ...version, Tagging: { TagSet: [] } } },
      's3:PutObjectVersionTagging',
    ],
    [{ operation: 's3:DeleteObjectTagging', input: version }, 's3:DeleteObjectVersionTagging'],
  ])('$operation: a version takes %s, with its id and its tags in the request context', (call, action) => {
    const asked = first(call);
    expect(asked).toMatchObject({ action, resource: 'arn:aws:s3:::maple-shelf/a.txt' });
    expect(asked?.context).toMatchObject({ 's3:VersionId': OLD, 's3:ExistingObjectTag/team': 'old' });
    expect(asked?.context).not.toHaveProperty('s3:ExistingObjectTag/shelf');
  });

  test('delete a version is asked apart from who may delete', () => {
    expect(first({ operation: 's3:DeleteObject', input: version })).toMatchObject({
      action: 's3:DeleteObjectVersion',
      context: { 's3:VersionId': OLD },
    });
    const plain = first({ operation: 's3:DeleteObject', input: object });
    expect(plain?.action).toBe('s3:DeleteObject');
    expect(plain?.context).not.toHaveProperty('s3:VersionId');
  });

  test('copy a version needs to read it, its tags, and its key', () => {
    const asked = requests({
      operation: 's3:CopyObject',
      input: { Bucket: 'maple-box', Key: 'b.txt', CopySource: `maple-shelf/a.txt?versionId=${OLD}` },
    });
    expect(asked.map(({ action }) => action)).toEqual([
      's3:GetObjectVersion',
      'kms:Decrypt',
      's3:GetObjectVersionTagging',
      's3:PutObject',
      's3:PutObjectTagging',
    ]);
    expect(asked[2]?.context).toMatchObject({ 's3:VersionId': OLD });
    expect(asked[3]?.context).not.toHaveProperty('s3:VersionId');
  });

  test('list versions has the keys of what was given', () => {
    const input = { Bucket: 'maple-shelf', Prefix: 'a', Delimiter: '/', MaxKeys: 5 };
    const asked = first({ operation: 's3:ListObjectVersions', input });
    expect(asked?.action).toBe('s3:ListBucketVersions');
    expect(asked?.context).toMatchObject({ 's3:prefix': 'a', 's3:delimiter': '/', 's3:max-keys': '5' });
  });

  const codes = (who: typeof jonas, its: World, ...inputs: readonly (typeof object | typeof version)[]) =>
    inputs.map((input) => errorOf(ask(who, { operation: 's3:GetObject', input }, its))?.code ?? 'ok');

  test('read what a key holds may not therefore read what it held', () => {
    const reader = (statement: object) =>
      withUser('jonas', { attached: [], groups: [], inline: { P: policyText(statement) } }, world);
    const now = { ...object, VersionId: NOW_HELD };
    expect(codes(jonas, reader(allow('s3:GetObject')), object, now, version)).toEqual([
      'ok',
      'AccessDenied',
      'AccessDenied',
    ]);
    const one = {
      ...allow(['s3:GetObjectVersion', 'kms:Decrypt']),
      Condition: { StringLikeIfExists: { 's3:VersionId': OLD } },
    };
    expect(codes(jonas, reader(one), object, now, version)).toEqual(['AccessDenied', 'AccessDenied', 'ok']);
  });

  test('read a version is for the list of that version to say', () => {
    const stranger = { ...kim, kind: 'root' } as const;
    const actions = (input: typeof object | typeof version) =>
      ask(stranger, { operation: 's3:GetObject', input }, world).evaluations.map(
        ({ request, decision }) => [request.action, decision.outcome] as const,
      );
    expect(actions(object)).toEqual([['s3:GetObject', 'implicitDeny']]);
    expect(actions(version)[0]).toEqual(['s3:GetObjectVersion', 'allow']);
  });

  test('read a version that somebody else wrote is for its owner to say', () => {
    const theirs = { ...old, owner: kim.account, acl: [], kmsKey: null };
    const foreign = withBucket(
      'maple-shelf',
      { versions: tableOf({ [versionName(theirs)]: { kind: 'object', order: 1, value: theirs } }) },
      world,
    );
    const get = (input: typeof object | typeof version): ApiCall => ({ operation: 's3:GetObject', input });
    expect(errorOf(ask(ROOT, get(object), foreign))).toBeNull();
    expect(errorOf(ask(ROOT, get(version), foreign))?.code).toBe('AccessDenied');
  });

  test('learn that a version is missing may list the bucket', () => {
    const missing = { ...object, VersionId: '3'.repeat(32) };
    const may = (...actions: readonly string[]) =>
      withUser('amira', { attached: [], groups: [], inline: { P: policyText(allow(actions)) } }, world);
    const code = (its: World) =>
      errorOf(ask(amira, { operation: 's3:GetObject', input: missing }, its))?.code;
    expect(code(may('s3:GetObjectVersion'))).toBe('AccessDenied');
    expect(code(may('s3:GetObjectVersion', 's3:ListBucket'))).toBe('NoSuchVersion');
  });
});

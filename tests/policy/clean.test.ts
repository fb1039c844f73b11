// Policies that should be clean: those of AWS's documentation, of the lessons and of the tests. An error or a security
// warning in one of them is a fault of a check.
import { describe, expect, test } from 'vitest';
import { allPolicies, type StoredPolicy } from '../../src/account/policies.ts';
import { sortedValues } from '../../src/account/table.ts';
import type { World } from '../../src/account/world.ts';
import { bucketArn, type Arn } from '../../src/aws/arn.ts';
import { LESSONS } from '../../src/lessons/catalogue.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { ORGANIZED } from '../fixtures/organization.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { CLEAN_POLICIES } from './clean-policies.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What is found that matters, with the words it is found at. */
const findings = (text: string, type: PolicyType, resource?: ResourceKind, about?: Arn): string[] =>
  diagnose(text, type, VOCABULARY, { resource, about })
    .filter(({ severity }) => severity === 'error' || severity === 'securityWarning')
    .map(({ code, from, to }) => `${code} at ${text.slice(from, to)}`);

test.each(CLEAN_POLICIES.map((policy) => [policy.source, policy] as const))(
  'as in AWS documentation: %s',
  (_, { type, resource, isPublic, statements }) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
    expect(findings(text, type, resource)).toEqual([]);
    // Not even a warning.
    const found = diagnose(text, type, VOCABULARY, { resource });
    const warnings = found.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ code }) => code)).toEqual(isPublic ? ['PUBLIC_ACCESS'] : []);
    // What names a Region or an account is not said to name everything.
    expect(found.map(({ code }) => code)).not.toContain('RESOURCE_EFFECTIVELY_STAR');
  },
);

/** By id, those that are so on purpose. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['inline:user/kim/Everything', 'an administrator, who may do everything'],
  ['arn:aws:iam::111122223333:policy/Often', 'a policy without statements, for its versions only'],
  ['arn:aws:iam::222233334444:policy/Often', 'the same in another account'],
  ['arn:aws:iam::333344445555:policy/Often', 'the same in another account'],
]);

const policiesOf = (world: World): StoredPolicy[] =>
  Object.keys(world.accounts).flatMap((account) => allPolicies(world, account, new Map()));

const inPolicy = ({ text, type, bucket }: StoredPolicy): string[] =>
  bucket === undefined ? findings(text, type) : findings(text, type, 'bucket', bucketArn(bucket));

describe('what a learner starts with', () => {
  test.each(LESSONS)('$id', async ({ scenario }) => {
    const { world } = await scenario();
    const policies = policiesOf(world);
    expect(policies.length).toBeGreaterThan(0);
    expect(
      policies.flatMap((policy) => inPolicy(policy).map((what) => `${policy.source.id}: ${what}`)),
    ).toEqual([]);
  });
});

describe('the worlds of the tests', () => {
  test.each([
    ['an organization', ORGANIZED],
    ['one of everything', RICH],
  ])('%s', (_, world) => {
    const found = policiesOf(world)
      .filter(({ source }) => !KNOWN.has(source.id))
      .flatMap((policy) => inPolicy(policy).map((what) => `${policy.source.id}: ${what}`));
    expect(found).toEqual([]);
    const organization = world.organization ? sortedValues(world.organization.policies) : [];
    expect(
      organization.flatMap(({ type, content }) =>
        findings(content, type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp'),
      ),
    ).toEqual([]);
  });
});

describe('what AWS itself attaches everywhere', () => {
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const text = (statement: object): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const own = 'arn:aws:organizations::aws:policy';

  test('is clean, down to suggestions', () => {
    const found = [
      ...diagnose(text(everything), 'scp', VOCABULARY),
      ...diagnose(text({ ...everything, Principal: '*' }), 'rcp', VOCABULARY, {
        about: `${own}/resource_control_policy/p-RCPFullAWSAccess`,
      }),
    ];
    expect(found).toEqual([]);
  });

  test('nobody else can write it', () => {
    const codes = findings(text({ ...everything, Principal: '*' }), 'rcp');
    expect(codes).toEqual(['RCP_SYNTAX_ERROR_ALLOW at "Allow"', 'RCP_SYNTAX_ERROR_ACTION at "*"']);
  });
});

test('AWS counts some reads among the management of permissions, and they change nobody’s', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['billing:Get*', 'glue:BatchGetStageFiles'], Resource: '*' }],
  });
  const codes = diagnose(text, 'identity', VOCABULARY).map(({ code }) => code);
  expect(codes).not.toContain('PERMISSIONS_MANAGEMENT_ACTIONS');
});

test('a rule that lets objects expire deletes them, and gives nobody access', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:PutLifecycleConfiguration', Resource: 'arn:aws:s3:::bookshop' },
    ],
  });
  const [found] = diagnose(text, 'identity', VOCABULARY);
  expect(found?.code).toBe('RESOURCE_POLICY_PRIVILEGE_ESCALATION');
  expect(found?.message).toMatch(/expire/);
});

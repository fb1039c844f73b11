// Grants as policies: who may do what with the key, and under which encryption context.
import { describe, expect, test } from 'vitest';
import { request } from '../../../tests/evaluation/build.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { compileCondition } from '../condition/condition.ts';
import { contextOf } from '../context.ts';
import type { RequestContext } from '../request.ts';
import { grantPolicy, GRANT_OPERATIONS } from './grant-policy.ts';
import type { KmsGrant } from './grant.ts';

const GRANTEE = 'arn:aws:iam::111122223333:role/app';
const RETIRER = 'arn:aws:iam::111122223333:user/alice';

const grantOf = (change: Partial<KmsGrant>): KmsGrant => ({
  id: '0c237476',
  granteePrincipal: GRANTEE,
  operations: ['Decrypt'],
  ...change,
});

/** The JSON of the policy. */
function written(change: Partial<KmsGrant>): unknown {
  const policy = grantPolicy(grantOf(change));
  return policy === null ? null : JSON.parse(policy.document.text);
}

/** A policy for the grantee, of which each statement says what is its own. */
const policyOf = (...parts: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: parts.map((part) => ({
    Effect: 'Allow',
    Principal: { AWS: GRANTEE },
    Resource: '*',
    ...part,
  })),
});

describe('operations', () => {
  test('each is an action of KMS', async () => {
    const actions = (await loadVocabulary()).actions;
    expect(GRANT_OPERATIONS).toHaveLength(17);
    expect(GRANT_OPERATIONS.filter((name) => actions.get(`kms:${name}`.toLowerCase()) === undefined)).toEqual(
      [],
    );
  });

  test.each<[readonly string[], object]>([
    [['Decrypt'], policyOf({ Action: 'kms:Decrypt' })],
    [['Sign', 'Decrypt', 'Sign'], policyOf({ Action: ['kms:Sign', 'kms:Decrypt'] })],
    [['Decrypt', 'ScheduleKeyDeletion', 'decrypt', '*'], policyOf({ Action: 'kms:Decrypt' })],
    [['ReEncryptFrom', 'ReEncryptTo'], policyOf({ Action: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'] })],
    [['RetireGrant'], policyOf({ Action: 'kms:RetireGrant' })],
  ])('%j', (operations, expected) => expect(written({ operations })).toEqual(expected));

  test('none that exists, and nobody to retire the grant: no policy', () => {
    expect(written({ operations: [] })).toBeNull();
    expect(written({ operations: ['PutKeyPolicy'] })).toBeNull();
  });

  test('the retiring principal may retire the grant and no more', () => {
    const retire = { Principal: { AWS: RETIRER }, Action: 'kms:RetireGrant' };
    expect(written({ retiringPrincipal: RETIRER })).toEqual(policyOf({ Action: 'kms:Decrypt' }, retire));
    expect(written({ retiringPrincipal: RETIRER, operations: [] })).toEqual(policyOf(retire));
  });
});

describe('constraints', () => {
  const subset = { kind: 'subset', encryptionContext: { Department: 'IT', Stage: 'dev' } } as const;
  const equals = { ...subset, kind: 'equals' } as const;
  const pairs = { 'kms:EncryptionContext:Department': 'IT', 'kms:EncryptionContext:Stage': 'dev' };
  const names = { 'kms:EncryptionContextKeys': ['Department', 'Stage'] };

  test('hold for operations with an encryption context only', () => {
    const operations = ['Encrypt', 'DescribeKey', 'GenerateDataKeyPairWithoutPlaintext', 'RetireGrant'];
    expect(written({ operations, constraint: subset })).toEqual(
      policyOf(
        { Action: ['kms:DescribeKey', 'kms:RetireGrant'] },
        {
          Action: ['kms:Encrypt', 'kms:GenerateDataKeyPairWithoutPlaintext'],
          Condition: { StringEquals: pairs },
        },
      ),
    );
  });

  test.each(GRANT_OPERATIONS)('%s', (operation) => {
    const policy = grantPolicy(grantOf({ operations: [operation], constraint: subset }));
    const keys = policy?.document.statements[0]?.conditions.map(({ key }) => key) ?? [];
    const takesContext = /Encrypt|Decrypt|DataKey|CreateGrant/.test(operation);
    expect(keys.includes('kms:EncryptionContext:Stage')).toBe(takesContext);
  });

  test('without pairs are none', () => {
    const constraint = { kind: 'equals', encryptionContext: {} } as const;
    expect(written({ constraint })).toEqual(policyOf({ Action: 'kms:Decrypt' }));
  });

  const BOTH = {
    'kms:EncryptionContext:Department': 'IT',
    'kms:EncryptionContext:Stage': 'dev',
    'kms:EncryptionContextKeys': ['Department', 'Stage'],
  };
  const MORE = { ...BOTH, 'kms:EncryptionContext:Team': 'x' };
  test.each<[string, RequestContext, boolean, boolean]>([
    ['the same pairs', BOTH, true, true],
    [
      'names in another letter case',
      {
        'kms:EncryptionContext:department': 'IT',
        'kms:EncryptionContext:stage': 'dev',
        'kms:EncryptionContextKeys': ['department', 'stage'],
      },
      true,
      true,
    ],
    ['a value in another letter case', { ...BOTH, 'kms:EncryptionContext:Stage': 'Dev' }, false, false],
    ['one more', { ...MORE, 'kms:EncryptionContextKeys': ['Department', 'Stage', 'Team'] }, true, false],
    [
      'one less',
      { 'kms:EncryptionContext:Stage': 'dev', 'kms:EncryptionContextKeys': 'Stage' },
      false,
      false,
    ],
    ['no encryption context', {}, false, false],
  ])('%s', (_name, keys, meetsSubset, meetsEquals) => {
    expect(isMet(grantOf({ constraint: subset }), keys)).toBe(meetsSubset);
    expect(isMet(grantOf({ constraint: equals }), keys)).toBe(meetsEquals);
  });

  test('what looks like a policy variable is plain text', () => {
    const constraint = { kind: 'equals', encryptionContext: { user: '${aws:username}' } } as const;
    const keys = (user: string): RequestContext => ({
      'kms:EncryptionContext:user': user,
      'kms:EncryptionContextKeys': ['user'],
    });
    expect(isMet(grantOf({ constraint }), keys('${aws:username}'))).toBe(true);
    expect(isMet(grantOf({ constraint }), keys('alice'))).toBe(false);
  });

  test('CreateGrant hands on what the grant allows, under a constraint no weaker', () => {
    const operations = ['Decrypt', 'CreateGrant'];
    const within = { 'ForAllValues:StringEquals': { 'kms:GrantOperations': operations } };
    const create = { Action: 'kms:CreateGrant' };
    expect(written({ operations })).toEqual(
      policyOf({ Action: 'kms:Decrypt' }, { ...create, Condition: within }),
    );
    expect(written({ operations, constraint: subset })).toEqual(
      policyOf(
        { Action: 'kms:Decrypt', Condition: { StringEquals: pairs } },
        { ...create, Condition: { StringEquals: pairs, ...within } },
      ),
    );
    const exact = { 'ForAllValues:StringEqualsIgnoreCase': names };
    const type = { 'kms:GrantConstraintType': 'EncryptionContextEquals' };
    expect(written({ operations, constraint: equals })).toEqual(
      policyOf(
        { Action: 'kms:Decrypt', Condition: { StringEquals: pairs, ...exact } },
        { ...create, Condition: { StringEquals: { ...pairs, ...type }, ...exact, ...within } },
      ),
    );
  });
});

/** Whether the conditions of the first statement hold. */
function isMet(grant: KmsGrant, keys: RequestContext): boolean {
  const conditions = grantPolicy(grant)?.document.statements[0]?.conditions ?? [];
  expect(conditions).not.toEqual([]);
  const context = contextOf(request({ context: keys }));
  return conditions.every((one) => compileCondition(one, '2012-10-17').test(context) === true);
}

test('the policy names its grant, and is made once for each', () => {
  const grant = grantOf({});
  const policy = grantPolicy(grant);
  expect(policy?.source).toEqual({ id: 'grant:0c237476', name: 'Grant 0c237476', kind: 'grant' });
  expect(grantPolicy(grant)).toBe(policy);
  expect(grantPolicy({ ...grant })).not.toBe(policy);
});

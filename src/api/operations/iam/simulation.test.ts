// Tests for the policy simulator: whom it asks, what it knows, and how it tells what decided.
import { describe, expect, test } from 'vitest';
import {
  allow,
  BOOKSHOP,
  byName,
  CREATED,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
  WORLD,
  withBookshop,
} from '../../../../tests/fixtures/world.ts';
import type { Role, World } from '../../../account/world.ts';
import type { Operations } from '../../call.ts';
import { execute } from '../../execute.ts';
import type { ActionResult } from './simulation.ts';

const IAM = `arn:aws:iam::${BOOKSHOP}` as const;
const NOOR = `${IAM}:user/noor` as const;
const OBJECT = 'arn:aws:s3:::maple/a.txt';

const custom = (
  input: Partial<Operations['iam:SimulateCustomPolicy']['input']>,
  world: World = WORLD,
): ActionResult => {
  const { result } = execute(
    world,
    ROOT,
    {
      operation: 'iam:SimulateCustomPolicy',
      input: { PolicyInputList: [policyText(allow('s3:*'))], ActionNames: ['s3:GetObject'], ...input },
    },
    environment(),
  );
  if (!result.ok) throw new Error(result.error.message);
  const [first] = result.output.EvaluationResults;
  if (!first) throw new Error('nothing simulated');
  return first;
};

const principal = (
  input: Partial<Operations['iam:SimulatePrincipalPolicy']['input']>,
  world: World = WORLD,
): ActionResult => {
  const { result } = execute(
    world,
    ROOT,
    {
      operation: 'iam:SimulatePrincipalPolicy',
      input: { PolicySourceArn: NOOR, ActionNames: ['s3:GetObject'], ...input },
    },
    environment(),
  );
  if (!result.ok) throw new Error(result.error.message);
  const [first] = result.output.EvaluationResults;
  if (!first) throw new Error('nothing simulated');
  return first;
};

const when = (Condition: object, action = 's3:*'): string => policyText({ ...allow(action), Condition });

describe('the request context', () => {
  const https = when({ Bool: { 'aws:SecureTransport': 'true' } });

  test('holds only what is given', () => {
    expect(custom({ PolicyInputList: [https] })).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['aws:SecureTransport'],
    });
    expect(
      custom({
        PolicyInputList: [https],
        ContextEntries: [
          { ContextKeyName: 'AWS:securetransport', ContextKeyValues: ['true'], ContextKeyType: 'boolean' },
        ],
      }),
    ).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: [] });
  });

  test('a key counts as missing although only a statement about another action asks for it', () =>
    expect(
      custom({ PolicyInputList: [policyText(allow('s3:*')), when({ Null: { 'sqs:x': 'true' } }, 'sqs:*')] }),
    ).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: ['sqs:x'] }));

  test('what is missing stands by each resource where there are any', () => {
    const result = custom({ PolicyInputList: [https], ResourceArns: [OBJECT] });
    expect(result.MissingContextValues).toEqual([]);
    expect(result.ResourceSpecificResults?.[0]?.MissingContextValues).toEqual(['aws:SecureTransport']);
  });

  test('a list makes a multivalued key', () => {
    const any = when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'b' } });
    const entry = (ContextKeyType: string) => ({
      PolicyInputList: [any],
      ContextEntries: [{ ContextKeyName: 'aws:TagKeys', ContextKeyValues: ['a', 'b'], ContextKeyType }],
    });
    expect(custom(entry('stringList')).EvalDecision).toBe('allowed');
  });

  test('keys of the caller are filled in where there is one, but for its ARN', () => {
    const named = when({ StringEquals: { 'aws:username': 'noor' } });
    expect(custom({ PolicyInputList: [named] })).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['aws:username'],
    });
    expect(custom({ PolicyInputList: [named], CallerArn: NOOR }).EvalDecision).toBe('allowed');
    expect(principal({ PolicyInputList: [named] }).EvalDecision).toBe('allowed');
    const byArn = when({ ArnEquals: { 'aws:PrincipalArn': NOOR } });
    expect(principal({ PolicyInputList: [byArn] })).toMatchObject({
      EvalDecision: 'implicitDeny',
      MissingContextValues: ['aws:PrincipalArn'],
    });
  });
});

describe('a resource policy', () => {
  const open = (user: string) => policyText({ ...allow('s3:GetObject', OBJECT), Principal: { AWS: user } });
  const nothing = policyText(allow('sqs:*'));
  const owner = { ResourceOwner: `arn:aws:iam::${NEIGHBOUR}:root` };

  test('is enough within one account', () => {
    const result = custom({
      PolicyInputList: [nothing],
      ResourceArns: [OBJECT],
      ResourcePolicy: open(NOOR),
      CallerArn: NOOR,
    });
    expect(result).toMatchObject({ EvalDecision: 'allowed', EvalDecisionDetails: {} });
    expect(result.MatchedStatements).toMatchObject([
      { SourcePolicyId: 'ResourcePolicy', SourcePolicyType: 'Resource Policy' },
    ]);
  });

  test('is not across accounts; each side is told', () => {
    const across = { ResourceArns: [OBJECT], ResourcePolicy: open(NOOR), CallerArn: NOOR, ...owner };
    expect(custom({ ...across, PolicyInputList: [nothing] })).toMatchObject({
      EvalDecision: 'implicitDeny',
      EvalDecisionDetails: { 'IAM Policy': 'implicitDeny', 'Resource Policy': 'allowed' },
    });
    expect(custom(across)).toMatchObject({
      EvalDecision: 'allowed',
      EvalDecisionDetails: { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' },
    });
  });

  test('a denial of the organization ends the account of the sides', () => {
    const result = custom({
      ResourceArns: [OBJECT],
      ResourcePolicy: open(NOOR),
      CallerArn: NOOR,
      ...owner,
      OrderedOrganizationPolicyInputList: [{ ServiceControlPolicyInputList: [nothing] }],
    });
    expect(result).toMatchObject({
      EvalDecision: 'implicitDeny',
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    });
    expect(result).not.toHaveProperty('EvalDecisionDetails');
  });

  test('where there is none, whose the resource is does not matter', () =>
    expect(
      custom({
        PolicyInputList: [policyText(allow('sqs:*'))],
        ActionNames: ['sqs:SendMessage'],
        ResourceArns: [`arn:aws:sqs:us-east-1:${NEIGHBOUR}:orders`],
      }).EvalDecision,
    ).toBe('allowed'));

  test('trust policies are not asked, and key policies only when given', () => {
    const denying = policyText({
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
    });
    const assuming = {
      PolicyInputList: [policyText(allow('sts:AssumeRole'))],
      ActionNames: ['sts:AssumeRole'],
      ResourceArns: [`${IAM}:role/Till`],
    };
    const allowed = custom(assuming);
    expect(allowed.EvalDecision).toBe('allowed');
    expect(allowed.MatchedStatements).toHaveLength(1);
    expect(custom({ ...assuming, ResourcePolicy: denying, CallerArn: NOOR }).EvalDecision).toBe('allowed');
    expect(
      custom({
        PolicyInputList: [policyText(allow('kms:Decrypt'))],
        ActionNames: ['kms:Decrypt'],
        ResourceArns: [`arn:aws:kms:us-east-1:${BOOKSHOP}:key/1`],
      }).EvalDecision,
    ).toBe('allowed');
  });
});

describe('several resources', () => {
  const one = policyText(allow('s3:GetObject', OBJECT));

  test('one that is denied denies the whole', () => {
    const result = custom({ PolicyInputList: [one], ResourceArns: [OBJECT, `${OBJECT}.old`] });
    expect(result).toMatchObject({
      EvalDecision: 'implicitDeny',
      EvalResourceName: '*',
      MatchedStatements: [],
    });
    expect(result.ResourceSpecificResults?.map(({ EvalResourceDecision }) => EvalResourceDecision)).toEqual([
      'allowed',
      'implicitDeny',
    ]);
  });

  test('one alone gives the result its name', () =>
    expect(custom({ PolicyInputList: [one], ResourceArns: [OBJECT] }).EvalResourceName).toBe(OBJECT));
});

describe('a role', () => {
  const till: Role = {
    name: 'Till',
    path: '/shop/',
    id: 'AROATILLAAAAAAAAAAAAA',
    created: CREATED,
    description: '',
    trust: policyText({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
    trusted: {},
    maxSessionDuration: 3600,
    boundary: null,
    attached: [],
    inline: {
      Mine: when({ StringLike: { 'aws:userid': 'AROATILLAAAAAAAAAAAAA:*' } }),
      NoUser: when({ Null: { 'aws:username': 'true' } }, 'sqs:*'),
    },
    tags: {},
  };
  const world = withBookshop((account) => ({ ...account, roles: byName(till) }));

  test('is asked as a session of it would be', () => {
    const source = { PolicySourceArn: `${IAM}:role/shop/Till` as const };
    expect(principal(source, world)).toMatchObject({
      EvalDecision: 'allowed',
      MatchedStatements: [{ SourcePolicyId: 'role_Till_Mine' }],
    });
    expect(principal({ ...source, ActionNames: ['sqs:SendMessage'] }, world).EvalDecision).toBe('allowed');
  });

  test('one of its inline policies can be left out', () =>
    expect(
      principal(
        {
          PolicySourceArn: `${IAM}:role/shop/Till`,
          PolicyExclusionList: [
            {
              InlinePolicyIdentifier: {
                PolicyName: 'Mine',
                AttachmentType: 'role',
                AttachmentName: 'Till',
              },
            },
          ],
        },
        world,
      ).EvalDecision,
    ).toBe('implicitDeny'));
});

// Rows: policies and tags of secrets.
import { expect } from 'vitest';
import { lookup } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, policyText } from '../../fixtures/world.ts';
import { SECRET, SECRET_ARN, WITH_SECRET, withSecrets } from '../../fixtures/secrets.ts';
import { row } from '../row.ts';
import { noUsableSecret } from './secretsmanager.ts';

const secretIn = (world: World) =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].secrets, 'us-east-1/shop/till');

const READ = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:user/noor' },
  Action: 'secretsmanager:GetSecretValue',
  Resource: '*',
};
const POLICY = policyText(READ);
const OPEN = policyText({ ...READ, Principal: '*' });

const badPolicy = <Input>(of: (text: string) => Input) => [
  ...[
    ['{', 'This resource policy contains a syntax error.'],
    [policyText({ ...READ, Principal: undefined }), 'This resource policy contains a syntax error.'],
    [
      policyText({ ...READ, Principal: { AWS: 'noor' } }),
      'This resource policy contains an unsupported principal.',
    ],
    [
      policyText({ ...READ, Principal: { AWS: 'arn:aws:iam::111122223333:user/nina' } }),
      'This resource policy contains an unsupported principal.',
    ],
    [policyText({ ...READ, Action: 's3:GetObject' }), 'This resource policy contains an unsupported action.'],
  ].map(([text = '', message = '']) => ({
    input: of(text),
    code: 'MalformedPolicyDocumentException',
    message,
  })),
  {
    input: of(policyText({ ...READ, Sid: 'A'.repeat(20_480) })),
    code: 'ValidationException',
    message:
      "1 validation error detected: Value at 'resourcePolicy' failed to satisfy constraint: Member must have length less than or equal to 20480",
  },
  {
    // Few characters, and yet too many bytes.
    input: of(policyText({ ...READ, Sid: 'é'.repeat(10_300) })),
    code: 'MalformedPolicyDocumentException',
    message: 'This resource policy is larger than 20480 bytes.',
  },
];

export const SECRET_POLICIES = [
  row({
    operation: 'secretsmanager:PutResourcePolicy',
    world: WITH_SECRET,
    works: { SecretId: 'shop/till', ResourcePolicy: POLICY, BlockPublicPolicy: true },
    then: (output, world) => {
      expect(output).toEqual({ ARN: SECRET_ARN, Name: 'shop/till' });
      expect(secretIn(world)?.policy).toBe(POLICY);
    },
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId, ResourcePolicy: POLICY })),
      ...badPolicy((ResourcePolicy) => ({ SecretId: 'shop/till', ResourcePolicy })),
      {
        input: { SecretId: 'shop/till', ResourcePolicy: OPEN, BlockPublicPolicy: true },
        code: 'PublicPolicyException',
        message:
          'The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent broad access to the secret.',
      },
    ],
  }),
  row({
    operation: 'secretsmanager:GetResourcePolicy',
    world: withSecrets([{ ...SECRET, policy: POLICY }]),
    works: { SecretId: 'shop/till' },
    then: (output) => expect(output).toEqual({ ARN: SECRET_ARN, Name: 'shop/till', ResourcePolicy: POLICY }),
    errors: noUsableSecret((SecretId) => ({ SecretId })),
  }),
  row({
    operation: 'secretsmanager:DeleteResourcePolicy',
    world: withSecrets([{ ...SECRET, policy: POLICY }]),
    works: { SecretId: 'shop/till' },
    then: (output, world) => {
      expect(output).toEqual({ ARN: SECRET_ARN, Name: 'shop/till' });
      expect(secretIn(world)?.policy).toBeNull();
    },
    errors: noUsableSecret((SecretId) => ({ SecretId })),
  }),
  row({
    operation: 'secretsmanager:ValidateResourcePolicy',
    world: WITH_SECRET,
    works: { ResourcePolicy: OPEN },
    then: (output) =>
      expect(output).toEqual({
        PolicyValidationPassed: false,
        ValidationErrors: [
          { CheckName: 'BlockPublicPolicy', ErrorMessage: 'The resource policy allows broad access.' },
        ],
      }),
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId, ResourcePolicy: POLICY })),
      ...badPolicy((ResourcePolicy) => ({ ResourcePolicy })),
    ],
  }),
  row({
    operation: 'secretsmanager:TagResource',
    world: WITH_SECRET,
    works: { SecretId: 'shop/till', Tags: [{ Key: 'Team', Value: 'web' }] },
    then: (_output, world) => expect(secretIn(world)?.tags).toEqual({ team: 'sales', Team: 'web' }),
    errors: [
      ...noUsableSecret((SecretId) => ({ SecretId, Tags: [] })),
      {
        input: {
          SecretId: 'shop/till',
          Tags: Array.from({ length: 50 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
        },
        code: 'InvalidParameterException',
        message: 'A secret can have at most 50 tags.',
      },
      {
        input: { SecretId: 'shop/till', Tags: [{ Key: '__proto__', Value: '' }] },
        code: 'InvalidParameterException',
        message: 'Tag keys must not start with aws:.',
      },
    ],
  }),
  row({
    operation: 'secretsmanager:UntagResource',
    world: WITH_SECRET,
    works: { SecretId: 'shop/till', TagKeys: ['team', 'Team'] },
    then: (_output, world) => expect(secretIn(world)?.tags).toEqual({}),
    errors: noUsableSecret((SecretId) => ({ SecretId, TagKeys: ['team'] })),
  }),
] as const;

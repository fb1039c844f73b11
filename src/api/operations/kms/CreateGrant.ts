// kms:CreateGrant: lets a principal use a key in some ways, beside all policies.
import { bytesToHex } from '@noble/hashes/utils.js';
import { namedPrincipal } from '../../../account/named-principal.ts';
import type { KmsKey, StoredGrant } from '../../../account/resources.ts';
import { valuesOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import { err, type Result } from '../../../aws/result.ts';
import { ok } from '../../../aws/result.ts';
import { GRANT_OPERATIONS } from '../../../evaluation/kms/grant-policy.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { unlessDryRun } from './changes.ts';
import { grantToken } from './grants.ts';
import { existingKeyItself, stateError } from './key.ts';
import { DRY_RUN, GRANT_TOKENS, KEY_ID, PRINCIPAL_ID } from './parameters.ts';
import { keyItselfRequests } from './requests.ts';

const PAIRS = { type: 'map', required: false, maxItems: 8, of: { type: 'text' } } as const;

/**
 * A second grant of the same name that says the same is the same grant. It counts at once, token or not; in AWS it may
 * take some minutes until it counts without its token.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
 */
export const CreateGrant = operation({
  name: 'kms:CreateGrant',
  readOnly: false,
  cli: 'kms create-grant',
  parameters: {
    KeyId: KEY_ID,
    GranteePrincipal: { ...PRINCIPAL_ID, event: 'granteePrincipal' },
    RetiringPrincipal: { ...PRINCIPAL_ID, event: 'retiringPrincipal', required: false },
    Operations: { type: 'textList', event: 'operations', required: true, item: { oneOf: GRANT_OPERATIONS } },
    Constraints: {
      type: 'structure',
      event: 'constraints',
      required: false,
      members: {
        EncryptionContextSubset: { ...PAIRS, event: 'encryptionContextSubset' },
        EncryptionContextEquals: { ...PAIRS, event: 'encryptionContextEquals' },
      },
    },
    GrantTokens: GRANT_TOKENS,
    Name: {
      type: 'text',
      event: 'name',
      required: false,
      min: 1,
      max: 256,
      pattern: '[a-zA-Z0-9:/_-]+',
    },
    DryRun: DRY_RUN,
  },
  authorization: (world, caller, input, env) => {
    const constraint = constraintOf(input.Constraints);
    return keyItselfRequests(world, caller, env, input.KeyId, 'kms:CreateGrant', {
      'kms:GranteePrincipal': input.GranteePrincipal,
      ...(input.RetiringPrincipal !== undefined && { 'kms:RetiringPrincipal': input.RetiringPrincipal }),
      'kms:GrantOperations': input.Operations,
      'kms:GrantIsForAWSResource': 'false',
      ...(constraint && {
        'kms:GrantConstraintType':
          constraint.kind === 'equals' ? 'EncryptionContextEquals' : 'EncryptionContextSubset',
        ...Object.fromEntries(
          Object.entries(constraint.encryptionContext).map(([name, value]) => [
            `kms:EncryptionContext:${name}`,
            value,
          ]),
        ),
        'kms:EncryptionContextKeys': Object.keys(constraint.encryptionContext),
      }),
    });
  },
  perform: (scene, input) => {
    const found = existingKeyItself(scene, input.KeyId);
    if (!found.ok) return found;
    const { account, key, arn } = found.value;
    const grantee = principalOf(scene.world, input.GranteePrincipal);
    if (!grantee.ok) return grantee;
    const retiring =
      input.RetiringPrincipal === undefined
        ? ok(undefined)
        : principalOf(scene.world, input.RetiringPrincipal);
    if (!retiring.ok) return retiring;
    const refused = stateError(found.value) ?? operationsError(input.Operations, key);
    if (refused) return err(refused);
    const constraint = constraintOf(input.Constraints);
    const asked: Omit<StoredGrant, 'id' | 'created' | 'issuer'> = {
      granteePrincipal: grantee.value,
      ...(retiring.value !== undefined && { retiringPrincipal: retiring.value }),
      operations: [...new Set(input.Operations)],
      ...(constraint && { constraint }),
      name: input.Name ?? null,
    };
    const same =
      input.Name === undefined ? undefined : valuesOf(key.grants).find((grant) => isSame(grant, asked));
    const grant: StoredGrant = same ?? {
      ...asked,
      id: bytesToHex(Uint8Array.from(scene.env.randomBytes(32))),
      created: scene.env.now,
      issuer: callerArn(scene.world, scene.caller),
    };
    return unlessDryRun(input.DryRun, {
      output: { GrantToken: grantToken(arn, grant.id), GrantId: grant.id },
      changes: same
        ? []
        : [
            {
              kind: 'partSet',
              account: account.id,
              table: 'kmsKeys',
              name: key.id,
              part: 'grants',
              key: grant.id,
              value: grant,
            },
          ],
    });
  },
});

interface Constraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
}

function constraintOf({
  EncryptionContextEquals: equals,
  EncryptionContextSubset: subset,
}: Constraints = {}): StoredGrant['constraint'] | null {
  if (equals) return { kind: 'equals', encryptionContext: equals };
  return subset ? { kind: 'subset', encryptionContext: subset } : null;
}

/** Accounts, users, roles and their sessions. */
function principalOf(world: World, text: string): Result<Arn, AwsError> {
  return isArn(text) && namedPrincipal(world, text) !== 'missing'
    ? ok(text)
    : err(awsError('InvalidArnException', `ARN does not refer to a valid principal: ${text}`));
}

const FOR_ALL = ['CreateGrant', 'RetireGrant', 'DescribeKey'];

const OPERATIONS: Readonly<Record<KmsKey['usage'], readonly string[]>> = {
  ENCRYPT_DECRYPT: GRANT_OPERATIONS.filter((name) => /crypt|DataKey/i.test(name)),
  SIGN_VERIFY: ['Sign', 'Verify', 'GetPublicKey'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
};

/** No page of AWS tells the text. */
function operationsError(operations: readonly string[], { usage }: KmsKey): AwsError | null {
  const foreign = operations.filter((name) => !FOR_ALL.includes(name) && !OPERATIONS[usage].includes(name));
  return foreign.length === 0
    ? null
    : awsError(
        'ValidationException',
        `Grant operations [${foreign.join(', ')}] are not valid for a key with usage ${usage}.`,
      );
}

const isSame = (
  { id: _id, created: _created, issuer: _issuer, ...grant }: StoredGrant,
  asked: object,
): boolean => JSON.stringify(sorted(grant)) === JSON.stringify(sorted(asked));

/** The fields in one order; what is in them is compared as it was written. */
const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

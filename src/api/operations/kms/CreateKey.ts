// kms:CreateKey: makes a key, with the policy that decides who may use it.
import { defaultKeyPolicy } from '../../../account/key-policy.ts';
import { findAccount } from '../../../account/find.ts';
import { EMPTY } from '../../../account/table.ts';
import type { KmsKey } from '../../../account/resources.ts';
import { err, ok } from '../../../aws/result.ts';
import { withRootArns } from '../../../policy/principal-text.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError, notSimulated } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { keyArn, keyMetadata } from './key.ts';
import { newKeyId, newMaterial } from './new-key.ts';
import { BYPASS, KEY_POLICY, TAGS } from './parameters.ts';
import { keyPolicyError } from './policy.ts';
import { kmsTagError, kmsTagQuotaError, settingKmsTags, tagsOf } from './tags.ts';

const SYMMETRIC = 'SYMMETRIC_DEFAULT';

/**
 * The specs, with what keys of each are for. RSA keys are made, for policies, grants and aliases treat them like any
 * other, but nothing comes of their use: Sign, Verify and GetPublicKey refuse it once it is allowed. Those that encrypt
 * are not made at all.
 */
const USAGE: Readonly<Record<string, KmsKey['usage']>> = {
  RSA_2048: 'SIGN_VERIFY',
  RSA_3072: 'SIGN_VERIFY',
  RSA_4096: 'SIGN_VERIFY',
  ECC_NIST_P256: 'SIGN_VERIFY',
  ECC_NIST_P384: 'SIGN_VERIFY',
  ECC_NIST_P521: 'SIGN_VERIFY',
  ECC_SECG_P256K1: 'SIGN_VERIFY',
  [SYMMETRIC]: 'ENCRYPT_DECRYPT',
  HMAC_224: 'GENERATE_VERIFY_MAC',
  HMAC_256: 'GENERATE_VERIFY_MAC',
  HMAC_384: 'GENERATE_VERIFY_MAC',
  HMAC_512: 'GENERATE_VERIFY_MAC',
};

const USAGES = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC'] as const;

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const CreateKey = operation({
  name: 'kms:CreateKey',
  readOnly: false,
  cli: 'kms create-key',
  parameters: {
    Policy: { ...KEY_POLICY, required: false },
    Description: { type: 'text', event: 'description', required: false, max: 8192 },
    KeyUsage: { type: 'text', event: 'keyUsage', required: false, oneOf: USAGES },
    KeySpec: { type: 'text', event: 'keySpec', required: false, oneOf: Object.keys(USAGE) },
    Origin: {
      type: 'text',
      event: 'origin',
      required: false,
      oneOf: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    },
    BypassPolicyLockoutSafetyCheck: BYPASS,
    Tags: { ...TAGS, required: false },
    MultiRegion: { type: 'boolean', event: 'multiRegion', required: false },
  },
  authorization: (_world, _caller, input) => [
    {
      action: 'kms:CreateKey',
      resource: '*',
      context: {
        'kms:KeySpec': input.KeySpec ?? SYMMETRIC,
        'kms:KeyUsage': input.KeyUsage ?? 'ENCRYPT_DECRYPT',
        'kms:KeyOrigin': input.Origin ?? 'AWS_KMS',
        'kms:MultiRegion': String(input.MultiRegion ?? false),
        ...(input.MultiRegion && { 'kms:MultiRegionKeyType': 'PRIMARY' }),
        'kms:BypassPolicyLockoutSafetyCheck': String(input.BypassPolicyLockoutSafetyCheck ?? false),
      },
      ...settingKmsTags(input.Tags ?? []),
    },
    // Tags need a permission of their own.
    ...(input.Tags === undefined || input.Tags.length === 0
      ? []
      : [{ action: 'kms:TagResource', resource: '*', ...settingKmsTags(input.Tags) } as const]),
  ],
  perform: (scene, input) => {
    const { KeySpec = SYMMETRIC, KeyUsage, Tags = [], MultiRegion = false, Origin = 'AWS_KMS' } = input;
    const { env, caller, world } = scene;
    const account = findAccount(world, caller.account);
    if (!account) throw new Error('Whoever may make keys has an account.');
    const usage = USAGE[KeySpec] ?? 'ENCRYPT_DECRYPT';
    const refused =
      specError(KeySpec, KeyUsage, usage, Origin) ?? kmsTagError(Tags) ?? kmsTagQuotaError(tagsOf(Tags));
    if (refused) return err(refused);
    const key: KmsKey = {
      id: newKeyId(env, MultiRegion),
      region: env.region,
      created: env.now,
      description: input.Description ?? '',
      policy: withRootArns(input.Policy ?? defaultKeyPolicy(account.id)),
      state: 'Enabled',
      deletion: null,
      usage,
      spec: KeySpec,
      multiRegion: MultiRegion,
      manager: 'CUSTOMER',
      material: newMaterial(env),
      tags: tagsOf(Tags),
      grants: EMPTY,
    };
    const bad =
      input.Policy === undefined
        ? null
        : keyPolicyError(scene, account, key, input.BypassPolicyLockoutSafetyCheck ?? false);
    if (bad) return err(bad);
    return ok({
      output: {
        KeyMetadata: keyMetadata({ account, key, arn: keyArn(account.id, key.region, key.id) }),
      },
      changes: [{ kind: 'entitySet', account: account.id, table: 'kmsKeys', name: key.id, value: key }],
    });
  },
});

/** The second and the last text are not observed ones. */
function specError(
  spec: string,
  asked: string | undefined,
  usage: KmsKey['usage'],
  origin: string,
): AwsError | null {
  if (asked === undefined && spec !== SYMMETRIC)
    return awsError(
      'ValidationException',
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  if (spec.startsWith('RSA') && asked === 'ENCRYPT_DECRYPT') return notSimulated('RSA keys that encrypt');
  if (asked !== undefined && asked !== usage)
    return awsError('ValidationException', `KeyUsage ${asked} is not compatible with KeySpec ${spec}`);
  return origin === 'AWS_KMS' ? null : notSimulated('Keys with material from elsewhere');
}

// Signatures of KMS: others can check them with the public key alone, and policies can say what may be signed.
import { createHash, createPublicKey, verify, webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, errorOf, noor, outputOf } from '../../../../tests/fixtures/ask.ts';
import { allow, policyText, ROOT, withUser } from '../../../../tests/fixtures/world.ts';
import { arnOf, KMS_WORLD, NOOR, SIGN_KEY, withKey } from '../../../../tests/api/rows/kms-world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall, ApiOutcome } from '../../call.ts';
import type { Env } from '../../env.ts';

const TEXT = 'Snow, and a fox.';
const SECOND_MATERIAL = 'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const Message = base64(Buffer.from(TEXT));

/** Bytes of the output. */
function bytesIn(outcome: ApiOutcome, name: string): Buffer<ArrayBuffer> {
  const value: unknown = Object.entries(outputOf(outcome)).find(([key]) => key === name)?.[1];
  if (typeof value !== 'string') throw new Error(JSON.stringify(outputOf(outcome)));
  return Buffer.from(value, 'base64');
}

const publicKey = (world: World) =>
  bytesIn(ask(ROOT, { operation: 'kms:GetPublicKey', input: { KeyId: SIGN_KEY } }, world), 'PublicKey');

interface Message {
  readonly Message: string;
  readonly MessageType?: string;
}

const RAW: Message = { Message };

const signing = (SigningAlgorithm: string, message: Message = RAW): ApiCall => ({
  operation: 'kms:Sign',
  input: { KeyId: SIGN_KEY, SigningAlgorithm, ...message },
});

const signed = (world: World, algorithm: string, message?: Message, env?: Partial<Env>) =>
  bytesIn(ask(ROOT, signing(algorithm, message), world, env), 'Signature');

const verifying = (SigningAlgorithm: string, signature: Uint8Array, message: Message = RAW): ApiCall => ({
  operation: 'kms:Verify',
  input: { KeyId: SIGN_KEY, SigningAlgorithm, Signature: base64(signature), ...message },
});

/** The two numbers of a signature in DER, side by side, as WebCrypto wants them. */
function numbersOf(der: Buffer, size: number): Uint8Array<ArrayBuffer> {
  const numbers = new Uint8Array(2 * size);
  // P-521 needs a second byte for the length of the whole.
  let at = der[1] === 0x81 ? 3 : 2;
  for (const end of [size, 2 * size]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    const digits = number[0] === 0 ? number.subarray(1) : number;
    numbers.set(digits, end - digits.length);
    at += 2 + length;
  }
  return numbers;
}

const CURVES = [
  { spec: 'ECC_NIST_P256', algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
  { spec: 'ECC_NIST_P384', algorithm: 'ECDSA_SHA_384', hash: 'sha384' },
  { spec: 'ECC_NIST_P521', algorithm: 'ECDSA_SHA_512', hash: 'sha512' },
  { spec: 'ECC_SECG_P256K1', algorithm: 'ECDSA_SHA_256', hash: 'sha256' },
] as const;

const worldOf = (spec: string, material?: string): World =>
  withKey(SIGN_KEY, { usage: 'SIGN_VERIFY', spec, ...(material !== undefined && { material }) });

test.each([
  { spec: 'ECC_NIST_P256', algorithm: 'ECDSA_SHA_256', namedCurve: 'P-256', hash: 'SHA-256', size: 32 },
  { spec: 'ECC_NIST_P384', algorithm: 'ECDSA_SHA_384', namedCurve: 'P-384', hash: 'SHA-384', size: 48 },
  { spec: 'ECC_NIST_P521', algorithm: 'ECDSA_SHA_512', namedCurve: 'P-521', hash: 'SHA-512', size: 66 },
])('WebCrypto knows a signature of $spec', async ({ spec, algorithm, namedCurve, hash, size }) => {
  const world = worldOf(spec);
  const ecdsa = { name: 'ECDSA', namedCurve, hash };
  const key = await webcrypto.subtle.importKey('spki', publicKey(world), ecdsa, false, ['verify']);
  const numbers = numbersOf(signed(world, algorithm), size);
  expect(await webcrypto.subtle.verify(ecdsa, key, numbers, Buffer.from(TEXT))).toBe(true);
  expect(await webcrypto.subtle.verify(ecdsa, key, numbers, Buffer.from('Snow.'))).toBe(false);
});

describe.each(CURVES)('$spec', ({ spec, algorithm, hash }) => {
  const world = worldOf(spec);
  const digest = { Message: base64(createHash(hash).update(TEXT).digest()), MessageType: 'DIGEST' };

  test('OpenSSL knows the signature, as it is', () => {
    const key = createPublicKey({ key: publicKey(world), format: 'der', type: 'spki' });
    expect(verify(hash, Buffer.from(TEXT), key, signed(world, algorithm))).toBe(true);
  });

  test('a message and its digest have the same signatures', () => {
    const ofDigest = signed(world, algorithm, digest);
    const ofText = signed(world, algorithm);
    expect(errorOf(ask(ROOT, verifying(algorithm, ofDigest), world))).toBeNull();
    expect(errorOf(ask(ROOT, verifying(algorithm, ofText, digest), world))).toBeNull();
    // Hashed once more, it is another message.
    const again = { Message: digest.Message, MessageType: 'RAW' };
    expect(errorOf(ask(ROOT, verifying(algorithm, ofText, again), world))?.code).toBe(
      'KMSInvalidSignatureException',
    );
  });

  test('a signature counts for its key and its bytes alone', () => {
    const signature = signed(world, algorithm);
    const other = worldOf(spec, SECOND_MATERIAL);
    expect(publicKey(other)).not.toEqual(publicKey(world));
    const broken = signature.map((byte, at) => (at === signature.length - 1 ? byte ^ 1 : byte));
    for (const outcome of [
      ask(ROOT, verifying(algorithm, signature), other),
      ask(ROOT, verifying(algorithm, broken), world),
      ask(ROOT, verifying(algorithm, signature.subarray(1)), world),
    ])
      expect(errorOf(outcome)).toEqual({ code: 'KMSInvalidSignatureException', message: '', status: 400 });
  });

  test('signatures of one message differ, and all of them count', () => {
    const signatures = [1, 2, 3, 4, 5, 6].map((seed) =>
      signed(world, algorithm, RAW, { randomBytes: (count) => Array.from({ length: count }, () => seed) }),
    );
    expect(new Set(signatures.map(base64)).size).toBe(signatures.length);
    for (const signature of signatures)
      expect(errorOf(ask(ROOT, verifying(algorithm, signature), world))).toBeNull();
  });
});

describe('who may sign what', () => {
  const context = (call: ApiCall) =>
    ask(ROOT, call, KMS_WORLD).evaluations.map(({ request }) => request.context);

  test('policies are told the algorithm, and the type of the message even where the call leaves it out', () => {
    const digest = { Message, MessageType: 'DIGEST' };
    for (const [call, type] of [
      [signing('ECDSA_SHA_256'), 'RAW'],
      [signing('ECDSA_SHA_384', digest), 'DIGEST'],
      [verifying('ECDSA_SHA_384', Buffer.from(TEXT), digest), 'DIGEST'],
    ] as const) {
      const [keys] = context(call);
      expect(keys).toMatchObject({ 'kms:MessageType': type, 'kms:KeyUsage': 'SIGN_VERIFY' });
      expect(keys?.['kms:SigningAlgorithm']).toMatch(/^ECDSA_SHA_/);
    }
    const [keys] = context({ operation: 'kms:GetPublicKey', input: { KeyId: SIGN_KEY } });
    expect(keys).not.toHaveProperty('kms:SigningAlgorithm');
    expect(keys).not.toHaveProperty('kms:MessageType');
  });

  test('a condition on the type of the message holds', () => {
    const onlyRaw = { StringEquals: { 'kms:MessageType': 'RAW' } };
    const world = withUser(
      'noor',
      { inline: { P: policyText({ ...allow('kms:Sign', arnOf(SIGN_KEY)), Condition: onlyRaw }) } },
      KMS_WORLD,
    );
    const digest = { Message: base64(createHash('sha256').update(TEXT).digest()), MessageType: 'DIGEST' };
    expect(errorOf(ask(noor, signing('ECDSA_SHA_256'), world))).toBeNull();
    expect(errorOf(ask(noor, signing('ECDSA_SHA_256', digest), world))?.code).toBe('AccessDeniedException');
  });

  test('a grant lets sign, verify and read the public key', () => {
    const grant: ApiCall = {
      operation: 'kms:CreateGrant',
      input: { KeyId: SIGN_KEY, GranteePrincipal: NOOR, Operations: ['Sign', 'Verify', 'GetPublicKey'] },
    };
    const granted = applyChanges(KMS_WORLD, ask(ROOT, grant, KMS_WORLD).changes);
    const signature = signed(KMS_WORLD, 'ECDSA_SHA_256');
    const calls: readonly ApiCall[] = [
      signing('ECDSA_SHA_256'),
      verifying('ECDSA_SHA_256', signature),
      { operation: 'kms:GetPublicKey', input: { KeyId: SIGN_KEY } },
    ];
    for (const call of calls) {
      expect(errorOf(ask(noor, call, KMS_WORLD))?.code).toBe('AccessDeniedException');
      expect(errorOf(ask(noor, call, granted))).toBeNull();
    }
  });

  test('the event of a signature holds neither the message nor the signature', () => {
    const outcome = ask(ROOT, signing('ECDSA_SHA_256'), KMS_WORLD);
    const event = JSON.stringify(outcome.event);
    expect(event).not.toContain(Message);
    expect(event).not.toContain(base64(bytesIn(outcome, 'Signature')));
  });
});

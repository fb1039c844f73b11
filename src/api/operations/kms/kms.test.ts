// KMS: who decides about a key, by policy and by grant, and which condition keys a request brings.
import { Base64 } from 'js-base64';
import { describe, expect, test } from 'vitest';
import { ask, errorOf, noor, outputOf } from '../../../../tests/fixtures/ask.ts';
import {
  allow,
  BOOKSHOP,
  CREATED,
  policyText,
  ROOT,
  withUser,
  WORLD,
} from '../../../../tests/fixtures/world.ts';
import {
  arnOf,
  DEAD_KEY,
  JONAS,
  KEY,
  kim,
  KMS_WORLD,
  NO_KEY,
  NOOR,
  OTHER_KEY,
  withKey,
} from '../../../../tests/api/rows/kms-world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall, ApiOutcome } from '../../call.ts';
import { sealed } from './cipher.ts';

const Plaintext = Base64.encode('Snow, and a fox.');
const DELEGATED = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:root` },
  Action: 'kms:*',
  Resource: '*',
};

/** A text of the output. */
function textIn(outcome: ApiOutcome, name: string): string {
  const value: unknown = Object.entries(outputOf(outcome)).find(([key]) => key === name)?.[1];
  if (typeof value !== 'string') throw new Error(JSON.stringify(outputOf(outcome)));
  return value;
}

/** A ciphertext, made by the root user in the world of the test. */
function ciphertext(
  world: World,
  KeyId = KEY,
  EncryptionContext: Readonly<Record<string, string>> = {},
): string {
  const input = { KeyId, Plaintext, EncryptionContext };
  return textIn(ask(ROOT, { operation: 'kms:Encrypt', input }, world), 'CiphertextBlob');
}

const decrypting = (
  CiphertextBlob: string,
  EncryptionContext: Readonly<Record<string, string>> = {},
): ApiCall => ({ operation: 'kms:Decrypt', input: { CiphertextBlob, EncryptionContext } });

describe('a key whose deletion was due', () => {
  const old = { name: 'alias/old', region: 'us-east-1', key: DEAD_KEY, created: CREATED, updated: CREATED };
  const world: World = applyChanges(KMS_WORLD, [
    { kind: 'entitySet', account: BOOKSHOP, table: 'kmsAliases', name: 'us-east-1/alias/old', value: old },
  ]);

  test('takes its aliases with it', () => {
    expect(
      JSON.stringify(outputOf(ask(ROOT, { operation: 'kms:ListAliases', input: {} }, world))),
    ).not.toContain('alias/old');
    expect(
      errorOf(ask(ROOT, { operation: 'kms:DescribeKey', input: { KeyId: 'alias/old' } }, world)),
    ).toMatchObject({
      code: 'NotFoundException',
      message: `Alias arn:aws:kms:us-east-1:${BOOKSHOP}:alias/old is not found.`,
    });
  });

  test('leaves their names free', () => {
    const create = { AliasName: 'alias/old', TargetKeyId: KEY };
    const { changes } = ask(ROOT, { operation: 'kms:CreateAlias', input: create }, world);
    const after = applyChanges(world, changes);
    const described = ask(ROOT, { operation: 'kms:DescribeKey', input: { KeyId: 'alias/old' } }, after);
    expect(outputOf(described)).toMatchObject({ KeyMetadata: { KeyId: KEY } });
  });
});

describe('who decides', () => {
  const noGrants = withKey(KEY, { grants: { leaf: {} } });

  test('a grant allows where neither policy does, and the key policy cannot miss it', () => {
    const locked = withKey(KEY, { policy: policyText({ ...DELEGATED, Action: 'kms:Put*' }) });
    expect(outputOf(ask(noor, decrypting(ciphertext(KMS_WORLD)), locked))).toMatchObject({ Plaintext });
    expect(errorOf(ask(noor, decrypting(ciphertext(KMS_WORLD)), noGrants))).toEqual({
      code: 'AccessDeniedException',
      message: `User: ${NOOR} is not authorized to perform: kms:Decrypt on resource: ${arnOf(KEY)} because no identity-based policy allows the kms:Decrypt action`,
      status: 400,
    });
  });

  test('a Deny in the key policy wins over the grant', () => {
    const denied = withKey(KEY, {
      policy: policyText(DELEGATED, { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }),
    });
    expect(errorOf(ask(noor, decrypting(ciphertext(KMS_WORLD)), denied))).toMatchObject({
      code: 'AccessDeniedException',
      message: `User: ${NOOR} is not authorized to perform: kms:Decrypt on resource: ${arnOf(KEY)} with an explicit deny in a resource-based policy`,
    });
  });

  test('the root user has no right of its own: a key policy that does not name the account is the last word', () => {
    const onlyNoor = withKey(KEY, {
      policy: policyText({ Effect: 'Allow', Principal: { AWS: NOOR }, Action: 'kms:*', Resource: '*' }),
    });
    expect(
      errorOf(ask(ROOT, { operation: 'kms:DescribeKey', input: { KeyId: KEY } }, onlyNoor)),
    ).toMatchObject({
      code: 'AccessDeniedException',
      message: `User: arn:aws:iam::${BOOKSHOP}:root is not authorized to perform: kms:DescribeKey on resource: ${arnOf(KEY)} because no resource-based policy allows the kms:DescribeKey action`,
    });
    expect(errorOf(ask(noor, { operation: 'kms:DescribeKey', input: { KeyId: KEY } }, onlyNoor))).toBeNull();
  });

  test('a grant counts from the call that made it until the call that ends it', () => {
    const blob = ciphertext(noGrants);
    const made = ask(
      ROOT,
      {
        operation: 'kms:CreateGrant',
        input: { KeyId: KEY, GranteePrincipal: NOOR, Operations: ['Decrypt', 'RetireGrant'] },
      },
      noGrants,
    );
    const granted = applyChanges(noGrants, made.changes);
    expect(errorOf(ask(noor, decrypting(blob), granted))).toBeNull();
    const GrantToken = textIn(made, 'GrantToken');
    const retired = ask(noor, { operation: 'kms:RetireGrant', input: { GrantToken } }, granted);
    expect(errorOf(retired)).toBeNull();
    const after = applyChanges(granted, retired.changes);
    expect(errorOf(ask(noor, decrypting(blob), after))?.code).toBe('AccessDeniedException');
  });

  test('a grant is bound to who was there: it follows another name, and a namesake made later has nothing of it', () => {
    const called = (name: string) => ({ ...noor, name });
    const steps = (world: World, ...calls: readonly ApiCall[]): World =>
      calls.reduce((now, call) => {
        const outcome = ask(ROOT, call, now);
        expect(errorOf(outcome)).toBeNull();
        return applyChanges(now, outcome.changes);
      }, world);
    const granteesOf = (world: World): unknown =>
      outputOf(ask(ROOT, { operation: 'kms:ListGrants', input: { KeyId: KEY } }, world));
    const arn = `arn:aws:iam::${BOOKSHOP}:user/`;
    const blob = ciphertext(noGrants);
    const create: ApiCall = { operation: 'iam:CreateUser', input: { UserName: 'pia' } };
    const granted = steps(noGrants, create, {
      operation: 'kms:CreateGrant',
      input: {
        KeyId: KEY,
        GranteePrincipal: `${arn}pia`,
        RetiringPrincipal: `${arn}pia`,
        Operations: ['Decrypt'],
      },
    });
    expect(errorOf(ask(called('pia'), decrypting(blob), granted))).toBeNull();

    const renamed = steps(granted, {
      operation: 'iam:UpdateUser',
      input: { UserName: 'pia', NewUserName: 'pina' },
    });
    expect(errorOf(ask(called('pina'), decrypting(blob), renamed))).toBeNull();
    expect(granteesOf(renamed)).toMatchObject({
      Grants: [{ GranteePrincipal: `${arn}pina`, RetiringPrincipal: `${arn}pina` }],
    });

    const again = steps(granted, { operation: 'iam:DeleteUser', input: { UserName: 'pia' } }, create);
    expect(errorOf(ask(called('pia'), decrypting(blob), again))?.code).toBe('AccessDeniedException');
    expect(granteesOf(again)).toMatchObject({
      Grants: [
        {
          GranteePrincipal: expect.stringMatching(/^AIDA/) as string,
          RetiringPrincipal: expect.stringMatching(/^AIDA/) as string,
        },
      ],
    });
  });

  test('a constrained grant wants its encryption context', () => {
    const context = { shop: 'maple' };
    const made = ask(
      ROOT,
      {
        operation: 'kms:CreateGrant',
        input: {
          KeyId: KEY,
          GranteePrincipal: JONAS,
          Operations: ['Decrypt'],
          Constraints: { EncryptionContextSubset: context },
        },
      },
      KMS_WORLD,
    );
    const world = applyChanges(KMS_WORLD, made.changes);
    const jonas = { ...noor, name: 'jonas' };
    expect(errorOf(ask(jonas, decrypting(ciphertext(world, KEY, context), context), world))).toBeNull();
    expect(errorOf(ask(jonas, decrypting(ciphertext(world)), world))?.code).toBe('AccessDeniedException');
  });

  test('strangers are told the same, whether the key is there or not', () => {
    const denials = [KEY, NO_KEY, DEAD_KEY].map((id) =>
      errorOf(ask(kim, { operation: 'kms:DescribeKey', input: { KeyId: arnOf(id) } }, KMS_WORLD)),
    );
    for (const denial of denials)
      expect(denial).toEqual({
        code: 'AccessDeniedException',
        message:
          'User: arn:aws:iam::444455556666:user/kim is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
        status: 400,
      });
  });

  test('of its account, only those who may ask are told that a key is missing', () => {
    const call: ApiCall = { operation: 'kms:DescribeKey', input: { KeyId: NO_KEY } };
    expect(errorOf(ask(noor, call, KMS_WORLD))?.code).toBe('AccessDeniedException');
    const mayAsk = withUser(
      'noor',
      { inline: { P: policyText(allow('kms:DescribeKey', arnOf(NO_KEY))) } },
      KMS_WORLD,
    );
    expect(errorOf(ask(noor, call, mayAsk))?.code).toBe('NotFoundException');
  });
});

describe('condition keys', () => {
  const context = (call: ApiCall, world: World = KMS_WORLD) =>
    ask(ROOT, call, world).evaluations.map(({ request }) => request.context);

  test('of the key, its alias and the encryption context', () => {
    const [keys] = context({
      operation: 'kms:Encrypt',
      input: { KeyId: 'alias/books', Plaintext, EncryptionContext: { shop: 'maple', shelf: '7' } },
    });
    expect(keys).toMatchObject({
      'kms:RequestAlias': 'alias/books',
      'kms:ResourceAliases': ['alias/books'],
      'kms:KeySpec': 'SYMMETRIC_DEFAULT',
      'kms:KeyUsage': 'ENCRYPT_DECRYPT',
      'kms:KeyOrigin': 'AWS_KMS',
      'kms:MultiRegion': 'false',
      'kms:CallerAccount': BOOKSHOP,
      'kms:EncryptionContext:shop': 'maple',
      'kms:EncryptionContext:shelf': '7',
      'kms:EncryptionContextKeys': ['shop', 'shelf'],
      'aws:ResourceTag/team': 'books',
    });
    expect(keys).not.toHaveProperty('kms:ViaService');
  });

  test('an alias that is not named is not in the request', () => {
    const [keys] = context({ operation: 'kms:DescribeKey', input: { KeyId: KEY } });
    expect(keys).not.toHaveProperty('kms:RequestAlias');
    expect(keys).not.toHaveProperty('kms:EncryptionContextKeys');
  });

  test('ReEncrypt asks twice, each time with the context of its side', () => {
    const CiphertextBlob = ciphertext(KMS_WORLD, KEY, { from: 'a' });
    const outcome = ask(
      ROOT,
      {
        operation: 'kms:ReEncrypt',
        input: {
          CiphertextBlob,
          SourceEncryptionContext: { from: 'a' },
          DestinationKeyId: OTHER_KEY,
          DestinationEncryptionContext: { to: 'b' },
        },
      },
      KMS_WORLD,
    );
    expect(outcome.evaluations.map(({ request }) => [request.action, request.resource])).toEqual([
      ['kms:ReEncryptFrom', arnOf(KEY)],
      ['kms:ReEncryptTo', arnOf(OTHER_KEY)],
    ]);
    expect(outcome.evaluations.map(({ request }) => request.context['kms:EncryptionContextKeys'])).toEqual([
      ['from'],
      ['to'],
    ]);
    const again = textIn(outcome, 'CiphertextBlob');
    expect(sealed(again)?.key).toBe(arnOf(OTHER_KEY));
    expect(outputOf(ask(ROOT, decrypting(again, { to: 'b' }), KMS_WORLD))).toMatchObject({ Plaintext });
  });

  test('aliases ask for the alias and for the key, and for both keys when they change', () => {
    const asked = (call: ApiCall) =>
      ask(ROOT, call, KMS_WORLD).evaluations.map(({ request: { resource } }) => resource);
    const books = 'arn:aws:kms:us-east-1:111122223333:alias/books';
    expect(asked({ operation: 'kms:DeleteAlias', input: { AliasName: 'alias/books' } })).toEqual([
      books,
      arnOf(KEY),
    ]);
    expect(
      asked({ operation: 'kms:UpdateAlias', input: { AliasName: 'alias/books', TargetKeyId: OTHER_KEY } }),
    ).toEqual([books, arnOf(KEY), arnOf(OTHER_KEY)]);
  });
});

test('no event holds what was encrypted, or what came of decrypting', () => {
  const encrypted = ask(ROOT, { operation: 'kms:Encrypt', input: { KeyId: KEY, Plaintext } }, KMS_WORLD);
  expect(JSON.stringify(encrypted.event)).not.toContain(Plaintext);
  const decrypted = ask(ROOT, decrypting(ciphertext(KMS_WORLD)), KMS_WORLD);
  expect(JSON.stringify(decrypted.event)).not.toContain(Plaintext);
});

test('whoever makes a key by default policy may be somebody who cannot change it', () => {
  const maker = withUser('noor', { inline: { P: policyText(allow('kms:CreateKey')) } }, WORLD);
  expect(errorOf(ask(noor, { operation: 'kms:CreateKey', input: {} }, maker))).toBeNull();
  expect(
    errorOf(ask(noor, { operation: 'kms:CreateKey', input: { Policy: policyText(DELEGATED) } }, maker)),
  ).toBeNull();
  const own = policyText({ ...DELEGATED, Principal: { AWS: NOOR } });
  expect(errorOf(ask(noor, { operation: 'kms:CreateKey', input: { Policy: own } }, maker))).toBeNull();
});

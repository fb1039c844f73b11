// Secrets beyond their rows: keys of KMS, other accounts, names that look alike, what is recorded, and time.
import { describe, expect, test } from 'vitest';
import {
  KEY,
  KEY_ARN,
  SECRET,
  SECRET_ARN,
  V1,
  V2,
  WITH_SECRET,
  withSecrets,
} from '../../../../tests/fixtures/secrets.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
  user,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { Caller } from '../../../account/caller.ts';
import type { Secret } from '../../../account/resources.ts';
import { lookup, withValue } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { execute } from '../../execute.ts';
import { namedSecret } from './secret.ts';

const SEALED: Secret = { ...SECRET, kmsKey: 'alias/seal' };
const read = (world: World, who: Caller = caller('noor'), SecretId = 'shop/till', env = environment()) =>
  execute(world, who, { operation: 'secretsmanager:GetSecretValue', input: { SecretId } }, env);
const noorMay = (world: World, ...statements: readonly object[]): World =>
  withUser('noor', { inline: { Own: policyText(...statements) } }, world);
const READ = allow('secretsmanager:GetSecretValue');
const refused = (message: string) => ({
  ok: false,
  error: { code: 'AccessDeniedException', message, status: 400 },
});

describe('a key of KMS', () => {
  test('has to be allowed too; of it nothing is told', () => {
    const world = withSecrets([SEALED]);
    expect(read(noorMay(world, READ)).result).toEqual(refused('Access to KMS is not allowed'));
    expect(read(noorMay(world, READ, allow('kms:Decrypt', KEY_ARN))).result.ok).toBe(true);
  });

  test('is asked for through the service, with the secret as encryption context', () => {
    const through = (via: string, secret: string) => ({
      ...allow('kms:Decrypt', KEY_ARN),
      Condition: {
        StringEquals: {
          'kms:ViaService': via,
          'kms:EncryptionContext:SecretARN': secret,
          'aws:ViaAWSService': 'true',
        },
      },
    });
    const world = withSecrets([SEALED]);
    const isRead = (via: string, secret: string) =>
      read(noorMay(world, READ, through(via, secret))).result.ok;
    expect(isRead('secretsmanager.us-east-1.amazonaws.com', SECRET_ARN)).toBe(true);
    expect(isRead('s3.us-east-1.amazonaws.com', SECRET_ARN)).toBe(false);
    expect(isRead('secretsmanager.us-east-1.amazonaws.com', `${SECRET_ARN}x`)).toBe(false);
  });

  test.each([KEY.id, KEY_ARN, 'alias/seal', 'arn:aws:kms:us-east-1:111122223333:alias/seal'])(
    '%s is the same key',
    (kmsKey) => {
      const { evaluations } = read(noorMay(withSecrets([{ ...SECRET, kmsKey }]), allow('*')));
      expect(evaluations.map(({ request }) => [request.action, request.resource])).toEqual([
        ['secretsmanager:GetSecretValue', SECRET_ARN],
        ['kms:Decrypt', KEY_ARN],
      ]);
    },
  );

  test('that is changed is read with before it is written with', () => {
    const other = '99999999-9999-4999-8999-999999999999';
    const world = withSecrets([SEALED]);
    const account = world.accounts[BOOKSHOP];
    const both: World = {
      ...world,
      accounts: {
        ...world.accounts,
        ...(account && {
          [BOOKSHOP]: { ...account, kmsKeys: withValue(account.kmsKeys, other, { ...KEY, id: other }) },
        }),
      },
    };
    const { evaluations } = execute(
      both,
      ROOT,
      { operation: 'secretsmanager:UpdateSecret', input: { SecretId: 'shop/till', KmsKeyId: other } },
      environment(),
    );
    expect(evaluations.map(({ request }) => `${request.action} ${request.resource.slice(-12)}`)).toEqual([
      `secretsmanager:UpdateSecret ${SECRET_ARN.slice(-12)}`,
      'kms:Decrypt 123456789012',
      'kms:GenerateDataKey 999999999999',
      'kms:Decrypt 999999999999',
    ]);
  });
});

describe('another account', () => {
  const KIM = 'arn:aws:iam::444455556666:user/kim';
  const kim = caller('kim', NEIGHBOUR);
  const letIn = policyText({
    Effect: 'Allow',
    Principal: { AWS: KIM },
    Action: 'secretsmanager:GetSecretValue',
    Resource: '*',
  });
  const withKim = (world: World): World => {
    const account = world.accounts[NEIGHBOUR];
    if (!account) return world;
    const users = withValue(
      account.users,
      'kim',
      user('kim', [], { inline: { Own: policyText(allow('*')) } }),
    );
    return { ...world, accounts: { ...world.accounts, [NEIGHBOUR]: { ...account, users } } };
  };

  test('reads by the whole ARN, with a key whose policy lets it in', () => {
    const key = {
      ...KEY,
      policy: policyText({ Effect: 'Allow', Principal: { AWS: KIM }, Action: 'kms:*', Resource: '*' }),
    };
    const world = withKim(withSecrets([{ ...SEALED, policy: letIn }], key));
    expect(read(world, kim, SECRET_ARN).result.ok).toBe(true);
    const half = SECRET_ARN.slice(0, -7);
    expect(read(world, kim, half).result.ok).toBe(false);
  });

  test('cannot use the key of the service, whatever the policy of the secret says', () => {
    const world = withKim(withSecrets([{ ...SECRET, policy: letIn }]));
    expect(read(world, kim, SECRET_ARN).result).toEqual(refused('Access to KMS is not allowed'));
  });
});

describe('a denial', () => {
  test.each(['shop/till', SECRET_ARN, 'nothing/here', 'a+b=c'])('names %s as it was named', (id) =>
    expect(read(WITH_SECRET, caller('noor'), id).result).toEqual(
      refused(
        `User: arn:aws:iam::111122223333:user/noor is not authorized to perform: secretsmanager:GetSecretValue on resource: ${id} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
      ),
    ),
  );
});

describe('a name', () => {
  const looksWhole: Secret = { ...SECRET, name: 'shop/till-aB3dE6', suffix: 'zzzzzz' };
  const named = (id: string, secrets: readonly Secret[]) =>
    namedSecret(withSecrets(secrets), ROOT, environment(), id).found?.secret.name;

  test('that ends like an ARN is found by its own', () => {
    expect(named('shop/till-aB3dE6', [SECRET, looksWhole])).toBe('shop/till-aB3dE6');
    expect(named(`${SECRET_ARN}-zzzzzz`, [SECRET, looksWhole])).toBe('shop/till-aB3dE6');
    expect(named(SECRET_ARN, [looksWhole])).toBe('shop/till-aB3dE6');
  });

  test('is not found by the end of a whole ARN that means another', () =>
    expect(named(SECRET_ARN, [SECRET, looksWhole])).toBe('shop/till'));
});

test('no value is in any record', () => {
  const put = execute(
    WITH_SECRET,
    ROOT,
    { operation: 'secretsmanager:PutSecretValue', input: { SecretId: 'shop/till', SecretString: 'hunter2' } },
    environment(),
  );
  expect(JSON.stringify(put.event)).not.toContain('hunter2');
  expect(put.event.requestParameters).toMatchObject({ secretString: 'HIDDEN_DUE_TO_SECURITY_REASONS' });
  const got = read(applyChanges(WITH_SECRET, put.changes), ROOT);
  expect(got.result.ok && got.result.output.SecretString).toBe('hunter2');
  expect(JSON.stringify(got.event)).not.toContain('hunter2');
});

test('the same value under the same token is put once', () => {
  const again = execute(
    WITH_SECRET,
    ROOT,
    {
      operation: 'secretsmanager:PutSecretValue',
      input: { SecretId: 'shop/till', SecretString: 'open sesame', ClientRequestToken: V2 },
    },
    environment(),
  );
  expect(again.result).toMatchObject({ ok: true, output: { VersionId: V2 } });
  expect(again.changes).toEqual([]);
});

test('without room for another version the oldest without a label goes', () => {
  const version = (at: number, stages: readonly string[]) => ({
    id: `${V1}-${at}`,
    stages,
    value: 'x',
    binary: false,
    created: SECRET.created,
  });
  const versions = Array.from({ length: 100 }, (_, at) =>
    version(at, at === 0 ? ['AWSCURRENT'] : at === 99 ? ['kept'] : []),
  );
  const world = withSecrets([{ ...SECRET, versions }]);
  const { changes } = execute(
    world,
    ROOT,
    { operation: 'secretsmanager:PutSecretValue', input: { SecretId: 'shop/till', SecretString: 'new' } },
    environment(),
  );
  const account = applyChanges(world, changes).accounts[BOOKSHOP];
  const after = account && lookup(account.secrets, 'us-east-1/shop/till')?.versions;
  expect(after?.length).toBe(100);
  expect(after?.slice(-2).map(({ id }) => id)).toEqual([`${V1}-97`, `${V1}-99`]);
});

test('a secret that was deleted at once leaves nothing, and nothing can be deleted again', () => {
  const drop = (world: World) =>
    execute(
      world,
      ROOT,
      {
        operation: 'secretsmanager:DeleteSecret',
        input: { SecretId: 'shop/till', ForceDeleteWithoutRecovery: true },
      },
      environment(),
    );
  const after = applyChanges(WITH_SECRET, drop(WITH_SECRET).changes);
  expect(read(after, ROOT).result).toMatchObject({ error: { code: 'ResourceNotFoundException' } });
  expect(drop(after)).toMatchObject({ result: { ok: true }, changes: [] });
});

// Keys that AWS manages: one for each service in each Region of an account, made when the service first needs it.
import type { Change } from '../../../account/change.ts';
import { managedKeyPolicy } from '../../../account/key-policy.ts';
import type { KmsKey } from '../../../account/resources.ts';
import { EMPTY, lookup } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import type { Env } from '../../env.ts';
import { keyArn, liveKey, type NamedKey, type Place } from './key.ts';
import { newKeyId, newMaterial } from './new-key.ts';

const aliasOf = (service: string): string => `alias/aws/${service}`;

/** Null until the service has needed it. Services name it by its ARN, so that no alias is in their requests. */
export function managedKeyNamed(account: Account, { region, now }: Place, service: string): NamedKey | null {
  const alias = lookup(account.kmsAliases, `${region}/${aliasOf(service)}`);
  const key = alias && liveKey(account, region, alias.key, now);
  if (!key) return null;
  const arn = keyArn(account.id, region, key.id);
  return { arn, found: { account, key, arn }, alias: null };
}

/**
 * @param service As in its endpoint, for example `s3`.
 * @param title As people call it, for example `S3`.
 */
export function newManagedKey(
  account: AccountId,
  region: string,
  service: string,
  title: string,
  env: Env,
): { readonly arn: Arn; readonly changes: readonly Change[] } {
  const key: KmsKey = {
    id: newKeyId(env, false),
    region,
    created: env.now,
    description: `Default key that protects my ${title} objects when no other key is defined`,
    policy: managedKeyPolicy(account, region, service, title),
    state: 'Enabled',
    deletion: null,
    usage: 'ENCRYPT_DECRYPT',
    spec: 'SYMMETRIC_DEFAULT',
    multiRegion: false,
    manager: 'AWS',
    material: newMaterial(env),
    tags: {},
    grants: EMPTY,
  };
  const name = aliasOf(service);
  const alias = { name, region, key: key.id, created: env.now, updated: env.now };
  return {
    arn: keyArn(account, region, key.id),
    changes: [
      { kind: 'entitySet', account, table: 'kmsKeys', name: key.id, value: key },
      { kind: 'entitySet', account, table: 'kmsAliases', name: `${region}/${name}`, value: alias },
    ],
  };
}

// Resource tags: the tags of what an ARN names, where it is of a kind that has tags here.
import { parseArn, type Arn, type ArnParts } from '../aws/arn.ts';
import { findAccount } from './find.ts';
import { policyHolder } from './resource-policy.ts';
import { lookup, type Table } from './table.ts';
import type { Account, World } from './world.ts';

type Tags = Readonly<Record<string, string>>;

const NONE: Tags = {};

/** Objects of S3 are not among them: their tags are no resource tags. */
export function tagsOfResource(world: World, resource: Arn | '*'): Tags {
  const parts = parseArn(resource);
  if (!parts) return NONE;
  if (parts.service === 'organizations') return tagsInOrganization(world, parts);
  const account = findAccount(world, parts.account);
  switch (parts.service) {
    case 'iam':
      return account ? tagsInIam(account, resource, parts.resource) : NONE;
    case 'ec2': {
      const [kind, id = ''] = parts.resource.split('/');
      if (!account) return NONE;
      const table: Table<{ readonly tags: Tags }> | undefined =
        kind === 'instance' ? account.instances : kind === 'vpc-endpoint' ? account.vpcEndpoints : undefined;
      return (table && lookup(table, id)?.tags) ?? NONE;
    }
    case 's3':
      return parts.resource.includes('/') ? NONE : (policyHolder(world, resource)?.tags ?? NONE);
    default:
      return policyHolder(world, resource)?.tags ?? NONE;
  }
}

interface Tagged {
  readonly path: string;
  readonly tags: Tags;
}

const TAGGED: ReadonlyMap<string, 'users' | 'roles' | 'policies' | 'instanceProfiles'> = new Map([
  ['user', 'users'],
  ['role', 'roles'],
  ['policy', 'policies'],
  ['instance-profile', 'instanceProfiles'],
]);

function tagsInIam(account: Account, arn: Arn | '*', resource: string): Tags {
  const [, kind = '', path, name = ''] = /^([a-z-]+)(\/.*\/|\/)([^/]*)$/.exec(resource) ?? [];
  switch (kind) {
    case 'mfa':
      return lookup(account.mfaDevices, arn)?.tags ?? NONE;
    case 'saml-provider':
      return lookup(account.samlProviders, name)?.tags ?? NONE;
    case 'oidc-provider':
      return lookup(account.oidcProviders, resource.slice('oidc-provider/'.length))?.tags ?? NONE;
    default: {
      const table = TAGGED.get(kind);
      if (table === undefined) return NONE;
      const tagged: Table<Tagged> = account[table];
      const found = lookup(tagged, name);
      return found?.path === path ? (found?.tags ?? NONE) : NONE;
    }
  }
}

function tagsInOrganization({ organization }: World, { resource }: ArnParts): Tags {
  if (!organization) return NONE;
  const [kind] = resource.split('/', 1);
  const id = resource.slice(resource.lastIndexOf('/') + 1);
  switch (kind) {
    case 'root':
      return organization.rootTags;
    case 'ou':
      return lookup(organization.units, id)?.tags ?? NONE;
    case 'account':
      return lookup(organization.members, id)?.tags ?? NONE;
    case 'policy':
      return lookup(organization.policies, id)?.tags ?? NONE;
    case 'resourcepolicy':
      return organization.resourcePolicy?.tags ?? NONE;
    default:
      return NONE;
  }
}

// instanceSession: the credentials that the metadata service of an instance hands out to whatever runs there.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RoleSession } from '../../../account/caller.ts';
import { instanceProfileArn, roleArn } from '../../../account/find.ts';
import type { Instance } from '../../../account/resources.ts';
import { lookup, namesOf } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { parseArn } from '../../../aws/arn.ts';
import { addSeconds } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { serviceAsker } from '../../asker.ts';
import { authorize } from '../../authorize.ts';
import type { Env } from '../../env.ts';
import type { Surroundings } from '../../request-context.ts';
import { instanceArn } from './instance.ts';
import { endpointsFor } from './vpc-endpoint.ts';

/** Why there are no credentials. */
export type NoSession =
  | 'notRunning'
  /** The metadata service is switched off. */
  | 'metadataDisabled'
  /** Version 1 was asked, and the instance answers to tokens of version 2 only. */
  | 'tokenRequired'
  | 'noProfile'
  | 'profileDeleted'
  /** One of the same name is there, and is another. */
  | 'profileMadeAnew'
  | 'noRole'
  /** The trust policy of the role does not let EC2 assume it. */
  | 'roleNotTrusting';

/** Seconds for which credentials of an instance are good, whatever the role says of its sessions. */
const DURATION = 6 * 3600;

/**
 * The session is made at `now`; who keeps it has it until it ends, whatever becomes of the profile. EC2 keeps it too, and
 * makes another some time before the end; here another is made each time.
 * @param version Of the metadata service that is asked.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export function instanceSession(
  world: World,
  account: Account,
  instance: Instance,
  env: Surroundings,
  version: 1 | 2 = 2,
): Result<RoleSession, NoSession> {
  if (instance.state !== 'running') return err('notRunning');
  if (instance.metadata.endpoint === 'disabled') return err('metadataDisabled');
  if (version === 1 && instance.metadata.tokens === 'required') return err('tokenRequired');
  const name = roleName(account, instance);
  if (!name.ok) return name;
  const role = lookup(account.roles, name.value);
  if (!role) return err('noRole');
  const arn = roleArn(account, role);
  const asked = { action: 'sts:AssumeRole', resource: arn } as const;
  const { decision } = authorize(world, serviceAsker(world, 'ec2.amazonaws.com', null), asked, env);
  if (decision.outcome !== 'allow') return err('roleNotTrusting');
  return ok({
    kind: 'roleSession',
    account: account.id,
    roleName: role.name,
    roleId: role.id,
    roleArn: arn,
    sessionName: instance.id,
    origin: {
      kind: 'ec2Instance',
      instance: instanceArn(account.id, instance),
      vpc: instance.vpc,
      privateIpv4: instance.privateIp,
      delivery: version,
    },
    chained: false,
    sessionTags: {},
    transitiveTags: [],
    sourceIdentity: null,
    policies: { policy: null, policyArns: [] },
    credentials: {
      kind: 'role',
      accessKeyId: keyIdOf(instance.id, role.id, env.now),
      issued: env.now,
      expires: addSeconds(env.now, DURATION),
      mfa: null,
    },
  });
}

/** The role in the profile of an instance. A profile is the one that was handed over, not another of its name. */
function roleName({ id, instanceProfiles }: Account, { profile }: Instance): Result<string, NoSession> {
  if (!profile) return err('noProfile');
  const { resource = '' } = parseArn(profile.profile) ?? {};
  const found = lookup(instanceProfiles, resource.slice(resource.lastIndexOf('/') + 1));
  if (!found) return err('profileDeleted');
  if (found.id !== profile.profileId || instanceProfileArn({ id }, found) !== profile.profile)
    return err('profileMadeAnew');
  return found.role === null ? err('noRole') : ok(found.role);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `ASIA…`; the same for the same instance, role and moment. */
const keyIdOf = (...of: readonly string[]): string =>
  `ASIA${[...sha256(utf8ToBytes(of.join(' '))).slice(0, 16)].map((byte) => ALPHABET[byte % 32]).join('')}`;

/**
 * The way that calls from an instance to a service take: through the endpoint of its VPC for the service, if there is one.
 * Where there are both kinds, routes lead to the gateway.
 * @param service As in its endpoint, for example `s3`.
 */
export function networkOf(
  { id, vpcEndpoints }: Account,
  { region, vpc, privateIp }: Instance,
  service: string,
): NonNullable<Env['vpcEndpoint']> | null {
  for (const type of ['Gateway', 'Interface'] as const) {
    const key = `${vpc}/com.amazonaws.${region}.${service}/${type}`;
    const [endpoint] = namesOf(endpointsFor(vpcEndpoints, key)).sort();
    if (endpoint !== undefined) return { account: id, id: endpoint, privateIp };
  }
  return null;
}

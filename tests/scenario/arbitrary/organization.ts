// Random organizations: a tree of units, accounts in it, and policies attached here and there.
import fc from 'fast-check';
import {
  FULL_ACCESS,
  type AccountCreation,
  type Organization,
  type OrganizationalUnit,
  type OrganizationMember,
  type OrganizationPolicy,
} from '../../../src/account/organization.ts';
import { tableOf } from '../../../src/account/table.ts';
import type { AccountId } from '../../../src/aws/arn.ts';
import { filed, instant, plainName, policyText, tags } from './words.ts';

const ROOT = 'r-exam';
const TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

/** Each below the root or one of the units before it, at most five levels deep. */
const units: fc.Arbitrary<OrganizationalUnit[]> = fc
  .array(fc.record({ name: plainName, above: fc.nat(), tags }), { maxLength: 7 })
  .map((all) => {
    const levels = new Map([[ROOT, 0]]);
    return all.map(({ name, above, tags }, at) => {
      const id = `ou-exam-0000000${at}`;
      const parents = [...levels].filter(([, level]) => level < 5);
      const [parent, level] = parents[above % parents.length] ?? [ROOT, 0];
      levels.set(id, level + 1);
      return { id, name: `${name} ${at}`, parent, tags };
    });
  });

const delegationPolicy = fc.record({
  id: fc.constantFrom('rp-exam', 'rp-other1'),
  content: policyText,
  tags,
});

const policy = fc.record({
  name: plainName,
  description: fc.string(),
  type: fc.constantFrom(...TYPES),
  content: policyText,
  tags,
});

const member = (account: AccountId) =>
  fc.record({
    account: fc.constant(account),
    joined: instant,
    method: fc.constantFrom('INVITED', 'CREATED'),
    status: fc.constantFrom('ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE'),
    tags,
    above: fc.nat(),
  });

const creation = (accounts: readonly AccountId[]): fc.Arbitrary<Omit<AccountCreation, 'id'>> =>
  fc.record({
    name: plainName,
    state: fc.constantFrom('IN_PROGRESS', 'SUCCEEDED', 'FAILED'),
    requested: instant,
    account: fc.constantFrom(null, ...accounts),
    failure: fc.constantFrom(null, 'EMAIL_ALREADY_EXISTS'),
  });

/** The first account manages it; some of the others are in it. */
export const organization = (accounts: readonly [AccountId, ...AccountId[]]): fc.Arbitrary<Organization> =>
  fc
    .record({
      featureSet: fc.constantFrom('ALL', 'CONSOLIDATED_BILLING'),
      enabledTypes: fc.subarray([...TYPES]),
      units,
      inside: fc
        .subarray(accounts.slice(1))
        .chain((others) => fc.tuple(...[accounts[0], ...others].map(member))),
      policies: fc.array(policy, { maxLength: 4 }),
      attached: fc.array(fc.nat(), { maxLength: 12 }),
      creations: fc.array(creation(accounts), { maxLength: 2 }),
      since: instant,
      services: fc.subarray(['iam.amazonaws.com', 'access-analyzer.amazonaws.com']),
      rootFeatures: fc.subarray(['RootCredentialsManagement', 'RootSessions'] as const),
      resourcePolicy: fc.option(delegationPolicy),
      rootTags: tags,
    })
    .map(({ units, inside, policies, attached, creations, since, services, ...rest }): Organization => {
      const parents = [ROOT, ...units.map(({ id }) => id)];
      const members = inside.map(({ above, ...joined }): OrganizationMember => ({
        ...joined,
        parent: parents[above % parents.length] ?? ROOT,
      }));
      const named = policies.map((policy, at): OrganizationPolicy => ({
        ...policy,
        id: `p-policy000${at}`,
        name: `${policy.name} ${at}`,
      }));
      const ids = [...Object.values(FULL_ACCESS), ...named.map(({ id }) => id)];
      const targets = [...parents, ...inside.map(({ account }) => account)];
      return {
        ...rest,
        id: 'o-exampleorgid',
        managementAccount: accounts[0],
        root: ROOT,
        units: filed(units, ({ id }) => id),
        members: filed(members, ({ account }) => account),
        policies: filed(named, ({ id }) => id),
        attached: tableOf(
          Object.fromEntries(
            targets
              .slice(0, attached.length)
              .map((target, at) => [target, ids.filter((_id, bit) => ((attached[at] ?? 0) >> bit) & 1)]),
          ),
        ),
        creations: filed(
          creations.map((one, at): AccountCreation => ({ ...one, id: `car-creation${at}` })),
          ({ id }) => id,
        ),
        trustedServices: tableOf(
          Object.fromEntries(services.map((service) => [service, { enabled: since }])),
        ),
        delegatedAdministrators: filed(
          services.flatMap((service) => inside.slice(1).map(({ account }) => ({ account, service, since }))),
          ({ account, service }) => `${service}/${account}`,
        ),
      };
    });

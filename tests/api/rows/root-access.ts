// Rows: centralised root access.
import { expect } from 'vitest';
import { tableOf } from '../../../src/account/table.ts';
import type { Organization } from '../../../src/account/organization.ts';
import { newMember, newOrganization } from '../../../src/account/new-organization.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, CREATED, NEIGHBOUR, ROOT, WORLD } from '../../fixtures/world.ts';
import { row } from '../row.ts';

/** The bookshop manages an organization in which the neighbour is a member; IAM is trusted. */
const organization: Organization = {
  ...newOrganization('o-maplebooks1', 'r-map1', BOOKSHOP, CREATED),
  members: tableOf({
    [BOOKSHOP]: newMember(BOOKSHOP, 'r-map1', 'INVITED', CREATED),
    [NEIGHBOUR]: newMember(NEIGHBOUR, 'r-map1', 'CREATED', CREATED),
  }),
  trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: CREATED } }),
};

const within = (change: Partial<Organization> = {}): World => ({
  ...WORLD,
  organization: { ...organization, ...change },
});
const OFF = within();
const BOTH = within({ rootFeatures: ['RootCredentialsManagement', 'RootSessions'] });

const DELEGATED = {
  delegatedAdministrators: tableOf({
    [`iam.amazonaws.com/${NEIGHBOUR}`]: {
      account: NEIGHBOUR,
      service: 'iam.amazonaws.com',
      since: CREATED,
    },
  }),
};
const delegate = { ...ROOT, account: NEIGHBOUR };

const rejected = (code: string, reason: string) => ({
  input: {},
  code,
  message: `The request was rejected because ${reason}.`,
});

/** What all five answer. */
const common = [
  {
    ...rejected('OrganizationNotFoundException', 'no organization is associated with your account'),
    world: WORLD,
  },
  {
    ...rejected('OrganizationNotFoundException', 'no organization is associated with your account'),
    world: within({ members: tableOf({ [BOOKSHOP]: newMember(BOOKSHOP, 'r-map1', 'INVITED', CREATED) }) }),
    caller: delegate,
  },
  {
    ...rejected(
      'OrganizationNotInAllFeaturesModeException',
      'your organization does not have All features enabled',
    ),
    world: within({ featureSet: 'CONSOLIDATED_BILLING' }),
  },
  {
    ...rejected(
      'AccountNotManagementOrDelegatedAdministratorException',
      'the account making the request is not the management account or delegated administrator account for centralized root access',
    ),
    caller: delegate,
  },
  {
    ...rejected(
      'ServiceAccessNotEnabledException',
      'trusted access is not enabled for IAM in AWS Organizations',
    ),
    world: within({ trustedServices: tableOf({}) }),
  },
];

/** What those two answer that switch something on. */
const onlyManagement = {
  ...rejected(
    'CallerIsNotManagementAccountException',
    'the account making the request is not the management account for the organization',
  ),
  world: within(DELEGATED),
  caller: delegate,
};

const shown = (...EnabledFeatures: readonly string[]) => ({
  OrganizationId: 'o-maplebooks1',
  EnabledFeatures,
});
const featuresIn = ({ organization: after }: World) => after?.rootFeatures;

export const ROOT_ACCESS = [
  row({
    operation: 'iam:EnableOrganizationsRootCredentialsManagement',
    world: OFF,
    works: {},
    then: (output, world) => {
      expect(output).toEqual(shown('RootCredentialsManagement'));
      expect(featuresIn(world)).toEqual(['RootCredentialsManagement']);
    },
    errors: [...common, onlyManagement],
  }),
  row({
    operation: 'iam:EnableOrganizationsRootCredentialsManagement',
    world: BOTH,
    works: {},
    then: (output, world) => {
      expect(output).toEqual(shown('RootCredentialsManagement', 'RootSessions'));
      expect(world).toBe(BOTH);
    },
    errors: [],
  }),
  row({
    operation: 'iam:DisableOrganizationsRootCredentialsManagement',
    world: BOTH,
    works: {},
    then: (output, world) => {
      expect(output).toEqual(shown('RootSessions'));
      expect(featuresIn(world)).toEqual(['RootSessions']);
    },
    errors: common,
  }),
  row({
    operation: 'iam:EnableOrganizationsRootSessions',
    world: within({ rootFeatures: ['RootCredentialsManagement'] }),
    works: {},
    then: (output, world) => {
      expect(output).toEqual(shown('RootCredentialsManagement', 'RootSessions'));
      expect(featuresIn(world)).toEqual(['RootCredentialsManagement', 'RootSessions']);
    },
    errors: [...common, onlyManagement],
  }),
  row({
    operation: 'iam:DisableOrganizationsRootSessions',
    world: OFF,
    works: {},
    then: (output, world) => {
      expect(output).toEqual(shown());
      expect(world).toBe(OFF);
    },
    errors: common,
  }),
  row({
    operation: 'iam:ListOrganizationsFeatures',
    world: BOTH,
    works: {},
    then: (output) => expect(output).toEqual(shown('RootCredentialsManagement', 'RootSessions')),
    errors: common,
  }),
  // The delegate may ask, and switch off.
  row({
    operation: 'iam:ListOrganizationsFeatures',
    world: within({ ...DELEGATED, rootFeatures: ['RootSessions'] }),
    caller: delegate,
    works: {},
    then: (output) => expect(output).toEqual(shown('RootSessions')),
    errors: [],
  }),
  row({
    operation: 'iam:DisableOrganizationsRootSessions',
    world: within({ ...DELEGATED, rootFeatures: ['RootSessions'] }),
    caller: delegate,
    works: {},
    then: (_, world) => expect(featuresIn(world)).toEqual([]),
    errors: [],
  }),
] as const;

// Rows: the accounts of an organization.
import { expect } from 'vitest';
import { newAccount } from '../../../src/account/new-account.ts';
import { newMember } from '../../../src/account/new-organization.ts';
import { EMPTY, lookup, sizeOf, tableOf, valuesOf, withValue } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import { saveError } from '../../../src/policy/save.ts';
import { ACCOUNT_CREATED, BOOKSHOP, caller, CREATED, NEIGHBOUR, NOW, roleIn } from '../../fixtures/world.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  ARCHIVE,
  attachedIn,
  BILLING_ONLY,
  DELEGATED,
  MEMBER_ROOT,
  ORGANIZATION_ID,
  organizationArn,
  ORGANIZED,
  PRESSES,
  SMALL_PRESSES,
  TREE_ROOT,
  withOrganization,
} from '../../fixtures/organization.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import {
  badPages,
  badTags,
  closed,
  closedToOthers,
  ENUM,
  invalid,
  NO_ACCOUNT,
  NO_PARENT,
  PATTERN,
  TOO_LONG,
  violation,
} from './organizations-common.ts';

const SHOWN_ARCHIVE = {
  Id: ARCHIVE,
  Arn: organizationArn(`account/${ORGANIZATION_ID}/${ARCHIVE}`),
  Email: 'archive@maple-books.example',
  Name: 'Archive',
  Status: 'ACTIVE',
  State: 'ACTIVE',
  JoinedMethod: 'CREATED',
  JoinedTimestamp: addSeconds(NOW, -86_400),
  Paths: [`${ORGANIZATION_ID}/${TREE_ROOT}/${ARCHIVE}/`],
};

const SHOWN_NORTH = {
  Id: NEIGHBOUR,
  Arn: organizationArn(`account/${ORGANIZATION_ID}/${NEIGHBOUR}`),
  Email: 'owner@north-press.example',
  Name: 'North Press',
  Status: 'ACTIVE',
  State: 'ACTIVE',
  JoinedMethod: 'INVITED',
  JoinedTimestamp: CREATED,
  Paths: [`${ORGANIZATION_ID}/${TREE_ROOT}/${PRESSES}/${NEIGHBOUR}/`],
};

const MISSING_UNIT = 'ou-exam-99999999';

const MISSING_ACCOUNT = '123456789012';

/** So many accounts in the organization. */
function withMembers(count: number): World {
  const { members } = ORGANIZED.organization ?? { members: EMPTY };
  const added = Array.from({ length: count - sizeOf(members) }, (_, at) => String(100_000_000_000 + at));
  const world = withOrganization({
    members: added.reduce(
      (sum, id) => withValue(sum, id, newMember(id, TREE_ROOT, 'CREATED', CREATED)),
      members,
    ),
  });
  const accounts = added.map(
    (id) => [id, newAccount(id, 'Another', `of-${id}@example.com`, ACCOUNT_CREATED)] as const,
  );
  return { ...world, accounts: { ...world.accounts, ...Object.fromEntries(accounts) } };
}

const FULL_WORLD: World = {
  ...ORGANIZED,
  accounts: {
    ...ORGANIZED.accounts,
    ...Object.fromEntries(
      Array.from({ length: 97 }, (_, at) => {
        const id = String(200_000_000_000 + at);
        return [id, newAccount(id, 'Another', `owner${at}@example.com`, ACCOUNT_CREATED)];
      }),
    ),
  },
};

const creation = (id: string, more: object = {}) => ({
  id,
  name: 'Attic',
  state: 'SUCCEEDED' as const,
  requested: CREATED,
  account: ARCHIVE,
  failure: null,
  ...more,
});

const CREATIONS = withOrganization({
  creations: tableOf({
    'car-11111111': creation('car-11111111'),
    'car-22222222': creation('car-22222222', {
      state: 'FAILED',
      account: null,
      failure: 'EMAIL_ALREADY_EXISTS',
    }),
    'car-33333333': creation('car-33333333', { state: 'IN_PROGRESS', account: null }),
  }),
});

const SHOWN_FAILED = {
  Id: 'car-22222222',
  AccountName: 'Attic',
  State: 'FAILED',
  RequestedTimestamp: CREATED,
  CompletedTimestamp: CREATED,
  FailureReason: 'EMAIL_ALREADY_EXISTS',
};

const OLD_ARCHIVE = withOrganization(({ members }) => ({
  members: withValue(
    members,
    ARCHIVE,
    newMember(ARCHIVE, TREE_ROOT, 'CREATED', addSeconds(NOW, -4 * 86_400)),
  ),
}));

const CLOSED_NORTH = withOrganization(({ members }) => ({
  members: withValue(members, NEIGHBOUR, {
    ...newMember(NEIGHBOUR, PRESSES, 'INVITED', CREATED),
    status: 'SUSPENDED',
  }),
}));

const MASTER = {
  code: 'MasterCannotLeaveOrganizationException',
  message:
    "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, you must first delete the current organization of the management account.",
};

const STILL_ADMINISTERS = violation(
  'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
  'You attempted to remove an account that is registered as a delegated administrator for a service integrated with your organization. To complete this operation, you must first deregister this account as a delegated administrator.',
);

const TOO_YOUNG = violation(
  'WAIT_PERIOD_ACTIVE',
  "After you create an AWS account, you must wait until at least four days after the account was created. Invited accounts aren't subject to this waiting period.",
);

const NEW_ACCOUNT = { Email: 'attic@maple-books.example', AccountName: 'Attic' };

export const ORGANIZATION_ACCOUNTS = [
  row({
    operation: 'organizations:ListAccounts',
    world: ORGANIZED,
    works: { MaxResults: 2, NextToken: markerAfter(BOOKSHOP) },
    then: (output) => expect(output).toEqual({ Accounts: [SHOWN_NORTH, SHOWN_ARCHIVE] }),
    errors: [...closed({}), ...badPages({})],
  }),
  row({
    operation: 'organizations:ListAccounts',
    world: DELEGATED,
    caller: caller('kim', NEIGHBOUR),
    works: { MaxResults: 1 },
    then: ({ Accounts, NextToken }) => {
      expect(Accounts.map(({ Id }) => Id)).toEqual([BOOKSHOP]);
      expect(NextToken).toBe(markerAfter(BOOKSHOP));
    },
    errors: [],
  }),
  row({
    operation: 'organizations:ListAccountsForParent',
    world: ORGANIZED,
    works: { ParentId: PRESSES },
    then: (output) => expect(output).toEqual({ Accounts: [SHOWN_NORTH] }),
    errors: [
      ...closed({ ParentId: PRESSES }),
      ...badPages({ ParentId: PRESSES }),
      { input: { ParentId: MISSING_UNIT }, ...NO_PARENT },
      { input: { ParentId: 'Presses' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DescribeAccount',
    world: ORGANIZED,
    works: { AccountId: NEIGHBOUR },
    then: ({ Account }) => expect(Account).toEqual(SHOWN_NORTH),
    errors: [
      ...closed({ AccountId: NEIGHBOUR }),
      { input: { AccountId: MISSING_ACCOUNT }, ...NO_ACCOUNT },
      { input: { AccountId: '12345' }, ...PATTERN },
      { input: { AccountId: `${NEIGHBOUR}0` }, ...TOO_LONG },
    ],
  }),
  row({
    operation: 'organizations:DescribeAccount',
    world: CLOSED_NORTH,
    works: { AccountId: NEIGHBOUR },
    then: ({ Account }) => expect(Account).toMatchObject({ Status: 'SUSPENDED', State: 'CLOSED' }),
    errors: [],
  }),
  row({
    operation: 'organizations:CreateAccount',
    world: ORGANIZED,
    works: { ...NEW_ACCOUNT, Tags: [{ Key: 'kind', Value: 'store' }] },
    then: ({ CreateAccountStatus }, world) => {
      const id = Object.keys(world.accounts).find((one) => !(one in ORGANIZED.accounts)) ?? '';
      const Id = expect.stringMatching(/^car-[a-z0-9]{32}$/) as string;
      expect(CreateAccountStatus).toEqual({
        Id,
        AccountName: 'Attic',
        State: 'IN_PROGRESS',
        RequestedTimestamp: NOW,
      });
      expect(lookup(world.organization?.creations ?? tableOf({}), CreateAccountStatus.Id)).toEqual({
        id: Id,
        name: 'Attic',
        state: 'SUCCEEDED',
        requested: NOW,
        account: id,
        failure: null,
      });
      expect(id).toMatch(/^\d{12}$/);
      expect(world.accounts[id]?.created).toBe(NOW);
      expect(world.accounts[id]?.root).toEqual({ email: NEW_ACCOUNT.Email, login: null, accessKeys: [] });
      const role = roleIn(world, 'OrganizationAccountAccessRole', id);
      expect(role && saveError(role.trust, { kind: 'trust' })).toBeNull();
      expect(role?.trust).toContain(`arn:aws:iam::${BOOKSHOP}:root`);
      expect(Object.keys(role?.inline ?? {})).toEqual(['AdministratorAccess']);
      expect(roleIn(world, 'AWSServiceRoleForOrganizations', id)).toBeDefined();
      expect(lookup(world.organization?.members ?? tableOf({}), id)).toEqual({
        ...newMember(id, TREE_ROOT, 'CREATED', NOW),
        tags: { kind: 'store' },
      });
      expect(attachedIn(world, id)).toEqual(['p-FullAWSAccess', 'p-RCPFullAWSAccess']);
    },
    errors: [
      ...closed(NEW_ACCOUNT),
      ...badTags(NEW_ACCOUNT),
      {
        input: NEW_ACCOUNT,
        world: withMembers(10),
        ...violation(
          'ACCOUNT_NUMBER_LIMIT_EXCEEDED',
          'You have exceeded the allowed number of AWS accounts.',
        ),
      },
      {
        input: { ...NEW_ACCOUNT, RoleName: 'AWSServiceRoleForMe' },
        ...invalid(
          'INVALID_ROLE_NAME',
          "You provided a role name that isn't valid. A role name can't begin with the reserved prefix AWSServiceRoleFor.",
        ),
      },
      {
        input: NEW_ACCOUNT,
        world: FULL_WORLD,
        code: 'SandboxFull',
        message: 'There are 100 accounts in this sandbox already.',
      },
      {
        input: { ...NEW_ACCOUNT, Email: 'attic' },
        ...invalid('MIN_LENGTH_EXCEEDED', 'You provided a string parameter that is shorter than allowed.'),
      },
      { input: { ...NEW_ACCOUNT, Email: 'attic.example' }, ...PATTERN },
      { input: { ...NEW_ACCOUNT, Email: `${'a'.repeat(60)}@b.cc` }, ...TOO_LONG },
      { input: { ...NEW_ACCOUNT, AccountName: 'Dachboden für alles' }, ...PATTERN },
      { input: { ...NEW_ACCOUNT, AccountName: 'A'.repeat(51) }, ...TOO_LONG },
      { input: { ...NEW_ACCOUNT, RoleName: 'a role' }, ...PATTERN },
      { input: { ...NEW_ACCOUNT, RoleName: '__proto__' }, ...PATTERN },
      { input: { ...NEW_ACCOUNT, IamUserAccessToBilling: 'MAYBE' }, ...ENUM },
    ],
  }),
  row({
    operation: 'organizations:CreateAccount',
    world: withMembers(9),
    works: { ...NEW_ACCOUNT, RoleName: 'Admin', Email: 'OWNER@north-press.example' },
    then: ({ CreateAccountStatus }, world) => {
      expect(CreateAccountStatus.State).toBe('IN_PROGRESS');
      expect(valuesOf(world.organization?.creations ?? tableOf({}))).toMatchObject([
        { state: 'FAILED', account: null, failure: 'EMAIL_ALREADY_EXISTS' },
      ]);
      expect(world.accounts).toEqual(withMembers(9).accounts);
    },
    errors: [],
  }),
  row({
    operation: 'organizations:CreateAccount',
    world: BILLING_ONLY,
    works: { ...NEW_ACCOUNT, RoleName: 'Admin' },
    then: (_, world) => {
      const id = Object.keys(world.accounts).find((one) => !(one in ORGANIZED.accounts)) ?? '';
      expect(roleIn(world, 'Admin', id)).toBeDefined();
      expect(roleIn(world, 'AWSServiceRoleForOrganizations', id)).toBeUndefined();
      expect(attachedIn(world, id)).toEqual([]);
    },
    errors: [],
  }),
  row({
    operation: 'organizations:DescribeCreateAccountStatus',
    world: CREATIONS,
    works: { CreateAccountRequestId: 'car-11111111' },
    then: ({ CreateAccountStatus }) =>
      expect(CreateAccountStatus).toEqual({
        Id: 'car-11111111',
        AccountName: 'Attic',
        State: 'SUCCEEDED',
        RequestedTimestamp: CREATED,
        CompletedTimestamp: CREATED,
        AccountId: ARCHIVE,
      }),
    errors: [
      ...closed({ CreateAccountRequestId: 'car-11111111' }),
      {
        input: { CreateAccountRequestId: 'car-99999999' },
        code: 'CreateAccountStatusNotFoundException',
        message:
          "We can't find an create account request with the CreateAccountRequestId that you specified.",
      },
      { input: { CreateAccountRequestId: '11111111' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DescribeCreateAccountStatus',
    world: CREATIONS,
    works: { CreateAccountRequestId: 'car-22222222' },
    then: ({ CreateAccountStatus }) => expect(CreateAccountStatus).toEqual(SHOWN_FAILED),
    errors: [],
  }),
  row({
    operation: 'organizations:ListCreateAccountStatus',
    world: CREATIONS,
    works: { States: ['FAILED', 'IN_PROGRESS'] },
    then: (output) =>
      expect(output).toEqual({
        CreateAccountStatuses: [
          SHOWN_FAILED,
          { Id: 'car-33333333', AccountName: 'Attic', State: 'IN_PROGRESS', RequestedTimestamp: CREATED },
        ],
      }),
    errors: [
      ...closed({}),
      ...badPages({}),
      {
        input: { States: ['DONE'] },
        ...invalid(
          'INVALID_LIST_MEMBER',
          'You provided a list to a parameter that contains at least one invalid value.',
        ),
      },
    ],
  }),
  row({
    operation: 'organizations:MoveAccount',
    world: ORGANIZED,
    works: { AccountId: ARCHIVE, SourceParentId: TREE_ROOT, DestinationParentId: SMALL_PRESSES },
    then: (_, { organization }) =>
      expect(organization && lookup(organization.members, ARCHIVE)?.parent).toBe(SMALL_PRESSES),
    errors: [
      ...closed({ AccountId: ARCHIVE, SourceParentId: TREE_ROOT, DestinationParentId: PRESSES }),
      {
        input: { AccountId: MISSING_ACCOUNT, SourceParentId: TREE_ROOT, DestinationParentId: PRESSES },
        ...NO_ACCOUNT,
      },
      {
        // It stands elsewhere.
        input: { AccountId: ARCHIVE, SourceParentId: PRESSES, DestinationParentId: SMALL_PRESSES },
        ...NO_ACCOUNT,
      },
      {
        input: { AccountId: ARCHIVE, SourceParentId: MISSING_UNIT, DestinationParentId: PRESSES },
        code: 'SourceParentNotFoundException',
        message: "We can't find a source root or OU with the ParentId that you specified.",
      },
      {
        input: { AccountId: ARCHIVE, SourceParentId: TREE_ROOT, DestinationParentId: MISSING_UNIT },
        code: 'DestinationParentNotFoundException',
        message:
          "We can't find the destination container (a root or OU) with the ParentId that you specified.",
      },
      {
        input: { AccountId: ARCHIVE, SourceParentId: TREE_ROOT, DestinationParentId: TREE_ROOT },
        code: 'DuplicateAccountException',
        message: 'That account is already present in the specified destination.',
      },
      { input: { AccountId: 'all', SourceParentId: TREE_ROOT, DestinationParentId: PRESSES }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:CloseAccount',
    world: ORGANIZED,
    works: { AccountId: NEIGHBOUR },
    then: (_, { organization }) => {
      expect(organization && lookup(organization.members, NEIGHBOUR)?.status).toBe('SUSPENDED');
      expect(organization && sizeOf(organization.members)).toBe(3);
    },
    errors: [
      ...closed({ AccountId: NEIGHBOUR }),
      { input: { AccountId: MISSING_ACCOUNT }, ...NO_ACCOUNT },
      {
        input: { AccountId: BOOKSHOP },
        ...violation(
          'CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
          'You attempted to close the management account. To close the management account for the organization, you must first either remove or close all member accounts in the organization. Follow standard account closure process using root credentials.',
        ),
      },
      {
        input: { AccountId: NEIGHBOUR },
        world: BILLING_ONLY,
        ...violation(
          'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
          "You attempted to perform an operation that requires the organization to be configured to support all features. An organization that supports only consolidated billing features can't perform this operation.",
        ),
      },
      {
        input: { AccountId: NEIGHBOUR },
        world: CLOSED_NORTH,
        code: 'AccountAlreadyClosedException',
        message: 'The provided account is already closed.',
      },
    ],
  }),
  row({
    operation: 'organizations:RemoveAccountFromOrganization',
    world: ORGANIZED,
    works: { AccountId: NEIGHBOUR },
    then: (_, world) => {
      expect(world.organization && lookup(world.organization.members, NEIGHBOUR)).toBeUndefined();
      expect(attachedIn(world, NEIGHBOUR)).toEqual([]);
      expect(world.accounts).toEqual(ORGANIZED.accounts);
    },
    errors: [
      ...closed({ AccountId: NEIGHBOUR }),
      { input: { AccountId: MISSING_ACCOUNT }, ...NO_ACCOUNT },
      { input: { AccountId: BOOKSHOP }, ...MASTER },
      { input: { AccountId: NEIGHBOUR }, world: DELEGATED, ...STILL_ADMINISTERS },
      { input: { AccountId: ARCHIVE }, ...TOO_YOUNG },
      { input: { AccountId: 'North' }, ...PATTERN },
    ],
  }),
  row({
    // Accounts that were invited need not wait.
    operation: 'organizations:RemoveAccountFromOrganization',
    world: withOrganization(({ members }) => ({
      members: withValue(members, NEIGHBOUR, newMember(NEIGHBOUR, PRESSES, 'INVITED', NOW)),
    })),
    works: { AccountId: NEIGHBOUR },
    errors: [],
  }),
  row({
    operation: 'organizations:RemoveAccountFromOrganization',
    world: OLD_ARCHIVE,
    works: { AccountId: ARCHIVE },
    then: (_, { organization }) =>
      expect(organization && lookup(organization.members, ARCHIVE)).toBeUndefined(),
    errors: [],
  }),
  row({
    operation: 'organizations:LeaveOrganization',
    world: ORGANIZED,
    caller: MEMBER_ROOT,
    works: {},
    then: (_, { organization }) =>
      expect(organization && lookup(organization.members, NEIGHBOUR)).toBeUndefined(),
    errors: [
      ...closedToOthers({}),
      { input: {}, caller: { ...MEMBER_ROOT, account: BOOKSHOP }, ...MASTER },
      { input: {}, caller: { ...MEMBER_ROOT, account: ARCHIVE }, ...TOO_YOUNG },
      { input: {}, world: DELEGATED, ...STILL_ADMINISTERS },
    ],
  }),
] as const;

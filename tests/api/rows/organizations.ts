// Rows: the organization and its units.
import { expect } from 'vitest';
import { newMember, newOrganization } from '../../../src/account/new-organization.ts';
import { lookup, tableOf, withValue } from '../../../src/account/table.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  caller,
  CREATED,
  NEIGHBOUR,
  NOW,
  policyText,
  roleIn,
  user,
  withBookshop,
  WORLD,
} from '../../fixtures/world.ts';
import {
  ARCHIVE,
  attachedIn,
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
import {
  badPages,
  badTags,
  closed,
  closedToOthers,
  DENIED,
  ENUM,
  inOrganization,
  NO_PARENT,
  NO_UNIT,
  PATTERN,
  TOO_LONG,
  violation,
} from './organizations-common.ts';

const SHOWN_ORGANIZATION = {
  Id: ORGANIZATION_ID,
  Arn: organizationArn(`organization/${ORGANIZATION_ID}`),
  FeatureSet: 'ALL',
  MasterAccountArn: organizationArn(`account/${ORGANIZATION_ID}/${BOOKSHOP}`),
  MasterAccountId: BOOKSHOP,
  MasterAccountEmail: 'owner@maple-books.example',
  AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
};

const SHOWN_PRESSES = {
  Id: PRESSES,
  Arn: organizationArn(`ou/${ORGANIZATION_ID}/${PRESSES}`),
  Name: 'Presses',
  Path: `${ORGANIZATION_ID}/${TREE_ROOT}/${PRESSES}/`,
};

const SHOWN_SMALL = {
  Id: SMALL_PRESSES,
  Arn: organizationArn(`ou/${ORGANIZATION_ID}/${SMALL_PRESSES}`),
  Name: 'Small',
  Path: `${ORGANIZATION_ID}/${TREE_ROOT}/${PRESSES}/${SMALL_PRESSES}/`,
};

const MISSING_UNIT = 'ou-exam-99999999';

const MISSING_ACCOUNT = '123456789012';

const unit = (id: string, parent: string) => ({ id, name: id, parent, tags: {} });

/** A chain of five units. */
const DEEP = withOrganization(({ units }) => ({
  units: [1, 2, 3, 4, 5].reduce((sum, at) => {
    const id = `ou-exam-0000000${at}`;
    return withValue(sum, id, unit(id, at === 1 ? TREE_ROOT : `ou-exam-0000000${at - 1}`));
  }, units),
}));

const MANY_UNITS = withOrganization({
  units: tableOf(
    Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => {
        const id = `ou-exam-${String(at).padStart(8, '0')}`;
        return [id, unit(id, TREE_ROOT)];
      }),
    ),
  ),
});

/** noor may make organizations, but no service-linked roles. */
const NO_LINKED_ROLES = withBookshop((account) => ({
  ...account,
  users: adding(
    account.users,
    user('noor', [], { inline: { Make: policyText(allow('organizations:CreateOrganization')) } }),
  ),
}));

const DUPLICATE_UNIT = {
  code: 'DuplicateOrganizationalUnitException',
  message: 'An OU with the same name already exists.',
};

export const ORGANIZATIONS = [
  row({
    operation: 'organizations:CreateOrganization',
    works: {},
    then: ({ Organization }, world) => {
      const { organization } = world;
      expect(Organization).toEqual({
        ...SHOWN_ORGANIZATION,
        Id: organization?.id,
        Arn: organizationArn(`organization/${organization?.id}`),
        MasterAccountArn: organizationArn(`account/${organization?.id}/${BOOKSHOP}`),
      });
      expect(organization).toEqual(
        newOrganization(
          expect.stringMatching(/^o-[a-z0-9]{10}$/) as string,
          expect.stringMatching(/^r-[a-z0-9]{4}$/) as string,
          BOOKSHOP,
          NOW,
        ),
      );
      expect(roleIn(world, 'AWSServiceRoleForOrganizations')).toMatchObject({
        path: '/aws-service-role/organizations.amazonaws.com/',
        attached: ['arn:aws:iam::aws:policy/aws-service-role/AWSOrganizationsServiceTrustPolicy'],
      });
    },
    errors: [
      {
        input: {},
        ...inOrganization,
        code: 'AlreadyInOrganizationException',
        message: 'The provided account is already a member of an organization.',
      },
      {
        input: {},
        ...inOrganization,
        caller: MEMBER_ROOT,
        code: 'AlreadyInOrganizationException',
        message: 'The provided account is already a member of an organization.',
      },
      {
        input: {},
        world: withOrganization({ managementAccount: NEIGHBOUR, members: tableOf({}) }),
        code: 'SandboxFull',
        message: 'There is an organization in this sandbox already, which can hold only one.',
      },
      {
        input: {},
        world: NO_LINKED_ROLES,
        caller: caller('noor'),
        code: 'AccessDeniedForDependencyException',
        message:
          "The operation that you attempted requires you to have the iam:CreateServiceLinkedRole for organizations.amazonaws.com permission so that Organizations can create the required service-linked role. You don't have that permission.",
        details: { Reason: 'ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE' },
      },
      { input: {}, caller: caller('noor'), ...DENIED },
      { input: { FeatureSet: 'SOME' }, ...ENUM },
    ],
  }),
  row({
    operation: 'organizations:CreateOrganization',
    world: NO_LINKED_ROLES,
    caller: caller('noor'),
    works: { FeatureSet: 'CONSOLIDATED_BILLING' },
    then: ({ Organization }, world) => {
      expect(Organization).toMatchObject({ FeatureSet: 'CONSOLIDATED_BILLING', AvailablePolicyTypes: [] });
      expect(roleIn(world, 'AWSServiceRoleForOrganizations')).toBeUndefined();
    },
    errors: [],
  }),
  row({
    operation: 'organizations:DescribeOrganization',
    world: ORGANIZED,
    works: {},
    then: ({ Organization }) => expect(Organization).toEqual(SHOWN_ORGANIZATION),
    errors: closedToOthers({}),
  }),
  row({
    operation: 'organizations:DescribeOrganization',
    world: ORGANIZED,
    caller: caller('kim', NEIGHBOUR),
    works: {},
    then: ({ Organization }) => expect(Organization).toEqual(SHOWN_ORGANIZATION),
    errors: [],
  }),
  row({
    operation: 'organizations:DeleteOrganization',
    world: { ...WORLD, organization: newOrganization('o-exampleorgid', 'r-exam', BOOKSHOP, CREATED) },
    works: {},
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization).toBeNull();
    },
    errors: [
      ...closed({}).map((one) => ({ world: ORGANIZED, ...one })),
      {
        input: {},
        ...inOrganization,
        code: 'OrganizationNotEmptyException',
        message: 'To delete an organization you must first remove all member accounts (except the master).',
      },
    ],
  }),
  row({
    operation: 'organizations:ListRoots',
    world: ORGANIZED,
    works: {},
    then: (output) =>
      expect(output).toEqual({
        Roots: [
          {
            Id: TREE_ROOT,
            Arn: organizationArn(`root/${ORGANIZATION_ID}/${TREE_ROOT}`),
            Name: 'Root',
            PolicyTypes: [
              { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
              { Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' },
            ],
          },
        ],
      }),
    errors: [...closed({}), ...badPages({})],
  }),
  row({
    operation: 'organizations:ListOrganizationalUnitsForParent',
    world: ORGANIZED,
    works: { ParentId: TREE_ROOT },
    then: (output) => expect(output).toEqual({ OrganizationalUnits: [SHOWN_PRESSES] }),
    errors: [
      ...closed({ ParentId: TREE_ROOT }),
      ...badPages({ ParentId: TREE_ROOT }),
      { input: { ParentId: 'r-none' }, ...NO_PARENT },
      { input: { ParentId: BOOKSHOP }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:ListChildren',
    world: ORGANIZED,
    works: { ParentId: TREE_ROOT, ChildType: 'ACCOUNT' },
    then: (output) =>
      expect(output).toEqual({
        Children: [
          { Id: BOOKSHOP, Type: 'ACCOUNT' },
          { Id: ARCHIVE, Type: 'ACCOUNT' },
        ],
      }),
    errors: [
      ...closed({ ParentId: TREE_ROOT, ChildType: 'ACCOUNT' }),
      ...badPages({ ParentId: TREE_ROOT, ChildType: 'ACCOUNT' }),
      { input: { ParentId: MISSING_UNIT, ChildType: 'ACCOUNT' }, ...NO_PARENT },
      { input: { ParentId: TREE_ROOT, ChildType: 'POLICY' }, ...ENUM },
    ],
  }),
  row({
    operation: 'organizations:ListChildren',
    world: ORGANIZED,
    works: { ParentId: PRESSES, ChildType: 'ORGANIZATIONAL_UNIT' },
    then: ({ Children }) => expect(Children).toEqual([{ Id: SMALL_PRESSES, Type: 'ORGANIZATIONAL_UNIT' }]),
    errors: [],
  }),
  row({
    operation: 'organizations:ListParents',
    world: ORGANIZED,
    works: { ChildId: NEIGHBOUR },
    then: (output) => expect(output).toEqual({ Parents: [{ Id: PRESSES, Type: 'ORGANIZATIONAL_UNIT' }] }),
    errors: [
      ...closed({ ChildId: NEIGHBOUR }),
      ...badPages({ ChildId: NEIGHBOUR }),
      ...[MISSING_ACCOUNT, MISSING_UNIT].map((ChildId) => ({
        input: { ChildId },
        code: 'ChildNotFoundException',
        message:
          "We can't find an organizational unit (OU) or AWS account with the ChildId that you specified.",
      })),
      { input: { ChildId: TREE_ROOT }, ...PATTERN },
      { input: { ChildId: 'null' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:ListParents',
    world: ORGANIZED,
    works: { ChildId: PRESSES },
    then: ({ Parents }) => expect(Parents).toEqual([{ Id: TREE_ROOT, Type: 'ROOT' }]),
    errors: [],
  }),
  row({
    operation: 'organizations:DescribeOrganizationalUnit',
    world: ORGANIZED,
    works: { OrganizationalUnitId: SMALL_PRESSES },
    then: ({ OrganizationalUnit }) => expect(OrganizationalUnit).toEqual(SHOWN_SMALL),
    errors: [
      ...closed({ OrganizationalUnitId: SMALL_PRESSES }),
      { input: { OrganizationalUnitId: MISSING_UNIT }, ...NO_UNIT },
      { input: { OrganizationalUnitId: TREE_ROOT }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:CreateOrganizationalUnit',
    world: ORGANIZED,
    works: { ParentId: PRESSES, Name: 'Large', Tags: [{ Key: 'kind', Value: 'press' }] },
    then: ({ OrganizationalUnit: { Id, ...rest } }, world) => {
      expect(Id).toMatch(/^ou-exam-[a-z0-9]{8}$/);
      expect(rest).toEqual({
        Arn: organizationArn(`ou/${ORGANIZATION_ID}/${Id}`),
        Name: 'Large',
        Path: `${ORGANIZATION_ID}/${TREE_ROOT}/${PRESSES}/${Id}/`,
      });
      expect(world.organization && lookup(world.organization.units, Id)).toEqual({
        id: Id,
        name: 'Large',
        parent: PRESSES,
        tags: { kind: 'press' },
      });
      expect(attachedIn(world, Id)).toEqual(['p-FullAWSAccess', 'p-RCPFullAWSAccess']);
    },
    errors: [
      ...closed({ ParentId: PRESSES, Name: 'Large' }),
      ...badTags({ ParentId: PRESSES, Name: 'Large' }),
      { input: { ParentId: MISSING_UNIT, Name: 'Large' }, ...NO_PARENT },
      { input: { ParentId: PRESSES, Name: 'Small' }, ...DUPLICATE_UNIT },
      {
        input: { ParentId: 'ou-exam-00000005', Name: 'Deeper' },
        world: DEEP,
        ...violation(
          'OU_DEPTH_LIMIT_EXCEEDED',
          'You attempted to create an OU tree that is too many levels deep.',
        ),
      },
      {
        input: { ParentId: TREE_ROOT, Name: 'One more' },
        world: MANY_UNITS,
        ...violation(
          'OU_NUMBER_LIMIT_EXCEEDED',
          'You attempted to exceed the number of OUs that you can have in an organization.',
        ),
      },
      { input: { ParentId: BOOKSHOP, Name: 'Large' }, ...PATTERN },
      { input: { ParentId: PRESSES, Name: 'L'.repeat(129) }, ...TOO_LONG },
    ],
  }),
  row({
    operation: 'organizations:CreateOrganizationalUnit',
    world: DEEP,
    works: { ParentId: 'ou-exam-00000004', Name: 'As deep as can be' },
    errors: [],
  }),
  row({
    operation: 'organizations:UpdateOrganizationalUnit',
    world: ORGANIZED,
    works: { OrganizationalUnitId: SMALL_PRESSES, Name: 'Tiny' },
    then: ({ OrganizationalUnit }, { organization }) => {
      expect(OrganizationalUnit).toEqual({ ...SHOWN_SMALL, Name: 'Tiny' });
      expect(organization && lookup(organization.units, SMALL_PRESSES)?.name).toBe('Tiny');
    },
    errors: [
      ...closed({ OrganizationalUnitId: SMALL_PRESSES, Name: 'Tiny' }),
      { input: { OrganizationalUnitId: MISSING_UNIT, Name: 'Tiny' }, ...NO_UNIT },
      {
        input: { OrganizationalUnitId: 'ou-exam-33333333', Name: 'Small' },
        world: withOrganization(({ units }) => ({
          units: withValue(units, 'ou-exam-33333333', unit('ou-exam-33333333', PRESSES)),
        })),
        ...DUPLICATE_UNIT,
      },
      { input: { OrganizationalUnitId: SMALL_PRESSES, Name: 'T'.repeat(129) }, ...TOO_LONG },
    ],
  }),
  row({
    operation: 'organizations:DeleteOrganizationalUnit',
    world: ORGANIZED,
    works: { OrganizationalUnitId: SMALL_PRESSES },
    then: (_, world) => {
      expect(world.organization && lookup(world.organization.units, SMALL_PRESSES)).toBeUndefined();
      expect(attachedIn(world, SMALL_PRESSES)).toEqual([]);
    },
    errors: [
      ...closed({ OrganizationalUnitId: SMALL_PRESSES }),
      { input: { OrganizationalUnitId: MISSING_UNIT }, ...NO_UNIT },
      ...[
        ORGANIZED,
        withOrganization({
          members: tableOf({ [BOOKSHOP]: newMember(BOOKSHOP, TREE_ROOT, 'INVITED', CREATED) }),
        }),
        withOrganization(({ units }) => ({
          units: tableOf({ [PRESSES]: lookup(units, PRESSES) ?? unit(PRESSES, TREE_ROOT) }),
        })),
      ].map((world) => ({
        input: { OrganizationalUnitId: PRESSES },
        world,
        code: 'OrganizationalUnitNotEmptyException',
        message:
          'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
      })),
      { input: { OrganizationalUnitId: 'Presses' }, ...PATTERN },
    ],
  }),
] as const;

// Rows: delegation, services with trusted access, and tags of what is in an organization.
import { expect } from 'vitest';
import { lookup, namesOf, sizeOf, tableOf, withValue } from '../../../src/account/table.ts';
import type { DelegationPolicy } from '../../../src/account/organization.ts';
import { newMember } from '../../../src/account/new-organization.ts';
import { BOOKSHOP, CREATED, NEIGHBOUR, NOW, policyText } from '../../fixtures/world.ts';
import {
  ARCHIVE,
  BILLING_ONLY,
  DELEGATED,
  ORGANIZATION_ID,
  organizationArn,
  ORGANIZED,
  PRESSES,
  SPARE_SCP,
  TREE_ROOT,
  withOrganization,
} from '../../fixtures/organization.ts';
import { row } from '../row.ts';
import {
  badPages,
  badTags,
  closed,
  invalid,
  manyTags,
  NO_ACCOUNT,
  NO_TARGET,
  PATTERN,
  TOO_LONG,
  TOO_MANY_TAGS,
  violation,
} from './organizations-common.ts';

const MISSING_ACCOUNT = '123456789012';

const statement = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
  Action: ['organizations:List*', 'organizations:AttachPolicy'],
  Resource: '*',
};
const CONTENT = policyText(statement);
const delegating = (more: object): string => policyText({ ...statement, ...more });

const POLICY: DelegationPolicy = { id: 'rp-example1', content: CONTENT, tags: { team: 'security' } };
const WITH_POLICY = withOrganization({ resourcePolicy: POLICY });
const POLICY_ARN = organizationArn(`resourcepolicy/${ORGANIZATION_ID}/rp-example1`);

const NO_RESOURCE_POLICY = {
  code: 'ResourcePolicyNotFoundException',
  message: "We can't find a resource policy request with the parameter that you specified.",
};
const INVALID_JSON = invalid(
  'INVALID_RESOURCE_POLICY_JSON',
  'You provided an invalid JSON document as the resource policy.',
);
const INVALID_PRINCIPAL = invalid(
  'INVALID_PRINCIPAL',
  'You specified an invalid principal element in the policy.',
);
const UNSUPPORTED_ACTION = invalid(
  'UNSUPPORTED_ACTION_IN_RESOURCE_POLICY',
  "You specified an action in the resource policy that isn't supported.",
);
const UNRECOGNIZED = invalid(
  'UNRECOGNIZED_SERVICE_PRINCIPAL',
  'You specified an unrecognized service principal.',
);
const ALL_FEATURES = violation(
  'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
  "You attempted to perform an operation that requires the organization to be configured to support all features. An organization that supports only consolidated billing features can't perform this operation.",
);
const NOT_REGISTERED = {
  code: 'AccountNotRegisteredException',
  message: 'The provided account is not a registered delegated administrator for your organization.',
};

const IAM = 'iam.amazonaws.com';
const CONFIG = 'config.amazonaws.com';

/** North Press administers another service besides, since later. */
const TWO_SERVICES = withOrganization(
  ({ trustedServices, delegatedAdministrators }) => ({
    trustedServices: withValue(trustedServices, CONFIG, { enabled: NOW }),
    delegatedAdministrators: withValue(delegatedAdministrators, `${CONFIG}/${NEIGHBOUR}`, {
      account: NEIGHBOUR,
      service: CONFIG,
      since: NOW,
    }),
  }),
  DELEGATED,
);

const tagsOf = {
  [TREE_ROOT]: withOrganization({ rootTags: { team: 'all' } }),
  [PRESSES]: ORGANIZED,
  [SPARE_SCP.id]: ORGANIZED,
  [POLICY.id]: WITH_POLICY,
};

export const ORGANIZATION_SERVICES = [
  row({
    operation: 'organizations:PutResourcePolicy',
    world: ORGANIZED,
    works: { Content: CONTENT, Tags: [{ Key: 'team', Value: 'security' }] },
    then: ({ ResourcePolicy: { ResourcePolicySummary, Content } }, { organization }) => {
      const { Id } = ResourcePolicySummary;
      expect(Id).toMatch(/^rp-[a-z0-9]{8}$/);
      expect(ResourcePolicySummary.Arn).toBe(organizationArn(`resourcepolicy/${ORGANIZATION_ID}/${Id}`));
      expect(Content).toBe(CONTENT);
      expect(organization?.resourcePolicy).toEqual({ ...POLICY, id: Id });
    },
    errors: [
      ...closed({ Content: CONTENT }),
      ...badTags({ Content: CONTENT }),
      { input: { Content: 'not JSON' }, ...INVALID_JSON },
      { input: { Content: policyText() }, ...INVALID_JSON },
      { input: { Content: delegating({ Resource: undefined }) }, ...INVALID_JSON },
      ...[
        undefined,
        '*',
        { AWS: '*' },
        { AWS: MISSING_ACCOUNT },
        { AWS: BOOKSHOP },
        { AWS: `arn:aws:iam::${BOOKSHOP}:user/noor` },
        { Service: IAM },
      ].map((Principal) => ({ input: { Content: delegating({ Principal }) }, ...INVALID_PRINCIPAL })),
      {
        input: { Content: delegating({ Principal: undefined, NotPrincipal: { AWS: NEIGHBOUR } }) },
        ...INVALID_PRINCIPAL,
      },
      ...[
        '*',
        'organizations:*',
        'organizations:Create*',
        'organizations:MoveAccount',
        'organizations:Sing',
        's3:GetObject',
        ['organizations:ListRoots', 'organizations:CloseAccount'],
      ].map((Action) => ({ input: { Content: delegating({ Action }) }, ...UNSUPPORTED_ACTION })),
      {
        input: { Content: delegating({ Action: undefined, NotAction: 'organizations:CloseAccount' }) },
        ...UNSUPPORTED_ACTION,
      },
      {
        input: { Content: delegating({ Resource: 'arn:aws:s3:::maple-drafts' }) },
        ...invalid(
          'UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY',
          "You specified a resource in the resource policy that isn't supported.",
        ),
      },
      { input: { Content: CONTENT + ' '.repeat(40_000) }, ...TOO_LONG },
      {
        input: { Content: CONTENT, Tags: manyTags(50) },
        world: WITH_POLICY,
        ...TOO_MANY_TAGS,
      },
    ],
  }),
  row({
    // It keeps its id and its tags.
    operation: 'organizations:PutResourcePolicy',
    world: WITH_POLICY,
    works: {
      Content: delegating({
        Principal: { AWS: [NEIGHBOUR, `arn:aws:iam::${ARCHIVE}:role/Security`] },
        Action: 'organizations:DescribePolicy',
        Resource: organizationArn(`policy/${ORGANIZATION_ID}/*`),
      }),
    },
    then: ({ ResourcePolicy }, { organization }) => {
      expect(ResourcePolicy.ResourcePolicySummary).toEqual({ Id: 'rp-example1', Arn: POLICY_ARN });
      expect(organization?.resourcePolicy).toEqual({ ...POLICY, content: ResourcePolicy.Content });
    },
    errors: [],
  }),
  row({
    operation: 'organizations:DescribeResourcePolicy',
    world: WITH_POLICY,
    works: {},
    then: ({ ResourcePolicy }) =>
      expect(ResourcePolicy).toEqual({
        ResourcePolicySummary: { Id: 'rp-example1', Arn: POLICY_ARN },
        Content: CONTENT,
      }),
    errors: [...closed({}), { input: {}, world: ORGANIZED, ...NO_RESOURCE_POLICY }],
  }),
  row({
    operation: 'organizations:DeleteResourcePolicy',
    world: WITH_POLICY,
    works: {},
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization?.resourcePolicy).toBeNull();
    },
    errors: [...closed({}), { input: {}, world: ORGANIZED, ...NO_RESOURCE_POLICY }],
  }),
  row({
    operation: 'organizations:EnableAWSServiceAccess',
    world: ORGANIZED,
    works: { ServicePrincipal: IAM },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && lookup(organization.trustedServices, IAM)).toEqual({ enabled: NOW });
    },
    errors: [
      ...closed({ ServicePrincipal: IAM }),
      { input: { ServicePrincipal: 'stacksets.cloudformation.amazonaws.com' }, ...UNRECOGNIZED },
      { input: { ServicePrincipal: IAM }, world: BILLING_ONLY, ...ALL_FEATURES },
      { input: { ServicePrincipal: 'a b' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:EnableAWSServiceAccess',
    world: DELEGATED,
    works: { ServicePrincipal: IAM },
    then: (_, { organization }) =>
      expect(organization && lookup(organization.trustedServices, IAM)).toEqual({ enabled: CREATED }),
    errors: [],
  }),
  row({
    operation: 'organizations:DisableAWSServiceAccess',
    world: DELEGATED,
    works: { ServicePrincipal: IAM },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && namesOf(organization.trustedServices)).toEqual([]);
      expect(organization && sizeOf(organization.delegatedAdministrators)).toBe(1);
    },
    errors: [
      // Who administers a service may read, and no more.
      ...closed({ ServicePrincipal: IAM }),
      { input: { ServicePrincipal: 'sing.amazonaws.com' }, ...UNRECOGNIZED },
    ],
  }),
  row({
    operation: 'organizations:DisableAWSServiceAccess',
    world: ORGANIZED,
    works: { ServicePrincipal: CONFIG },
    then: (_, { organization }) => expect(organization && sizeOf(organization.trustedServices)).toBe(0),
    errors: [],
  }),
  row({
    operation: 'organizations:ListAWSServiceAccessForOrganization',
    world: TWO_SERVICES,
    works: {},
    then: (output) =>
      expect(output).toEqual({
        EnabledServicePrincipals: [
          { ServicePrincipal: CONFIG, DateEnabled: NOW },
          { ServicePrincipal: IAM, DateEnabled: CREATED },
        ],
      }),
    errors: [...closed({}).map((one) => ({ world: ORGANIZED, ...one })), ...badPages({})],
  }),
  row({
    operation: 'organizations:RegisterDelegatedAdministrator',
    world: withOrganization({ trustedServices: tableOf({ [IAM]: { enabled: CREATED } }) }),
    works: { AccountId: NEIGHBOUR, ServicePrincipal: IAM },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && lookup(organization.delegatedAdministrators, `${IAM}/${NEIGHBOUR}`)).toEqual({
        account: NEIGHBOUR,
        service: IAM,
        since: NOW,
      });
    },
    errors: [
      ...closed({ AccountId: NEIGHBOUR, ServicePrincipal: IAM }),
      { input: { AccountId: MISSING_ACCOUNT, ServicePrincipal: IAM }, ...NO_ACCOUNT },
      { input: { AccountId: NEIGHBOUR, ServicePrincipal: 'sing.amazonaws.com' }, ...UNRECOGNIZED },
      {
        input: { AccountId: BOOKSHOP, ServicePrincipal: IAM },
        ...violation(
          'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
          'You cannot register management account/yourself as delegated administrator for your organization.',
        ),
      },
      {
        input: { AccountId: NEIGHBOUR, ServicePrincipal: IAM },
        world: withOrganization(({ members }) => ({
          members: withValue(members, NEIGHBOUR, {
            ...newMember(NEIGHBOUR, PRESSES, 'INVITED', CREATED),
            status: 'SUSPENDED',
          }),
        })),
        ...violation(
          'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
          'You cannot register a suspended account as a delegated administrator.',
        ),
      },
      {
        input: { AccountId: NEIGHBOUR, ServicePrincipal: CONFIG },
        ...violation(
          'SERVICE_ACCESS_NOT_ENABLED',
          'You attempted to register a delegated administrator before you enabled service access. Call the EnableAWSServiceAccess API first.',
        ),
      },
      {
        input: { AccountId: NEIGHBOUR, ServicePrincipal: IAM },
        world: DELEGATED,
        code: 'AccountAlreadyRegisteredException',
        message: 'The provided account is already a delegated administrator for your organization.',
      },
      { input: { AccountId: 'North', ServicePrincipal: IAM }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DeregisterDelegatedAdministrator',
    world: TWO_SERVICES,
    works: { AccountId: NEIGHBOUR, ServicePrincipal: IAM },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && namesOf(organization.delegatedAdministrators)).toEqual([
        `${CONFIG}/${NEIGHBOUR}`,
      ]);
    },
    errors: [
      ...closed({ AccountId: NEIGHBOUR, ServicePrincipal: IAM }),
      { input: { AccountId: MISSING_ACCOUNT, ServicePrincipal: IAM }, ...NO_ACCOUNT },
      { input: { AccountId: ARCHIVE, ServicePrincipal: IAM }, ...NOT_REGISTERED },
      { input: { AccountId: NEIGHBOUR, ServicePrincipal: 'sing.amazonaws.com' }, ...UNRECOGNIZED },
    ],
  }),
  row({
    operation: 'organizations:ListDelegatedAdministrators',
    world: TWO_SERVICES,
    works: {},
    then: (output) =>
      expect(output).toEqual({
        DelegatedAdministrators: [
          {
            Id: NEIGHBOUR,
            Arn: organizationArn(`account/${ORGANIZATION_ID}/${NEIGHBOUR}`),
            Email: 'owner@north-press.example',
            Name: 'North Press',
            Status: 'ACTIVE',
            State: 'ACTIVE',
            JoinedMethod: 'INVITED',
            JoinedTimestamp: CREATED,
            DelegationEnabledDate: CREATED,
          },
        ],
      }),
    errors: [
      ...closed({}).map((one) => ({ world: ORGANIZED, ...one })),
      ...badPages({}),
      { input: { ServicePrincipal: 'sing.amazonaws.com' }, ...UNRECOGNIZED },
    ],
  }),
  row({
    operation: 'organizations:ListDelegatedAdministrators',
    world: DELEGATED,
    works: { ServicePrincipal: CONFIG },
    then: (output) => expect(output).toEqual({ DelegatedAdministrators: [] }),
    errors: [],
  }),
  row({
    operation: 'organizations:ListDelegatedServicesForAccount',
    world: TWO_SERVICES,
    works: { AccountId: NEIGHBOUR },
    then: (output) =>
      expect(output).toEqual({
        DelegatedServices: [
          { ServicePrincipal: CONFIG, DelegationEnabledDate: NOW },
          { ServicePrincipal: IAM, DelegationEnabledDate: CREATED },
        ],
      }),
    errors: [
      ...closed({ AccountId: NEIGHBOUR }).map((one) => ({ world: ORGANIZED, ...one })),
      ...badPages({ AccountId: NEIGHBOUR }),
      { input: { AccountId: MISSING_ACCOUNT }, ...NO_ACCOUNT },
      { input: { AccountId: ARCHIVE }, ...NOT_REGISTERED },
    ],
  }),
  row({
    operation: 'organizations:TagResource',
    world: ORGANIZED,
    works: {
      ResourceId: PRESSES,
      Tags: [
        { Key: 'kind', Value: 'house' },
        { Key: 'Kind', Value: '' },
      ],
    },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && lookup(organization.units, PRESSES)?.tags).toEqual({ kind: 'house', Kind: '' });
    },
    errors: [
      ...closed({ ResourceId: PRESSES, Tags: [{ Key: 'kind', Value: 'house' }] }),
      ...badTags({ ResourceId: PRESSES }),
      { input: { ResourceId: PRESSES, Tags: manyTags(50) }, ...TOO_MANY_TAGS },
      ...['r-none', 'ou-exam-99999999', MISSING_ACCOUNT, 'p-99999999', 'rp-99999999'].map((ResourceId) => ({
        input: { ResourceId, Tags: [{ Key: 'kind', Value: 'house' }] },
        ...NO_TARGET,
      })),
      { input: { ResourceId: 'p-FullAWSAccess', Tags: [{ Key: 'kind', Value: 'house' }] }, ...PATTERN },
      { input: { ResourceId: 'Presses', Tags: [{ Key: 'kind', Value: 'house' }] }, ...PATTERN },
    ],
  }),
  ...Object.entries(tagsOf).map(([ResourceId, world]) =>
    row({
      operation: 'organizations:TagResource',
      world,
      works: { ResourceId, Tags: [{ Key: 'level', Value: '1' }] },
      then: (_, { organization }) => {
        const tags = {
          [TREE_ROOT]: organization?.rootTags,
          [PRESSES]: organization ? lookup(organization.units, PRESSES)?.tags : undefined,
          [SPARE_SCP.id]: organization ? lookup(organization.policies, SPARE_SCP.id)?.tags : undefined,
          [POLICY.id]: organization?.resourcePolicy?.tags,
        }[ResourceId];
        expect(tags).toMatchObject({ level: '1' });
        expect(Object.keys(tags ?? {})).toHaveLength(2);
      },
      errors: [],
    }),
  ),
  row({
    operation: 'organizations:UntagResource',
    world: withOrganization(({ members }) => ({
      members: withValue(members, NEIGHBOUR, {
        ...newMember(NEIGHBOUR, PRESSES, 'INVITED', CREATED),
        tags: { team: 'a', kind: 'b' },
      }),
    })),
    works: { ResourceId: NEIGHBOUR, TagKeys: ['team', 'Kind'] },
    then: (output, { organization }) => {
      expect(output).toEqual({});
      expect(organization && lookup(organization.members, NEIGHBOUR)?.tags).toEqual({ kind: 'b' });
    },
    errors: [
      ...closed({ ResourceId: NEIGHBOUR, TagKeys: ['team'] }),
      { input: { ResourceId: MISSING_ACCOUNT, TagKeys: ['team'] }, ...NO_TARGET },
      { input: { ResourceId: 'p-RCPFullAWSAccess', TagKeys: ['team'] }, ...PATTERN },
      {
        input: { ResourceId: NEIGHBOUR, TagKeys: ['t'.repeat(129)] },
        ...invalid(
          'INVALID_LIST_MEMBER',
          'You provided a list to a parameter that contains at least one invalid value.',
        ),
      },
    ],
  }),
  row({
    operation: 'organizations:ListTagsForResource',
    world: ORGANIZED,
    works: { ResourceId: SPARE_SCP.id },
    then: (output) => expect(output).toEqual({ Tags: [{ Key: 'team', Value: 'security' }] }),
    errors: [
      ...closed({ ResourceId: SPARE_SCP.id }),
      { input: { ResourceId: 'p-99999999' }, ...NO_TARGET },
      // As observed.
      { input: { ResourceId: 'p-FullAWSAccess' }, ...PATTERN },
      {
        input: { ResourceId: SPARE_SCP.id, NextToken: 'made up' },
        ...invalid(
          'INVALID_PAGINATION_TOKEN',
          'Get the value for the NextToken parameter from the response to a previous call of the operation.',
        ),
      },
    ],
  }),
] as const;

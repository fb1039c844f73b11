// Rows: types of organization policies, the policies, and what they are attached to.
import { expect } from 'vitest';
import { EMPTY, lookup, namesOf, sizeOf, tableOf, withValue } from '../../../src/account/table.ts';
import type { Organization, OrganizationPolicy } from '../../../src/account/organization.ts';
import type { World } from '../../../src/account/world.ts';
import { BOOKSHOP, caller, NEIGHBOUR } from '../../fixtures/world.ts';
import {
  attachedIn,
  BILLING_ONLY,
  DELEGATED,
  NO_DELETION,
  ORGANIZATION_ID,
  organizationArn,
  ORGANIZED,
  OWN_ONLY,
  PRESSES,
  RCP,
  SCP,
  SMALL_PRESSES,
  SPARE_SCP,
  TREE_ROOT,
  withOrganization,
} from '../../fixtures/organization.ts';
import { row } from '../row.ts';
import { markerAfter } from './marker.ts';
import {
  badPages,
  badTags,
  closed,
  ENUM,
  invalid,
  NO_POLICY,
  NO_ROOT,
  NO_TARGET,
  PATTERN,
  TOO_LONG,
  violation,
} from './organizations-common.ts';

const MISSING = 'p-99999999';
const NOT_ENABLED = {
  code: 'PolicyTypeNotEnabledException',
  message: 'This operation can be performed only for enabled policy types.',
};
const NOT_AVAILABLE = {
  code: 'PolicyTypeNotAvailableForOrganizationException',
  message:
    "You can't use the specified policy type with the feature set currently enabled for this organization. For example, you can enable SCPs only after you enable all features in the organization.",
};
const notSimulated = (type: string) => ({
  code: 'NotSimulated',
  message: `Policies of the type ${type} are a feature of AWS that Rolecall does not simulate.`,
});
const MALFORMED = {
  code: 'MalformedPolicyDocumentException',
  message: 'The provided policy document does not meet the requirements of the specified policy type.',
};
const TOO_LARGE = violation(
  'POLICY_CONTENT_LIMIT_EXCEEDED',
  'You attempted to create a policy that is larger than the maximum size.',
);
const DUPLICATE = {
  code: 'DuplicatePolicyException',
  message: 'A policy with the specified name and type already exists.',
};
const IMMUTABLE = invalid(
  'IMMUTABLE_POLICY',
  "You specified a policy that is managed by AWS and can't be modified.",
);

const policyOf = ({ organization }: World, id: string): OrganizationPolicy | undefined =>
  organization ? lookup(organization.policies, id) : undefined;

/** Neither type enabled, and nothing attached. */
const DISABLED = withOrganization({ enabledTypes: [], attached: tableOf({}) });

const FULL_ACCESS = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Description: 'Allows access to every operation',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
};
const summary = ({ id, name, description, type }: OrganizationPolicy) => ({
  Id: id,
  Arn: organizationArn(`policy/${ORGANIZATION_ID}/${type.toLowerCase()}/${id}`),
  Name: name,
  Description: description,
  Type: type,
  AwsManaged: false,
});

/** A document of exactly so many characters. */
const sized = (text: string, size: number): string => text + ' '.repeat(size - text.length);

const NEW_POLICY = {
  Content: NO_DELETION,
  Description: 'Nothing is lost.',
  Name: 'Keep',
  Type: 'SERVICE_CONTROL_POLICY',
};

const many = (count: number, type: OrganizationPolicy['type']): Organization['policies'] =>
  tableOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => {
        const id = `p-${String(at).padStart(8, '0')}`;
        return [id, { id, name: `P${at}`, description: '', type, content: NO_DELETION, tags: {} }];
      }),
    ),
  );

/** So many policies of a type on Presses, and one more that is not. */
const crowded = (count: number, type: OrganizationPolicy['type']): World =>
  withOrganization(({ attached }) => ({
    policies: many(count + 1, type),
    attached: withValue(
      attached,
      PRESSES,
      Array.from({ length: count }, (_, at) => `p-${String(at).padStart(8, '0')}`),
    ),
  }));

export const ORGANIZATION_POLICIES = [
  row({
    operation: 'organizations:EnablePolicyType',
    world: withOrganization(({ attached }) => ({
      enabledTypes: ['RESOURCE_CONTROL_POLICY'],
      attached: tableOf(
        Object.fromEntries(namesOf(attached).map((place) => [place, ['p-RCPFullAWSAccess']])),
      ),
    })),
    works: { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' },
    then: ({ Root }, world) => {
      expect(Root).toEqual({
        Id: TREE_ROOT,
        Arn: organizationArn(`root/${ORGANIZATION_ID}/${TREE_ROOT}`),
        Name: 'Root',
        PolicyTypes: [
          { Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' },
          { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
        ],
      });
      expect(world.organization?.enabledTypes).toEqual(['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY']);
      for (const place of [TREE_ROOT, PRESSES, SMALL_PRESSES, BOOKSHOP, NEIGHBOUR])
        expect(attachedIn(world, place)).toEqual(['p-RCPFullAWSAccess', 'p-FullAWSAccess']);
    },
    errors: [
      ...closed({ RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' }),
      { input: { RootId: 'r-none', PolicyType: 'SERVICE_CONTROL_POLICY' }, ...NO_ROOT },
      {
        input: { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' },
        world: ORGANIZED,
        code: 'PolicyTypeAlreadyEnabledException',
        message: 'The specified policy type is already enabled.',
      },
      {
        input: { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' },
        world: BILLING_ONLY,
        ...NOT_AVAILABLE,
      },
      { input: { RootId: TREE_ROOT, PolicyType: 'TAG_POLICY' }, ...notSimulated('TAG_POLICY') },
      { input: { RootId: TREE_ROOT, PolicyType: 'SCP' }, ...ENUM },
      { input: { RootId: PRESSES, PolicyType: 'SERVICE_CONTROL_POLICY' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DisablePolicyType',
    world: ORGANIZED,
    works: { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' },
    then: ({ Root }, world) => {
      expect(Root.PolicyTypes).toEqual([{ Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' }]);
      expect(world.organization?.enabledTypes).toEqual(['RESOURCE_CONTROL_POLICY']);
      for (const place of [TREE_ROOT, PRESSES, SMALL_PRESSES, BOOKSHOP, NEIGHBOUR])
        expect(attachedIn(world, place)).toEqual(['p-RCPFullAWSAccess']);
      expect(policyOf(world, SCP.id)).toEqual(SCP);
    },
    errors: [
      ...closed({ RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' }),
      { input: { RootId: 'r-none', PolicyType: 'SERVICE_CONTROL_POLICY' }, ...NO_ROOT },
      {
        input: { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' },
        world: DISABLED,
        ...NOT_ENABLED,
      },
      { input: { RootId: TREE_ROOT, PolicyType: 'BACKUP_POLICY' }, ...NOT_ENABLED },
      { input: { RootId: TREE_ROOT, PolicyType: 'SCP' }, ...ENUM },
    ],
  }),
  row({
    operation: 'organizations:CreatePolicy',
    world: DISABLED,
    works: { ...NEW_POLICY, Tags: [{ Key: 'team', Value: 'security' }] },
    then: ({ Policy: { PolicySummary, Content } }, world) => {
      const { Id } = PolicySummary;
      expect(Id).toMatch(/^p-[a-z0-9]{8}$/);
      expect(PolicySummary).toEqual({
        Id,
        Arn: organizationArn(`policy/${ORGANIZATION_ID}/service_control_policy/${Id}`),
        Name: 'Keep',
        Description: 'Nothing is lost.',
        Type: 'SERVICE_CONTROL_POLICY',
        AwsManaged: false,
      });
      expect(Content).toBe(NO_DELETION);
      expect(policyOf(world, Id)).toEqual({
        id: Id,
        name: 'Keep',
        description: 'Nothing is lost.',
        type: 'SERVICE_CONTROL_POLICY',
        content: NO_DELETION,
        tags: { team: 'security' },
      });
      expect(world.organization && sizeOf(world.organization.attached)).toBe(0);
    },
    errors: [
      ...closed(NEW_POLICY),
      ...badTags(NEW_POLICY),
      { input: { ...NEW_POLICY, Name: 'NoDeletion' }, ...DUPLICATE },
      { input: { ...NEW_POLICY, Name: 'FullAWSAccess' }, ...DUPLICATE },
      { input: { ...NEW_POLICY, Content: '{' }, ...MALFORMED },
      { input: { ...NEW_POLICY, Content: OWN_ONLY }, ...MALFORMED },
      { input: { ...NEW_POLICY, Type: 'RESOURCE_CONTROL_POLICY' }, ...MALFORMED },
      { input: { ...NEW_POLICY, Content: sized(NO_DELETION, 10_241) }, ...TOO_LARGE },
      {
        input: { ...NEW_POLICY, Type: 'RESOURCE_CONTROL_POLICY', Content: sized(OWN_ONLY, 5_121) },
        ...TOO_LARGE,
      },
      ...(
        [
          ['SERVICE_CONTROL_POLICY', NO_DELETION, 10_000],
          ['RESOURCE_CONTROL_POLICY', OWN_ONLY, 2_000],
        ] as const
      ).map(([Type, Content, count]) => ({
        input: { ...NEW_POLICY, Type, Content },
        world: withOrganization({ policies: many(count, Type) }),
        ...violation(
          'POLICY_NUMBER_LIMIT_EXCEEDED',
          'You attempted to exceed the number of policies that you can have in an organization.',
        ),
      })),
      { input: NEW_POLICY, world: BILLING_ONLY, ...NOT_AVAILABLE },
      { input: { ...NEW_POLICY, Type: 'TAG_POLICY' }, ...notSimulated('TAG_POLICY') },
      { input: { ...NEW_POLICY, Type: 'IAM_POLICY' }, ...ENUM },
      { input: { ...NEW_POLICY, Name: 'N'.repeat(129) }, ...TOO_LONG },
      { input: { ...NEW_POLICY, Description: 'D'.repeat(513) }, ...TOO_LONG },
    ],
  }),
  row({
    // The name is free for the other type, and both documents are as long as can be.
    operation: 'organizations:CreatePolicy',
    world: ORGANIZED,
    works: {
      Content: sized(OWN_ONLY, 5_120),
      Description: '',
      Name: 'NoDeletion',
      Type: 'RESOURCE_CONTROL_POLICY',
    },
    then: ({ Policy }) =>
      expect(Policy.PolicySummary.Arn).toBe(
        organizationArn(`policy/${ORGANIZATION_ID}/resource_control_policy/${Policy.PolicySummary.Id}`),
      ),
    errors: [],
  }),
  row({
    operation: 'organizations:CreatePolicy',
    world: withOrganization({ policies: many(1_999, 'RESOURCE_CONTROL_POLICY'), attached: EMPTY }),
    works: { ...NEW_POLICY, Content: sized(NO_DELETION, 10_240) },
    errors: [],
  }),
  row({
    operation: 'organizations:UpdatePolicy',
    world: ORGANIZED,
    works: { PolicyId: SCP.id, Name: 'Keep', Description: 'Nothing is lost.', Content: `${NO_DELETION} ` },
    then: ({ Policy }, world) => {
      const after = { ...SCP, name: 'Keep', description: 'Nothing is lost.', content: `${NO_DELETION} ` };
      expect(Policy).toEqual({ PolicySummary: summary(after), Content: after.content });
      expect(policyOf(world, SCP.id)).toEqual(after);
    },
    errors: [
      ...closed({ PolicyId: SCP.id, Name: 'Keep' }),
      { input: { PolicyId: MISSING, Name: 'Keep' }, ...NO_POLICY },
      { input: { PolicyId: 'p-FullAWSAccess', Name: 'Keep' }, ...IMMUTABLE },
      { input: { PolicyId: 'p-RCPFullAWSAccess', Name: 'Keep' }, ...IMMUTABLE },
      { input: { PolicyId: SCP.id, Name: 'Spare' }, ...DUPLICATE },
      { input: { PolicyId: SCP.id, Content: 'not JSON' }, ...MALFORMED },
      { input: { PolicyId: RCP.id, Content: NO_DELETION }, ...MALFORMED },
      { input: { PolicyId: SCP.id, Content: sized(NO_DELETION, 10_241) }, ...TOO_LARGE },
      { input: { PolicyId: 'NoDeletion' }, ...PATTERN },
      { input: { PolicyId: SCP.id, Name: 'N'.repeat(129) }, ...TOO_LONG },
    ],
  }),
  row({
    operation: 'organizations:UpdatePolicy',
    world: ORGANIZED,
    works: { PolicyId: SPARE_SCP.id, Name: 'Spare' },
    then: ({ Policy }, world) => {
      expect(Policy).toEqual({ PolicySummary: summary(SPARE_SCP), Content: SPARE_SCP.content });
      expect(policyOf(world, SPARE_SCP.id)).toEqual(SPARE_SCP);
    },
    errors: [],
  }),
  row({
    operation: 'organizations:DescribePolicy',
    world: ORGANIZED,
    works: { PolicyId: SPARE_SCP.id },
    then: ({ Policy }) =>
      expect(Policy).toEqual({ PolicySummary: summary(SPARE_SCP), Content: SPARE_SCP.content }),
    errors: [
      ...closed({ PolicyId: SPARE_SCP.id }),
      ...closed({ PolicyId: 'p-FullAWSAccess' }),
      { input: { PolicyId: MISSING }, ...NO_POLICY },
      { input: { PolicyId: 'meaningless' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DescribePolicy',
    world: DELEGATED,
    caller: caller('kim', NEIGHBOUR),
    works: { PolicyId: 'p-RCPFullAWSAccess' },
    then: ({ Policy }) => {
      expect(Policy.PolicySummary).toEqual({
        Id: 'p-RCPFullAWSAccess',
        Arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
        Name: 'RCPFullAWSAccess',
        Description: 'Allows access to every resource',
        Type: 'RESOURCE_CONTROL_POLICY',
        AwsManaged: true,
      });
      expect(JSON.parse(Policy.Content)).toEqual({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
      });
    },
    errors: [],
  }),
  row({
    operation: 'organizations:ListPolicies',
    world: ORGANIZED,
    works: { Filter: 'SERVICE_CONTROL_POLICY' },
    then: (output) => expect(output).toEqual({ Policies: [FULL_ACCESS, summary(SCP), summary(SPARE_SCP)] }),
    errors: [
      ...closed({ Filter: 'SERVICE_CONTROL_POLICY' }),
      ...badPages({ Filter: 'SERVICE_CONTROL_POLICY' }),
      { input: { Filter: 'EVERY_POLICY' }, ...ENUM },
    ],
  }),
  row({
    operation: 'organizations:ListPolicies',
    world: withOrganization({ policies: many(20, 'SERVICE_CONTROL_POLICY'), attached: EMPTY }),
    works: { Filter: 'SERVICE_CONTROL_POLICY' },
    then: ({ Policies, NextToken }) => {
      expect(Policies).toHaveLength(20);
      expect(NextToken).toBe(markerAfter(`1 ${Policies[19]?.Id}`));
    },
    errors: [],
  }),
  row({
    operation: 'organizations:ListPolicies',
    world: ORGANIZED,
    works: { Filter: 'TAG_POLICY' },
    then: (output) => expect(output).toEqual({ Policies: [] }),
    errors: [],
  }),
  row({
    operation: 'organizations:ListPoliciesForTarget',
    world: ORGANIZED,
    works: { TargetId: PRESSES, Filter: 'SERVICE_CONTROL_POLICY' },
    then: (output) => expect(output).toEqual({ Policies: [FULL_ACCESS, summary(SCP)] }),
    errors: [
      ...closed({ TargetId: PRESSES, Filter: 'SERVICE_CONTROL_POLICY' }),
      ...badPages({ TargetId: PRESSES, Filter: 'SERVICE_CONTROL_POLICY' }),
      { input: { TargetId: 'r-none', Filter: 'SERVICE_CONTROL_POLICY' }, ...NO_TARGET },
      { input: { TargetId: 'ou-exam-99999999', Filter: 'SERVICE_CONTROL_POLICY' }, ...NO_TARGET },
      { input: { TargetId: '123456789012', Filter: 'SERVICE_CONTROL_POLICY' }, ...NO_TARGET },
      { input: { TargetId: 'Presses', Filter: 'SERVICE_CONTROL_POLICY' }, ...PATTERN },
      { input: { TargetId: PRESSES, Filter: 'EVERY_POLICY' }, ...ENUM },
    ],
  }),
  row({
    // What it inherits is not shown.
    operation: 'organizations:ListPoliciesForTarget',
    world: ORGANIZED,
    works: { TargetId: NEIGHBOUR, Filter: 'SERVICE_CONTROL_POLICY' },
    then: (output) => expect(output).toEqual({ Policies: [FULL_ACCESS] }),
    errors: [],
  }),
  row({
    operation: 'organizations:ListTargetsForPolicy',
    world: withOrganization(({ attached }) => ({
      attached: withValue(withValue(attached, NEIGHBOUR, ['p-FullAWSAccess', SCP.id]), TREE_ROOT, [
        'p-FullAWSAccess',
        SCP.id,
      ]),
    })),
    works: { PolicyId: SCP.id },
    then: (output) =>
      expect(output).toEqual({
        Targets: [
          {
            TargetId: NEIGHBOUR,
            Arn: organizationArn(`account/${ORGANIZATION_ID}/${NEIGHBOUR}`),
            Name: 'North Press',
            Type: 'ACCOUNT',
          },
          {
            TargetId: PRESSES,
            Arn: organizationArn(`ou/${ORGANIZATION_ID}/${PRESSES}`),
            Name: 'Presses',
            Type: 'ORGANIZATIONAL_UNIT',
          },
          {
            TargetId: TREE_ROOT,
            Arn: organizationArn(`root/${ORGANIZATION_ID}/${TREE_ROOT}`),
            Name: 'Root',
            Type: 'ROOT',
          },
        ],
      }),
    errors: [
      ...closed({ PolicyId: SCP.id }),
      ...badPages({ PolicyId: SCP.id }),
      { input: { PolicyId: MISSING }, ...NO_POLICY },
      { input: { PolicyId: 'NoDeletion' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DeletePolicy',
    world: ORGANIZED,
    works: { PolicyId: SPARE_SCP.id },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(policyOf(world, SPARE_SCP.id)).toBeUndefined();
    },
    errors: [
      ...closed({ PolicyId: SPARE_SCP.id }),
      { input: { PolicyId: MISSING }, ...NO_POLICY },
      { input: { PolicyId: 'p-FullAWSAccess' }, ...IMMUTABLE },
      {
        input: { PolicyId: SCP.id },
        code: 'PolicyInUseException',
        message:
          'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
      },
      { input: { PolicyId: 'Spare' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:AttachPolicy',
    world: ORGANIZED,
    works: { PolicyId: SPARE_SCP.id, TargetId: NEIGHBOUR },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(attachedIn(world, NEIGHBOUR)).toEqual(['p-FullAWSAccess', 'p-RCPFullAWSAccess', SPARE_SCP.id]);
    },
    errors: [
      ...closed({ PolicyId: SPARE_SCP.id, TargetId: NEIGHBOUR }),
      { input: { PolicyId: MISSING, TargetId: NEIGHBOUR }, ...NO_POLICY },
      { input: { PolicyId: SCP.id, TargetId: '123456789012' }, ...NO_TARGET },
      { input: { PolicyId: SCP.id, TargetId: 'r-none' }, ...NO_TARGET },
      { input: { PolicyId: SCP.id, TargetId: NEIGHBOUR }, world: DISABLED, ...NOT_ENABLED },
      {
        input: { PolicyId: SCP.id, TargetId: PRESSES },
        code: 'DuplicatePolicyAttachmentException',
        message: 'The selected policy is already attached to the specified target.',
      },
      ...(
        [
          [10, 'SERVICE_CONTROL_POLICY'],
          [5, 'RESOURCE_CONTROL_POLICY'],
        ] as const
      ).map(([count, type]) => ({
        input: { PolicyId: `p-${String(count).padStart(8, '0')}`, TargetId: PRESSES },
        world: crowded(count, type),
        ...violation(
          'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You have attached the maximum number of policies to the specified target.',
        ),
      })),
      { input: { PolicyId: 'Spare', TargetId: NEIGHBOUR }, ...PATTERN },
      { input: { PolicyId: SPARE_SCP.id, TargetId: 'North Press' }, ...PATTERN },
    ],
  }),
  row({
    // Ten service control policies take no room from resource control policies.
    operation: 'organizations:AttachPolicy',
    world: withOrganization(
      ({ policies }) => ({ policies: withValue(policies, RCP.id, RCP) }),
      crowded(10, 'SERVICE_CONTROL_POLICY'),
    ),
    works: { PolicyId: RCP.id, TargetId: PRESSES },
    errors: [],
  }),
  row({
    operation: 'organizations:DetachPolicy',
    world: ORGANIZED,
    works: { PolicyId: 'p-FullAWSAccess', TargetId: PRESSES },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(attachedIn(world, PRESSES)).toEqual(['p-RCPFullAWSAccess', SCP.id]);
    },
    errors: [
      ...closed({ PolicyId: SCP.id, TargetId: PRESSES }),
      { input: { PolicyId: MISSING, TargetId: PRESSES }, ...NO_POLICY },
      { input: { PolicyId: SCP.id, TargetId: 'ou-exam-99999999' }, ...NO_TARGET },
      {
        input: { PolicyId: SPARE_SCP.id, TargetId: PRESSES },
        code: 'PolicyNotAttachedException',
        message: "The policy isn't attached to the specified target in the specified root.",
      },
      {
        input: { PolicyId: 'p-FullAWSAccess', TargetId: NEIGHBOUR },
        ...violation(
          'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
        ),
      },
      {
        input: { PolicyId: 'p-RCPFullAWSAccess', TargetId: NEIGHBOUR },
        ...invalid('NON_DETACHABLE_POLICY', "You can't detach this AWS Managed Policy."),
      },
      { input: { PolicyId: SCP.id, TargetId: 'Presses' }, ...PATTERN },
    ],
  }),
  row({
    operation: 'organizations:DescribeEffectivePolicy',
    world: ORGANIZED,
    works: null,
    errors: [
      ...closed({ PolicyType: 'TAG_POLICY', TargetId: BOOKSHOP }),
      ...[ORGANIZED, DELEGATED].map((world) => ({
        input: { PolicyType: 'TAG_POLICY' },
        world,
        caller: caller('kim', NEIGHBOUR),
        code: 'EffectivePolicyNotFoundException',
        message:
          "If you ran this action on the management account, this policy type is not enabled. If you ran the action on a member account, the account doesn't have an effective policy of this type. Contact the administrator of your organization about attaching a policy of this type to the account.",
      })),
      { input: { PolicyType: 'TAG_POLICY', TargetId: '123456789012' }, ...NO_TARGET },
      {
        input: { PolicyType: 'TAG_POLICY', TargetId: PRESSES },
        ...invalid(
          'TARGET_NOT_SUPPORTED',
          "You can't perform the specified operation on that target entity.",
        ),
      },
      {
        input: { PolicyType: 'SERVICE_CONTROL_POLICY' },
        ...invalid('INVALID_ENUM_POLICY_TYPE', 'You specified an invalid policy type string.'),
      },
    ],
  }),
] as const;

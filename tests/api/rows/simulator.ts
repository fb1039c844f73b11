// Rows: the policy simulator.
import { expect } from 'vitest';
import { newMember, newOrganization } from '../../../src/account/new-organization.ts';
import { tableOf } from '../../../src/account/table.ts';
import type { World } from '../../../src/account/world.ts';
import {
  allow,
  BOOKSHOP,
  caller,
  CREATED,
  MANAGE_POLICIES,
  NEIGHBOUR,
  policyText,
  READ_ONLY,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';

const IAM = `arn:aws:iam::${BOOKSHOP}` as const;
const NOOR = `${IAM}:user/noor` as const;

/** In one line, as command lines have it: the statement begins in column 38. */
const line = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ALL_S3 = line(allow('s3:*'));
const NO_DELETE = line(allow('s3:*'), { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' });

const GET = ['s3:GetObject'];
const DRAFT = 'arn:aws:s3:::maple-drafts/plan.txt';
const CATALOG = 'arn:aws:s3:::maple-catalog/spring.csv';

/** The neighbour's account under policies that leave it S3 and IAM. */
const UNDER_SCP: World = {
  ...WORLD,
  organization: {
    ...newOrganization('o-maplebooks1', 'r-map1', BOOKSHOP, CREATED),
    enabledTypes: ['SERVICE_CONTROL_POLICY'],
    members: tableOf({
      [BOOKSHOP]: newMember(BOOKSHOP, 'r-map1', 'INVITED', CREATED),
      [NEIGHBOUR]: newMember(NEIGHBOUR, 'r-map1', 'CREATED', CREATED),
    }),
    policies: tableOf({
      'p-onlys3aa': {
        id: 'p-onlys3aa',
        name: 'OnlyS3',
        description: '',
        type: 'SERVICE_CONTROL_POLICY',
        content: policyText(allow(['s3:*', 'iam:*']), {
          Effect: 'Deny',
          Action: 's3:DeleteBucket',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-maplebooks1' } },
        }),
        tags: {},
      },
    }),
    attached: tableOf({ 'r-map1': ['p-FullAWSAccess'], [NEIGHBOUR]: ['p-onlys3aa'] }),
  },
};
const KIM = `arn:aws:iam::${NEIGHBOUR}:user/kim` as const;
const neighbourRoot = { ...caller('kim', NEIGHBOUR), kind: 'root' as const };

const badSource = <Input extends object>(more: Input) => [
  ...(
    [
      ['user', 'nina'],
      ['group', 'Nobodies'],
      ['role', 'Nothing'],
    ] as const
  ).map(([kind, name]) => ({
    input: { ...more, PolicySourceArn: `${IAM}:${kind}/${name}` as const },
    code: 'NoSuchEntity',
    message: `The ${kind} with name ${name} cannot be found.`,
  })),
  {
    input: { ...more, PolicySourceArn: `${IAM}:user/Noor` as const },
    code: 'NoSuchEntity',
    message: 'The user with name Noor cannot be found.',
  },
  ...[`${IAM}:policy/WriteDrafts`, `arn:aws:sts::${BOOKSHOP}:assumed-role/Till/noor`].map((arn) => ({
    input: { ...more, PolicySourceArn: arn as typeof NOOR },
    code: 'InvalidInput',
    message: `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`,
  })),
];

/** What is wrong with the request, whatever its policies are. */
const badRequest = <Input extends object>(more: Input) => [
  {
    input: { ...more, ActionNames: ['s3:Get*'] },
    code: 'InvalidInput',
    message: 's3:Get* is not a valid action name.',
  },
  {
    input: { ...more, ActionNames: ['GetObject'] },
    code: 'InvalidInput',
    message: 'GetObject is not a valid action name.',
  },
  {
    input: { ...more, ActionNames: GET, ResourceArns: ['maple-drafts'] },
    code: 'InvalidInput',
    message: 'maple-drafts is not a valid resource ARN.',
  },
  {
    input: { ...more, ActionNames: GET, ResourceOwner: NEIGHBOUR },
    code: 'InvalidInput',
    message: `'${NEIGHBOUR}' is not a valid as a Resource Owner.`,
  },
  {
    input: { ...more, ActionNames: GET, CallerArn: `${IAM}:role/Till` },
    code: 'InvalidInput',
    message: `${IAM}:role/Till is not the ARN of an IAM user.`,
  },
  {
    input: { ...more, ActionNames: GET, ResourceHandlingOption: 'EC2' },
    code: 'InvalidInput',
    message: 'EC2 is not a valid resource handling option.',
  },
  {
    input: { ...more, ActionNames: GET, PermissionsBoundaryPolicyInputList: [ALL_S3, ALL_S3] },
    code: 'InvalidInput',
    message: 'The list of Permissions Boundary policies cannot exceed 1 items.',
  },
  {
    input: { ...more, ActionNames: GET, PermissionsBoundaryPolicyInputList: ['{'] },
    code: 'InvalidInput',
    message: 'PermissionsBoundaryPolicyInputList.1: This policy contains invalid Json',
  },
];

const badPolicies = <Input extends object>(more: Input) => [
  {
    input: { ...more, PolicyInputList: [ALL_S3, '{'] },
    code: 'InvalidInput',
    message: 'PolicyInputList.2: This policy contains invalid Json',
  },
  {
    input: { ...more, PolicyInputList: [line({ Effect: 'Allow', Action: 's3:*' })] },
    code: 'InvalidInput',
    message: 'PolicyInputList.1: Policy statement must contain resources.',
  },
];

export const SIMULATOR = [
  row({
    operation: 'iam:SimulatePrincipalPolicy',
    works: {
      PolicySourceArn: NOOR,
      ActionNames: ['s3:GetObject', 's3:PutBucketPolicy'],
      ResourceArns: [DRAFT, CATALOG],
      PolicyExclusionList: [{ PolicyArn: READ_ONLY.arn }],
    },
    then: ({ EvaluationResults: [get, put], IsTruncated }) => {
      expect(IsTruncated).toBe(false);
      expect(get).toEqual({
        EvalActionName: 's3:GetObject',
        EvalResourceName: '*',
        EvalDecision: 'allowed',
        MatchedStatements: [
          {
            SourcePolicyId: 'WriteDrafts',
            SourcePolicyType: 'IAM Policy',
            StartPosition: { Line: 3, Column: 19 },
            EndPosition: { Line: 12, Column: 10 },
          },
          {
            SourcePolicyId: 'user_noor_ReadCatalog',
            SourcePolicyType: 'IAM Policy',
            StartPosition: { Line: 3, Column: 19 },
            EndPosition: { Line: 8, Column: 10 },
          },
        ],
        MissingContextValues: [],
        EvalDecisionDetails: {},
        ResourceSpecificResults: [
          {
            EvalResourceName: DRAFT,
            EvalResourceDecision: 'allowed',
            MatchedStatements: [expect.objectContaining({ SourcePolicyId: 'WriteDrafts' })],
            MissingContextValues: [],
            EvalDecisionDetails: {},
          },
          {
            EvalResourceName: CATALOG,
            EvalResourceDecision: 'allowed',
            MatchedStatements: [expect.objectContaining({ SourcePolicyId: 'user_noor_ReadCatalog' })],
            MissingContextValues: [],
            EvalDecisionDetails: {},
          },
        ],
      });
      expect(put).toMatchObject({ EvalDecision: 'implicitDeny', MatchedStatements: [] });
    },
    errors: [
      ...badSource({ ActionNames: GET }),
      ...badRequest({ PolicySourceArn: NOOR }),
      ...badPolicies({ PolicySourceArn: NOOR, ActionNames: GET }),
      {
        input: {
          PolicySourceArn: `${IAM}:group/Writers`,
          ActionNames: GET,
          ResourcePolicy: policyText({ ...allow('s3:*'), Principal: '*' }),
        },
        code: 'InvalidInput',
        message: 'CallerArn is required when ResourcePolicy is specified.',
      },
      {
        input: { PolicySourceArn: NOOR, ActionNames: GET, ResourcePolicy: '{' },
        code: 'InvalidInput',
        message: 'ResourcePolicy: Syntax errors in policy.',
      },
    ],
  }),
  // The policies of the group, and its alone; exclusions by kind.
  row({
    operation: 'iam:SimulatePrincipalPolicy',
    works: {
      PolicySourceArn: `${IAM}:group/Managers`,
      ActionNames: ['s3:ListAllMyBuckets', 'iam:PutUserPolicy'],
      PolicyExclusionList: [{ PolicyType: 'user-managed' }],
    },
    then: ({ EvaluationResults: [list, put] }) => {
      expect(list).toMatchObject({
        EvalDecision: 'allowed',
        EvalResourceName: '*',
        MatchedStatements: [{ SourcePolicyId: 'group_Managers_SeeBuckets' }],
      });
      expect(list).not.toHaveProperty('ResourceSpecificResults');
      expect(list).not.toHaveProperty('EvalDecisionDetails');
      expect(put).toMatchObject({ EvalDecision: 'implicitDeny' });
    },
    errors: [],
  }),
  row({
    operation: 'iam:SimulatePrincipalPolicy',
    world: UNDER_SCP,
    caller: neighbourRoot,
    works: {
      PolicySourceArn: KIM,
      ActionNames: ['s3:GetObject', 'sqs:SendMessage', 's3:DeleteBucket'],
      PolicyInputList: [line(allow('*'))],
    },
    then: ({ EvaluationResults: [get, send, remove] }) => {
      expect(get).toMatchObject({
        EvalDecision: 'allowed',
        OrganizationsDecisionDetail: { AllowedByOrganizations: true },
      });
      expect(send).toMatchObject({
        EvalDecision: 'implicitDeny',
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      });
      // The place in the organization is filled in; what the policy says is not shown.
      expect(remove).toMatchObject({
        EvalDecision: 'explicitDeny',
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
        MatchedStatements: [],
      });
    },
    errors: [],
  }),
  row({
    operation: 'iam:SimulatePrincipalPolicy',
    world: withUser('noor', { boundary: MANAGE_POLICIES }),
    works: { PolicySourceArn: NOOR, ActionNames: ['s3:GetObject'], ResourceArns: [CATALOG] },
    then: ({ EvaluationResults: [get] }) =>
      expect(get).toMatchObject({
        EvalDecision: 'implicitDeny',
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
        ResourceSpecificResults: [
          { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false } },
        ],
      }),
    errors: [],
  }),
  row({
    operation: 'iam:SimulateCustomPolicy',
    works: {
      PolicyInputList: [NO_DELETE],
      ActionNames: ['s3:GetObject', 's3:DeleteObject', 'ec2:RunInstances'],
      MaxItems: 2,
    },
    then: (output) =>
      expect(output).toEqual({
        EvaluationResults: [
          {
            EvalActionName: 's3:GetObject',
            EvalResourceName: '*',
            EvalDecision: 'allowed',
            MatchedStatements: [
              {
                SourcePolicyId: 'PolicyInputList.1',
                SourcePolicyType: 'IAM Policy',
                StartPosition: { Line: 1, Column: 38 },
                EndPosition: { Line: 1, Column: 87 },
              },
            ],
            MissingContextValues: [],
          },
          {
            EvalActionName: 's3:DeleteObject',
            EvalResourceName: '*',
            EvalDecision: 'explicitDeny',
            MatchedStatements: [
              {
                SourcePolicyId: 'PolicyInputList.1',
                SourcePolicyType: 'IAM Policy',
                // Where the statement before it ends.
                StartPosition: { Line: 1, Column: 87 },
                EndPosition: { Line: 1, Column: 147 },
              },
            ],
            MissingContextValues: [],
          },
        ],
        IsTruncated: true,
        Marker: '2',
      }),
    errors: [
      ...badRequest({ PolicyInputList: [ALL_S3] }),
      ...badPolicies({ ActionNames: GET }),
      {
        input: {
          PolicyInputList: [ALL_S3],
          ActionNames: GET,
          ResourcePolicy: policyText({ ...allow('s3:*'), Principal: '*' }),
        },
        code: 'InvalidInput',
        message: 'CallerArn is required when ResourcePolicy is specified.',
      },
      {
        input: {
          PolicyInputList: [ALL_S3],
          ActionNames: GET,
          OrderedOrganizationPolicyInputList: [
            { ServiceControlPolicyInputList: [ALL_S3] },
            { ServiceControlPolicyInputList: [] },
          ],
        },
        code: 'InvalidInput',
        message: 'Organization policy at index 2 must contain at least one service control policy',
      },
      {
        input: {
          PolicyInputList: [ALL_S3],
          ActionNames: GET,
          ContextEntries: [{ ContextKeyName: 'aws:SourceIp', ContextKeyType: 'address' }],
        },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'address' at 'contextEntries.1.member.contextKeyType' failed to satisfy constraint: Member must satisfy enum value set: [string, stringList, numeric, numericList, boolean, booleanList, ip, ipList, binary, binaryList, date, dateList]",
      },
    ],
  }),
  row({
    operation: 'iam:GetContextKeysForCustomPolicy',
    works: {
      PolicyInputList: [
        line({
          ...allow('s3:*', 'arn:aws:s3:::home/${aws:username}/*'),
          Condition: { Bool: { 'aws:SecureTransport': 'true' }, StringLike: { 'AWS:UserName': 'n*' } },
        }),
      ],
    },
    then: (output) => expect(output).toEqual({ ContextKeyNames: ['aws:username', 'aws:SecureTransport'] }),
    errors: badPolicies({}),
  }),
  row({
    operation: 'iam:GetContextKeysForPrincipalPolicy',
    world: withUser('noor', {
      inline: {
        Home: policyText({
          ...allow('s3:*', 'arn:aws:s3:::home/${aws:username}/*'),
          Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        }),
      },
    }),
    works: {
      PolicySourceArn: NOOR,
      PolicyInputList: [line({ ...allow('s3:*'), Condition: { Null: { 's3:prefix': 'true' } } })],
    },
    then: (output) =>
      expect(output).toEqual({ ContextKeyNames: ['aws:username', 'aws:SourceIp', 's3:prefix'] }),
    errors: [...badSource({}), ...badPolicies({ PolicySourceArn: NOOR })],
  }),
] as const;

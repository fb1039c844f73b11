// Rows: which services were used last, by whom, and through which policies they may be used.
import { expect } from 'vitest';
import { NO_ACTIVITY, withUse, type Activity, type Use } from '../../../src/account/activity.ts';
import { newMember, newOrganization } from '../../../src/account/new-organization.ts';
import { lookup, tableOf, withValue } from '../../../src/account/table.ts';
import type { AccessJob, World } from '../../../src/account/world.ts';
import { SERVICES } from '../../../src/aws/services.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  allow,
  BOOKSHOP,
  byName,
  caller,
  CREATED,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  userIn,
  withBookshop,
  withUser,
  WORLD,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { printer } from './spare-policy.ts';
import { markerAfter } from './marker.ts';

const arnOf = (resource: string) => `arn:aws:iam::${BOOKSHOP}:${resource}` as const;
const NOOR = arnOf('user/noor');
const ROOT_ARN = arnOf('root');

const EARLY = '2026-11-19T09:00:00Z';
const LATE = '2026-11-20T09:00:00Z';

const idOf = (name: string): string => userIn(WORLD, name)?.id ?? '';
const used = (by: Use['by'], date: string, action: string | null, service = 's3', region = 'us-east-1') => ({
  by,
  date,
  action,
  service,
  region,
});
const asUser = (name: string): Use['by'] => ({ kind: 'user', id: idOf(name), accessKeyId: null });

/** noor and jonas have used S3, jonas last; noor has tried IAM, which no policy of hers allows. */
const ACTIVITY: Activity = [
  used(asUser('noor'), EARLY, 'ListBuckets'),
  used(asUser('noor'), EARLY, 'GetBucketPolicy'),
  used(asUser('jonas'), LATE, 'ListBuckets', 's3', 'eu-central-1'),
  used(asUser('noor'), LATE, 'CreateUser', 'iam'),
  used({ kind: 'role', id: printer.id }, LATE, 'ListBuckets'),
  used({ kind: 'user', id: 'AIDAKIMAAAAAAAAAAAAAA', accessKeyId: null }, EARLY, null, 'sqs'),
].reduce(withUse, NO_ACTIVITY);

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const job = (number: number, about: string, more: Partial<AccessJob> = {}): AccessJob => ({
  id: id(number),
  about,
  granularity: 'SERVICE_LEVEL',
  policy: null,
  created: EARLY,
  by: ROOT_ARN,
  ...more,
});
const withJobs = (jobs: readonly AccessJob[], world: World = WORLD): World =>
  withBookshop(
    (account) => ({
      ...account,
      accessJobs: tableOf(Object.fromEntries(jobs.map((one) => [one.id, one]))),
    }),
    world,
  );

const jobsIn = (world: World, number: number): AccessJob | undefined =>
  world.accounts[BOOKSHOP] && lookup(world.accounts[BOOKSHOP].accessJobs, id(number));

const WITH_PRINTER = withBookshop((account) => ({
  ...account,
  roles: byName({ ...printer, inline: { Print: policyText(allow('s3:*')) } }),
}));

const JOBS = withJobs(
  [
    job(101, NOOR),
    job(102, arnOf('group/Writers'), { granularity: 'ACTION_LEVEL' }),
    job(103, READ_ONLY.arn),
    job(104, arnOf('user/nina')),
    job(105, NOOR, { by: arnOf('user/amira') }),
    job(106, NOOR, { created: addSeconds(NOW, -168 * 60 * 60) }),
    job(107, 'o-exampleorgid/r-exam'),
    job(108, arnOf('role/machines/Printer'), { created: addSeconds(NOW, -168 * 60 * 60 + 1) }),
  ],
  WITH_PRINTER,
);

const done = { JobStatus: 'COMPLETED', JobCreationDate: EARLY, JobCompletionDate: EARLY };

/** Jobs that are not there, are somebody else's, too old, or about something else, are missed in the same words. */
const noJob = <More extends object>(numbers: readonly number[], more: More) =>
  numbers.map((number) => ({
    input: { ...more, JobId: id(number) },
    code: 'NoSuchEntity',
    message: `The job with id ${id(number)} cannot be found.`,
  }));
const badJob = <More extends object>(more: More) => ({
  input: { ...more, JobId: 'short' },
  code: 'ValidationError',
  message:
    "1 validation error detected: Value 'short' at 'jobId' failed to satisfy constraint: Member must have length greater than or equal to 36",
});

const badArns = [
  ...(['user', 'group', 'role'] as const).flatMap((kind) => [
    {
      Arn: arnOf(`${kind}/nobody`),
      code: 'NoSuchEntity',
      message: `The ${kind} with name nobody cannot be found.`,
    },
  ]),
  // A path that it does not have.
  {
    Arn: arnOf('user/staff/noor'),
    code: 'NoSuchEntity',
    message: 'The user with name noor cannot be found.',
  },
  { Arn: arnOf('policy/Nothing'), code: 'NoSuchEntity', message: 'Policy ARN was not found.' },
  {
    Arn: arnOf('instance-profile/x'),
    code: 'InvalidInput',
    message: `Invalid ARN: ${arnOf('instance-profile/x')}`,
  },
];

const ORG = 'o-exampleorgid';
const UNIT = 'ou-exam-sales123';
const organization = {
  ...newOrganization(ORG, 'r-exam', BOOKSHOP, CREATED),
  enabledTypes: ['SERVICE_CONTROL_POLICY'] as const,
  units: tableOf({
    [UNIT]: { id: UNIT, name: 'Sales', parent: 'r-exam', tags: {} },
    'ou-exam-empty123': { id: 'ou-exam-empty123', name: 'Empty', parent: UNIT, tags: {} },
  }),
  policies: tableOf({
    'p-queues12': {
      id: 'p-queues12',
      name: 'Queues',
      description: '',
      type: 'SERVICE_CONTROL_POLICY' as const,
      content: policyText(allow(['sqs:*', 'sns:*', 'glue:*'])),
      tags: {},
    },
  }),
  attached: tableOf({
    'r-exam': ['p-FullAWSAccess'],
    [UNIT]: ['p-FullAWSAccess'],
    [NEIGHBOUR]: ['p-queues12'],
  }),
};
const IN_ORGANIZATION: World = {
  ...WITH_PRINTER,
  organization: {
    ...organization,
    members: withValue(organization.members, NEIGHBOUR, newMember(NEIGHBOUR, UNIT, 'INVITED', CREATED)),
  },
};
const ORG_JOBS = withJobs(
  [
    job(201, `${ORG}/r-exam`),
    job(202, `${ORG}/r-exam/${UNIT}/${NEIGHBOUR}`),
    job(203, `${ORG}/r-exam/${UNIT}`, { policy: 'p-queues12' }),
    job(204, `${ORG}/r-exam/${UNIT}/ou-exam-empty123/`),
    job(205, `${ORG}/r-exam/ou-exam-missing1`),
    job(206, `${ORG}/r-exam`, { policy: 'p-missing12' }),
    job(207, NOOR),
  ],
  IN_ORGANIZATION,
);

export const ACCESS_REPORTS = [
  row({
    operation: 'iam:GenerateServiceLastAccessedDetails',
    world: JOBS,
    works: { Arn: NOOR, Granularity: 'ACTION_LEVEL' },
    then: ({ JobId }, world) => {
      expect(JobId).toBe(id(1));
      expect(jobsIn(world, 1)).toEqual(job(1, NOOR, { created: NOW, granularity: 'ACTION_LEVEL' }));
      // Those whose week is over are gone.
      expect(jobsIn(world, 106)).toBeUndefined();
      expect(jobsIn(world, 108)).toBeDefined();
    },
    errors: [
      ...badArns.map(({ Arn, code, message }) => ({ input: { Arn }, code, message })),
      {
        input: { Arn: NOOR, Granularity: 'WORD_LEVEL' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'WORD_LEVEL' at 'granularity' failed to satisfy constraint: Member must satisfy enum value set: [SERVICE_LEVEL, ACTION_LEVEL]",
      },
    ],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    activity: ACTIVITY,
    works: { JobId: id(101) },
    // IAM was tried but is not allowed, so it is not in the list.
    then: (output) =>
      expect(output).toEqual({
        ...done,
        JobType: 'SERVICE_LEVEL',
        ServicesLastAccessed: [
          {
            ServiceName: 'Amazon S3',
            ServiceNamespace: 's3',
            LastAuthenticated: EARLY,
            LastAuthenticatedEntity: NOOR,
            LastAuthenticatedRegion: 'us-east-1',
            TotalAuthenticatedEntities: 1,
          },
        ],
        IsTruncated: false,
      }),
    errors: [...noJob([100, 105, 106, 107], {}), badJob({})],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    activity: ACTIVITY,
    works: { JobId: id(102) },
    then: ({ ServicesLastAccessed: [s3] }) =>
      expect(s3?.TrackedActionsLastAccessed).toEqual(
        ['GetBucketPolicy', 'ListBuckets'].map((ActionName) => ({
          ActionName,
          LastAccessedEntity: NOOR,
          LastAccessedTime: EARLY,
          LastAccessedRegion: 'us-east-1',
        })),
      ),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    activity: ACTIVITY,
    // A policy: jonas has it through his group.
    works: { JobId: id(103), MaxItems: 1 },
    then: (output) =>
      expect(output).toMatchObject({
        ServicesLastAccessed: [
          {
            ServiceNamespace: 's3',
            LastAuthenticated: LATE,
            LastAuthenticatedEntity: arnOf('user/jonas'),
            LastAuthenticatedRegion: 'eu-central-1',
            TotalAuthenticatedEntities: 1,
          },
        ],
        IsTruncated: true,
        Marker: markerAfter('s3'),
      }),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    works: { JobId: id(103), Marker: markerAfter('s3') },
    // Of services that cannot be called here the prefix is the name. Never used.
    then: ({ ServicesLastAccessed }) =>
      expect(ServicesLastAccessed).toEqual([
        {
          ServiceName: 's3-object-lambda',
          ServiceNamespace: 's3-object-lambda',
          TotalAuthenticatedEntities: 0,
        },
      ]),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    works: { JobId: id(104) },
    then: (output) =>
      expect(output).toEqual({
        ...done,
        JobStatus: 'FAILED',
        JobType: 'SERVICE_LEVEL',
        ServicesLastAccessed: [],
        IsTruncated: false,
        Error: { Code: 'NoSuchEntity', Message: 'The user with name nina cannot be found.' },
      }),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetails',
    world: JOBS,
    activity: ACTIVITY,
    works: { JobId: id(108) },
    then: ({ ServicesLastAccessed: [s3] }) =>
      expect(s3).toMatchObject({ LastAuthenticatedEntity: arnOf('role/machines/Printer') }),
    errors: [],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetailsWithEntities',
    world: withUser(
      'jonas',
      { groups: ['Sellers', 'Writers'] },
      withUser('amira', { groups: ['Writers'] }, JOBS),
    ),
    activity: ACTIVITY,
    works: { JobId: id(102), ServiceNamespace: 's3' },
    then: (output) => {
      const info = (name: string) => ({
        Arn: arnOf(`user/${name}`),
        Name: name,
        Type: 'USER',
        Id: idOf(name),
        Path: '/',
      });
      expect(output).toEqual({
        ...done,
        EntityDetailsList: [
          { EntityInfo: info('jonas'), LastAuthenticated: LATE },
          { EntityInfo: info('noor'), LastAuthenticated: EARLY },
          { EntityInfo: info('amira') },
        ],
        IsTruncated: false,
      });
    },
    errors: [
      ...noJob([100, 105, 106, 107], { ServiceNamespace: 's3' }),
      badJob({ ServiceNamespace: 's3' }),
      {
        input: { JobId: id(102), ServiceNamespace: 'kms' },
        code: 'InvalidInput',
        message: 'Invalid service namespace: kms',
      },
    ],
  }),
  row({
    operation: 'iam:GetServiceLastAccessedDetailsWithEntities',
    world: JOBS,
    works: { JobId: id(104), ServiceNamespace: 's3' },
    then: (output) =>
      expect(output).toMatchObject({
        JobStatus: 'FAILED',
        EntityDetailsList: [],
        Error: { Code: 'NoSuchEntity' },
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListPoliciesGrantingServiceAccess',
    world: withUser('noor', { attached: [WRITE_DRAFTS] }),
    works: { Arn: NOOR, ServiceNamespaces: ['s3', 'kms'] },
    // The managed policy is hers and her group's, and named once.
    then: (output) =>
      expect(output).toEqual({
        PoliciesGrantingServiceAccess: [
          {
            ServiceNamespace: 's3',
            Policies: [
              { PolicyName: 'ReadCatalog', PolicyType: 'INLINE', EntityType: 'USER', EntityName: 'noor' },
              { PolicyName: 'WriteDrafts', PolicyType: 'MANAGED', PolicyArn: WRITE_DRAFTS },
            ],
          },
          { ServiceNamespace: 'kms', Policies: [] },
        ],
        IsTruncated: false,
      }),
    errors: [
      ...badArns.map(({ Arn, code, message }) => ({
        input: { Arn, ServiceNamespaces: ['s3'] },
        code,
        message,
      })),
      {
        input: { Arn: WRITE_DRAFTS, ServiceNamespaces: ['s3'] },
        code: 'InvalidInput',
        message: `Invalid ARN: ${WRITE_DRAFTS}`,
      },
      {
        input: { Arn: NOOR, ServiceNamespaces: [] },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value '[]' at 'serviceNamespaces' failed to satisfy constraint: Member must have length greater than or equal to 1",
      },
    ],
  }),
  row({
    operation: 'iam:ListPoliciesGrantingServiceAccess',
    world: withUser('noor', { inline: { All: policyText(allow('*')) }, groups: [] }),
    works: { Arn: NOOR, ServiceNamespaces: ['glue'] },
    then: ({ PoliciesGrantingServiceAccess: [glue] }) => expect(glue?.Policies).toHaveLength(1),
    errors: [],
  }),
  row({
    operation: 'iam:GenerateOrganizationsAccessReport',
    world: ORG_JOBS,
    works: { EntityPath: `${ORG}/r-exam`, OrganizationsPolicyId: 'p-queues12' },
    then: (output, world) => {
      expect(output).toEqual({ JobId: id(1) });
      expect(jobsIn(world, 1)).toEqual(job(1, `${ORG}/r-exam`, { created: NOW, policy: 'p-queues12' }));
    },
    errors: [
      ...[
        WORLD,
        {
          ...IN_ORGANIZATION,
          organization: { ...organization, managementAccount: NEIGHBOUR, enabledTypes: [] },
        },
      ].map((world) => ({
        input: { EntityPath: `${ORG}/r-exam` },
        world,
        code: 'AccessDenied',
        message: 'This operation can only be called from the management account of an organization.',
      })),
      {
        input: { EntityPath: `${ORG}/r-exam` },
        // The id of the policy is a condition key.
        world: withUser(
          'noor',
          {
            inline: {
              Report: policyText({
                Effect: 'Allow',
                Action: 'iam:GenerateOrganizationsAccessReport',
                Resource: arnOf(`access-report/${ORG}/*`),
                Condition: { StringEquals: { 'iam:OrganizationsPolicyId': 'p-queues12' } },
              }),
            },
          },
          IN_ORGANIZATION,
        ),
        caller: caller('noor'),
        code: 'AccessDenied',
        message: `User: ${NOOR} is not authorized to perform: iam:GenerateOrganizationsAccessReport on resource: ${arnOf(`access-report/${ORG}/r-exam`)} because no identity-based policy allows the iam:GenerateOrganizationsAccessReport action`,
      },
      {
        input: { EntityPath: 'o-exampleorgid/x-exam' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'o-exampleorgid/x-exam' at 'entityPath' failed to satisfy constraint: Member must satisfy regular expression pattern: ^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*",
      },
    ],
  }),
  row({
    operation: 'iam:GetOrganizationsAccessReport',
    world: ORG_JOBS,
    activity: ACTIVITY,
    works: { JobId: id(201), SortKey: 'LAST_AUTHENTICATED_TIME_DESCENDING', MaxItems: 2 },
    // The management account is bound by no policy: everything, and what the neighbour's policy names beside.
    then: (output) =>
      expect(output).toEqual({
        ...done,
        NumberOfServicesAccessible: SERVICES.length + 1,
        NumberOfServicesNotAccessed: SERVICES.length + 1 - 3,
        AccessDetails: ['s3', 'iam'].map((service) => ({
          ServiceName: expect.any(String) as string,
          ServiceNamespace: service,
          Region: service === 's3' ? (expect.any(String) as string) : 'us-east-1',
          EntityPath: `${ORG}/r-exam/${BOOKSHOP}`,
          LastAuthenticatedTime: LATE,
          TotalAuthenticatedEntities: 1,
        })),
        IsTruncated: true,
        Marker: expect.any(String) as string,
      }),
    errors: [...noJob([200, 207], {}), badJob({})],
  }),
  row({
    operation: 'iam:GetOrganizationsAccessReport',
    world: ORG_JOBS,
    activity: ACTIVITY,
    works: { JobId: id(202) },
    then: ({ AccessDetails }) =>
      expect(AccessDetails).toEqual([
        { ServiceName: 'glue', ServiceNamespace: 'glue', TotalAuthenticatedEntities: 0 },
        { ServiceName: 'Amazon SNS', ServiceNamespace: 'sns', TotalAuthenticatedEntities: 0 },
        {
          ServiceName: 'Amazon SQS',
          ServiceNamespace: 'sqs',
          Region: 'us-east-1',
          EntityPath: `${ORG}/r-exam/${UNIT}/${NEIGHBOUR}`,
          LastAuthenticatedTime: EARLY,
          TotalAuthenticatedEntities: 1,
        },
      ]),
    errors: [],
  }),
  row({
    operation: 'iam:GetOrganizationsAccessReport',
    world: ORG_JOBS,
    works: { JobId: id(203), SortKey: 'SERVICE_NAMESPACE_DESCENDING' },
    then: ({ AccessDetails }) =>
      expect(AccessDetails?.map(({ ServiceNamespace }) => ServiceNamespace)).toEqual(['sqs', 'sns', 'glue']),
    errors: [],
  }),
  row({
    operation: 'iam:GetOrganizationsAccessReport',
    world: ORG_JOBS,
    works: { JobId: id(204) },
    then: (output) => expect(output).toMatchObject({ JobStatus: 'COMPLETED', AccessDetails: [] }),
    errors: [],
  }),
  ...[
    [205, `The entity path ${ORG}/r-exam/ou-exam-missing1 cannot be found.`],
    [206, 'The policy p-missing12 cannot be found.'],
  ].map(([number, Message]) =>
    row({
      operation: 'iam:GetOrganizationsAccessReport',
      world: ORG_JOBS,
      caller: ROOT,
      works: { JobId: id(Number(number)) },
      then: (output) =>
        expect(output).toEqual({
          ...done,
          JobStatus: 'FAILED',
          IsTruncated: false,
          ErrorDetails: { Code: 'NoSuchEntity', Message },
        }),
      errors: [],
    }),
  ),
] as const;

// The workloads of the bench: policies with six requests each, some allowed and some not.
import { NO_POLICIES, type AppliedPolicy, type ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import type { Request } from '../../src/evaluation/request.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { parsePolicy } from '../../src/policy/parse.ts';

export interface Workload {
  readonly applicable: ApplicablePolicies;
  readonly requests: readonly Request[];
}

const ACCOUNT = '111122223333';
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice` as const;

export const BASE_REQUEST: Request = {
  principal: { kind: 'user', arn: ALICE, account: ACCOUNT, name: 'alice' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::shop-drafts/spring/cover.md',
  resourceAccount: ACCOUNT,
  context: {
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '203.0.113.10',
    'aws:PrincipalTag/team': 'drafts',
    'aws:RequestedRegion': 'eu-west-1',
  },
};

const REQUESTS: readonly Request[] = [
  BASE_REQUEST,
  { ...BASE_REQUEST, action: 's3:PutObject' },
  { ...BASE_REQUEST, action: 's3:ListBucket', resource: 'arn:aws:s3:::shop-drafts' },
  { ...BASE_REQUEST, action: 's3:DeleteObject' },
  { ...BASE_REQUEST, resource: 'arn:aws:s3:::shop-orders/2026.csv' },
  { ...BASE_REQUEST, context: { ...BASE_REQUEST.context, 'aws:SecureTransport': 'false' } },
];

export function parse(text: string): PolicyDocument {
  const { document } = parsePolicy(text);
  if (document === null) throw new Error('not a policy document');
  return document;
}

const documentOf = (...statements: readonly object[]): PolicyDocument =>
  parse(JSON.stringify({ Version: '2012-10-17', Statement: statements }));

const applied = (document: PolicyDocument, index = 0): AppliedPolicy => ({
  source: { id: `p${index}`, name: `p${index}`, kind: 'customerManaged' },
  document,
});

export const identityOf = (documents: readonly PolicyDocument[]): ApplicablePolicies => ({
  ...NO_POLICIES,
  identity: documents.map(applied),
});

const SMALL = [
  { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::shop-drafts' },
  { Effect: 'Allow', Action: ['s3:GetObject', 's3:Put*'], Resource: 'arn:aws:s3:::shop-drafts/*' },
  {
    Effect: 'Deny',
    Action: 's3:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
];

export const smallWorkload = (): Workload => ({
  applicable: identityOf([documentOf(...SMALL)]),
  requests: REQUESTS,
});

/** An identity-based policy, a bucket policy, three levels of service control policies and a boundary; three conditions. */
export function layeredWorkload(): Workload {
  const everything = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' });
  const inEurope = documentOf({
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*', 'organizations:*'],
    Resource: '*',
    Condition: { StringNotLike: { 'aws:RequestedRegion': 'eu-*' } },
  });
  const services = documentOf({ Effect: 'Allow', Action: ['s3:*', 'ec2:*', 'sqs:*'], Resource: '*' });
  const fromOffice = {
    Effect: 'Allow',
    Action: 's3:Get*',
    Resource: 'arn:aws:s3:::shop-drafts/*',
    Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
  };
  const ofTeam = {
    Sid: 'Team',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::shop-drafts/*',
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'drafts' } },
  };
  return {
    applicable: {
      ...NO_POLICIES,
      identity: [applied(documentOf(fromOffice, ...SMALL.slice(0, 2)))],
      resource: [
        { source: { id: 'b', name: 'shop-drafts', kind: 'resource' }, document: documentOf(ofTeam) },
      ],
      boundary: applied(documentOf({ Effect: 'Allow', Action: ['s3:*', 'cloudwatch:*'], Resource: '*' })),
      scps: [
        { name: 'root', policies: [applied(everything)] },
        { name: 'unit', policies: [applied(everything), applied(inEurope)] },
        { name: 'account', policies: [applied(services)] },
      ],
    },
    requests: REQUESTS,
  };
}

/** Many policies, each about a service of its own, and one about S3. */
export function pooledWorkload(count: number): Workload {
  const others = Array.from({ length: count - 1 }, (_, index) =>
    documentOf(
      { Effect: 'Allow', Action: [`service${index}:Get*`, `service${index}:List*`], Resource: '*' },
      { Effect: 'Deny', Action: `service${index}:Delete*`, Resource: `arn:aws:service${index}:::x/*` },
    ),
  );
  return { applicable: identityOf([...others, documentOf(...SMALL)]), requests: REQUESTS };
}

// Tests for the keys of the resource: its owner, its tags and the names that services have for them.
import { describe, expect, test } from 'vitest';
import type { ActionName, Arn } from '../../aws/arn.ts';
import { UNKNOWN } from '../request.ts';
import type { AccountFacts } from './account-facts.ts';
import { resourceKeys, type ResourceFacts } from './resource-keys.ts';
import type { Tags } from './tags.ts';

const MEMBER: AccountFacts = {
  id: '111122223333',
  organization: { id: 'o-maple12345', path: 'o-maple12345/r-ab12/' },
};
const ALONE: AccountFacts = { id: '444455556666', organization: null };
const OWNER = { 'aws:ResourceAccount': '444455556666' };

const anything = (owner: AccountFacts): ResourceFacts => ({ kind: 'resource', arn: '*', owner, tags: {} });
const tagged = (arn: Arn, tags: Tags = { team: 'sales' }): ResourceFacts => ({
  kind: 'resource',
  arn,
  owner: ALONE,
  tags,
});

describe('the owner', () => {
  test('outside of organizations', () => {
    expect(resourceKeys(anything(ALONE), 's3:ListAllMyBuckets')).toEqual(OWNER);
  });

  test('in an organization', () => {
    expect(resourceKeys(anything(MEMBER), 'sqs:SendMessage')).toEqual({
      'aws:ResourceAccount': '111122223333',
      'aws:ResourceOrgID': 'o-maple12345',
      'aws:ResourceOrgPaths': ['o-maple12345/r-ab12/'],
    });
  });

  test('in an organization of which nobody has stated the units', () => {
    const owner = { id: MEMBER.id, organization: { id: 'o-maple12345', path: null } };
    expect(resourceKeys(anything(owner), 'sqs:SendMessage')).toMatchObject({
      'aws:ResourceOrgPaths': UNKNOWN,
    });
  });

  test.each<[ActionName]>([
    ['ebs:GetSnapshotBlock'],
    ['ec2:CreateVpcPeeringConnection'],
    ['EC2:acceptvpcpeeringconnection'],
    ['securityhub:AcceptAdministratorInvitation'],
  ])('is not known to %s', (action) => {
    expect(resourceKeys(anything(MEMBER), action)).toEqual({});
  });
});

describe('tags', () => {
  test.each<[ActionName, Arn, string | null]>([
    ['sqs:SendMessage', 'arn:aws:sqs:eu-central-1:444455556666:orders', null],
    ['iam:GetUser', 'arn:aws:iam::444455556666:user/shop/kim', 'iam:ResourceTag/team'],
    ['sts:AssumeRole', 'arn:aws:iam::444455556666:role/Clerk', 'iam:ResourceTag/team'],
    ['iam:GetPolicy', 'arn:aws:iam::444455556666:policy/Read', null],
    ['ec2:StopInstances', 'arn:aws:ec2:eu-central-1:444455556666:instance/i-1', 'ec2:ResourceTag/team'],
    ['ssm:SendCommand', 'arn:aws:ec2:eu-central-1:444455556666:instance/i-1', 'ssm:resourceTag/team'],
    ['rds:DeleteDBInstance', 'arn:aws:rds:eu-central-1:444455556666:db:books', 'rds:db-tag/team'],
    ['rds:DeleteDBCluster', 'arn:aws:rds:eu-central-1:444455556666:cluster:books', 'rds:cluster-tag/team'],
    ['rds:ModifyDBProxy', 'arn:aws:rds:eu-central-1:444455556666:db-proxy:prx-1', null],
    ['dms:DeleteEndpoint', 'arn:aws:dms:eu-central-1:444455556666:endpoint:ABC', 'dms:endpoint-tag/team'],
    ['s3:ListBucket', 'arn:aws:s3:::north-press', 's3:BucketTag/team'],
    ['s3:GetAccessPoint', 'arn:aws:s3:eu-central-1:444455556666:accesspoint/a', 's3:AccessPointTag/team'],
    [
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:eu-central-1:444455556666:secret:a-1',
      'secretsmanager:ResourceTag/team',
    ],
  ])('in %s on %s', (action, arn, own) => {
    expect(resourceKeys(tagged(arn), action)).toEqual({
      ...OWNER,
      'aws:ResourceTag/team': 'sales',
      ...(own === null ? {} : { [own]: 'sales' }),
    });
  });

  test('of a role do not show in iam:PassRole', () => {
    expect(resourceKeys(tagged('arn:aws:iam::444455556666:role/Clerk'), 'iam:PassRole')).toEqual(OWNER);
  });

  test('that differ only in letter case stay two', () => {
    const resource = tagged('arn:aws:sqs:eu-central-1:444455556666:a', { Team: 'x', team: 'y' });
    expect(resourceKeys(resource, 'sqs:SendMessage')).toEqual({
      ...OWNER,
      'aws:ResourceTag/Team': 'x',
      'aws:ResourceTag/team': 'y',
    });
  });

  test.each<[ActionName, object]>([
    ['s3:GetObject', { 's3:ExistingObjectTag/kind': 'draft' }],
    ['s3:DeleteObject', {}],
  ])('of an object and of its bucket, in %s', (action, ofObject) => {
    const object: ResourceFacts = {
      kind: 's3Object',
      arn: 'arn:aws:s3:::north-press/a.txt',
      owner: ALONE,
      tags: { kind: 'draft' },
      bucketTags: { team: 'sales' },
    };
    expect(resourceKeys(object, action)).toEqual({
      ...OWNER,
      'aws:ResourceTag/team': 'sales',
      's3:BucketTag/team': 'sales',
      ...ofObject,
    });
  });
});

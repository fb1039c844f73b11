// What services call `aws:ResourceTag` besides.
import type { ArnParts } from '../../aws/arn.ts';

/** A service, the types of its resources that have the key, and the key; `$` stands for the type. */
type Row = readonly [service: string, types: RegExp, key: string];

const ALL = /(?:)/;

/** The type is what the last part of an ARN starts with, up to a slash or colon. */
const SPELLINGS: readonly Row[] = [
  ['autoscaling', /^autoScalingGroup$/, 'autoscaling:ResourceTag'],
  ['dms', /^(assessment-run|cert|data-migration|data-provider|endpoint|es)$/, 'dms:$-tag'],
  ['dms', /^(individual-assessment|instance-profile|migration-project)$/, 'dms:$-tag'],
  ['dms', /^(rep|replication-config|subgrp|task)$/, 'dms:$-tag'],
  ['ec2', ALL, 'ec2:ResourceTag'],
  ['ecr', ALL, 'ecr:ResourceTag'],
  ['ecr-public', /^repository$/, 'ecr-public:ResourceTag'],
  ['ecs', ALL, 'ecs:ResourceTag'],
  ['elasticloadbalancing', ALL, 'elasticloadbalancing:ResourceTag'],
  ['elasticmapreduce', ALL, 'elasticmapreduce:ResourceTag'],
  ['iam', /^(role|user)$/, 'iam:ResourceTag'],
  ['license-manager', /^(license-configuration|report-generator)$/, 'license-manager:ResourceTag'],
  ['rds', /^(cluster|cluster-pg|cluster-snapshot|db|es|og|pg|ri|secgrp|snapshot|subgrp)$/, 'rds:$-tag'],
  ['s3', /^accesspoint$/, 's3:AccessPointTag'],
  ['s3express', /^accesspoint$/, 's3express:AccessPointTag'],
  ['s3express', /^bucket$/, 's3express:BucketTag'],
  ['s3tables', /^bucket$/, 's3tables:TableBucketTag'],
  ['s3vectors', /^bucket$/, 's3vectors:VectorBucketTag'],
  ['sagemaker', ALL, 'sagemaker:ResourceTag'],
  ['secretsmanager', /^secret$/, 'secretsmanager:ResourceTag'],
  ['ssm', ALL, 'ssm:resourceTag'],
];

/**
 * The key of the service itself for tags of a resource, without the slash and the key of the tag; null when there is none.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function ownTagKey({ service, account, resource }: ArnParts, asked: string | null): string | null {
  // The ARN of a bucket names no account and is all name.
  if (service === 's3' && account === '') return 's3:BucketTag';
  // Systems Manager has its own word for instances of EC2 too.
  const speaker = asked === 'ssm' ? 'ssm' : service;
  const [type = ''] = resource.split(/[/:]/, 1);
  const row = SPELLINGS.find(([name, types]) => name === speaker && types.test(type));
  return row === undefined ? null : row[2].replace('$', () => type);
}

// What the name of a service was probably meant to be.
import { expect, test } from 'vitest';
import { VOCABULARY } from '../../../tests/policy/vocabulary.ts';
import { serviceMeant } from './service-names.ts';

test.each([
  ['lamda.amazonaws.com', 'lambda.amazonaws.com'],
  ['cloudtrial.amazonaws.com', 'cloudtrail.amazonaws.com'],
  ['ec2.amazonaws.con', 'ec2.amazonaws.com'],
  ['ec2.amazonws.com', 'ec2.amazonaws.com'],
  ['lambda.amazon.com', 'lambda.amazonaws.com'],
  ['lambda.aws.com', 'lambda.amazonaws.com'],
  ['lambda', 'lambda.amazonaws.com'],
  ['EC2', 'ec2.amazonaws.com'],
  ['glu', 'glue.amazonaws.com'],
  ['something-new', 'something-new.amazonaws.com'],
  ['dynamdb.eu-west-1.amazonaws.com', 'dynamodb.eu-west-1.amazonaws.com'],
  ['delivery.lgs.amazonaws.com', 'delivery.logs.amazonaws.com'],
  ['lamda.amazonaws.com.cn', 'lambda.amazonaws.com.cn'],
])('%s: %s', (written, meant) => expect(serviceMeant(written, VOCABULARY)[0]).toBe(meant));

test.each([
  'lambda.amazonaws.com',
  'edgelambda.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
  's3.eu-west-1.amazonaws.com',
  'ec2.amazonaws.com.cn',
  'ops.emr-serverless.amazonaws.com',
  'spot.amazonaws.com',
  'cost-optimization-hub.bcm.amazonaws.com',
  'no-such-thing-at-all.amazonaws.com',
  'https://idp.example.com',
])('%s is left alone', (written) => expect(serviceMeant(written, VOCABULARY)).toEqual([]));

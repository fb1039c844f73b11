// Tests of the completion of conditions: operators, keys, values and variables: what is offered first for a cursor, and what is not.
import { test } from 'vitest';
import { expectOffered, statement, TRUST, type Offered } from '../../../tests/fixtures/completion.ts';

test.each<Offered>([
  ['an operator', statement('"Condition": {|}'), ['StringEquals', 'StringLike'], []],
  [
    'an operator being typed',
    statement('"Condition": {"ForAnyValue:StringEq|"}'),
    ['ForAnyValue:StringEquals'],
    ['StringEquals'],
  ],
  [
    'an operator for an address',
    statement('"Condition": {"Ip|": {"aws:SourceIp": ""}}'),
    ['IpAddress', 'IpAddressIfExists'],
    ['StringEquals'],
  ],
  [
    'an operator for several values',
    statement('"Condition": {"|": {"aws:TagKeys": ""}}'),
    ['ForAnyValue:StringEquals'],
    ['IpAddress'],
  ],
  [
    'a key under an operator about text',
    statement('"Action": "s3:ListBucket", "Condition": {"StringEquals": {"s3:|"}}'),
    ['s3:delimiter', 's3:prefix'],
    ['s3:max-keys', 's3:x-amz-grant-read'],
  ],
  [
    'a key under an operator about numbers',
    statement('"Action": "s3:ListBucket", "Condition": {"NumericLessThan": {|}}'),
    ['s3:max-keys'],
    ['s3:prefix', 'aws:SourceIp'],
  ],
  [
    'a key of AWS',
    statement('"Action": "sqs:*", "Condition": {"IpAddress": {"aws:|"}}'),
    ['aws:SourceIp', 'aws:VpcSourceIp'],
    ['aws:username'],
  ],
  [
    'a key of a tag',
    statement('"Action": "ec2:RunInstances", "Condition": {"StringEquals": {"aws:RequestTag|"}}'),
    ['aws:RequestTag/team', 'aws:RequestTag/'],
    [],
  ],
  [
    'a key of a token',
    statement('"Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token|"}}'),
    ['token.actions.githubusercontent.com:aud', 'token.actions.githubusercontent.com:sub'],
    [],
    TRUST,
  ],
  [
    'another key',
    statement('"Action": "s3:*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24", "aws:|"}}'),
    ['aws:VpcSourceIp'],
    ['aws:SourceIp'],
  ],
  [
    'a value that occurs here',
    statement('"Condition": {"StringEquals": {"aws:username": "|"}}'),
    ['noor'],
    [],
  ],
  [
    'an address',
    statement('"Condition": {"IpAddress": {"aws:SourceIp": ["|"]}}'),
    ['203.0.113.10'],
    ['${aws:username}'],
  ],
  ['true or false', statement('"Condition": {"Bool": {"aws:SecureTransport": "|"}}'), ['true', 'false'], []],
  [
    'whether a key is there',
    statement('"Condition": {"Null": {"aws:username": "|"}}'),
    ['true', 'false'],
    ['noor'],
  ],
  [
    'a Region',
    statement('"Condition": {"StringEquals": {"aws:RequestedRegion": "eu-w|"}}'),
    ['eu-west-1'],
    ['us-east-1'],
  ],
  [
    'a variable',
    statement('"Resource": "arn:aws:s3:::maple-drafts/${|"'),
    ['aws:username', 'aws:PrincipalTag/team'],
    ['aws:TagKeys'],
  ],
  ['a variable begun', statement('"Resource": "arn:aws:s3:::maple-drafts/$|"'), ['aws:username'], []],
  [
    'a variable in a value',
    statement('"Condition": {"StringLike": {"s3:prefix": "${aws:us|}/*"}}'),
    ['aws:username', 'aws:userid'],
    [],
  ],
  [
    'no variable for an address',
    statement('"Condition": {"IpAddress": {"aws:SourceIp": "${|}"}}'),
    [],
    ['aws:username'],
  ],
  [
    'no variable in an old document',
    '{"Version": "2008-10-17", "Statement": {"Resource": "${|}"}}',
    [],
    ['aws:username'],
  ],
])('%s', (...row) => expectOffered(row));

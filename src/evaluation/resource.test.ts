// Resource patterns: the parts of an ARN, and which wildcards cross their borders.
import { expect, test } from 'vitest';
import { context } from '../../tests/evaluation/build.ts';
import { compileResource } from './resource.ts';
import { UNKNOWN } from './request.ts';

const covers = (pattern: string, resource: string) =>
  compileResource(pattern, '2012-10-17')(resource, context({ secret: UNKNOWN, colon: 'a:b' }));

const LOG_STREAM = 'arn:aws:logs:us-east-1:111122223333:log-group:/app:log-stream:s1';

test.each([
  ['*', 'arn:aws:s3:::b/k', true],
  ['*', '*', true],
  ['arn:aws:s3:::b/*', '*', false],
  ['arn:aws:s3:::b', 'arn:aws:s3:::b', true],
  ['arn:aws:s3:::b', 'arn:aws:s3:::B', false],
  ['arn:aws:s3:::b', 'arn:aws:s3:::b/k', false],
  ['arn:aws:s3:::b*', 'arn:aws:s3:::b2', true],
  ['arn:aws:s3:::b*', 'arn:aws:s3:::b/k', true],
  ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/o', true],
  ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/o', true],
  ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1///test///o', true],
  ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1-test/o', false],
  ['arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/o', false],
  ['arn:aws:s3:::b/day?', 'arn:aws:s3:::b/day1', true],
  ['arn:aws:s3:*', 'arn:aws:s3:::b/k', true],
  ['arn:aws:s3', 'arn:aws:s3:::b/k', true],
  ['arn:aws:sqs:eu-west-1', 'arn:aws:sqs:eu-west-1:111122223333:jobs', true],
  ['arn:aws:sqs:eu-west-1', 'arn:aws:sqs:eu-west-2:111122223333:jobs', false],
  ['arn:aws:s3', '*', false],
  ['arn:aws:s3:::', 'arn:aws:s3:::b', false],
  ['arn:aws:s3:*', 'arn:aws:sqs:us-east-1:1:q', false],
  ['arn:aws:logs:*:*:*', LOG_STREAM, true],
  ['arn:aws:logs:us-east-1:111122223333:log-group:/app:*', LOG_STREAM, true],
  ['arn:aws:logs:us-*-1:111122223333:*', LOG_STREAM, true],
  // A `*` inside a part stays in it, a `*` at its end may run over colons.
  ['arn:aws:logs:us-*1:111122223333:*', LOG_STREAM, true],
  ['arn:aws:logs:u*s-e*t-1:1*3:*', LOG_STREAM, true],
  ['arn:aws:l*1:111122223333:*', LOG_STREAM, false],
  ['arn:aws:*:s1', LOG_STREAM, true],
  ['arn:aws:lo?s:*', LOG_STREAM, true],
  ['arn:aws:logs?us-east-1:*', LOG_STREAM, false],
  ['arn:aws:logs:us-east-1:111122223333:log-group*s1', LOG_STREAM, true],
  ['arn:aws:logs:us-east-1:111122223333:log-group?/app:*', LOG_STREAM, true],
  // Variables count in the resource part only.
  ['arn:aws:s3:::homes/${aws:username}/*', 'arn:aws:s3:::homes/alice/x', true],
  ['arn:aws:s3:::homes/${aws:username}/*', 'arn:aws:s3:::homes/zoe/x', false],
  ['arn:aws:iam::${aws:PrincipalAccount}:user/*', 'arn:aws:iam::111122223333:user/alice', false],
  ['arn:aws:s3:::b/${colon}', 'arn:aws:s3:::b/a:b', true],
  ['arn:aws:s3:::b/${absent}', 'arn:aws:s3:::b/', false],
])('%s over %s: %j', (pattern, resource, expected) => {
  expect(covers(pattern, resource)).toBe(expected);
});

test('a variable that is not known leaves it open', () => {
  expect(covers('arn:aws:s3:::b/${secret}', 'arn:aws:s3:::b/x')).toEqual({ on: ['secret'] });
});

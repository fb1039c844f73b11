// Tests of the completion of resources: what is offered first for a cursor, and what is not.
import { test } from 'vitest';
import {
  ACCOUNT,
  BUCKET,
  expectOffered,
  statement,
  type Offered,
} from '../../../tests/fixtures/completion.ts';

test.each<Offered>([
  [
    'a resource of an action',
    statement('"Action": "s3:GetObject", "Resource": "|"'),
    ['arn:aws:s3:::maple-drafts/*', 'arn:aws:s3:::maple-drafts/spring/*'],
    ['arn:aws:s3:::maple-drafts', `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`],
  ],
  [
    'a resource that comes before its action',
    '{"Statement": {"Resource": "|", "Action": "sqs:SendMessage"}}',
    [`arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`, `arn:aws:sqs:eu-west-1:${ACCOUNT}:*`, '*'],
    [],
  ],
  [
    'a resource by its name',
    statement('"Action": "s3:*", "Resource": "maple|"'),
    ['arn:aws:s3:::maple-drafts'],
    ['*'],
  ],
  [
    'a resource of an action that takes none',
    statement('"Action": "s3:ListAllMyBuckets", "Resource": "|"'),
    ['*'],
    [],
  ],
  [
    'a resource of a bucket policy',
    statement('"Action": "s3:ListBucket", "Resource": "|"'),
    ['arn:aws:s3:::maple-drafts'],
    ['arn:aws:s3:::maple-drafts/*', '*'],
    BUCKET,
  ],
])('%s', (...row) => expectOffered(row));

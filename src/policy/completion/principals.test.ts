// Tests of the completion of principals: what is offered first for a cursor, and what is not.
import { test } from 'vitest';
import {
  ACCOUNT,
  BUCKET,
  company,
  expectOffered,
  GATEWAY,
  github,
  noor,
  statement,
  TRUST,
  type Offered,
} from '../../../tests/fixtures/completion.ts';

test.each<Offered>([
  [
    'the principal of a bucket policy',
    statement('"Principal": |'),
    ['AWS', 'Service', 'CanonicalUser', '*'],
    ['Federated'],
    BUCKET,
  ],
  [
    'the principal of a resource control policy',
    statement('"Principal": |'),
    ['*'],
    ['AWS'],
    { type: 'rcp' },
  ],
  [
    'kinds of principals',
    statement('"Principal": {|}'),
    ['AWS', 'Service', 'Federated', '*'],
    ['CanonicalUser'],
    TRUST,
  ],
  [
    'kinds of principals beside one',
    statement('"Principal": {"AWS": "*", |}'),
    ['Service', 'Federated'],
    ['AWS', '*'],
    TRUST,
  ],
  [
    'a principal',
    statement('"Principal": {"AWS": "|"}'),
    [`arn:aws:iam::${ACCOUNT}:root`, noor.arn, '*'],
    [],
    BUCKET,
  ],
  [
    'a principal of a gateway, which takes nobody by name but the root user',
    statement('"Principal": {"AWS": "|"}'),
    ['*', `arn:aws:iam::${ACCOUNT}:root`],
    [noor.arn],
    GATEWAY,
  ],
  ['a principal by name', statement('"Principal": {"AWS": "noor|"}'), [noor.arn], ['*'], BUCKET],
  [
    'a service',
    statement('"Principal": {"Service": "lamb|"}'),
    ['lambda.amazonaws.com'],
    ['ec2.amazonaws.com'],
    TRUST,
  ],
  [
    'an identity provider',
    statement('"Principal": {"Federated": ["|"]}'),
    [company.arn, github.arn, 'cognito-identity.amazonaws.com'],
    [],
    TRUST,
  ],
])('%s', (...row) => expectOffered(row));

// Tests of the completion of resources: what is offered first for a cursor, and what is not.
import { expect, test } from 'vitest';
import {
  ACCOUNT,
  at,
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
  ...['sts:AssumeRole', 'iam:PassRole', 'ec2:AssociateEnclaveCertificateIamRole', '*'].map(
    (action): Offered => [
      `a role of ${action} by its name`,
      statement(`"Action": "${action}", "Resource": "cat|"`),
      [`arn:aws:iam::${ACCOUNT}:role/shop/CatalogEditor`],
      ['arn:aws:s3:::maple-drafts'],
    ],
  ),
  [
    'a role without quotes',
    statement('"Action": "sts:AssumeRole", "Resource": cat|'),
    [`arn:aws:iam::${ACCOUNT}:role/shop/CatalogEditor`],
    [],
  ],
  [
    'roles of two services once',
    statement('"Action": ["sts:AssumeRole", "iam:PassRole"], "Resource": "role|"'),
    [`arn:aws:iam::${ACCOUNT}:role/shop/CatalogEditor`, `arn:aws:iam::${ACCOUNT}:role/*`],
    [],
  ],
  [
    'objects before what is rare',
    statement('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::*|"'),
    ['arn:aws:s3:::*/*'],
    [],
  ],
  [
    'in a service control policy everything first, and nothing of the account it is written in',
    statement('"Action": "sqs:SendMessage", "Resource": "|"'),
    ['*', 'arn:aws:sqs:eu-west-1:*:*'],
    [`arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`],
    { type: 'scp' },
  ],
  [
    'beside all actions but some, too',
    statement('"NotAction": "iam:*", "Resource": "|"'),
    ['*'],
    ['arn:aws:s3:::maple-drafts'],
    { type: 'scp' },
  ],
  ...['iam:ChangePassword', 'iam:CreateAccessKey', 'iam:*AccessKey*'].map((action): Offered => [
    `oneself, for ${action}`,
    statement(`"Action": "${action}", "Resource": "|"`),
    [`arn:aws:iam::${ACCOUNT}:user/\${aws:username}`],
    [],
  ]),
  [
    'nobody by a variable where there are none',
    '{"Statement": {"Action": "iam:ChangePassword", "Resource": "|"}}',
    [`arn:aws:iam::${ACCOUNT}:user/*`],
    [`arn:aws:iam::${ACCOUNT}:user/\${aws:username}`],
  ],
  [
    'nor for what is about others',
    statement('"Action": "iam:DeleteUser", "Resource": "|"'),
    [`arn:aws:iam::${ACCOUNT}:user/*`],
    [`arn:aws:iam::${ACCOUNT}:user/\${aws:username}`],
  ],
  [
    'a group by its name',
    statement('"Action": "iam:AddUserToGroup", "Resource": "writ|"'),
    [`arn:aws:iam::${ACCOUNT}:group/Writers`],
    [],
  ],
])('%s', (...row) => expectOffered(row));

test('the root user of an account is offered once, with the name of the account', () => {
  const { candidates } = at(statement('"Action": "sts:AssumeRoot", "Resource": "|"'));
  expect(candidates.map(({ label, detail }) => [label, detail])).toEqual([
    [`arn:aws:iam::${ACCOUNT}:root`, 'root user bookshop'],
    ['*', 'everything'],
  ]);
});

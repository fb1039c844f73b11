// The rule of an implicit deny: it names the ways in that the request at hand has.
import { expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  allow,
  OTHER_ACCOUNT,
  policy,
  principal,
  request,
} from '../../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies } from '../applicable.ts';
import { evaluate } from '../evaluate.ts';
import { explain } from '../explain.ts';
import type { Request } from '../request.ts';

const START = 'What no policy allows is denied: that is an implicit deny. ';
const remedy = (policies: Partial<ApplicablePolicies>, asked: Partial<Request>): string =>
  explain(evaluate({ ...NO_POLICIES, ...policies }, request(asked))).rule.replace(START, '');

const OF_USER = 'of the user or of one of its groups';
const SESSION = principal(`arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`);
const SILENT = policy(allow({ Action: 's3:Put*' }));
const BUCKET = { name: 'shop-drafts', kind: 'resource' } as const;
const SILENT_BUCKET = policy(allow({ Principal: '*', Action: 's3:Put*' }), BUCKET);
const TO_ACCOUNT = { Effect: 'Allow', Principal: { AWS: ACCOUNT } };
const ASSUME = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` } as const;

const QUEUE = { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders` } as const;
const QUEUE_POLICY = policy(allow({ Principal: '*', Action: 'sqs:ReceiveMessage' }), {
  kind: 'resource',
  name: 'orders',
});

test.each<[string, Partial<ApplicablePolicies>, Partial<Request>, string]>([
  [
    'a bucket without a policy',
    {},
    {},
    `An Allow in an identity-based policy ${OF_USER}, or in a bucket policy, would lift it.`,
  ],
  [
    'a bucket with one',
    { resource: [SILENT_BUCKET] },
    {},
    `An Allow in an identity-based policy ${OF_USER}, or in the bucket policy, would lift it.`,
  ],
  [
    'a queue',
    { resource: [QUEUE_POLICY] },
    QUEUE,
    `An Allow in an identity-based policy ${OF_USER}, or in the queue policy, would lift it.`,
  ],
  [
    'a bucket policy that leaves it to the account',
    { resource: [policy(allow(TO_ACCOUNT), BUCKET)] },
    {},
    `An Allow in an identity-based policy ${OF_USER}, or one in the bucket policy that names the caller, would lift it.`,
  ],
  [
    'a trust policy that leaves it to the account',
    { resource: [policy({ ...TO_ACCOUNT, Action: 'sts:AssumeRole' }, { kind: 'resource', name: 'deploy' })] },
    ASSUME,
    `An Allow in an identity-based policy ${OF_USER}, or one in the trust policy that names the caller, would lift it.`,
  ],
  [
    'a role session',
    {},
    { principal: SESSION },
    'An Allow in an identity-based policy of the role, or in a bucket policy, would lift it.',
  ],
  [
    'a call on no resource',
    {},
    { action: 's3:ListAllMyBuckets', resource: '*', resourceAccount: null },
    `An Allow in an identity-based policy ${OF_USER} would lift it.`,
  ],
  [
    'a resource that can have no policy',
    {},
    { action: 'iam:GetUser', resource: ALICE },
    `An Allow in an identity-based policy ${OF_USER} would lift it.`,
  ],
  [
    'across accounts, where both sides must allow',
    { resource: [policy(allow({ Principal: '*' }), BUCKET)] },
    { resourceAccount: OTHER_ACCOUNT },
    `An Allow in an identity-based policy ${OF_USER} would lift it.`,
  ],
  [
    'a boundary that refuses as well',
    { boundary: SILENT },
    {},
    `It lacks an Allow in an identity-based policy ${OF_USER}, and further gates refuse it too.`,
  ],
])('%s', (_name, policies, asked, expected) => expect(remedy(policies, asked)).toBe(expected));

// The meter beside the editor, the check of the size and the operation that saves a policy agree, at the limit and beside it.
import { expect, test } from 'vitest';
import { managedDocumentError } from '../../src/api/operations/iam/policy.ts';
import { endpointPolicyError } from '../../src/api/operations/ec2/vpc-endpoint.ts';
import * as table from '../../src/api/operations/dynamodb/policy.ts';
import { trustOf } from '../../src/api/operations/iam/trust.ts';
import * as secret from '../../src/api/operations/secretsmanager/policy.ts';
import { topicPolicyError } from '../../src/api/operations/sns/topic-policy.ts';
import { queuePolicyError } from '../../src/api/operations/sqs/queue-policy.ts';
import { packed } from '../../src/api/operations/sts/session-policies.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { saveError } from '../../src/policy/save.ts';
import { policySize } from '../../src/policy/size-meter.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { environment } from '../fixtures/world.ts';

const ACCOUNT = '111122223333';

interface Kind {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  readonly action: string;
  readonly on?: string;
  readonly most: number;
  /** Whether white space between the elements counts. */
  readonly spaces: boolean;
  readonly refuses: (text: string) => boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'a managed policy': {
    type: 'identity',
    action: 's3:GetObject',
    most: 6_144,
    spaces: false,
    refuses: (text) => managedDocumentError(text) !== null,
  },
  'a session policy': {
    type: 'session',
    action: 's3:GetObject',
    most: 2_048,
    spaces: true,
    // What is packed has a limit of its own, which a document of this length may pass.
    refuses: (text) => {
      const taken = packed({ world: RICH, env: environment() }, ACCOUNT, { Policy: text }, {});
      return !taken.ok && taken.error.code === 'MalformedPolicyDocument';
    },
  },
  'a trust policy': {
    type: 'trust',
    action: 'sts:AssumeRole',
    most: 2_048,
    spaces: false,
    refuses: (text) => !trustOf(RICH, text).ok,
  },
  'an endpoint policy': {
    type: 'endpoint',
    action: 's3:GetObject',
    most: 20_480,
    spaces: true,
    refuses: (text) => endpointPolicyError(text) !== null,
  },
  'a bucket policy': {
    type: 'resource',
    resource: 'bucket',
    action: 's3:GetObject',
    on: 'arn:aws:s3:::bookshop/*',
    most: 20_480,
    spaces: false,
    refuses: (text) => saveError(text, { kind: 'bucket', bucket: 'bookshop' }) !== null,
  },
  'a queue policy': {
    type: 'resource',
    resource: 'queue',
    action: 'sqs:SendMessage',
    most: 20_480,
    spaces: false,
    refuses: (text) => queuePolicyError(RICH, text) !== null,
  },
  'a topic policy': {
    type: 'resource',
    resource: 'topic',
    action: 'sns:Publish',
    most: 30_720,
    spaces: false,
    refuses: (text) => topicPolicyError(RICH, text) !== null,
  },
  'a table policy': {
    type: 'resource',
    resource: 'table',
    action: 'dynamodb:GetItem',
    most: 20_480,
    spaces: false,
    refuses: (text) => table.policyError(RICH, text) !== null,
  },
  'a secret policy': {
    type: 'resource',
    resource: 'secret',
    action: 'secretsmanager:GetSecretValue',
    most: 20_480,
    spaces: false,
    refuses: (text) => secret.policyError(RICH, text) !== null,
  },
};

/** A policy that counts as long as it is wanted, with white space that may count or not. */
function document({ type, action, on = '*', spaces }: Kind, size: number): string {
  const withSid = (value: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          ...((type === 'resource' || type === 'trust' || type === 'endpoint') && {
            Principal: { AWS: ACCOUNT },
          }),
          Action: action,
          ...(type !== 'trust' && { Resource: on }),
          Condition: { StringEquals: { 'aws:username': value } },
        },
      ],
    });
  const space = '\n  ';
  const fixed = withSid('').length + (spaces ? space.length : 0);
  return `{${space}${withSid('a'.repeat(size - fixed)).slice(1)}`;
}

const cases = Object.entries(KINDS).flatMap(([name, kind]) =>
  [-1, 0, 1].map((beyond) => ({ name, kind, beyond })),
);

test.each(cases)('$name, $beyond beyond its limit', ({ kind, beyond }) => {
  const text = document(kind, kind.most + beyond);
  const { used, most } = policySize(text, kind.type, kind.resource);
  expect({ used, most }).toEqual({ used: kind.most + beyond, most: kind.most });
  const codes = diagnose(text, kind.type, undefined, { resource: kind.resource }).map(({ code }) => code);
  expect(codes.some((code) => code.startsWith('POLICY_SIZE_EXCEEDS'))).toBe(beyond > 0);
  expect(kind.refuses(text)).toBe(beyond > 0);
});

test('a key policy has room for 32 KiB, white space included', () => {
  expect(policySize(' '.repeat(29_055), 'resource', 'key')).toMatchObject({ used: 29_055, most: 32_768 });
});

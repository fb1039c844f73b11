// The meter beside the editor, the check of the size and the operation that saves a policy agree, at the limit and beside it.
import { expect, test } from 'vitest';
import { recordOf } from '../../src/account/table.ts';
import { execute } from '../../src/api/execute.ts';
import { managedDocumentError } from '../../src/api/operations/iam/policy.ts';
import { keyPolicyError } from '../../src/api/operations/kms/policy.ts';
import { contentError } from '../../src/api/operations/organizations/policies.ts';
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
import { errorOf, outputOf } from '../fixtures/ask.ts';
import { filed, lambdaFunction, serviceRole } from '../fixtures/messaging.ts';
import { BOOKSHOP, byName, caller, environment, ROOT, withBookshop } from '../fixtures/world.ts';

const ACCOUNT = '111122223333';

interface Kind {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  readonly action: string;
  readonly effect?: 'Allow' | 'Deny';
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
    most: 8_192,
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
  'a key policy': {
    type: 'resource',
    resource: 'key',
    action: 'kms:Decrypt',
    most: 32_768,
    spaces: true,
    refuses: refusedByKms,
  },
  'a service control policy': {
    type: 'scp',
    effect: 'Deny',
    action: 's3:GetObject',
    most: 10_240,
    spaces: true,
    refuses: (text) => contentError(text, 'SERVICE_CONTROL_POLICY') !== null,
  },
  'a resource control policy': {
    type: 'rcp',
    effect: 'Deny',
    action: 's3:GetObject',
    most: 5_120,
    spaces: true,
    refuses: (text) => contentError(text, 'RESOURCE_CONTROL_POLICY') !== null,
  },
};

function refusedByKms(policy: string): boolean {
  const account = RICH.accounts[ACCOUNT];
  const [key] = account ? Object.values(recordOf(account.kmsKeys)) : [];
  if (!account || !key) throw new Error('no key');
  const scene = { world: RICH, caller: caller('noor'), env: environment() };
  return keyPolicyError(scene, account, { ...key, policy }, true) !== null;
}

/** A policy that counts as long as it is wanted, with white space that may count or not. */
function document({ type, action, effect, on = '*', spaces }: Kind, size: number): string {
  const withSid = (value: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: effect ?? 'Allow',
          ...(type === 'rcp' && { Principal: '*' }),
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

/** Lambda writes the policy of a function itself, statement by statement. */
test.each([-1, 0, 1])('the policy of a function, %i beyond its limit', (beyond) => {
  const most = 20_480;
  const first = (value: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [
        {
          Sid: 'First',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: `arn:aws:lambda:eu-west-1:${BOOKSHOP}:function:remind`,
          Condition: { ArnLike: { 'AWS:SourceArn': `arn:aws:s3:::${value}` } },
        },
      ],
    });
  const role = serviceRole('Runner', 'lambda.amazonaws.com');
  const added = (policy: string) => {
    const world = withBookshop((account) => ({
      ...account,
      roles: byName(role),
      functions: filed(lambdaFunction('remind', role, { policy })),
    }));
    const input = {
      FunctionName: 'remind',
      StatementId: 'Second',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
      SourceAccount: BOOKSHOP,
    };
    return execute(world, ROOT, { operation: 'lambda:AddPermission', input }, environment());
  };
  const before = first('');
  const { Statement } = outputOf(added(before)) as { readonly Statement: string };
  const saved = `${before.slice(0, -2)},${Statement}]}`;
  const free = most - saved.length;
  const padded = first('a'.repeat(free + beyond));
  expect(errorOf(added(padded))?.code).toBe(beyond > 0 ? 'PolicyLengthExceededException' : undefined);
  const text = `${padded.slice(0, -2)},${Statement}]}`;
  expect(policySize(text, 'resource', 'function')).toMatchObject({ used: most + beyond, most });
  const codes = diagnose(text, 'resource', undefined, { resource: 'function' }).map(({ code }) => code);
  expect(codes.includes('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA')).toBe(beyond > 0);
});

/** No operation saves one here: what is told is what S3 would say. */
test.each([-1, 0, 1])('the policy of an access point, %i beyond its limit', (beyond) => {
  const kind: Kind = {
    type: 'resource',
    resource: 'accessPoint',
    action: 's3:GetObject',
    most: 20_480,
    spaces: false,
    refuses: () => false,
  };
  const text = document(kind, kind.most + beyond);
  const codes = diagnose(text, 'resource', undefined, { resource: 'accessPoint' }).map(({ code }) => code);
  expect(codes.includes('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA')).toBe(beyond > 0);
});

test('a key policy has room for 32 KiB, white space included', () => {
  expect(policySize(' '.repeat(29_055), 'resource', 'key')).toMatchObject({ used: 29_055, most: 32_768 });
});

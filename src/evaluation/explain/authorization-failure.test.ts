// The encoded message of EC2: what stands in it, and that it can be read again.
import { expect, test } from 'vitest';
import { ALICE, allow, deny, policy, request } from '../../../tests/evaluation/build.ts';
import { unseal } from '../../aws/sealed.ts';
import { NO_POLICIES } from '../applicable.ts';
import { evaluate } from '../evaluate.ts';
import { UNKNOWN } from '../request.ts';
import { authorizationFailure } from './authorization-failure.ts';
import { denialMessage } from './message.ts';

const asked = request({
  action: 'ec2:RunInstances',
  resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  context: {
    'aws:userid': 'AIDAALICE',
    'ec2:Region': 'eu-west-1',
    'aws:TagKeys': ['Café', 'b'],
    odd: UNKNOWN,
  },
});
const refused = evaluate(
  {
    ...NO_POLICIES,
    identity: [
      policy([
        allow(),
        deny({
          Sid: 'NoInstances',
          Action: 'ec2:Run*',
          Condition: { StringEquals: { 'ec2:Region': 'eu-west-1' } },
        }),
      ]),
    ],
  },
  asked,
);

test('the message ends with what DecodeAuthorizationMessage reads', () => {
  const [words, encoded = ''] = denialMessage(refused).split(' Encoded authorization failure message: ');
  expect(words).toBe(
    `You are not authorized to perform this operation. User: ${ALICE} is not authorized to perform: ec2:RunInstances on resource: ${asked.resource} with an explicit deny in an identity-based policy.`,
  );
  expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(JSON.parse(unseal('authorizationMessage', encoded) ?? '')).toEqual(authorizationFailure(refused));
});

test('it names the statements that deny, the caller and the keys that are known', () => {
  expect(authorizationFailure(refused)).toEqual({
    allowed: false,
    explicitDeny: true,
    matchedStatements: {
      items: [
        {
          statementId: 'NoInstances',
          effect: 'DENY',
          principals: { items: [] },
          actions: { items: [{ value: 'ec2:Run*' }] },
          resources: { items: [{ value: '*' }] },
          conditions: { items: [{ key: 'ec2:Region', values: { items: [{ value: 'eu-west-1' }] } }] },
        },
      ],
    },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDAALICE', arn: ALICE },
      action: 'ec2:RunInstances',
      resource: asked.resource,
      conditions: {
        items: [
          { key: 'aws:userid', values: { items: [{ value: 'AIDAALICE' }] } },
          { key: 'ec2:Region', values: { items: [{ value: 'eu-west-1' }] } },
          { key: 'aws:TagKeys', values: { items: [{ value: 'Café' }, { value: 'b' }] } },
          { key: 'odd', values: { items: [] } },
        ],
      },
    },
  });
});

test('a refusal for want of an Allow names no statement', () => {
  const { explicitDeny, matchedStatements } = authorizationFailure(evaluate(NO_POLICIES, asked));
  expect({ explicitDeny, matchedStatements }).toEqual({
    explicitDeny: false,
    matchedStatements: { items: [] },
  });
});

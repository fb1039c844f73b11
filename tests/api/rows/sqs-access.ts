// Rows: permissions and tags of queues.
import { expect } from 'vitest';
import { queueArn, queueIn, queueUrl } from '../../fixtures/messaging.ts';
import { NEIGHBOUR, NOW, policyText } from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { statement, SHOP, QueueUrl, changed, noQueue, NAME, FIFTY, badTags } from './sqs-shop.ts';

export const SQS_ACCESS = [
  row({
    operation: 'sqs:AddPermission',
    world: SHOP,
    works: {
      QueueUrl: queueUrl('returns'),
      Label: 'both',
      AWSAccountIds: [NEIGHBOUR, '999988887777'],
      Actions: ['SendMessage'],
    },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'returns')?.policy).toBe(
        JSON.stringify({
          Version: '2008-10-17',
          Id: `${queueArn('returns')}/SQSDefaultPolicy`,
          Statement: [
            {
              Sid: 'both',
              Effect: 'Allow',
              Principal: { AWS: [`arn:aws:iam::${NEIGHBOUR}:root`, 'arn:aws:iam::999988887777:root'] },
              Action: 'SQS:SendMessage',
              Resource: queueArn('returns'),
            },
          ],
        }),
      );
    },
    errors: [
      ...noQueue({ Label: 'a', AWSAccountIds: [NEIGHBOUR], Actions: ['*'] }),
      ...[
        [
          { Label: 'press' },
          'InvalidParameterValue',
          'Value press for parameter Label is invalid. Reason: Already exists.',
        ],
        [
          { Label: 'a label' },
          'InvalidParameterValue',
          `Value a label for parameter Label is invalid. Reason: ${NAME}`,
        ],
        [
          { AWSAccountIds: ['12'] },
          'InvalidParameterValue',
          'Value [12] for parameter PrincipalId is invalid. Reason: Unable to verify.',
        ],
        [{ AWSAccountIds: [] }, 'MissingParameter', 'The request must contain the parameter AWSAccountIds.'],
        [{ Actions: [] }, 'MissingParameter', 'The request must contain the parameter Actions.'],
        [
          { Actions: ['Foo'] },
          'InvalidParameterValue',
          'Value SQS:Foo for parameter ActionName is invalid. Reason: Please refer to the appropriate WSDL for a list of valid actions. ',
        ],
        [
          { Actions: ['DeleteQueue'] },
          'InvalidParameterValue',
          'Value SQS:DeleteQueue for parameter ActionName is invalid. Reason: Only the queue owner is allowed to invoke this action.',
        ],
        [
          { Actions: Array.from({ length: 8 }, () => 'SendMessage') },
          'OverLimit',
          '8 Actions were found, maximum allowed is 7.',
        ],
      ].map(([change, code, text]) => ({
        input: {
          QueueUrl,
          Label: 'new',
          AWSAccountIds: [NEIGHBOUR],
          Actions: ['SendMessage'],
          ...(change as object),
        },
        code: code as string,
        message: text as string,
      })),
      {
        world: changed({
          policy: policyText(...Array.from({ length: 20 }, (_, at) => statement({ Sid: String(at) }))),
        }),
        input: { QueueUrl, Label: 'new', AWSAccountIds: [NEIGHBOUR], Actions: ['SendMessage'] },
        code: 'OverLimit',
        message: '21 Statements were found, maximum allowed is 20.',
      },
    ],
  }),
  row({
    operation: 'sqs:RemovePermission',
    world: SHOP,
    works: { QueueUrl, Label: 'press' },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')).toMatchObject({ policy: null, modified: NOW });
    },
    errors: [
      ...noQueue({ Label: 'press' }),
      {
        input: { QueueUrl, Label: 'other' },
        code: 'InvalidParameterValue',
        message: "Value other for parameter Label is invalid. Reason: can't find label.",
      },
      {
        input: { QueueUrl: queueUrl('returns'), Label: 'press' },
        code: 'InvalidParameterValue',
        message: "Value press for parameter Label is invalid. Reason: can't find label.",
      },
      {
        input: { QueueUrl, Label: '' },
        code: 'InvalidParameterValue',
        message: `Value  for parameter Label is invalid. Reason: ${NAME}`,
      },
    ],
  }),
  row({
    operation: 'sqs:TagQueue',
    world: SHOP,
    works: { QueueUrl, Tags: { team: 'books', stage: '' } },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')?.tags).toEqual({ team: 'books', Team: 'all', stage: '' });
    },
    errors: [
      ...noQueue({ Tags: { a: 'b' } }),
      ...badTags.map(({ tags, message: text }) => ({
        input: { QueueUrl, Tags: tags },
        code: 'InvalidParameterValue',
        message: text,
      })),
      {
        input: { QueueUrl, Tags: FIFTY },
        code: 'InvalidParameterValue',
        message: 'Too many tags added for queue jobs.',
      },
      {
        input: { QueueUrl, Tags: {} },
        code: 'MissingParameter',
        message: 'The request must contain the parameter Tags.',
      },
    ],
  }),
  row({
    operation: 'sqs:UntagQueue',
    world: SHOP,
    works: { QueueUrl, TagKeys: ['team', 'other'] },
    then: (output, world) => {
      expect(output).toEqual({});
      expect(queueIn(world, 'jobs')?.tags).toEqual({ Team: 'all' });
    },
    errors: [
      ...noQueue({ TagKeys: ['a'] }),
      {
        input: { QueueUrl, TagKeys: [] },
        code: 'MissingParameter',
        message: 'The request must contain the parameter TagKeys.',
      },
    ],
  }),
  row({
    operation: 'sqs:ListQueueTags',
    world: SHOP,
    works: { QueueUrl },
    then: (output) => expect(output).toEqual({ Tags: { team: 'sales', Team: 'all' } }),
    errors: noQueue({}),
  }),
  row({
    operation: 'sqs:ListQueueTags',
    world: SHOP,
    works: { QueueUrl: queueUrl('returns') },
    then: (output) => expect(output).toEqual({}),
    errors: [],
  }),
];

// Skeletons of answers: every operation has one, and it is shaped as answers are.
import { expect, test } from 'vitest';
import type { OperationName } from '../../call.ts';
import { OPERATIONS } from '../../operations.ts';
import { responseSkeleton } from './response-skeleton.ts';
import { responseMembers } from './responses.ts';

test.each(Object.keys(OPERATIONS) as OperationName[])('%s', (operation) =>
  expect(Object.keys(responseSkeleton(operation) ?? {})).toEqual(
    responseMembers(operation).map(({ name }) => name),
  ),
);

test.each<[OperationName, unknown]>([
  ['sts:GetCallerIdentity', { UserId: 'UserId', Account: 'Account', Arn: 'Arn' }],
  [
    'iam:ListAccessKeys',
    {
      AccessKeyMetadata: [
        {
          UserName: 'UserName',
          AccessKeyId: 'AccessKeyId',
          Status: 'Status',
          CreateDate: '1970-01-01T00:00:00',
        },
      ],
      IsTruncated: true,
      Marker: 'Marker',
    },
  ],
  ['iam:GetAccountSummary', { SummaryMap: { KeyName: 0 } }],
  ['lambda:ListTags', { Tags: { KeyName: '' } }],
  ['iam:DeleteUser', {}],
])('%s in full', (operation, expected) => expect(responseSkeleton(operation)).toEqual(expected));

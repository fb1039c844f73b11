// Marks: the places in policies that decided, or that are to blame.
import { describe, expect, test } from 'vitest';
import { OTHER_ACCOUNT, allow, deny, policy } from '../../../tests/evaluation/build.ts';
import { explained, YES, BUCKET, onBucket } from '../../../tests/evaluation/explained.ts';
import type { Explanation } from '../explain.ts';

describe('the marks', () => {
  const marked = (explanation: Explanation): string[] =>
    explanation.marks.flatMap(({ policy: { document }, spans }) =>
      spans.map(({ from, to, tone }) => `${tone} ${document.text.slice(from, to).replace(/\s+/g, ' ')}`),
    );

  test('an implicit deny marks what kept each Allow about the action from matching', () => {
    const ceiling = policy([
      allow({ Action: ['s3:Put*', 's3:List*'] }),
      allow({ Resource: 'arn:aws:s3:::shop-covers/*' }),
      allow({ Condition: { StringEquals: { k: 'v' } } }),
      deny({ Action: 's3:Put*' }),
    ]);
    expect(marked(explained({ identity: [YES], boundary: ceiling }))).toEqual([
      'implicit "arn:aws:s3:::shop-covers/*"',
      'implicit "k": "v"',
    ]);
  });

  test('a policy with no Allow about the action: the actions of the same service', () => {
    const ceiling = policy([allow({ Action: ['ec2:*', 's3:Put*', 's3:List*'] })]);
    expect(marked(explained({ identity: [YES], boundary: ceiling }))).toEqual([
      'implicit "s3:Put*"',
      'implicit "s3:List*"',
    ]);
  });

  test('when nothing came close, the lists of actions', () => {
    const far = policy([allow({ Action: 'ec2:*' }), allow({ Action: ['sqs:*', 'sns:*'] })]);
    expect(marked(explained({ identity: [far] }))).toEqual([
      'implicit "Action": "ec2:*"',
      'implicit "Action": [ "sqs:*", "sns:*" ]',
    ]);
  });

  test('the policy of the resource is marked too where an Allow in it would have been enough', () => {
    const near = allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-drafts/summer/*', Principal: '*' });
    const far = allow({ Action: 's3:Put*', Principal: '*' });
    expect(marked(explained({ resource: [policy([near, far], BUCKET)] }))).toEqual([
      'implicit "arn:aws:s3:::shop-drafts/summer/*"',
    ]);
  });

  test('a decision by statements marks them', () => {
    const both = policy([allow(), deny({ Sid: 'Never' })]);
    expect(marked(explained({ identity: [both] }))).toEqual([
      'explicit { "Effect": "Deny", "Action": "*", "Resource": "*", "Sid": "Never" }',
    ]);
    expect(marked(explained({ identity: [YES] }))).toEqual([
      'allow { "Effect": "Allow", "Action": "*", "Resource": "*" }',
    ]);
  });

  test('across accounts both sides are marked', () => {
    const marks = explained(
      { identity: [YES], resource: [onBucket('Allow')] },
      { resourceAccount: OTHER_ACCOUNT },
    ).marks;
    expect(marks.map(({ policy: { source } }) => source.name)).toEqual(['WriteDrafts', 'shop-drafts']);
  });
});

// "Did you mean" for actions: the first thing that is offered is what somebody meant, and can stand where it is put.
import { expect, test } from 'vitest';
import type { Arn } from '../../src/aws/arn.ts';
import { matching } from '../../src/policy/checks/known-actions.ts';
import { withFix, type Diagnostic } from '../../src/policy/diagnostic.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { ACTIONS, LEVEL_WORDS } from './mistakes/actions.ts';
import { VOCABULARY } from './vocabulary.ts';

interface Place {
  readonly type?: PolicyType;
  readonly resource?: ResourceKind;
  readonly about?: Arn;
}

function policy(action: string, { type = 'identity' }: Place = {}): string {
  const isOfResource = type === 'resource' || type === 'trust' || type === 'rcp';
  const statement = {
    Effect: type === 'rcp' || type === 'scp' ? 'Deny' : 'Allow',
    ...(isOfResource && { Principal: '*' }),
    Action: action,
    ...(type !== 'trust' && { Resource: '*' }),
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** What is wrong with the action itself. */
const faults = (text: string, { type = 'identity', ...where }: Place = {}): readonly Diagnostic[] =>
  diagnose(text, type, VOCABULARY, where).filter(
    ({ code, severity }) => severity === 'error' && /ACTION/.test(code),
  );

const actionOf = (text: string): unknown =>
  (JSON.parse(text) as { readonly Statement: readonly { readonly Action: unknown }[] }).Statement[0]?.Action;

/** The action after the first fix; null where there is none. */
function mended(action: string, place: Place = {}): unknown {
  const text = policy(action, place);
  const [found] = faults(text, place);
  expect(found?.code).toMatch(/^INVALID_(SERVICE_IN_)?ACTION$/);
  const [fix] = found?.fixes ?? [];
  if (!fix) return null;
  const after = withFix(text, fix);
  expect(faults(after, place)).toEqual([]);
  return actionOf(after);
}

test.each(ACTIONS)('%s: %s', (written, meant) => {
  expect(mended(written)).toBe(meant);
});

test.each(LEVEL_WORDS)('%s: the actions of %s', (written, label, patterns) => {
  expect(mended(written)).toEqual(patterns);
  const count = new Set(patterns.flatMap((pattern) => matching(VOCABULARY, pattern))).size;
  const [found] = faults(policy(written));
  expect(found?.fixes?.[0]?.label).toBe(`Use the ${count} actions of ${label}`);
});

test('patterns that stand for a level match its actions, all of them and no others', () => {
  for (const service of VOCABULARY.services.keys()) {
    const after = faults(policy(`${service}:Read`))[0]?.fixes?.[0];
    if (!after?.label.endsWith('of level Read')) continue;
    const patterns = actionOf(withFix(policy(`${service}:Read`), after)) as readonly string[];
    const found = new Set(patterns.flatMap((pattern) => matching(VOCABULARY, pattern)));
    const read = matching(VOCABULARY, `${service}:*`).filter(({ level }) => level === 'Read');
    expect(found).toEqual(new Set(read));
  }
});

test('a level that takes too many patterns is not written out, and the help says why', () => {
  const [found] = faults(policy('ec2:Write'));
  expect(found?.fixes).toBeUndefined();
  expect(found?.help).toBe(
    'Write is a word for many actions, and no action itself: name those that are needed.',
  );
});

test('a pattern tells how many actions it matches', () => {
  const [found] = faults(policy('kms:List'));
  const count = matching(VOCABULARY, 'kms:List*').length;
  expect(found?.fixes?.map(({ label }) => label)).toEqual([`Use "kms:List*" (${count} actions)`]);
  expect(found?.help).toBe(`The names of ${count} actions begin so: a * stands for the rest of them.`);
});

const BUCKET = { type: 'resource', resource: 'bucket' } as const;
const TOPIC = { type: 'resource', resource: 'topic' } as const;

test.each([
  ['s3:Get', BUCKET, 's3:Get*'],
  // What the policy of a bucket cannot be about.
  ['s3:ListAllMyBucket', BUCKET, null],
  ['cloudwatch:PutLogEvents', BUCKET, null],
  ['sqs:Send', { type: 'resource', resource: 'queue' }, 'sqs:SendMessage'],
  // SNS takes no patterns.
  ['sns:Get', TOPIC, ['sns:GetDataProtectionPolicy', 'sns:GetTopicAttributes']],
  ['sns:Pub', TOPIC, 'sns:Publish'],
  ['sts:Assume', { type: 'trust' }, 'sts:AssumeRole'],
  ['iam:AssumeRole', { type: 'trust' }, 'sts:AssumeRole'],
  ['st:AssumeRole', { type: 'trust' }, 'sts:AssumeRole'],
  ['s3:Get', { type: 'scp' }, 's3:Get*'],
  ['s3:Get', { type: 'rcp' }, 's3:Get*'],
] as const)('%s in a policy of %j: %s', (written, place, meant) => {
  expect(mended(written, place)).toEqual(meant);
});

test('a resource control policy is offered no service that it does not cover', () => {
  const told = faults(policy('elb:Describe*', { type: 'rcp' }), { type: 'rcp' });
  expect(told.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
});

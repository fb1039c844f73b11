// How much a statement has to do with the decision, and the tone that follows from it.
import { expect, test } from 'vitest';
import { ACCOUNT, allow, deny, policy, request } from '../../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies } from '../applicable.ts';
import { evaluate } from '../evaluate.ts';
import { explain } from '../explain.ts';

const YES = policy(allow());
const BUCKET = { name: 'shop-drafts', kind: 'resource' } as const;

const bearings = (policies: Partial<ApplicablePolicies>): string[] =>
  explain(evaluate({ ...NO_POLICIES, ...policies }, request())).statements.map(
    ({ bearing, tone, result }) => `${result.layer} ${bearing} ${tone}`,
  );
const other = allow({ Action: 's3:Put*' });
const elsewhere = allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-covers/*' });
const conditional = deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } });

test('an implicit deny: the Allows about the action came near', () => {
  expect(bearings({ identity: [policy([other, elsewhere, conditional])] })).toEqual([
    'identity otherAction neutral',
    'identity near implicit',
    'identity aside neutral',
  ]);
});

test('so they did in the policy of the resource, where one would have been enough too', () => {
  const onlyBob = { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` };
  const statements = [
    { ...elsewhere, Principal: '*' },
    { ...elsewhere, Principal: onlyBob },
    { ...other, Principal: onlyBob },
  ];
  expect(bearings({ resource: [policy(statements, BUCKET)] })).toEqual([
    'resource near implicit',
    'resource near implicit',
    'resource otherAction neutral',
  ]);
});

test('what decided, and what made no difference', () => {
  expect(bearings({ identity: [policy([elsewhere, allow()])], boundary: YES })).toEqual([
    'identity aside neutral',
    'identity decided allow',
    'boundary matched allow',
  ]);
  expect(bearings({ identity: [YES], resource: [policy(deny({ Principal: '*' }), BUCKET)] })).toEqual([
    'resource decided explicit',
    'identity matched allow',
  ]);
});

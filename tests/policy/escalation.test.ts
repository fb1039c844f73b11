// The catalogue of privilege escalation: every way is found where all of its actions are allowed everywhere, and only there.
import { describe, expect, test } from 'vitest';
import { ESCALATIONS } from '../../src/policy/checks/escalation-methods.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { VOCABULARY } from './vocabulary.ts';

const CODE_OF = {
  self: 'SELF_ESCALATION',
  takeover: 'PRINCIPAL_TAKEOVER',
  new: 'ESCALATION_BY_NEW_RESOURCE',
  existing: 'ESCALATION_BY_EXISTING_RESOURCE',
  guardrails: 'WEAKENED_GUARDRAILS',
} as const;

const WAYS = Object.entries(CODE_OF).flatMap(([kind, code]) =>
  ESCALATIONS[kind as keyof typeof CODE_OF].map((set) => [set, code] as const),
);

const codesOf = (...statements: readonly object[]): string[] =>
  diagnose(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'identity', VOCABULARY).map(
    ({ code }) => code,
  );

const allow = (Action: readonly string[], more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});

describe.each(WAYS)('%s', (set, code) => {
  const actions = set.split(' ');

  test('is found, also spread over statements', () => {
    expect(codesOf(allow(actions))).toContain(code);
    expect(codesOf(...actions.map((action) => allow([action])))).toContain(code);
  });

  test('is none when it is denied, conditional, or about one resource', () => {
    expect(codesOf(allow(actions), { Effect: 'Deny', Action: actions, Resource: '*' })).not.toContain(code);
    expect(codesOf(allow(actions, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))).not.toContain(
      code,
    );
    expect(codesOf(allow(actions, { Resource: 'arn:aws:iam::111122223333:role/one' }))).not.toContain(code);
  });

  test('is made of actions that AWS has', () => {
    expect(actions.filter((action) => VOCABULARY.action(action) === undefined)).toEqual([]);
  });
});

test('whoever may do everything is told so once for each kind', () => {
  expect(codesOf(allow(['*'])).filter((code) => Object.values<string>(CODE_OF).includes(code))).toEqual(
    Object.values(CODE_OF),
  );
});

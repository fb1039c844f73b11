// Notes: an evaluation says where AWS leaves open what happens, and does not where nothing was open.
import { describe, expect, test } from 'vitest';
import { ACCOUNT, ALICE, allow, deny, policy, principal, request } from '../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { NoteCode } from './note.ts';
import type { ContextValue, Request } from './request.ts';

const notesOf = (policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}) =>
  evaluate({ ...NO_POLICIES, ...policies }, request(asked)).notes;

const codes = (policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}): NoteCode[] =>
  notesOf(policies, asked).map(({ code }) => code);

describe('a condition', () => {
  test.each<[string, unknown, ContextValue | undefined, NoteCode[]]>([
    ['StringEquals', 'a', 'a', []],
    ['StringNotEquals', 'a', ['a', 'b'], ['negatedSeveralValues']],
    ['StringEquals', 'a', ['a', 'b'], []],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], []],
    ['NumericNotEquals', '5', 'five', ['unreadableValue']],
    ['NumericNotEquals', 'five', '5', ['unreadableValue']],
    ['NumericEquals', '5', 'five', []],
    ['NumericEqualsIfExists', '5', 'five', ['unreadableValue']],
    ['NotIpAddress', '10.0.0.0/8', 'nowhere', ['unreadableValue']],
    ['NotIpAddress', '10.0.0.0/8', '10.0.0.1', []],
    ['DateGreaterThan', '2026', '2026-11-22T10:14:05Z', ['yearOrSeconds']],
    ['DateGreaterThan', '2026-01', '2026-11-22T10:14:05Z', []],
    ['NumericEquals', '2026', '2026', []],
    ['StringLike', '${aws:PrincipalTag/team}/*', 'red/x', ['wildcardInVariable']],
    ['StringEquals', '${aws:PrincipalTag/team}', 'red/x', []],
    ['StringLike', ['home/', '${aws:PrincipalTag/unit}'], 'home/', ['variableWithoutValue']],
    ['StringLike', ['home/', "${aws:PrincipalTag/unit, 'x'}"], 'home/', []],
    ['StringLike', '${aws:PrincipalTag/unit}', 'home/', []],
    ['StringEquals', '${aws:TagKeys}', 'a', ['severalValuesInVariable']],
    ['Bool', '${aws:PrincipalTag/flag}', 'true', ['variableInBool']],
    ['StringEquals', 'a', '', ['emptyValue']],
    ['ForAnyValue:StringEqualsIfExists', 'a', undefined, ['anyValueIfExists']],
    ['ForAnyValue:StringEqualsIfExists', 'a', 'a', []],
  ])('%s %j against %j', (operator, wanted, actual, expected) => {
    const context = {
      'aws:PrincipalTag/team': 'r*d',
      'aws:PrincipalTag/flag': 'true',
      'aws:TagKeys': ['a', 'b'],
      ...(actual === undefined ? {} : { k: actual }),
    };
    const identity = [policy(allow({ Condition: { [operator]: { k: wanted } } }))];
    expect(codes({ identity }, { context })).toEqual(expected);
  });

  test('that was never reached carries no note', () => {
    const identity = [policy(allow({ Action: 'ec2:*', Condition: { StringNotEquals: { k: 'a' } } }))];
    expect(codes({ identity }, { context: { k: ['a', 'b'] } })).toEqual([]);
  });
});

const service = principal({ service: 'sns.amazonaws.com' });
const bucket = (statement: Record<string, unknown>) => [policy(statement, { kind: 'resource' })];

test.each<[NoteCode[], Partial<ApplicablePolicies>, Partial<Request>]>([
  [
    ['everyoneIncludesServices'],
    { resource: bucket(allow({ Principal: { AWS: '*' } })) },
    { principal: service },
  ],
  [[], { resource: bucket(allow({ Principal: '*' })) }, { principal: service }],
  [['notPrincipalChain'], { resource: bucket(deny({ NotPrincipal: { AWS: ALICE } })) }, {}],
  [[], { resource: bucket(deny({ NotPrincipal: { AWS: [ALICE, ACCOUNT] } })) }, {}],
  [[], { resource: bucket(deny({ NotPrincipal: { AWS: `${ALICE}2` } })) }, {}],
  [['wildcardInService'], { identity: [policy(allow({ Action: 's?:Get*' }))] }, {}],
  [[], { identity: [policy(allow({ Action: ['*'] }))] }, {}],
  [['severalLayersRefuse'], { boundary: policy(allow({ Action: 'ec2:*' })) }, {}],
  [['severalLayersRefuse'], { identity: [policy(deny())], boundary: policy(deny()) }, {}],
  [[], { identity: [policy(deny())] }, {}],
  [
    ['keyTwice'],
    { identity: [policy(allow({ Condition: { StringEquals: { 'aws:ResourceTag/env': 'a' } } }))] },
    { context: { 'aws:ResourceTag/env': 'a', 'aws:ResourceTag/Env': 'b' } },
  ],
  [
    ['forwardedSourceIp'],
    { identity: [policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }))] },
    { context: { 'aws:SourceIp': '203.0.113.10' }, forwardedBy: ['athena.amazonaws.com'] },
  ],
])('%j, %#', (expected, policies, asked) => {
  expect(codes(policies, asked)).toEqual(expected);
});

test('each statement has its note, and the explanation says each choice once, with its statements', () => {
  const odd = { Condition: { StringNotEquals: { k: 'a' } } };
  const evaluation = evaluate(
    { ...NO_POLICIES, identity: [policy([allow(odd), allow(odd)])] },
    request({ context: { k: ['a', 'b'] } }),
  );
  expect(evaluation.notes.map(({ at }) => at?.statement.index)).toEqual([0, 1]);
  expect(evaluation.notes[0]?.at).toBe(evaluation.layers[4]?.statements[0]);
  const { notes } = explain(evaluation);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.text).toMatch(/^AWS .*\. Here .*\.$/);
  expect(notes[0]?.at).toHaveLength(2);
});

// Calls that make several requests: which of their evaluations decides.
import { expect, test } from 'vitest';
import { allow, deny, policy, request } from '../../tests/evaluation/build.ts';
import { NO_POLICIES } from './applicable.ts';
import { decisiveOf } from './call.ts';
import { evaluate } from './evaluate.ts';
import { UNKNOWN } from './request.ts';

const given = (statement: object, context = {}) =>
  evaluate({ ...NO_POLICIES, identity: [policy({ ...statement })] }, request({ context }));
const YES = given(allow());
const NO = given(deny());
const SILENT = given(allow({ Action: 'ec2:*' }));
const OPEN = given(allow({ Condition: { StringEquals: { k: 'v' } } }), { k: UNKNOWN });

test.each([
  ['nothing asked', [], null],
  ['one allowed', [YES], YES],
  ['a refusal before an Allow', [SILENT, YES], SILENT],
  ['a refusal after an Allow', [YES, NO], NO],
  ['the first of two refusals', [SILENT, NO], SILENT],
  ['what is open, where nothing refuses', [OPEN, YES], OPEN],
  ['a refusal after what is open', [OPEN, NO], NO],
])('%s', (_, evaluations, expected) => {
  expect(decisiveOf(evaluations)).toBe(expected);
});

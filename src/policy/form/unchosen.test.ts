// Which faults say only that something is not chosen yet: of new statements all, of finished ones none.
import { expect, test } from 'vitest';
import { known } from '../../../tests/fixtures/completion.ts';
import { loadVocabulary } from '../../aws/catalogue.ts';
import type { PolicyType } from '../document.ts';
import { diagnose } from '../validate.ts';
import { addStatement, setCondition } from './edit-form.ts';
import { formFaults } from './form-faults.ts';
import { readForm, type FormStatement } from './read-form.ts';
import { isUnchosen } from './unchosen.ts';

const vocabulary = await loadVocabulary();

/** The codes of what is found in the first statement, by whether it is only not chosen yet. */
function codes(text: string, type: PolicyType): { readonly unchosen: string[]; readonly told: string[] } {
  const [faults = []] = formFaults(text, diagnose(text, type, vocabulary, { known })).statements;
  const of = (is: boolean) =>
    faults.filter((fault) => isUnchosen(fault, first(text)) === is).map(({ diagnostic }) => diagnostic.code);
  return { unchosen: of(true), told: of(false) };
}

function first(text: string): FormStatement {
  const [statement] = readForm(text)?.statements ?? [];
  if (!statement) throw new Error('no statement');
  return statement;
}

test.each<PolicyType>(['identity', 'boundary', 'session', 'scp', 'rcp', 'trust', 'resource', 'endpoint'])(
  'nothing is held against a new statement of a policy of type %s',
  (type) => {
    const { unchosen, told } = codes(addStatement('{}', type), type);
    expect(unchosen).toContain('EMPTY_ARRAY_ACTION');
    // That everyone is let in is no matter of what is still to be chosen.
    expect(told.filter((code) => code !== 'PUBLIC_ACCESS')).toEqual([]);
  },
);

const WHOLE = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::maple-drafts/*' };
const policyOf = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

test.each([
  'StringEquals',
  'Null',
  'StringEqualsIfExists',
  'ForAnyValue:StringEquals',
  'ForAllValues:StringEquals',
])('nor against a new condition with %s', (operator) => {
  const whole = policyOf(WHOLE);
  const text = setCondition(whole, first(whole), null, { operator, key: 'aws:TagKeys', values: [] });
  expect(codes(text, 'identity').unchosen).toEqual([expect.stringMatching(/^EMPTY_ARRAY_CONDITION/)]);
});

test('what is wrong with what was chosen stays', () => {
  const { unchosen, told } = codes(policyOf({ ...WHOLE, Action: 's3:GetObjct', Resource: [] }), 'identity');
  expect(unchosen).toEqual(['EMPTY_ARRAY_RESOURCE']);
  expect(told).toContain('INVALID_ACTION');
  expect(codes(policyOf({}), 'trust')).toEqual({
    unchosen: ['MISSING_EFFECT', 'MISSING_ACTION', 'MISSING_PRINCIPAL'],
    told: [],
  });
  expect(codes(policyOf({ ...WHOLE, Principal: {} }), 'identity').told).toContain('UNSUPPORTED_PRINCIPAL');
});

// No fix lets more requests through without saying so: the engine is asked before and after, for documents that can be saved.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import type { Whereabouts } from '../../src/policy/checks/subject.ts';
import { withFix } from '../../src/policy/diagnostic.ts';
import type { PolicyType } from '../../src/policy/document.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { ACTIONS } from './mistakes/actions.ts';
import { OF_GUARDRAILS } from './mistakes/guardrails.ts';
import { OF_IDENTITIES } from './mistakes/identity.ts';
import { OF_RESOURCES } from './mistakes/resources.ts';
import { canBeSaved, newlyAllowed } from './requests-about.ts';
import { VOCABULARY } from './vocabulary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 120_000 });

interface Sample extends Whereabouts {
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
}

const codes = (text: string, reason: string): (readonly [string, string])[] =>
  text.split(/\s+/).map((code) => [code, reason]);

/** Findings that say that what is written matches nothing as it is: with their fixes it matches what was meant. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ...codes(
    'INVALID_ACTION INVALID_SERVICE_IN_ACTION INVALID_SERVICE INVALID_REGION INVALID_SERVICE_PRINCIPAL_FORMAT',
    'no request has a name that AWS does not have',
  ),
  ...codes(
    'INVALID_GLOBAL_CONDITION_KEY INVALID_SERVICE_CONDITION_KEY INVALID_CONDITION_KEY_FORMAT UNSUPPORTED_GLOBAL_CONDITION_KEY DEPRECATED_GLOBAL_CONDITION_KEY',
    'no request has a key that AWS does not have',
  ),
  ...codes(
    'TYPE_MISMATCH_NUMBER TYPE_MISMATCH_BOOLEAN NULL_VALUE_NOT_BOOLEAN',
    'what is no number, and neither true nor false, compares with nothing',
  ),
  ...codes(
    `MISSING_ARN_REGION MISSING_ARN_FIELD MISSING_ARN_ACCOUNT INVALID_ARN_SERVICE_CASE INVALID_ARN_RESOURCE
    INVALID_ARN_REGION INVALID_ARN_PREFIX ARN_ACCOUNT_NOT_ALLOWED RESOURCE_NOT_FOUND OTHER_RESOURCE_IN_POLICY`,
    'there is nothing of that ARN, or the policy is not about it',
  ),
  ['INVALID_CHARACTER', 'no name of AWS has such a letter'],
  ['RESOURCE_MISMATCH', 'an action is never asked for on a resource of another type'],
  ['MISSING_ACTION_FOR_CONDITION_KEY', 'the key comes only with the action that is missing'],
  ['GATEWAY_PRINCIPAL', 'a gateway endpoint knows nobody by that principal'],
]);

/** Fixes after which a request is allowed that was denied, and that do not say so. */
function silentlyWider({ type, text, ...where }: Sample): string[] {
  if (!canBeSaved(text, type, where.resource)) return [];
  return diagnose(text, type, VOCABULARY, where).flatMap(({ code, fixes = [] }) =>
    fixes
      .filter(({ allowsMore }) => !allowsMore && !EXCEPTIONS.has(code))
      .flatMap((fix) => {
        const after = withFix(text, fix);
        const wider = newlyAllowed(text, after, type);
        return wider ? [`${code}: ${fix.label} in ${text}: ${JSON.stringify(wider)}`] : [];
      }),
  );
}

const SAMPLES = join(import.meta.dirname, 'samples');
const KNOWN = knownNames(RICH, '111122223333', 'eu-west-1');

const ofCodes: readonly Sample[] = readdirSync(SAMPLES).map((name) => {
  const text = readFileSync(join(SAMPLES, name, 'input.json'), 'utf8');
  const { type, inAccount, resource, about, endpoint } = JSON.parse(
    readFileSync(join(SAMPLES, name, 'diagnostics.json'), 'utf8'),
  ) as Whereabouts & { readonly type: PolicyType; readonly inAccount?: true };
  return { name, type, text, resource, about, endpoint, known: inAccount && KNOWN };
});

const policy = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const ofPeople: readonly Sample[] = [...OF_IDENTITIES, ...OF_RESOURCES, ...OF_GUARDRAILS].map(
  ({ name, type = 'identity', statements, resource, about, endpoint, known }) => ({
    ...{ name, type, text: policy(statements), resource, about, endpoint, known },
  }),
);

const ofActions: readonly Sample[] = ACTIONS.map(([Action]) => ({
  name: Action,
  type: 'identity',
  text: policy({ Effect: 'Allow', Action, Resource: '*' }),
}));

test.each(
  [...ofCodes, ...ofPeople, ...ofActions].map((sample) => [sample.type, sample.name, sample] as const),
)('%s, %s', (_type, _name, sample) => {
  expect(silentlyWider(sample)).toEqual([]);
});

const ARN_VALUES = [
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/dev',
  '*role/dev',
  'arn:aws:*:111122223333:x',
];
/** Keys of every type, each with values as people write them. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'aws:username': ['ana', 'admin-*', 'Ana', '*'],
  'aws:UserName': ['ana', 'ben'],
  'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-*'],
  'aws:RequestedRegion': ['eu-west-1', 'eu-*'],
  'aws:PrincipalTag/team': ['red', 're?', 'true', '3'],
  'aws:PrincipalArn': ARN_VALUES,
  'aws:SourceArn': ARN_VALUES,
  'aws:MultiFactorAuthPresent': ['true', 'false', 'True', true, '1'],
  'aws:SecureTransport': ['true', 'false', false],
  'aws:MultiFactorAuthAge': ['3600', '1h', 3600, '60 minutes'],
  'glacier:ArchiveAgeInDays': ['365', 365],
  'aws:CurrentTime': ['2026-11-22T10:00:00Z', '1795341600'],
  'aws:SourceIp': ['203.0.113.7', '203.0.113.0/24', '2001:db8::/32'],
  'aws:TagKeys': ['red', 'blue', 're*'],
  'aws:CalledVia': ['athena.amazonaws.com', 'kms.amazonaws.com'],
};

const TEXTS = ['String', 'StringNot'].flatMap((start) =>
  ['Equals', 'EqualsIgnoreCase', 'Like'].map((end) => start + end),
);
const ARNS = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'];
const NUMBERS = ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericGreaterThanEquals'];
const DATES = ['DateEquals', 'DateNotEquals', 'DateLessThan'];
const OPERATORS = [...TEXTS, ...ARNS, ...NUMBERS, ...DATES, 'Bool', 'IpAddress', 'NotIpAddress'];

/** Operators that suit a key, or nearly. */
function near(key: string): readonly string[] {
  if (/arn$/i.test(key)) return [...TEXTS, ...ARNS];
  if (/present|transport/i.test(key)) return ['Bool', 'Bool', 'StringEquals', 'StringNotEquals'];
  if (/age|days/i.test(key)) return NUMBERS;
  if (/time$/i.test(key)) return [...DATES, 'NumericLessThan'];
  return /ip$/i.test(key) ? ['IpAddress', 'NotIpAddress', 'StringEquals', 'StringNotLike'] : TEXTS;
}

const valued = (key: string): fc.Arbitrary<readonly [string, unknown]> =>
  fc
    .subarray([...(VALUES[key] ?? [])], { minLength: 1, maxLength: 2 })
    .map((values) => [key, values.length === 1 ? values[0] : values]);

const someBlock = fc
  .uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 1, maxLength: 2 })
  .chain((keys) =>
    fc.tuple(
      fc.constantFrom('', '', '', 'ForAnyValue:', 'ForAllValues:'),
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...near(keys[0] ?? '')) },
        { weight: 1, arbitrary: fc.constantFrom(...OPERATORS) },
      ),
      fc.constantFrom('', '', 'IfExists'),
      fc.tuple(...keys.map(valued)),
    ),
  )
  .map(([set, operator, ending, keys]) => [set + operator + ending, Object.fromEntries(keys)] as const);

const someSample = fc
  .tuple(
    fc.constantFrom('Allow', 'Deny'),
    fc.array(someBlock, { minLength: 1, maxLength: 2 }),
    fc.constantFrom(undefined, 2),
  )
  .map(([Effect, blocks, space]): Sample => ({
    name: 'generated',
    type: 'identity',
    text: JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: [{ Effect, Action: 's3:*', Resource: '*', Condition: Object.fromEntries(blocks) }],
      },
      null,
      space,
    ),
  }));

test('generated conditions', () => {
  fc.assert(
    fc.property(someSample, (sample) => {
      expect(silentlyWider(sample)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

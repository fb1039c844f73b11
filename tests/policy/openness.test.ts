// The law of openness: whom the evaluation lets in from outside, a finding tells of; and what is not saved has an error.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import { NO_POLICIES, type AppliedPolicy } from '../../src/evaluation/applicable.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { isPublicPolicy } from '../../src/evaluation/s3/public.ts';
import type { Principal, RequestContext } from '../../src/evaluation/request.ts';
import type { ActionName, Arn } from '../../src/aws/arn.ts';
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';
import { readDraft } from '../../src/policy/draft.ts';
import { BASE_OPERATORS } from '../../src/policy/operators.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { grammarOf } from '../../src/policy/resource-grammars.ts';
import { resourceFault } from '../../src/policy/save-resource.ts';
import { saveError } from '../../src/policy/save.ts';
import { missingControl } from '../../src/policy/shared-oidc.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { policy } from '../evaluation/build.ts';
import { RICH } from '../fixtures/rich-world.ts';
import {
  ACCOUNT,
  BUCKET,
  FUNCTION,
  GITHUB,
  KEY,
  ORGANIZATION,
  QUEUE,
  SECRET,
  TABLE,
  TOPIC,
} from './mistakes/mistake.ts';
import { VOCABULARY } from './vocabulary.ts';

// A busy machine takes long.
vi.setConfig({ testTimeout: 120_000 });

interface Place {
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  readonly about?: Arn;
  readonly action: ActionName;
  readonly target: Arn;
  /** Whether the service takes requests without a signature. */
  readonly isOpen?: true;
}

const ROLE = `arn:aws:iam::${ACCOUNT}:role/app` as const;
const PLACES: readonly Place[] = [
  { ...BUCKET, action: 's3:GetObject', target: 'arn:aws:s3:::bookshop/list.csv', isOpen: true },
  { ...QUEUE, action: 'sqs:SendMessage', target: QUEUE.about, isOpen: true },
  { ...TOPIC, action: 'sns:Publish', target: TOPIC.about, isOpen: true },
  { ...KEY, action: 'kms:Decrypt', target: KEY.about },
  { ...FUNCTION, action: 'lambda:InvokeFunction', target: FUNCTION.about },
  { ...SECRET, action: 'secretsmanager:GetSecretValue', target: SECRET.about },
  { ...TABLE, action: 'dynamodb:GetItem', target: TABLE.about },
  { type: 'trust', action: 'sts:AssumeRole', target: ROLE },
];

/** Somebody from outside of whom no policy of the pool knows, and with values that nobody there meant. */
const FOREIGN = '999988887777';
const SERVICE = 's3.amazonaws.com';

interface Caller {
  readonly principal: Principal;
  readonly context: RequestContext;
}

const OF_THE_CALL: RequestContext = {
  'aws:SecureTransport': 'true',
  'aws:CurrentTime': '2026-11-26T12:00:00Z',
  'aws:SourceIp': '198.51.100.7',
  'aws:Referer': 'https://example.com/',
};
const OF_A_USER: RequestContext = {
  ...OF_THE_CALL,
  'aws:userid': 'AIDAOUTSIDEOUTSIDE123',
  'aws:PrincipalTag/team': 'blue',
  'aws:MultiFactorAuthPresent': 'true',
  'kms:CallerAccount': FOREIGN,
  'kms:ViaService': 's3.eu-west-1.amazonaws.com',
};
const CALLERS: readonly Caller[] = [
  { principal: { kind: 'anonymous' }, context: OF_THE_CALL },
  { principal: { kind: 'anonymous' }, context: {} },
  {
    principal: { kind: 'user', arn: `arn:aws:iam::${FOREIGN}:user/noor`, account: FOREIGN, name: 'noor' },
    context: OF_A_USER,
  },
  {
    principal: {
      kind: 'roleSession',
      arn: `arn:aws:sts::${FOREIGN}:assumed-role/Admin/noor`,
      account: FOREIGN,
      roleName: 'Admin',
      sessionName: 'noor',
    },
    context: {
      ...OF_A_USER,
      'aws:userid': 'AROAOUTSIDEOUTSIDE123:noor',
      'aws:PrincipalOrgID': 'o-zzzzzzzzzz',
      'aws:PrincipalOrgPaths': ['o-zzzzzzzzzz/r-zzzz/'],
      'aws:SourceVpce': 'vpce-99999999',
      'aws:SourceVpc': 'vpc-99999999',
    },
  },
];
const asService = (context: RequestContext): Caller => ({
  principal: { kind: 'service', service: SERVICE },
  context: {
    ...OF_THE_CALL,
    'aws:PrincipalServiceName': SERVICE,
    'aws:PrincipalIsAWSService': 'true',
    ...context,
  },
});
const SERVICES: readonly Caller[] = [
  // Not every service says for whom it acts.
  asService({}),
  ...[`arn:aws:sns:eu-west-1:${FOREIGN}:theirs`, 'arn:aws:s3:::theirs'].map((source) =>
    asService({
      'aws:SourceArn': source,
      'aws:SourceAccount': FOREIGN,
      'aws:SourceOwner': FOREIGN,
      'aws:SourceOrgID': 'o-zzzzzzzzzz',
    }),
  ),
];

const POOL: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalOrgID': [ORGANIZATION, 'o-*', '*', '${aws:PrincipalOrgID}', '${aws:ResourceOrgID}'],
  'aws:PrincipalOrgPaths': [`${ORGANIZATION}/*`, 'o-*', '*'],
  'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/*`, 'arn:aws:iam::*:role/Admin', '*:role/Admin', '*'],
  'aws:PrincipalAccount': [ACCOUNT, '9*', '????????????', '*', 'anonymous', '${aws:PrincipalAccount}'],
  'aws:PrincipalType': ['User', 'AssumedRole', 'Anonymous'],
  'aws:PrincipalTag/team': ['blue', '*'],
  'aws:username': ['noor', 'n*', '*'],
  'aws:userid': ['AROAINSIDEINSIDE12345:*', 'AROA*', '*:noor', 'anonymous'],
  'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0', '192.0.0.0/3', '198.51.100.7/33'],
  'aws:SourceVpce': ['vpce-1a2b3c4d', 'vpce-*'],
  'aws:SourceVpc': ['vpc-1a2b3c4d', '*'],
  'aws:SourceArn': [
    `arn:aws:sns:*:${ACCOUNT}:*`,
    'arn:aws:sns:*:*:*',
    'arn:aws:s3:*:*:bookshop',
    'arn:aws:s3:::*',
    '*',
  ],
  'aws:SourceAccount': [ACCOUNT, '9*', '*'],
  'aws:SourceOwner': [ACCOUNT, '*'],
  'aws:SourceOrgID': [ORGANIZATION, 'o-*'],
  'aws:PrincipalIsAWSService': ['true', 'false'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:Referer': ['https://example.com/*', 'secret'],
  'aws:CurrentTime': ['2030-01-01T00:00:00Z'],
  'kms:ViaService': ['s3.eu-west-1.amazonaws.com', '*'],
  'kms:CallerAccount': [ACCOUNT, '*', '9*'],
  'sts:ExternalId': ['bookshop-7', '*'],
};

const someOperator = fc
  .tuple(
    fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
    // Those that are met by what the pool holds, more often than the rest.
    fc.oneof(
      fc.constantFrom('StringEquals', 'StringLike', 'StringNotLike', 'ArnLike', 'IpAddress', 'Bool', 'Null'),
      fc.constantFrom(...BASE_OPERATORS),
    ),
    fc.constantFrom('', '', 'IfExists'),
  )
  .map(([set, base, ifExists]) => (base === 'Null' ? 'Null' : set + base + ifExists));

const someCondition = fc
  .constantFrom(...Object.keys(POOL))
  .chain((key) =>
    fc.record({
      key: fc.constant(key),
      operator: someOperator,
      values: fc.array(fc.constantFrom('true', 'false', ...(POOL[key] ?? [])), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  )
  .map(({ key, operator, values }) => ({ [operator]: { [key]: values } }));

const someConditions = fc
  .array(someCondition, { maxLength: 3 })
  .map((blocks) => blocks.reduce((all, block) => ({ ...all, ...block }), {}));

const EVERYTHING: AppliedPolicy = policy({ Effect: 'Allow', Action: '*', Resource: '*' });

function isLetIn(text: string, { action, target }: Place, { principal, context }: Caller): boolean {
  const { document } = parsePolicy(text);
  if (document === null) return false;
  const { outcome } = evaluate(
    {
      ...NO_POLICIES,
      identity: 'account' in principal ? [EVERYTHING] : [],
      resource: [{ source: { id: 'r', name: 'r', kind: 'resource' }, document }],
    },
    { principal, action, resource: target, resourceAccount: ACCOUNT, context },
  ).decision;
  return outcome === 'allow';
}

const textOf = (place: Place, Principal: unknown, Condition: object, Action: string = place.action): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal,
      Action,
      ...(place.type !== 'trust' && { Resource: place.target }),
      ...(Object.keys(Condition).length > 0 && { Condition }),
    },
  });

const codesOf = (text: string, { type, resource, about }: Place): string[] =>
  diagnose(text, type, VOCABULARY, { resource, about }).map(({ code }) => code);

const IS_PUBLIC = /^(?:PUBLIC_ACCESS|ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL)$/;
const IS_FOR_ANYONE = /^(?:RESTRICT_ACCESS_TO|RECOMMENDED_CONDITION_KEY_FOR)_SERVICE_PRINCIPAL$/;

test('everyone: whoever is let in from outside is told of', () => {
  let open = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES),
      fc.constantFrom<unknown>('*', { AWS: '*' }),
      someConditions,
      (place, principal, conditions) => {
        const text = textOf(place, principal, conditions);
        const callers = [...CALLERS, ...SERVICES].filter(
          (caller) => place.isOpen === true || caller.principal.kind !== 'anonymous',
        );
        if (!callers.some((caller) => isLetIn(text, place, caller))) return;
        open++;
        expect(codesOf(text, place)).toContainEqual(expect.stringMatching(IS_PUBLIC));
      },
    ),
    { numRuns: 4000 },
  );
  expect(open).toBeGreaterThan(500);
});

test('a bucket: what S3 counts as public is told of, and nothing else', () => {
  fc.assert(
    fc.property(someConditions, (conditions) => {
      const place = { ...BUCKET, action: 's3:GetObject', target: 'arn:aws:s3:::bookshop/list.csv' } as const;
      const text = textOf(place, '*', conditions);
      const { document } = parsePolicy(text);
      // S3 does not say how it takes the one value that callers without a signature have.
      if (document === null || text.includes('anonymous')) return;
      expect(codesOf(text, place).includes('PUBLIC_ACCESS')).toBe(isPublicPolicy(document));
    }),
    { numRuns: 2000 },
  );
});

test('a role for everyone: it is not said that a condition keeps out whom it lets in', () => {
  const place = PLACES.find(({ type }) => type === 'trust');
  if (place === undefined) throw new Error('no role');
  fc.assert(
    fc.property(someConditions, (conditions) => {
      const text = textOf(place, { AWS: '*' }, conditions);
      if (!CALLERS.slice(2).some((caller) => isLetIn(text, place, caller))) return;
      const told = diagnose(text, 'trust', VOCABULARY).map(({ message }) => message);
      expect(told).not.toContainEqual(expect.stringMatching(/^Only the condition/));
    }),
    { numRuns: 1000 },
  );
});

test('a service: for whose account it acts is told of, where that is anyone’s', () => {
  let open = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES.filter(({ type }) => type === 'resource')),
      someConditions,
      (place, conditions) => {
        const text = textOf(place, { Service: SERVICE }, conditions);
        if (!SERVICES.some((caller) => isLetIn(text, place, caller))) return;
        open++;
        expect(codesOf(text, place)).toContainEqual(expect.stringMatching(IS_FOR_ANYONE));
      },
    ),
    { numRuns: 2000 },
  );
  expect(open).toBeGreaterThan(200);
});

// Of tokens
const CLAIMS = ['sub', 'sub', 'aud', 'repository', 'amr'] as const;
const WORDS = [
  '*',
  '?*',
  'repo:*',
  'repo:bookshop/site:*',
  'repo:m*',
  'repo:bookshop/site:ref:refs/heads/main',
  'true',
  'false',
];
const ISSUERS = [
  GITHUB,
  'gitlab.com',
  'app.terraform.io',
  'idp.example.com',
  'cognito-identity.amazonaws.com',
];
const federated = (issuer: string): string =>
  issuer.startsWith('cognito') ? issuer : `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;

const someOperatorOfTokens = fc.oneof(
  fc.constantFrom('StringLike', 'StringEquals', 'StringLikeIfExists'),
  someOperator,
);

const someTokens = fc.constantFrom(...ISSUERS).chain((issuer) =>
  fc.record({
    issuer: fc.constant(issuer),
    conditions: fc
      .array(
        fc
          .tuple(
            someOperatorOfTokens,
            fc.constantFrom(...CLAIMS),
            fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
          )
          .map(([operator, claim, values]) => ({ [operator]: { [`${issuer}:${claim}`]: values } })),
        { maxLength: 3 },
      )
      .map((blocks) => blocks.reduce((all, block) => ({ ...all, ...block }), {})),
  }),
);
const IS_FOR_ANY_TOKEN = /^MISSING_(?:GITHUB_REPO_CONDITION_KEY|CONDITION_KEY_FOR_OIDC_PRINCIPAL)$/;
const WEB_IDENTITY: Place = { type: 'trust', action: 'sts:AssumeRoleWithWebIdentity', target: ROLE };

test('a provider: a token of somebody else is told of, where it will do', () => {
  let open = 0;
  fc.assert(
    fc.property(someTokens, ({ issuer, conditions }) => {
      const text = textOf(WEB_IDENTITY, { Federated: federated(issuer) }, conditions);
      const aud = { [`${issuer}:aud`]: 'theirs' };
      const rest = {
        [`${issuer}:sub`]: 'repo:mallory/theirs:ref:refs/heads/main',
        [`${issuer}:repository`]: 'mallory/theirs',
        [`${issuer}:amr`]: ['unauthenticated'],
      };
      const principal = { kind: 'federatedIdentity', provider: federated(issuer) } as const;
      const tokens = [aud, { ...aud, ...rest }];
      if (!tokens.some((context) => isLetIn(text, WEB_IDENTITY, { principal, context }))) return;
      open++;
      const found = diagnose(text, 'trust', VOCABULARY).filter(({ severity }) => severity !== 'suggestion');
      const isTold = found.some(
        ({ code, severity }) =>
          IS_FOR_ANY_TOKEN.test(code) ||
          (code === 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED' && severity === 'securityWarning'),
      );
      // Of providers other than GitHub, only what IAM demands is known of a pattern.
      expect(isTold || (issuer !== GITHUB && text.includes('StringLike'))).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(open).toBeGreaterThan(200);
});

test.each([
  [{ StringEquals: { 'sts:ExternalId': 'bookshop-7' } }, false],
  [{ StringEqualsIfExists: { 'sts:ExternalId': 'bookshop-7' } }, true],
  [{ StringLike: { 'sts:ExternalId': '*' } }, true],
  [{ Null: { 'sts:ExternalId': 'false' } }, true],
])('an account that nobody knows, under %j: told is %s', (conditions, isTold) => {
  const place = { type: 'trust', action: 'sts:AssumeRole', target: ROLE } as const;
  const found = diagnose(textOf(place, { AWS: FOREIGN }, conditions), 'trust', VOCABULARY, {
    known: knownNames(RICH, ACCOUNT, 'eu-west-1'),
  });
  expect(found.some(({ code }) => code === 'ASSUMABLE_BY_UNKNOWN_ACCOUNT')).toBe(isTold);
});

test('that a token has a claim is not offered as a way out', () => {
  const text = textOf(
    WEB_IDENTITY,
    { Federated: federated(GITHUB) },
    { StringLike: { [`${GITHUB}:sub`]: '*' } },
  );
  const found = diagnose(text, 'trust', VOCABULARY);
  expect(found.map(({ code, fixes }) => [code, fixes])).toEqual([
    ['MISSING_GITHUB_REPO_CONDITION_KEY', undefined],
    ['EQUIVALENT_TO_NULL_FALSE', undefined],
  ]);
  expect(found[0]?.help).toBe(`As ${GITHUB}:sub, "*" can be anybody's: write whose you mean.`);
  expect(found[0]?.message).toBe(
    `Missing required condition key for a shared identity provider: ${GITHUB}:sub.`,
  );
});

function isRefused(text: string, { type, resource }: Place): boolean {
  if (type === 'trust') {
    const { document } = parsePolicy(text);
    return (
      saveError(text, { kind: 'trust' }) !== null || (document !== null && missingControl(document) !== null)
    );
  }
  if (resource === 'bucket') return saveError(text, { kind: 'bucket', bucket: 'bookshop' }) !== null;
  if (resource === 'key') return saveError(text, { kind: 'key' }) !== null;
  const { document } = parsePolicy(text);
  if (resource === 'table' && document !== null && isPublicPolicy(document)) return true;
  const grammar = grammarOf(resource);
  return grammar !== undefined && resourceFault(text, readDraft(text), grammar) !== null;
}

test('what is not saved has an error', () => {
  let refused = 0;
  const hasError = (text: string, { type, resource, about }: Place): boolean =>
    diagnose(text, type, VOCABULARY, { resource, about }).some(({ severity }) => severity === 'error');
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES),
      fc.constantFrom<unknown>('*', { AWS: '*' }, { Service: SERVICE }, { Federated: federated(GITHUB) }),
      fc.constantFrom('', '*', 's3:Get*', 'sns:*', 'sts:AssumeRole*', 'nothing:At-all'),
      someConditions,
      someTokens,
      (place, principal, other, conditions, { issuer, conditions: claims }) => {
        const text = textOf(place, principal, conditions, other === '' ? place.action : other);
        const ofTokens = textOf(WEB_IDENTITY, { Federated: federated(issuer) }, claims);
        for (const [one, where] of [
          [text, place],
          [ofTokens, WEB_IDENTITY],
        ] as const)
          if (isRefused(one, where)) {
            refused++;
            expect(hasError(one, where)).toBe(true);
          }
      },
    ),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(300);
});

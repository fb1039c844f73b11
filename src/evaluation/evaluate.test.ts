// The trace, unknown values, and the laws that hold whatever the policies say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  allow,
  deny,
  OTHER_ACCOUNT,
  policy,
  principal,
  request,
} from '../../tests/evaluation/build.ts';
import type { StatementJson } from '../../tests/evaluation/build.ts';
import { NO_POLICIES, type ApplicablePolicies, type AppliedPolicy } from './applicable.ts';
import { evaluate } from './evaluate.ts';
import { LAYERS, type Evaluation } from './evaluation.ts';
import { explain } from './explain.ts';
import { UNKNOWN, type Request, type RequestContext } from './request.ts';

const identity = (...statements: StatementJson[]): ApplicablePolicies => ({
  ...NO_POLICIES,
  identity: [policy(statements)],
});

describe('the trace', () => {
  test('has every layer, and every statement with its reason', () => {
    const evaluation = evaluate(
      identity(
        allow({ Action: 'ec2:*' }),
        allow({ NotAction: 's3:*', Action: undefined }),
        allow({ Resource: 'arn:aws:s3:::shop-covers/*' }),
        allow({ NotResource: 'arn:aws:s3:::shop-*', Resource: undefined }),
        allow({ Condition: { Bool: { 'aws:SecureTransport': true }, StringEquals: { k: 'v' } } }),
        allow({ Action: 's3:Get*', Resource: 'arn:aws:s3:::shop-drafts/*' }),
      ),
      request({ context: { 'aws:SecureTransport': 'true' } }),
    );
    expect(evaluation.layers.map(({ layer }) => layer)).toEqual(LAYERS);
    const layer = evaluation.layers.find((one) => one.layer === 'identity');
    expect(layer?.statements.map(({ match }) => match.reason)).toEqual([
      'actionNotListed',
      'actionExcluded',
      'resourceNotListed',
      'resourceExcluded',
      'conditionNotMet',
      'matched',
    ]);
    expect(layer?.statements[4]?.match).toMatchObject({
      conditions: [
        { operator: 'Bool', met: true, actual: 'true' },
        { operator: 'StringEquals', met: false, actual: undefined },
      ],
    });
    expect(layer?.statements[5]?.match).toMatchObject({
      action: { value: 's3:Get*' },
      resource: { value: 'arn:aws:s3:::shop-drafts/*' },
    });
  });

  test('says why a layer has no say', () => {
    const { layers } = evaluate(
      NO_POLICIES,
      request({ principal: principal(`arn:aws:iam::${ACCOUNT}:root`) }),
    );
    expect(layers.map(({ layer, absence }) => `${layer} ${absence}`)).toEqual([
      'rcp noOrganization',
      'scp noOrganization',
      'vpce noEndpoint',
      'resource noResourcePolicy',
      'identity rootUser',
      'boundary rootUser',
      'session rootUser',
    ]);
  });

  test('shows organization policies level by level', () => {
    const scps = [
      { name: 'Root', policies: [policy(allow())] },
      { name: 'Shops', policies: [policy(allow({ Action: 'ec2:*' }))] },
    ];
    const { layers } = evaluate({ ...identity(allow()), scps }, request());
    expect(layers.find(({ layer }) => layer === 'scp')).toMatchObject({
      effect: 'silent',
      required: true,
      levels: [
        { name: 'Root', effect: 'allow' },
        { name: 'Shops', effect: 'silent' },
      ],
    });
  });
});

describe('a value that is not known', () => {
  const from = (effect: 'Allow' | 'Deny', key = 'aws:SourceIp'): StatementJson =>
    allow({ Effect: effect, Condition: { StringEquals: { [key]: 'x' } } });
  const outcome = (policies: ApplicablePolicies, context: RequestContext): string => {
    const { decision } = evaluate(policies, request({ context }));
    return decision.outcome === 'depends'
      ? `depends ${decision.on.join()}`
      : `${decision.outcome} ${decision.by}`;
  };
  const ip = { 'aws:SourceIp': UNKNOWN };
  const two = { ...ip, 'aws:UserAgent': UNKNOWN };

  test.each<[string, ApplicablePolicies, RequestContext, string]>([
    ['an Allow turns on it', identity(from('Allow')), ip, 'depends aws:SourceIp'],
    ['a Deny turns on it', identity(allow(), from('Deny')), ip, 'depends aws:SourceIp'],
    ['another Allow is enough', identity(from('Allow'), allow()), ip, 'allow identity'],
    ['another Deny is enough', identity(allow(), from('Deny'), deny()), ip, 'explicitDeny identity'],
    ['nothing allows it anyway', identity(from('Deny')), ip, 'implicitDeny identity'],
    [
      'another condition fails anyway',
      identity(allow({ Condition: { StringEquals: { 'aws:SourceIp': 'x', 'aws:username': 'zoe' } } })),
      ip,
      'implicitDeny identity',
    ],
    [
      'a resource turns on it',
      identity(allow({ Resource: 'arn:aws:s3:::${aws:SourceIp}' })),
      ip,
      'depends aws:SourceIp',
    ],
    [
      'the boundary refuses anyway',
      { ...identity(from('Allow')), boundary: policy(allow({ Action: 'ec2:*' })) },
      ip,
      'implicitDeny boundary',
    ],
    [
      'only one of two keys matters',
      identity(from('Allow'), allow(), from('Deny', 'aws:UserAgent')),
      two,
      'depends aws:UserAgent',
    ],
    [
      'either of two keys would do',
      identity(from('Allow'), from('Allow', 'aws:UserAgent')),
      two,
      'depends aws:SourceIp,aws:UserAgent',
    ],
  ])('%s', (_, policies, context, expected) => {
    expect(outcome(policies, context)).toBe(expected);
  });
});

// Laws.

const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`;
const statementJson = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.constantFrom(
      { Action: '*' },
      { Action: 's3:Get*' },
      { Action: 'ec2:*' },
      { NotAction: 's3:GetObject' },
    ),
    resource: fc.constantFrom(
      { Resource: '*' },
      { Resource: 'arn:aws:s3:::shop-*/*' },
      { NotResource: 'arn:aws:s3:::x' },
    ),
    principal: fc.constantFrom<object>(
      { Principal: '*' },
      { Principal: { AWS: ALICE } },
      { Principal: { AWS: ACCOUNT } },
      { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/app` } },
      { NotPrincipal: { AWS: [ALICE, ACCOUNT] } },
    ),
    condition: fc.constantFrom<object>(
      {},
      {},
      { Condition: { StringEquals: { k: 'v' } } },
      { Condition: { StringNotEquals: { k: 'v' } } },
      { Condition: { 'ForAnyValue:StringLike': { k: 'v*' } } },
    ),
  })
  .map(({ Effect, action, resource, principal: named, condition }) => ({
    own: { Effect, ...action, ...resource, ...condition },
    named: { Effect, ...action, ...resource, ...condition, ...named },
  }));
const statements = fc.array(statementJson, { maxLength: 3 });
const onOwnSide = statements.map((all) => all.map(({ own }) => policy(own)));
const onResource = statements.map((all) => all.map(({ named }) => policy(named)));
const levels = fc.option(
  fc.array(
    onOwnSide.map((policies) => ({ name: 'level', policies })),
    { maxLength: 2 },
  ),
);

const anyPolicies: fc.Arbitrary<ApplicablePolicies> = fc.record({
  identity: onOwnSide,
  resource: onResource,
  boundary: onOwnSide.map(([first = null]) => first),
  session: fc.option(onOwnSide),
  scps: levels,
  rcps: levels,
  endpoint: onResource.map(([first = null]) => first),
});
const anyRequest: fc.Arbitrary<Request> = fc
  .record({
    principal: fc.constantFrom(
      principal(ALICE),
      principal(SESSION),
      principal(`arn:aws:iam::${ACCOUNT}:root`),
      principal(`arn:aws:sts::${ACCOUNT}:federated-user/Carol`),
      principal({ service: 's3.amazonaws.com' }),
      principal('anonymous'),
    ),
    action: fc.constantFrom(
      's3:GetObject',
      's3:PutObject',
      'sts:AssumeRole',
      'kms:Decrypt',
      'sts:GetCallerIdentity',
    ),
    resourceAccount: fc.constantFrom(ACCOUNT, OTHER_ACCOUNT, null),
    context: fc.constantFrom<RequestContext>({}, { k: 'v' }, { k: ['v', 'w'] }, { k: UNKNOWN }, { k: [] }),
  })
  .map((change) => request(change as Partial<Request>));

const isAllowed = ({ decision }: Evaluation): boolean => decision.outcome === 'allow';
const isDenied = ({ decision }: Evaluation): boolean =>
  decision.outcome === 'implicitDeny' || decision.outcome === 'explicitDeny';
const withMore = (policies: ApplicablePolicies, more: StatementJson): ApplicablePolicies[] => {
  const own = policy({ ...more, Resource: '*' });
  const named = policy({ ...more, Resource: '*', Principal: '*' });
  const add = (found: readonly AppliedPolicy[], extra: AppliedPolicy): AppliedPolicy[] => [...found, extra];
  return [
    { ...policies, identity: add(policies.identity, own) },
    { ...policies, resource: add(policies.resource, named) },
    { ...policies, session: policies.session && add(policies.session, own) },
    {
      ...policies,
      scps: policies.scps?.map((level) => ({ ...level, policies: add(level.policies, own) })) ?? null,
    },
  ];
};

describe('laws', () => {
  test('the order of statements, documents and policies never matters', () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, (policies, asked) => {
        const reversed: ApplicablePolicies = {
          ...policies,
          identity: policies.identity.toReversed(),
          resource: policies.resource.toReversed(),
          session: policies.session?.toReversed() ?? null,
          scps: policies.scps?.map((level) => ({ ...level, policies: level.policies.toReversed() })) ?? null,
        };
        const [one, other] = [evaluate(policies, asked), evaluate(reversed, asked)];
        expect(other.decision.outcome).toBe(one.decision.outcome);
        expect(other.layers.map(({ effect, required }) => [effect, required])).toEqual(
          one.layers.map(({ effect, required }) => [effect, required]),
        );
      }),
    );
    fc.assert(
      fc.property(statements, anyRequest, (all, asked) => {
        if (all.length === 0) return;
        const inOrder = { ...NO_POLICIES, identity: [policy(all.map(({ own }) => own))] };
        const reversed = { ...NO_POLICIES, identity: [policy(all.toReversed().map(({ own }) => own))] };
        expect(evaluate(reversed, asked).decision.outcome).toBe(evaluate(inOrder, asked).decision.outcome);
      }),
    );
  });

  test('one more Deny never widens', () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, statementJson, (policies, asked, { own }) => {
        if (!isDenied(evaluate(policies, asked))) return;
        for (const more of withMore(policies, { ...own, NotResource: undefined, Effect: 'Deny' })) {
          expect(isAllowed(evaluate(more, asked))).toBe(false);
        }
      }),
    );
  });

  test('one more Allow never narrows', () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, statementJson, (policies, asked, { own }) => {
        if (!isAllowed(evaluate(policies, asked))) return;
        for (const more of withMore(policies, { ...own, NotResource: undefined, Effect: 'Allow' })) {
          expect(isAllowed(evaluate(more, asked))).toBe(true);
        }
      }),
    );
  });

  test('a boundary, a session policy or an organization policy only narrows', () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, onOwnSide, (policies, asked, more) => {
        const [first] = more;
        if (first === undefined || asked.principal.kind === 'federatedUser') return;
        const free = { ...policies, boundary: null, session: null, scps: null };
        if (isAllowed(evaluate(free, asked))) return;
        for (const limited of [
          { ...free, boundary: first },
          { ...free, session: more },
          { ...free, scps: [{ name: 'root', policies: more }] },
        ]) {
          expect(isAllowed(evaluate(limited, asked))).toBe(false);
        }
      }),
    );
  });

  test('what is decided without a value is decided so for every value', () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, fc.constantFrom('v', 'w', 'va', ''), (policies, asked, value) => {
        const open = evaluate(policies, { ...asked, context: { k: UNKNOWN } });
        const contexts: RequestContext[] = [{ k: value }, {}, { k: [value] }];
        for (const context of contexts) {
          const stated = evaluate(policies, { ...asked, context });
          if (isAllowed(open)) expect(isAllowed(stated)).toBe(true);
          if (isDenied(open)) expect(isDenied(stated) || stated.decision.outcome === 'depends').toBe(true);
        }
      }),
    );
  });

  test('no request and no policy throws, and every explanation is whole', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('*', '${', '${a}', 'arn:aws:s3:::${*}', ':::::', 's3:*', '?'),
    );
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(UNKNOWN));
    const hostile = fc.record({
      action: text,
      resource: text,
      resourceAccount: fc.option(text),
      context: fc.dictionary(text, value),
    });
    const operator = fc.constantFrom(
      'StringLike',
      'ForAllValues:ArnLike',
      'NumericLessThanIfExists',
      'DateEquals',
      'IpAddress',
      'Bool',
      'Null',
      'BinaryEquals',
    );
    const hostileStatement = fc
      .record({
        Action: text,
        Resource: text,
        Principal: fc.record({ AWS: text }),
        operator,
        key: text,
        wanted: text,
      })
      .map(({ operator: name, key, wanted, ...rest }) =>
        allow({ ...rest, Condition: { [name]: { [key]: wanted } } }),
      );
    fc.assert(
      fc.property(hostile, hostileStatement, (asked, json) => {
        const policies = {
          ...NO_POLICIES,
          identity: [policy(json)],
          resource: [policy(json)],
          endpoint: policy(json),
        };
        const evaluation = evaluate(policies, request(asked as Partial<Request>));
        expect(explain(evaluation).gates).toHaveLength(8);
      }),
    );
  });
});

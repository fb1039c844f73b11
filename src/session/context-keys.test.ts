// Every kind of session, made as somebody would make it, and exactly the condition keys that its requests carry.
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import {
  CLAIMS,
  claiming,
  DEPLOY,
  FEDERATED_WORLD,
  READER,
  SAML_PROVIDER,
  saying,
} from '../../tests/fixtures/federation.ts';
import { COUNTER, INSTANCE, PROFILE } from '../../tests/fixtures/machines.ts';
import { ask, assumed, LIST, signedIn } from '../../tests/fixtures/sessions.ts';
import {
  NOOR_PHONE,
  noorWithKey,
  organization,
  roleArnOf,
  rootWithKey,
  SEED,
  STS_WORLD,
  trusting,
} from '../../tests/fixtures/sts.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  withBookshop,
  withUser,
} from '../../tests/fixtures/world.ts';
import { ANONYMOUS, type Caller } from '../account/caller.ts';
import { findAccount } from '../account/find.ts';
import { tableOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { ApiCall } from '../api/call.ts';
import { callerContext, callerKeys } from '../api/caller-keys.ts';
import { instanceSession } from '../api/operations/ec2/instance-session.ts';
import { executionSession } from '../api/operations/lambda/execution-session.ts';
import { addSeconds, epochMillis } from '../aws/instant.ts';
import { SIGNED_OUT } from './facts.ts';
import { consoleLink, opened } from './session.ts';
import { switchLink, switchPlan } from './switch-role.ts';

type Keys = Readonly<Record<string, unknown>>;

const NOOR = { kind: 'user', account: BOOKSHOP, name: 'noor' } as const;
const EARLIER = addSeconds(NOW, -300);
const code = new TOTP({ secret: Secret.fromBase32(SEED) }).generate({ timestamp: epochMillis(NOW) });
const MFA = { SerialNumber: NOOR_PHONE, TokenCode: code };

const ACCOUNT: Keys = { 'aws:PrincipalAccount': BOOKSHOP, 'aws:PrincipalIsAWSService': 'false' };
const ROOT: Keys = {
  ...ACCOUNT,
  'aws:PrincipalType': 'Account',
  'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:root`,
  'aws:userid': BOOKSHOP,
};
const USER: Keys = {
  ...ACCOUNT,
  'aws:PrincipalType': 'User',
  'aws:PrincipalArn': `arn:aws:iam::${BOOKSHOP}:user/noor`,
  'aws:userid': expect.stringMatching(/^AIDA/) as unknown,
  'aws:username': 'noor',
  'aws:PrincipalTag/team': 'editorial',
};
const role = (name: string, session: string): Keys => ({
  ...ACCOUNT,
  'aws:PrincipalType': 'AssumedRole',
  'aws:PrincipalArn': roleArnOf(name),
  'aws:userid': expect.stringMatching(new RegExp(`^AROA[A-Z]+:${session}$`)) as unknown,
  'aws:TokenIssueTime': NOW,
});
const DESK: Keys = {
  ...role('Desk', 'noor'),
  'aws:PrincipalTag/team': 'sales',
  'aws:PrincipalTag/floor': '1',
};
const NO_MFA: Keys = { 'aws:MultiFactorAuthPresent': 'false' };
const withMfa = (age: string): Keys => ({
  'aws:MultiFactorAuthPresent': 'true',
  'aws:MultiFactorAuthAge': age,
});

const by = (who: Caller, call: ApiCall, world: World = STS_WORLD): Caller =>
  signedIn(ask(who, call, world), world);

function switched(): Caller {
  const { caller } = consoleLink(NOOR, NOW, 'ASIANOOR', EARLIER);
  const facts = opened(SIGNED_OUT, { way: 'signIn', caller, display: null }, 'one');
  const form = { account: BOOKSHOP, role: 'Desk', name: '', color: null };
  const plan = switchPlan(STS_WORLD, facts, form, NOW);
  const link = plan && switchLink(STS_WORLD, plan, ask(plan.caller, plan.call, STS_WORLD) as never);
  if (!link) throw new Error('The role was not granted.');
  return link.caller;
}

const HANDED = withBookshop(
  (account) => ({
    ...account,
    roles: adding(account.roles, COUNTER),
    instanceProfiles: adding(account.instanceProfiles, PROFILE),
    instances: tableOf({ [INSTANCE.id]: INSTANCE }),
  }),
  STS_WORLD,
);

function ofInstance(): Caller {
  const account = findAccount(HANDED, BOOKSHOP);
  const session = account && instanceSession(HANDED, account, INSTANCE, environment());
  if (!session?.ok) throw new Error('The instance has no role.');
  return session.value;
}

const LAMBDA = withBookshop(
  (account) => ({
    ...account,
    roles: adding(account.roles, {
      ...COUNTER,
      name: 'Resize',
      path: '/',
      trust: trusting({ Service: 'lambda.amazonaws.com' }),
    }),
  }),
  STS_WORLD,
);

function ofFunction(): Caller {
  const place = { region: 'us-east-1', account: BOOKSHOP, name: 'resize', qualifier: null };
  const lambda = { name: 'resize', role: roleArnOf('Resize'), roleId: COUNTER.id };
  const session = executionSession(LAMBDA, place, lambda, environment());
  if (!session) throw new Error('The function has no role.');
  return session;
}

const ROOTED: World = {
  ...withUser('noor', { inline: { A: policyText(allow('sts:AssumeRoot')) } }, STS_WORLD),
  organization: {
    ...organization(BOOKSHOP, policyText(allow('*'))),
    trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: NOW } }),
    rootFeatures: ['RootSessions'],
  },
};
const ORGANIZED = { 'aws:PrincipalOrgID': 'o-maple12345', 'aws:PrincipalOrgPaths': ['o-maple12345/r-map1/'] };

const FEDERATING = withUser(
  'noor',
  { inline: { F: policyText(allow('sts:GetFederationToken')) } },
  STS_WORLD,
);

const samlCall: ApiCall = {
  operation: 'sts:AssumeRoleWithSAML',
  input: { RoleArn: READER, PrincipalArn: SAML_PROVIDER, SAMLAssertion: saying({}) },
};
const webCall: ApiCall = {
  operation: 'sts:AssumeRoleWithWebIdentity',
  input: { RoleArn: DEPLOY, RoleSessionName: 'job-42', WebIdentityToken: claiming(CLAIMS) },
};
const tokenCall = (input = {}): ApiCall => ({ operation: 'sts:GetSessionToken', input });
const chained = (): Caller =>
  assumed(assumed(noorWithKey, 'Desk', STS_WORLD), 'Next', STS_WORLD, { SourceIdentity: 'noor.h' });

const SESSIONS: readonly (readonly [kind: string, make: () => Caller, keys: Keys, world: World | null])[] = [
  ['the root user with an access key', () => rootWithKey, ROOT, null],
  [
    'the root user in the console',
    () => consoleLink({ kind: 'root', account: BOOKSHOP }, NOW, 'ASIAROOT').caller,
    { ...ROOT, ...NO_MFA, 'aws:TokenIssueTime': NOW },
    null,
  ],
  [
    'a user in the console',
    () => consoleLink(NOOR, NOW, 'ASIANOOR').caller,
    { ...USER, ...NO_MFA, 'aws:TokenIssueTime': NOW },
    null,
  ],
  [
    'a user in the console, with MFA',
    () => consoleLink(NOOR, NOW, 'ASIANOOR', EARLIER).caller,
    { ...USER, ...withMfa('300'), 'aws:TokenIssueTime': NOW },
    null,
  ],
  ['a user with an access key', () => noorWithKey, USER, null],
  [
    'GetSessionToken',
    () => by(noorWithKey, tokenCall()),
    { ...USER, ...NO_MFA, 'aws:TokenIssueTime': NOW },
    null,
  ],
  [
    'GetSessionToken, with MFA',
    () => by(noorWithKey, tokenCall(MFA)),
    { ...USER, ...withMfa('0'), 'aws:TokenIssueTime': NOW },
    null,
  ],
  ['AssumeRole', () => assumed(noorWithKey, 'Desk', STS_WORLD), { ...DESK, ...NO_MFA }, null],
  [
    'AssumeRole with MFA, a session tag and a source identity',
    () =>
      assumed(noorWithKey, 'Desk', STS_WORLD, {
        ...MFA,
        Tags: [{ Key: 'floor', Value: '3' }],
        SourceIdentity: 'noor.h',
      }),
    { ...DESK, ...withMfa('0'), 'aws:PrincipalTag/floor': '3', 'aws:SourceIdentity': 'noor.h' },
    null,
  ],
  ['a chain of roles', chained, { ...role('Next', 'noor'), ...NO_MFA, 'aws:SourceIdentity': 'noor.h' }, null],
  ['a switch of roles in the console, after MFA', switched, { ...DESK, ...withMfa('300') }, null],
  [
    'AssumeRoleWithSAML',
    () => by(ANONYMOUS, samlCall, FEDERATED_WORLD),
    {
      ...role('Reader', 'ada@maple'),
      'saml:sub': 'ada',
      'saml:sub_type': 'persistent',
      'saml:namequalifier': expect.any(String) as unknown,
    },
    FEDERATED_WORLD,
  ],
  [
    'AssumeRoleWithWebIdentity',
    () => by(ANONYMOUS, webCall, FEDERATED_WORLD),
    {
      ...role('Deploy', 'job-42'),
      'aws:FederatedProvider': `arn:aws:iam::${BOOKSHOP}:oidc-provider/idp.maple-books.example`,
      'idp.maple-books.example:aud': 'sts.amazonaws.com',
      'idp.maple-books.example:sub': 'job:42',
    },
    FEDERATED_WORLD,
  ],
  [
    'GetFederationToken',
    () => by(noorWithKey, { operation: 'sts:GetFederationToken', input: { Name: 'guest' } }, FEDERATING),
    {
      ...ACCOUNT,
      'aws:PrincipalType': 'FederatedUser',
      'aws:PrincipalArn': `arn:aws:sts::${BOOKSHOP}:federated-user/guest`,
      'aws:userid': `${BOOKSHOP}:guest`,
      'aws:PrincipalTag/team': 'editorial',
      'aws:TokenIssueTime': NOW,
    },
    FEDERATING,
  ],
  [
    'AssumeRoot',
    () =>
      by(
        noorWithKey,
        {
          operation: 'sts:AssumeRoot',
          input: {
            TargetPrincipal: NEIGHBOUR,
            TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
          },
        },
        ROOTED,
      ),
    {
      ...ROOT,
      ...NO_MFA,
      ...ORGANIZED,
      'aws:PrincipalAccount': NEIGHBOUR,
      'aws:PrincipalArn': `arn:aws:iam::${NEIGHBOUR}:root`,
      'aws:userid': NEIGHBOUR,
      'aws:AssumedRoot': 'true',
      'aws:TokenIssueTime': NOW,
    },
    ROOTED,
  ],
  [
    'an EC2 instance',
    ofInstance,
    {
      ...role('shop/Counter', INSTANCE.id),
      ...NO_MFA,
      'aws:Ec2InstanceSourceVpc': INSTANCE.vpc,
      'aws:Ec2InstanceSourcePrivateIPv4': INSTANCE.privateIp,
      'ec2:RoleDelivery': '2.0',
      'ec2:SourceInstanceARN': `arn:aws:ec2:us-east-1:${BOOKSHOP}:instance/${INSTANCE.id}`,
    },
    HANDED,
  ],
  [
    'a Lambda function',
    ofFunction,
    {
      ...role('Resize', 'resize'),
      ...NO_MFA,
      'lambda:SourceFunctionArn': `arn:aws:lambda:us-east-1:${BOOKSHOP}:function:resize`,
    },
    LAMBDA,
  ],
  [
    'nobody',
    () => ANONYMOUS,
    {
      'aws:PrincipalType': 'Anonymous',
      'aws:PrincipalAccount': 'anonymous',
      'aws:userid': 'anonymous',
    },
    null,
  ],
];

/** Of the request itself, whoever makes it. */
const OF_THE_CALL =
  /^(s3:.*|aws:(SourceIp|SecureTransport|UserAgent|CurrentTime|EpochTime|RequestedRegion|ViaAWSService|Resource.*))$/;

describe('the keys of a session', () => {
  test.each(SESSIONS)('%s', (_kind, make, keys, of) => {
    const world = of ?? STS_WORLD;
    const caller = make();
    const context = ask(caller, LIST, world).event.request?.context ?? {};
    const carried = Object.fromEntries(Object.entries(context).filter(([key]) => !OF_THE_CALL.test(key)));
    expect(carried).toEqual(keys);
    expect(callerContext(world, caller, NOW)).toEqual(keys);
  });
});

describe('the keys that are not there are named with the reason', () => {
  const absent = (caller: Caller, world: World = STS_WORLD): Keys =>
    Object.fromEntries(
      (callerKeys(world, caller, NOW) ?? []).flatMap((one) =>
        'absent' in one ? [[one.key, one.absent]] : [],
      ),
    );

  test('an access key', () => {
    expect(absent(noorWithKey)).toEqual({
      'aws:PrincipalOrgID': 'noOrganization',
      'aws:PrincipalOrgPaths': 'noOrganization',
      'aws:TokenIssueTime': 'longTermKey',
      'aws:MultiFactorAuthPresent': 'longTermKey',
      'aws:MultiFactorAuthAge': 'longTermKey',
      'aws:SourceIdentity': 'onlyRoleSessions',
      'aws:FederatedProvider': 'onlyWebIdentity',
      'aws:AssumedRoot': 'onlyAssumeRoot',
    });
  });

  test('a role', () => {
    expect(absent(chained())).toMatchObject({
      'aws:username': 'onlyUsers',
      'aws:PrincipalTag/…': 'noTags',
      'aws:MultiFactorAuthAge': 'noCode',
    });
    expect(absent(assumed(noorWithKey, 'Desk', STS_WORLD))['aws:SourceIdentity']).toBe('noSourceIdentity');
  });

  test('a federated person, the root user and nobody', () => {
    expect(absent(by(ANONYMOUS, samlCall, FEDERATED_WORLD), FEDERATED_WORLD)).toMatchObject({
      'aws:MultiFactorAuthPresent': 'federated',
      'aws:MultiFactorAuthAge': 'federated',
    });
    expect(absent(rootWithKey)['aws:PrincipalTag/…']).toBe('rootHasNoTags');
    expect(new Set(Object.values(absent(ANONYMOUS)))).toEqual(new Set(['unsigned']));
  });

  test('what only these credentials bring comes last', () => {
    const keys = callerKeys(HANDED, ofInstance(), NOW)?.map(({ key }) => key) ?? [];
    expect(keys.slice(-4).toSorted()).toEqual([
      'aws:Ec2InstanceSourcePrivateIPv4',
      'aws:Ec2InstanceSourceVpc',
      'ec2:RoleDelivery',
      'ec2:SourceInstanceARN',
    ]);
  });

  test('of a user who is gone there are none', () => {
    expect(callerKeys(STS_WORLD, { ...noorWithKey, name: 'gone' }, NOW)).toBeNull();
  });
});

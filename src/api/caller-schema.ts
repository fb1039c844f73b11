// The schema of callers: by what the caller in a session token is believed when the token comes back.
import * as v from 'valibot';
import type { SigningCaller } from '../account/caller.ts';
import { isAccountId, isArn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import { isPlainObject } from '../aws/json.ts';
import type { BuiltInProvider } from '../evaluation/context-keys/web-identity-keys.ts';

const text = v.string();
const account = v.pipe(v.string(), v.check(isAccountId));
const arn = v.pipe(v.string(), v.guard(isArn));
const instant = v.custom<Instant>((value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));

/** `v.record` passes over names that mean something to JavaScript; here they are names like any other. */
const tags = v.custom<Readonly<Record<string, string>>>(
  (value) => isPlainObject(value) && Object.values(value).every((tag) => typeof tag === 'string'),
);

const claims = v.custom<Readonly<Record<string, string | readonly string[]>>>(
  (value) =>
    isPlainObject(value) &&
    Object.values(value)
      .flat()
      .every((claim) => typeof claim === 'string'),
);

const temporaryKey = <const Kind extends string>(...kinds: readonly [Kind, ...Kind[]]) =>
  v.strictObject({
    kind: v.picklist(kinds),
    accessKeyId: text,
    issued: instant,
    expires: instant,
    mfa: v.nullable(instant),
  });

const longTermKey = v.strictObject({ kind: v.literal('accessKey'), accessKeyId: text });
const userKey = v.union([longTermKey, temporaryKey('console', 'sessionToken')]);

const policies = v.strictObject({ policy: v.nullable(text), policyArns: v.array(arn) });

const BUILT_IN: readonly BuiltInProvider[] = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/** Of an assertion, a session keeps no attributes. */
const samlAssertion = v.strictObject({
  provider: arn,
  issuer: text,
  recipient: text,
  subject: text,
  subjectType: text,
  nameQualifier: text,
  attributes: v.strictObject({}),
});

const roleOrigin = v.variant('kind', [
  v.strictObject({ kind: v.literal('assumeRole'), mfa: v.nullable(instant) }),
  v.strictObject({ kind: v.literal('assumeRoleWithSaml'), assertion: samlAssertion }),
  v.strictObject({
    kind: v.literal('assumeRoleWithWebIdentity'),
    identity: v.strictObject({ provider: v.union([v.picklist(BUILT_IN), arn]), claims }),
  }),
  v.strictObject({ kind: v.literal('identityCenter'), userId: text }),
  v.strictObject({
    kind: v.literal('ec2Instance'),
    instance: arn,
    vpc: text,
    privateIpv4: text,
    delivery: v.picklist([1, 2]),
  }),
  v.strictObject({ kind: v.literal('lambdaFunction'), function: arn }),
  v.strictObject({ kind: v.literal('managedInstance'), instance: arn }),
  v.strictObject({ kind: v.literal('codeBuild'), build: arn, project: arn }),
  v.strictObject({ kind: v.literal('glue'), by: v.picklist(['service', 'job']) }),
  v.strictObject({ kind: v.literal('chat'), configuration: arn }),
  v.strictObject({ kind: v.literal('service') }),
]);

export const callerSchema: v.GenericSchema<unknown, SigningCaller> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('root'),
    account,
    credentials: v.union([userKey, temporaryKey('assumeRoot')]),
    task: v.optional(arn),
  }),
  v.strictObject({
    kind: v.literal('user'),
    account,
    name: text,
    id: v.optional(text),
    credentials: userKey,
  }),
  v.strictObject({
    kind: v.literal('roleSession'),
    account,
    roleName: text,
    roleId: text,
    roleArn: arn,
    sessionName: text,
    origin: roleOrigin,
    chained: v.boolean(),
    sessionTags: tags,
    transitiveTags: v.array(text),
    sourceIdentity: v.nullable(text),
    policies,
    credentials: temporaryKey('role'),
  }),
  v.strictObject({
    kind: v.literal('federatedUser'),
    account,
    name: text,
    issuer: v.variant('kind', [
      v.strictObject({ kind: v.literal('root') }),
      v.strictObject({ kind: v.literal('user'), name: text, id: text }),
    ]),
    sessionTags: tags,
    policies,
    credentials: temporaryKey('federation'),
  }),
]);

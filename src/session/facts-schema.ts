// The schema of session facts, by which a record is believed when it comes back.
import * as v from 'valibot';
import { ANONYMOUS, type Caller } from '../account/caller.ts';
import { callerSchema } from '../api/caller-schema.ts';
import {
  MAX_HELD,
  MAX_RECENT_ROLES,
  ROLE_COLORS,
  SIGNED_OUT,
  WAYS,
  type Link,
  type SessionFacts,
} from './facts.ts';

const caller: v.GenericSchema<unknown, Caller> = v.union([
  v.pipe(
    v.strictObject({ kind: v.literal('anonymous'), account: v.literal('') }),
    v.transform(() => ANONYMOUS),
  ),
  callerSchema,
]);

const display = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(64)),
  color: v.nullable(v.picklist(ROLE_COLORS)),
});

const link: v.GenericSchema<unknown, Link> = v.strictObject({
  way: v.picklist(WAYS),
  caller,
  display: v.nullable(display),
});

const present: v.GenericSchema<unknown, SessionFacts> = v.pipe(
  v.strictObject({
    held: v.pipe(
      v.array(
        v.strictObject({ id: v.string(), links: v.pipe(v.array(link), v.minLength(1), v.maxLength(100)) }),
      ),
      v.maxLength(MAX_HELD),
    ),
    active: v.nullable(v.string()),
    // Facts of before had none.
    before: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(MAX_HELD))),
    recentRoles: v.pipe(
      v.array(v.strictObject({ account: v.string(), role: v.string(), display })),
      v.maxLength(MAX_RECENT_ROLES),
    ),
  }),
  v.check(({ held, active }) => active === null || held.some(({ id }) => id === active)),
);

/** Those of older builds do not say what they are, nor when the code of an MFA device was given. */
const oldCredentials = v.pipe(
  v.object({
    accessKeyId: v.string(),
    issued: v.string(),
    expires: v.string(),
    mfa: v.union([v.nullable(v.string()), v.boolean()]),
  }),
  v.transform(({ mfa, ...key }) => ({
    kind: 'console' as const,
    ...key,
    mfa: typeof mfa === 'boolean' ? (mfa ? key.issued : null) : mfa,
  })),
);

/** Of builds that held one session of one person. */
const single: v.GenericSchema<unknown, SessionFacts> = v.union([
  v.pipe(
    v.strictObject({ kind: v.literal('signedOut') }),
    v.transform(() => SIGNED_OUT),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('signedIn'),
      caller: v.variant('kind', [
        v.strictObject({ kind: v.literal('root'), account: v.string(), credentials: oldCredentials }),
        v.strictObject({
          kind: v.literal('user'),
          account: v.string(),
          name: v.string(),
          id: v.exactOptional(v.string()),
          credentials: oldCredentials,
        }),
      ]),
    }),
    v.transform(({ caller }): SessionFacts => ({
      held: [{ id: caller.credentials.accessKeyId, links: [{ way: 'signIn', caller, display: null }] }],
      active: caller.credentials.accessKeyId,
      recentRoles: [],
    })),
  ),
]);

export const factsSchema: v.GenericSchema<unknown, SessionFacts> = v.union([present, single]);

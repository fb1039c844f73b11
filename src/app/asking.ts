// Asking: makes the calls of a workspace as whoever asks, and records and saves what came of them.
import type { Caller } from '../account/caller.ts';
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import { callEntry } from '../account/journal.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import { clockLearned } from '../api/clock-learned.ts';
import type { Env, Passwords } from '../api/env.ts';
import { execute } from '../api/execute.ts';
import { clockIn } from '../api/mfa-clock.ts';
import { registerPasskey } from '../api/passkey.ts';
import { changeRootPassword, type RootPassword, type RootPasswordOutcome } from '../api/root-password.ts';
import { decisiveOf } from '../evaluation/call.ts';
import { activeOf, callerOf } from '../session/session.ts';
import { wayOut } from '../session/way-out.ts';
import type { Sent } from '../ui/shared/workspace.ts';
import type { Kept } from './kept.svelte.ts';
import { withPasswords } from './passwords.ts';
import type { Past } from './past.svelte.ts';
import type { SessionWatch } from './session-watch.svelte.ts';
import type { Stored } from './stored.svelte.ts';

/** Calls whose answer is credentials. */
const ISSUES = /^sts:(Assume|GetSessionToken$|GetFederationToken$)/;

/** What a call is made with, and who is told of it. */
interface Parts {
  readonly stored: Stored;
  readonly watch: SessionWatch;
  readonly past: Past;
  readonly kept: Kept;
  readonly env: () => Env;
}

export class Asking {
  readonly #stored: Stored;
  readonly #watch: SessionWatch;
  readonly #past: Past;
  readonly #kept: Kept;
  readonly #env: () => Env;

  constructor({ stored, watch, past, kept, env }: Parts) {
    this.#stored = stored;
    this.#watch = watch;
    this.#past = past;
    this.#kept = kept;
    this.#env = env;
  }

  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name> {
    return this.#watched(this.requestAs(this.#whoActs(), call));
  }

  requestAs<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent = {},
  ): ApiOutcome<Name> {
    return this.#make(caller, call, sent);
  }

  async requestWithPasswords<Name extends OperationName>(call: ApiCall<Name>): Promise<ApiOutcome<Name>> {
    return this.#watched(await this.requestAsWithPasswords(this.#whoActs(), call));
  }

  requestAsWithPasswords<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent = {},
  ): Promise<ApiOutcome<Name>> {
    return withPasswords((passwords) => this.#make(caller, call, sent, passwords));
  }

  registerPasskey(asked: {
    readonly UserName?: string;
    readonly name: string;
  }): ApiOutcome<'iam:EnableMFADevice'> {
    return this.#took(registerPasskey(this.#stored.world, this.#whoActs(), asked, this.#env()));
  }

  async changeRootPassword(asked: RootPassword): Promise<RootPasswordOutcome> {
    const caller = this.#whoActs();
    const outcome = await withPasswords((passwords) =>
      changeRootPassword(this.#stored.world, caller, asked, {
        ...this.#env(),
        ...(passwords && { passwords }),
      }),
    );
    this.record(outcome.event, outcome.changes);
    return outcome;
  }

  /** Writes an event, and what the call has changed. */
  record(event: ApiEvent, changes: readonly Change[] = []): void {
    const { world, entry } = callEntry(this.#stored.world, event, changes);
    this.#stored.commit({ entries: [entry] }, world);
  }

  #whoActs(): Caller {
    const caller = callerOf(this.#stored.session);
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    return caller;
  }

  /** What comes of a call is taken only after it was decided: until then nothing has happened. */
  #make<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent,
    passwords?: Passwords,
  ): ApiOutcome<Name> {
    const from = this.#env();
    const vpcEndpoint = this.#wayOut(caller, call, sent.region ?? from.region);
    const env: Env = {
      ...from,
      ...(vpcEndpoint && { vpcEndpoint }),
      ...sent,
      ...(passwords && { passwords }),
    };
    const outcome = this.#took(execute(this.#stored.world, caller, call, env));
    const clockOf = clockIn(this.#kept.keyring.clock.known);
    this.#kept.learn(
      clockLearned(this.#stored.world, outcome, caller, { now: outcome.event.eventTime, clockOf }),
    );
    // A program that is turned away was not about to change who acts here.
    if (!outcome.result.ok && sent.userAgent === undefined && ISSUES.test(call.operation))
      this.#watch.step({
        type: 'issue',
        operation: outcome.event.eventName,
        error: outcome.result.error.code,
        now: this.#stored.now(),
      });
    return outcome;
  }

  /** Whoever acts may be on an instance; anybody else who is asked for is not where they are. */
  #wayOut<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    region: string,
  ): Env['vpcEndpoint'] | null {
    const { session, world } = this.#stored;
    return caller === callerOf(session) ? wayOut(world, activeOf(session)?.links ?? [], call, region) : null;
  }

  #watched<Name extends OperationName>(outcome: ApiOutcome<Name>): ApiOutcome<Name> {
    if (!outcome.result.ok && /^ExpiredToken/.test(outcome.result.error.code)) this.#watch.look();
    return outcome;
  }

  /** Writes what came of a call. */
  #took<Name extends OperationName>(outcome: ApiOutcome<Name>): ApiOutcome<Name> {
    const decided = decisiveOf(outcome.evaluations);
    if (decided) this.#past.saw(outcome.event.eventID, decided);
    this.record(outcome.event, outcome.changes);
    return outcome;
  }
}

// Operation: one simulated API operation, declared: what it takes, what it asks permission for, what it does.
import type { Caller } from '../account/caller.ts';
import type { Change } from '../account/change.ts';
import type { UserIdentity } from '../account/event.ts';
import type { World } from '../account/world.ts';
import type { AccountId, ActionName, Arn } from '../aws/arn.ts';
import type { Result } from '../aws/result.ts';
import type { RequestTags } from '../evaluation/context-keys/request-tag-keys.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Asker } from './asker.ts';
import type { AwsError } from './aws-error.ts';
import type { Env } from './env.ts';
import type { AnyParameters, InputOf } from './parameters.ts';

/** One permission that a call needs. Owner, Region and the keys of the call as a whole are added when it is asked. */
export interface AuthorizationRequest {
  readonly action: ActionName;
  readonly resource: Arn | '*';
  /** Keys that only this operation sets, for example `s3:prefix`. */
  readonly context?: RequestContext;
  /** Tags that the call sets, or keys that it takes away; left out by calls that take no tags. */
  readonly tags?: RequestTags;
  /** The service that asks in a forward access session, with the permissions of the caller: `s3.amazonaws.com`. */
  readonly via?: string;
  /** Whose resource it is, where that does not follow from its ARN: a bucket that is yet to be made. */
  readonly owner?: AccountId;
}

/** What an operation that has been authorized works with. */
export interface Scene {
  readonly world: World;
  readonly caller: Caller;
  /** `now` is a whole second. */
  readonly env: Env;
}

/** An output, and the changes of the world that come with it. */
export interface Performed<Output> {
  readonly output: Output;
  readonly changes: readonly Change[];
}

/** Somebody who calls without credentials of AWS. */
export interface Identified {
  readonly asker: Asker;
  readonly identity: UserIdentity;
  /** In whose account the call is recorded. */
  readonly account: AccountId;
}

/** Names of parameters and outputs are those of AWS's API reference. */
export interface Operation<Declared extends AnyParameters = AnyParameters, Output extends object = object> {
  /** `iam:CreateUser` */
  readonly name: ActionName;
  readonly readOnly: boolean;
  /** Service and command of the AWS CLI, for example `s3api get-object`; options are the parameters in kebab case. */
  readonly cli: string;
  readonly parameters: Declared;
  /** It works on what a resource holds, not on the resource: CloudTrail counts it as data. */
  readonly dataEvent?: true;
  /** Anybody may ask, credentials or not: public objects, queues and topics. */
  readonly allowsAnonymous?: true;
  /** What constraints on single parameters cannot say; asked before any policy is read. */
  validate?(input: InputOf<Declared>): AwsError | null;
  /**
   * Who asks, where that is said by what the call brings and not by credentials: an assertion or a token of an identity
   * provider. Credentials of the caller are not looked at then.
   */
  identify?(world: World, input: InputOf<Declared>, env: Env): Result<Identified, AwsError>;
  /** Every permission that the call needs, in the order in which they are asked; the first refusal is the answer. */
  authorization(
    world: World,
    caller: Caller,
    input: InputOf<Declared>,
    env: Env,
  ): readonly AuthorizationRequest[];
  /** AWS's own words for a denial, where the service has others than the usual ones; null: the usual ones. */
  denial?(input: InputOf<Declared>, message: string): AwsError | null;
  perform(scene: Scene, input: InputOf<Declared>): Result<Performed<Output>, AwsError>;
}

/** Declares an operation; what it takes and gives back follows from what it says. */
export const operation = <const Declared extends AnyParameters, Output extends object>(
  declared: Operation<Declared, Output>,
): Operation<Declared, Output> => declared;

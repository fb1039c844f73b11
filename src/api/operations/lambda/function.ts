// Functions as the operations of Lambda meet them: named in four ways, found in any account, missed with an error.
import { findAccount } from '../../../account/find.ts';
import type { Change } from '../../../account/change.ts';
import type { Caller } from '../../../account/caller.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import type { AccountId, ActionName, Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError, notSimulated } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';

/** Where a function is, whether it exists or not. */
export interface FunctionPlace {
  readonly region: string;
  readonly account: AccountId;
  readonly name: string;
  /** A version or an alias; null: the function itself. */
  readonly qualifier: string | null;
}

const PARTS =
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?';

/** A name, `function:NAME`, `ACCOUNT:function:NAME` or a whole ARN, each with a version or alias behind it or not. */
export const FUNCTION_NAME = {
  type: 'text',
  event: 'functionName',
  required: true,
  min: 1,
  max: 140,
  pattern: PARTS,
} as const;

/** A version or an alias, apart from the name. */
export const QUALIFIER = {
  type: 'text',
  event: 'qualifier',
  required: false,
  min: 1,
  max: 128,
  pattern: '(|[a-zA-Z0-9$_-]+)',
} as const;

/** A function as a call names it. */
export interface OnFunction {
  readonly FunctionName: string;
  readonly Qualifier?: string;
}

/** What is not said is that of the caller. */
export function placeOf(
  text: string,
  caller: Pick<Caller, 'account'>,
  { region }: Pick<Env, 'region'>,
): FunctionPlace {
  const parts = new RegExp(`^(?:${PARTS})$`).exec(text);
  return {
    region: parts?.[3]?.slice(0, -1) ?? region,
    account: parts?.[8]?.slice(0, -1) ?? caller.account,
    name: parts?.[10] ?? text,
    qualifier: parts?.[12] ?? null,
  };
}

export const askedPlace = (
  { FunctionName, Qualifier }: OnFunction,
  caller: Pick<Caller, 'account'>,
  env: Pick<Env, 'region'>,
): FunctionPlace => {
  const place = placeOf(FunctionName, caller, env);
  return { ...place, qualifier: place.qualifier ?? Qualifier ?? null };
};

/** Of the function itself, which is what its policy is about. */
export const functionArn = ({ region, account, name }: Omit<FunctionPlace, 'qualifier'>): Arn =>
  `arn:aws:lambda:${region}:${account}:function:${name}`;

/** As a request names it. */
export const askedArn = (place: FunctionPlace): Arn =>
  place.qualifier === null ? functionArn(place) : `${functionArn(place)}:${place.qualifier}`;

/** How a function is filed in its account. */
export const functionKey = ({ region, name }: Pick<FunctionPlace, 'region' | 'name'>): string =>
  `${region}/${name}`;

/** What a call on a function asks permission for. */
export const onFunction =
  (action: ActionName, context?: RequestContext) =>
  (_world: World, caller: Caller, asked: OnFunction, env: Env): readonly AuthorizationRequest[] => [
    { action, resource: askedArn(askedPlace(asked, caller, env)), ...(context && { context }) },
  ];

export interface FoundFunction {
  readonly place: FunctionPlace;
  readonly arn: Arn;
  readonly account: Account;
  readonly lambda: LambdaFunction;
}

export function functionAt(world: World, place: FunctionPlace): FoundFunction | null {
  const account = findAccount(world, place.account);
  const lambda = account && lookup(account.functions, functionKey(place));
  return lambda ? { place, arn: functionArn(place), account, lambda } : null;
}

export const notFound = (message: string): AwsError => awsError('ResourceNotFoundException', message, 404);

/** The endpoint that is called knows nothing of other Regions. */
export const unreachable = (place: FunctionPlace, { region }: Pick<Env, 'region'>): AwsError =>
  notFound(`Functions from '${place.region}' are not reachable in this region ('${region}')`);

/** What is not published yet, which is what the name of a function alone means. */
export const LATEST = '$LATEST';

/** Versions and aliases are not made here. What is asked of one is not done to the function itself. */
export const qualifierError = (): AwsError => notSimulated('Versions and aliases of functions');

/** The function that a call names, by itself or as `$LATEST`. */
export function existingFunction(
  { world, caller, env }: Scene,
  asked: OnFunction,
): Result<FoundFunction, AwsError> {
  const place = askedPlace(asked, caller, env);
  if (place.region !== env.region) return err(unreachable(place, env));
  if (asked.Qualifier !== undefined && asked.Qualifier !== place.qualifier)
    return err(
      invalidValue('The derived qualifier from the function name does not match the specified qualifier.'),
    );
  const found = functionAt(world, place);
  if (!found) return err(notFound(`Function not found: ${askedArn(place)}`));
  return place.qualifier === null || place.qualifier === LATEST ? ok(found) : err(qualifierError());
}

/** What has a policy is the function itself: `$LATEST` has none. */
export const policyOf = ({ place, lambda }: FoundFunction): string | null =>
  place.qualifier === LATEST ? null : lambda.policy;

export const functionChange = (
  { account, place }: Pick<FoundFunction, 'account' | 'place'>,
  patch: Partial<LambdaFunction>,
): Change => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'functions',
  name: functionKey(place),
  patch,
});

/** How Lambda begins most of what it does not take. */
export const invalidValue = (message: string): AwsError =>
  awsError('InvalidParameterValueException', message);

// Tags of functions, and what Lambda says of those that it does not take.
import type { AwsError } from '../../aws-error.ts';
import { tagFault } from '../../tag-fault.ts';
import type { Caller } from '../../../account/caller.ts';
import type { ActionName } from '../../../aws/arn.ts';
import { err, type Result } from '../../../aws/result.ts';
import type { Env } from '../../env.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { askedArn, existingFunction, invalidValue, placeOf, type FoundFunction } from './function.ts';

export const TAGS = { type: 'map', event: 'tags', required: true, of: { type: 'text' } } as const;

/** Only functions have tags here; an ARN of anything else breaks the constraint. */
export const RESOURCE = {
  type: 'arn',
  event: 'resource',
  required: true,
  min: 1,
  max: 256,
  pattern:
    'arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?)',
} as const;

export const onResource = (
  action: ActionName,
  caller: Caller,
  resource: string,
  env: Env,
): AuthorizationRequest => ({ action, resource: askedArn(placeOf(resource, caller, env)) });

/** Tags are of functions as a whole. */
export const taggedFunction = (scene: Scene, resource: string): Result<FoundFunction, AwsError> =>
  placeOf(resource, scene.caller, scene.env).qualifier === null
    ? existingFunction(scene, { FunctionName: resource })
    : err(
        invalidValue(
          'Tags on function aliases and versions are not supported. Please specify either a function ARN.',
        ),
      );

/** Of the reserved keys and the characters no text is known; these are ours. */
export function functionTagError(tags: Readonly<Record<string, string>>): AwsError | null {
  switch (tagFault(tags)) {
    case 'many':
      return invalidValue('Number of tags exceeds resource tag limit.');
    case 'reserved':
      return invalidValue('Tag keys starting with aws: are reserved.');
    case 'invalid':
      return invalidValue('Tag keys or values are invalid.');
    case null:
      return null;
  }
}

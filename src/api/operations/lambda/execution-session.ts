// executionSession: the session of its execution role that the code of a function runs with.
import type { RoleSession } from '../../../account/caller.ts';
import type { LambdaFunction } from '../../../account/resources.ts';
import type { World } from '../../../account/world.ts';
import { addSeconds } from '../../../aws/instant.ts';
import type { Env } from '../../env.ts';
import { temporaryKeyId } from '../iam/ids.ts';
import { assumableRole } from './execution-role.ts';
import { functionArn, type FunctionPlace } from './function.ts';

/** Lambda renews its credentials before they end, however long a function is kept warm. */
const SECONDS = 12 * 3600;

/**
 * The caller that the calls of its code come from: named after the function, with `lambda:SourceFunctionArn` in its
 * requests. Null: Lambda cannot assume the role. It may be gone, it may have been made again under the same name, which is
 * another role, or its trust policy may have changed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function executionSession(
  world: World,
  place: FunctionPlace,
  { name, role: roleArn, roleId }: Pick<LambdaFunction, 'name' | 'role' | 'roleId'>,
  env: Env,
): RoleSession | null {
  const role = assumableRole(world, roleArn, place, env);
  if (role?.id !== roleId) return null;
  return {
    kind: 'roleSession',
    account: place.account,
    roleName: role.name,
    roleId,
    roleArn,
    sessionName: name,
    origin: { kind: 'lambdaFunction', function: functionArn(place) },
    chained: false,
    sessionTags: {},
    transitiveTags: [],
    sourceIdentity: null,
    policies: { policy: null, policyArns: [] },
    credentials: {
      kind: 'role',
      accessKeyId: temporaryKeyId(env),
      issued: env.now,
      expires: addSeconds(env.now, SECONDS),
      mfa: null,
    },
  };
}

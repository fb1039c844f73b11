// lambda:RemovePermission: takes a statement out of the policy of a function.
import type { Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import { isPlainObject } from '../../../aws/json.ts';
import { err, ok } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import { statementOf, withoutStatement, type PlainStatement } from '../../../policy/statements.ts';
import type { Env } from '../../env.ts';
import { operation } from '../../operation.ts';
import { policyRevision, staleRevision } from './configuration.ts';
import {
  askedPlace,
  existingFunction,
  FUNCTION_NAME,
  functionAt,
  functionChange,
  notFound,
  onFunction,
  policyOf,
  QUALIFIER,
  type OnFunction,
} from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export const RemovePermission = operation({
  name: 'lambda:RemovePermission',
  readOnly: false,
  cli: 'lambda remove-permission',
  parameters: {
    FunctionName: FUNCTION_NAME,
    StatementId: {
      type: 'text',
      event: 'statementId',
      required: true,
      min: 1,
      max: 100,
      pattern: '([a-zA-Z0-9-_.]+)',
    },
    Qualifier: QUALIFIER,
    RevisionId: { type: 'text', event: 'revisionId', required: false },
  },
  authorization: (world, caller, input, env) =>
    onFunction('lambda:RemovePermission', keysOf(world, caller, input, env))(world, caller, input, env),
  perform: (scene, input) => {
    const { StatementId, RevisionId } = input;
    const found = existingFunction(scene, input);
    if (!found.ok) return found;
    const policy = policyOf(found.value);
    if (policy === null) return err(notFound('No policy is associated with the given resource.'));
    if (!statementOf(policy, StatementId))
      return err(notFound(`Statement ${StatementId} is not found in resource policy.`));
    const stale = staleRevision(RevisionId, policyRevision(policy));
    if (stale) return err(stale);
    const patch = { policy: withoutStatement(policy, StatementId) };
    return ok({ output: {}, changes: [functionChange(found.value, patch)] });
  },
});

/** The keys are those of the statement that is to go, where there is one. */
function keysOf(
  world: World,
  caller: Caller,
  asked: OnFunction & { readonly StatementId: string },
  env: Env,
): RequestContext {
  const found = functionAt(world, askedPlace(asked, caller, env));
  const statement = found && statementOf(policyOf(found), asked.StatementId);
  return statement ? { ...principalKey(statement), ...authTypeKey(statement) } : {};
}

/** As AddPermission was given it: an account without the `root` that the statement has. */
function principalKey({ Principal }: PlainStatement): RequestContext {
  const named = isPlainObject(Principal) ? Object.values(Principal)[0] : Principal;
  if (typeof named !== 'string') return {};
  return { 'lambda:Principal': /^arn:aws:iam::(\d{12}):root$/.exec(named)?.[1] ?? named };
}

function authTypeKey({ Condition }: PlainStatement): RequestContext {
  const equals = isPlainObject(Condition) ? Condition['StringEquals'] : undefined;
  const type = isPlainObject(equals) ? equals['lambda:FunctionUrlAuthType'] : undefined;
  return typeof type === 'string' ? { 'lambda:FunctionUrlAuthType': type } : {};
}

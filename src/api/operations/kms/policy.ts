// Policies of keys: what KMS asks of one before it is saved.
import { applyChange } from '../../../account/apply-change.ts';
import { namedPrincipal } from '../../../account/named-principal.ts';
import type { KmsKey } from '../../../account/resources.ts';
import type { Account } from '../../../account/world.ts';
import { rootArn } from '../../../aws/arn.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { INVALID_KEY_PRINCIPALS } from '../../../policy/save-key.ts';
import { saveError } from '../../../policy/save.ts';
import { isTooLong, RESOURCE_SIZE_LIMITS } from '../../../policy/size.ts';
import { accountFacts, askerOf, type Asker } from '../../asker.ts';
import { authorize } from '../../authorize.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { keyArn } from './key.ts';
import { keyRequest } from './requests.ts';

const malformed = (message: string): AwsError => awsError('MalformedPolicyDocumentException', message);

/** What is wrong with the policy that a key is to have; no page of AWS tells the text about its size. */
export function keyPolicyError(
  scene: Scene,
  account: Account,
  key: KmsKey,
  bypassLockoutCheck: boolean,
): AwsError | null {
  const fault = saveError(key.policy, { kind: 'key' });
  if (fault) return malformed(fault.message);
  if (isTooLong(key.policy, RESOURCE_SIZE_LIMITS.key))
    return awsError(
      'LimitExceededException',
      `The key policy is larger than ${RESOURCE_SIZE_LIMITS.key.most} bytes.`,
    );
  const missing = parsedPolicy(key.policy).document?.statements.some(({ principal }) =>
    principal?.entries.some(
      ({ kind, value }) => kind === 'AWS' && namedPrincipal(scene.world, value) === 'missing',
    ),
  );
  if (missing) return malformed(INVALID_KEY_PRINCIPALS);
  return bypassLockoutCheck || canStillChange(scene, account, key)
    ? null
    : malformed('The new key policy will not allow you to update the key policy in the future.');
}

/**
 * The lockout safety check: with the policy in place, the caller could change it again, or the account could, which can
 * always let the caller.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html#KMS-PutKeyPolicy-request-BypassPolicyLockoutSafetyCheck
 */
function canStillChange({ world, caller, env }: Scene, account: Account, key: KmsKey): boolean {
  const after = applyChange(world, {
    kind: 'entitySet',
    account: account.id,
    table: 'kmsKeys',
    name: key.id,
    value: key,
  });
  const arn = keyArn(account.id, key.region, key.id);
  const request = keyRequest({ arn, found: { account, key, arn }, alias: null }, 'kms:PutKeyPolicy', {
    'kms:BypassPolicyLockoutSafetyCheck': 'false',
  });
  const root: Asker = {
    principal: { kind: 'root', arn: rootArn(account.id), account: account.id },
    facts: { kind: 'root', account: accountFacts(world, account.id), credentials: { kind: 'accessKey' } },
    session: {},
    own: {},
  };
  return [root, askerOf(world, caller)].some(
    (asker) => asker !== null && authorize(after, asker, request, env).decision.outcome === 'allow',
  );
}

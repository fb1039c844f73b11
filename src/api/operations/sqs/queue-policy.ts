// Policies of queues as SQS saves them.
import type { World } from '../../../account/world.ts';
import { readDraft } from '../../../policy/draft.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { RESOURCE_GRAMMARS } from '../../../policy/resource-grammars.ts';
import { resourceFault } from '../../../policy/save-resource.ts';
import type { AwsError } from '../../aws-error.ts';
import { namesMissingPrincipal } from '../s3/principals.ts';
import { invalidAttribute } from './attributes.ts';

/** SQS says the same of every fault. An empty text takes the policy away. */
export function queuePolicyError(world: World, text: string | undefined): AwsError | null {
  if (text === undefined || text === '') return null;
  const fault = resourceFault(text, readDraft(text), RESOURCE_GRAMMARS.queue);
  const { document } = parsedPolicy(text);
  return fault !== null || document === null || namesMissingPrincipal(world, document)
    ? invalidAttribute('Policy')
    : null;
}

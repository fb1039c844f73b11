// Policies of queues as SQS saves them.
import type { World } from '../../../account/world.ts';
import { readDraft } from '../../../policy/draft.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { resourceFault, type ResourceGrammar } from '../../../policy/save-resource.ts';
import type { AwsError } from '../../aws-error.ts';
import { namesMissingPrincipal } from '../s3/principals.ts';
import { invalidAttribute } from './attributes.ts';

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
const GRAMMAR: ResourceGrammar = {
  service: 'sqs',
  actions: new Set(
    `addpermission cancelmessagemovetask changemessagevisibility createqueue deletemessage deletequeue
    getqueueattributes getqueueurl listdeadlettersourcequeues listmessagemovetasks listqueues listqueuetags purgequeue
    receivemessage removepermission sendmessage setqueueattributes startmessagemovetask tagqueue untagqueue`.split(
      /\s+/,
    ),
  ),
  patterns: true,
  bytes: 20_480,
};

/** SQS says the same of every fault. An empty text takes the policy away. */
export function queuePolicyError(world: World, text: string | undefined): AwsError | null {
  if (text === undefined || text === '') return null;
  const fault = resourceFault(text, readDraft(text), GRAMMAR);
  const { document } = parsedPolicy(text);
  return fault !== null || document === null || namesMissingPrincipal(world, document)
    ? invalidAttribute('Policy')
    : null;
}

// Resource policies of secrets: what is taken, in the words of Secrets Manager, and what lets everybody in.
import type { World } from '../../../account/world.ts';
import { isPublicPolicy } from '../../../evaluation/s3/public.ts';
import { readDraft } from '../../../policy/draft.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { RESOURCE_GRAMMARS } from '../../../policy/resource-grammars.ts';
import { resourceFault, type ResourceFault } from '../../../policy/save-resource.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { namesMissingPrincipal } from '../s3/principals.ts';

const WORDS: Readonly<Record<ResourceFault, string>> = {
  syntax: 'This resource policy contains a syntax error.',
  principal: 'This resource policy contains an unsupported principal.',
  action: 'This resource policy contains an unsupported action.',
  size: `This resource policy is larger than ${RESOURCE_GRAMMARS.secret.size.most} bytes.`,
};

/** Principals that should be in this world are looked up. */
export function policyError(world: World, text: string): AwsError | null {
  const fault = resourceFault(text, readDraft(text), RESOURCE_GRAMMARS.secret);
  if (fault) return awsError('MalformedPolicyDocumentException', WORDS[fault]);
  const { document } = parsedPolicy(text);
  if (!document) return awsError('MalformedPolicyDocumentException', WORDS.syntax);
  return namesMissingPrincipal(world, document)
    ? awsError('MalformedPolicyDocumentException', WORDS.principal)
    : null;
}

/** Whether a policy that is well formed gives broad access. */
export function isBroad(text: string): boolean {
  const { document } = parsedPolicy(text);
  return document !== null && isPublicPolicy(document);
}

// Resource policies of tables: what is taken, and what lets everybody in, which DynamoDB never takes.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { World } from '../../../account/world.ts';
import { isPublicPolicy } from '../../../evaluation/s3/public.ts';
import { readDraft } from '../../../policy/draft.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { RESOURCE_GRAMMARS } from '../../../policy/resource-grammars.ts';
import { resourceFault, type ResourceFault } from '../../../policy/save-resource.ts';
import type { AwsError } from '../../aws-error.ts';
import { namesMissingPrincipal } from '../s3/principals.ts';
import { invalid } from './attribute-value.ts';

const WORDS: Readonly<Record<ResourceFault, string>> = {
  syntax: 'Syntax errors in policy.',
  principal: 'Invalid principal in policy.',
  action: 'Policy has invalid action.',
  size: `Policy size exceeds the maximum of ${RESOURCE_GRAMMARS.table.size.most} bytes.`,
};

/** AWS's own words are not known, but that all are of one code. Principals that should be in this world are looked up. */
export function policyError(world: World, text: string): AwsError | null {
  const says = (words: string) => invalid(`Invalid policy document: ${words}`);
  const fault = resourceFault(text, readDraft(text), RESOURCE_GRAMMARS.table);
  if (fault) return says(WORDS[fault]);
  const { document } = parsedPolicy(text);
  if (!document) return says(WORDS.syntax);
  if (namesMissingPrincipal(world, document)) return says(WORDS.principal);
  return isPublicPolicy(document) ? says('Policy grants public access, which is not allowed.') : null;
}

/** A revision has an id, which here follows from the text: the same text is the same revision. */
export function revisionOf(policy: string): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = sha256(utf8ToBytes(policy));
  return String([a, b, c, d, e, f].reduce((sum, byte) => sum * 256 + byte, 0)).padStart(15, '1');
}

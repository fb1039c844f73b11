// Tags of queues, and what SQS says of those that it does not take.
import { tagFault } from '../../tag-fault.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

export const TAGS = { type: 'map', event: 'tags', required: true, of: { type: 'text' } } as const;

/** The reserved keys and the characters have no text that is known; these are ours. */
export function queueTagError(queue: string, tags: Readonly<Record<string, string>>): AwsError | null {
  switch (tagFault(tags)) {
    case 'many':
      return awsError('InvalidParameterValue', `Too many tags added for queue ${queue}.`);
    case 'reserved':
      return awsError('InvalidParameterValue', 'Tag keys starting with aws: are reserved.');
    case 'invalid':
      return awsError('InvalidParameterValue', 'Tag keys or values are invalid.');
    case null:
      return null;
  }
}

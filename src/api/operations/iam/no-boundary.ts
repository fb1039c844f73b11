// The refusal to take a boundary from a user or a role that has none.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

/** The code is AWS's; its words are not known, these are ours. */
export const noBoundary = (kind: 'user' | 'role', name: string): AwsError =>
  awsError('NoSuchEntity', `The ${kind} with name ${name} does not have a permissions boundary.`);

// Locations: in which Region a bucket can be made, and how S3 names it.
import { DEFAULT_REGION } from '../../../account/resource.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/**
 * The endpoint of us-east-1 makes buckets anywhere, each other one only in its own Region, which has to be said.
 * @param endpoint The Region that the request is sent to.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export function locationError(endpoint: string, constraint: string | undefined): AwsError | null {
  // It has no name of its own as a location.
  if (constraint !== undefined && (constraint === DEFAULT_REGION || !REGION.test(constraint)))
    return awsError('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  if (endpoint === DEFAULT_REGION || constraint === endpoint) return null;
  return awsError(
    'IllegalLocationConstraintException',
    `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

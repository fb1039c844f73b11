// Checks of a policy document: resources that are not ARNs.
import { fault } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { PolicyDocument } from '../document.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function checkResources({ statements }: PolicyDocument): Diagnostic[] {
  return statements.flatMap(({ resource }) =>
    (resource?.patterns ?? []).flatMap((pattern) => {
      if (pattern.value === '*') return [];
      const subject = JSON.stringify(pattern.value);
      if (!pattern.value.startsWith('arn:')) {
        const suggestions = [...bucketSuggestions(pattern.value)].map((arn) => JSON.stringify(arn));
        return [fault('INVALID_ARN_PREFIX', pattern, subject, { suggestions })];
      }
      return pattern.value.split(':').length < 6 ? [fault('MISSING_ARN_FIELD', pattern, subject)] : [];
    }),
  );
}

/** `aws:s3:::bucket` lacks its first part only. */
const bucketSuggestions = (value: string): readonly string[] =>
  /^aws[a-z-]*(:[^:]*){4}/.test(value) ? [`arn:${value}`] : [];

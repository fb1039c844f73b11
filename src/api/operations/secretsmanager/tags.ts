// Tags of secrets: what is wrong with some, in the words of Secrets Manager, which are known for none of it but its codes.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import { tagProblem } from '../../tag-problem.ts';

export function tagError(added: readonly Tag[], after: Readonly<Record<string, string>>): AwsError | null {
  const problem = tagProblem(added, after);
  switch (problem?.kind) {
    case undefined:
      return null;
    case 'twice':
      return awsError('InvalidParameterException', `Duplicate tag key ${problem.key}.`);
    case 'reserved':
      return awsError('InvalidParameterException', 'Tag keys must not start with aws:.');
    case 'characters':
      return awsError(
        'InvalidParameterException',
        `The tag ${problem.text} has characters that are not allowed.`,
      );
    case 'many':
      return awsError('InvalidParameterException', 'A secret can have at most 50 tags.');
  }
}

// Tags of tables: what is wrong with some, in the words of DynamoDB, as far as they are known.
import type { AwsError } from '../../aws-error.ts';
import type { Tag } from '../../parameters.ts';
import { tagProblem } from '../../tag-problem.ts';
import { invalid } from './attribute-value.ts';

const PREFIX = 'One or more parameter values were invalid: ';

export function tagError(added: readonly Tag[], after: Readonly<Record<string, string>>): AwsError | null {
  const problem = tagProblem(added, after);
  switch (problem?.kind) {
    case undefined:
      return null;
    case 'twice':
      return invalid(`${PREFIX}Duplicate tag key ${problem.key}`);
    case 'reserved':
      return invalid(`${PREFIX}Tag keys must not start with aws:`);
    case 'characters':
      return invalid(`${PREFIX}Tag ${problem.text} has characters that are not allowed`);
    case 'many':
      return invalid('Too many tags: 50 tags are allowed for a resource');
  }
}

// Tags of identity providers, which know the letter case of their keys.
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';
import { tagError, tagQuotaError, withTags } from './tags.ts';
import { err, ok, type Result } from '../../../aws/result.ts';

type Tags = Readonly<Record<string, string>>;

/** The tags with some added, or what is wrong with these. The text on their number was observed on OIDC providers. */
export function withProviderTags(tags: Tags, added: readonly Tag[]): Result<Tags, AwsError> {
  const all = withTags(tags, added, 'kept');
  const wrong = tagError(added, 'kept');
  if (wrong) return err(wrong);
  return tagQuotaError(all)
    ? err(awsError('LimitExceeded', 'The number of tags has reached the maximum limit.'))
    : ok(all);
}

// s3:ListBuckets: the buckets of the caller's account.
import { canonicalUserId } from '../../../account/canonical-user.ts';
import { findAccount } from '../../../account/find.ts';
import { EMPTY, sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';

/**
 * The permission has another name than the operation, and no resource.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export const ListBuckets = operation({
  name: 's3:ListBuckets',
  readOnly: true,
  cli: 's3api list-buckets',
  parameters: {},
  authorization: () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
  perform: ({ world, caller }) => {
    const buckets = sortedValues(findAccount(world, caller.account)?.buckets ?? EMPTY);
    return ok({
      output: {
        Buckets: buckets.map(({ name, created }) => ({ Name: name, CreationDate: created })),
        Owner: { ID: canonicalUserId(caller.account) },
      },
      changes: [],
    });
  },
});

// iam:ListAccessKeys: the access keys of a user or of the caller, without their secrets.
import { PART } from '../../../account/ordered.ts';
import { compareNames } from '../../../account/record.ts';
import type { AccessKey } from '../../../account/world.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { keyHolder } from './access-keys.ts';
import { pageAfter } from './paging.ts';
import { EXISTING_USER_NAME, optional, PAGING } from './parameters.ts';
import { subjectAuthorization, subjectName } from './subject.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html */
export const ListAccessKeys = operation({
  name: 'iam:ListAccessKeys',
  readOnly: true,
  cli: 'iam list-access-keys',
  parameters: { UserName: optional(EXISTING_USER_NAME), ...PAGING },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:ListAccessKeys', UserName),
  perform: (scene, { UserName, ...paging }) => {
    const holder = keyHolder(scene, UserName);
    if (!holder.ok) return holder;
    const oldestFirst = holder.value.keys.toSorted((a, b) => compareNames(placeOf(a), placeOf(b)));
    const cut = pageAfter(oldestFirst, paging, placeOf);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: {
        AccessKeyMetadata: items.map(({ id, status, created }) => ({
          ...subjectName(holder.value),
          AccessKeyId: id,
          Status: status,
          CreateDate: created,
        })),
        ...page,
      },
      changes: [],
    });
  },
});

const placeOf = ({ created, id }: AccessKey): string => `${created}${PART}${id}`;

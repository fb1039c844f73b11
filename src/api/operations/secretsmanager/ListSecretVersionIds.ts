// secretsmanager:ListSecretVersionIds: the versions of a secret, without their values.
import { PART } from '../../../account/ordered.ts';
import type { SecretVersion } from '../../../account/resources.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { fromTheEnd } from '../../pages.ts';
import { pageOf } from './paging.ts';
import { PAGING, SECRET_ID, secretIdError } from './parameters.ts';
import { askingOf, existingSecret, secretDenial, shownName } from './secret.ts';

/** By when they were made, then by id. */
const placeOf = ({ created, id }: SecretVersion): string => `${created}${PART}${id}`;

/**
 * The newest first. Versions without a label are deprecated, and listed only when that is asked for.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
 */
export const ListSecretVersionIds = operation({
  name: 'secretsmanager:ListSecretVersionIds',
  readOnly: true,
  cli: 'secretsmanager list-secret-version-ids',
  parameters: {
    SecretId: SECRET_ID,
    ...PAGING,
    IncludeDeprecated: { type: 'boolean', event: 'includeDeprecated', required: false },
  },
  validate: secretIdError,
  authorization: (world, caller, { SecretId }, env) => [
    askingOf(world, caller, env, 'secretsmanager:ListSecretVersionIds', SecretId),
  ],
  denial: secretDenial,
  perform: (scene, input) => {
    const found = existingSecret(scene, input.SecretId);
    if (!found.ok) return found;
    const versions = found.value.secret.versions
      .filter(({ stages }) => stages.length > 0 || input.IncludeDeprecated === true)
      .sort((a, b) => fromTheEnd(placeOf(a), placeOf(b)));
    const page = pageOf(versions, input, placeOf, fromTheEnd);
    if (!page.ok) return page;
    return ok({
      output: {
        Versions: page.value.items.map(({ id, stages, created }) => ({
          VersionId: id,
          ...(stages.length > 0 && { VersionStages: stages }),
          CreatedDate: created,
        })),
        ...page.value.page,
        ...shownName(found.value),
      },
      changes: [],
    });
  },
});

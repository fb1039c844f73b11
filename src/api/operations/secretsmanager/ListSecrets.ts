// secretsmanager:ListSecrets: the secrets of the account in the Region, without their values.
import { compareNames } from '../../../account/record.ts';
import type { Secret } from '../../../account/resources.ts';
import { PART } from '../../../account/ordered.ts';
import { valuesOf } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';
import { fromTheEnd } from '../../pages.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';
import { isGone } from './secret.ts';
import { shownSecret, stagesByVersion } from './shapes.ts';

type Text = (secret: Secret) => readonly string[];

const FILTERS: ReadonlyMap<string, Text> = new Map<string, Text>([
  ['description', ({ description }) => [description]],
  ['name', ({ name }) => [name]],
  ['tag-key', ({ tags }) => Object.keys(tags)],
  ['tag-value', ({ tags }) => Object.values(tags)],
]);

/** Of `all` filters there is one that looks at everything, and does not mind letter case. */
const ALL = 'all';

/**
 * The newest first, unless another order is asked for. A filter passes what begins with one of its values, or with `!`
 * before the value what does not.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 */
export const ListSecrets = operation({
  name: 'secretsmanager:ListSecrets',
  readOnly: true,
  cli: 'secretsmanager list-secrets',
  parameters: {
    IncludePlannedDeletion: { type: 'boolean', event: 'includePlannedDeletion', required: false },
    ...PAGING,
    Filters: {
      type: 'list',
      event: 'filters',
      required: false,
      maxItems: 10,
      of: {
        type: 'structure',
        members: {
          Key: { type: 'text', event: 'key', required: true, oneOf: [...FILTERS.keys(), ALL] },
          Values: {
            type: 'textList',
            event: 'values',
            required: true,
            minItems: 1,
            maxItems: 10,
            item: { max: 512 },
          },
        },
      },
    },
    SortOrder: { type: 'text', event: 'sortOrder', required: false, oneOf: ['asc', 'desc'] },
  },
  authorization: () => [{ action: 'secretsmanager:ListSecrets', resource: '*' }],
  perform: (scene, input) => {
    const home = homeOf(scene, 'secretsmanager');
    if (!home.ok) return home;
    const { region, now } = scene.env;
    const { IncludePlannedDeletion = false, Filters = [], SortOrder = 'desc' } = input;
    const secrets = valuesOf(home.value.secrets).filter(
      (secret) =>
        secret.region === region &&
        !isGone(secret, now) &&
        (secret.deletion === null || IncludePlannedDeletion) &&
        Filters.every(({ Key, Values }) => Values.some((value) => passes(secret, Key, value))),
    );
    const compare = SortOrder === 'asc' ? compareNames : fromTheEnd;
    const inOrder = secrets.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
    const page = pageOf(inOrder, input, placeOf, compare);
    if (!page.ok) return page;
    const list = page.value.items.map((secret) => {
      const stages = stagesByVersion(secret);
      return {
        ...shownSecret(home.value.id, secret),
        ...(stages && { SecretVersionsToStages: stages }),
      };
    });
    return ok({ output: { SecretList: list, ...page.value.page }, changes: [] });
  },
});

/** By when they were made, then by name. */
const placeOf = ({ created, name }: Secret): string => `${created}${PART}${name}`;

function passes(secret: Secret, key: string, value: string): boolean {
  if (value.startsWith('!')) return !passes(secret, key, value.slice(1));
  if (key !== ALL) return FILTERS.get(key)?.(secret).some((text) => text.startsWith(value)) === true;
  const sought = value.toLowerCase();
  return [...FILTERS.values()]
    .flatMap((textOf) => textOf(secret))
    .some((text) => text.toLowerCase().startsWith(sought));
}

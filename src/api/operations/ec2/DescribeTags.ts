// ec2:DescribeTags: the tags of the resources in the Region, or some of them.
import { PART } from '../../../account/ordered.ts';
import { ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { FILTERS, narrowed, type Filtering } from './filters.ts';
import { pageOf, PAGING, pagingError } from './paging.ts';
import { allTags, type TagRow } from './tagged.ts';
import { inTagOrder } from './tags.ts';

const placeOf = ({ ResourceId, Key }: TagRow): string => `${ResourceId}${PART}${Key}`;

const FILTERING: Filtering<TagRow> = {
  by: new Map<string, (row: TagRow) => readonly string[]>([
    ['key', ({ Key }) => [Key]],
    ['resource-id', ({ ResourceId }) => [ResourceId]],
    ['resource-type', ({ ResourceType }) => [ResourceType]],
    ['value', ({ Value }) => [Value]],
  ]),
};

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html */
export const DescribeTags = operation({
  name: 'ec2:DescribeTags',
  readOnly: true,
  cli: 'ec2 describe-tags',
  parameters: { Filters: FILTERS, ...PAGING, DryRun: DRY_RUN },
  validate: (input) => pagingError(input),
  authorization: () => [{ action: 'ec2:DescribeTags', resource: '*' }],
  perform: (scene, input) => {
    const { Filters, DryRun } = input;
    const home = homeOf(scene, 'ec2');
    if (!home.ok) return home;
    const left = narrowed(allTags(home.value, scene.env), Filters, FILTERING);
    if (!left.ok) return left;
    const page = pageOf(inTagOrder(left.value), input, placeOf);
    if (!page.ok) return page;
    return unlessDry(DryRun, ok({ output: { Tags: page.value.items, ...page.value.page }, changes: [] }));
  },
});

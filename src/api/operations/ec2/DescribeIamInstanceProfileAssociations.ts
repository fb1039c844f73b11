// ec2:DescribeIamInstanceProfileAssociations: which instances have which instance profiles.
import { compareNames } from '../../../account/record.ts';
import { sortedValues } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { homeOf } from '../../home.ts';
import { operation, type Scene } from '../../operation.ts';
import {
  ASSOCIATION_ID,
  associationIdError,
  existingAssociation,
  shownAssociation,
  type ShownAssociation,
} from './associations.ts';
import { FILTERS, narrowed, type Filtering } from './filters.ts';
import { missing } from './ids.ts';
import { pageOf, PAGING, pagingError } from './paging.ts';

const FILTERING: Filtering<ShownAssociation> = {
  by: new Map<string, (association: ShownAssociation) => readonly string[]>([
    ['instance-id', ({ InstanceId }) => [InstanceId]],
    ['state', ({ State }) => [State]],
  ]),
};

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeIamInstanceProfileAssociations.html */
export const DescribeIamInstanceProfileAssociations = operation({
  name: 'ec2:DescribeIamInstanceProfileAssociations',
  readOnly: true,
  cli: 'ec2 describe-iam-instance-profile-associations',
  parameters: {
    AssociationIds: { type: 'textList', event: ASSOCIATION_ID.event, required: false, item: {} },
    Filters: FILTERS,
    ...PAGING,
  },
  validate: (input) => associationIdError(input.AssociationIds) ?? pagingError(input),
  authorization: () => [{ action: 'ec2:DescribeIamInstanceProfileAssociations', resource: '*' }],
  perform: (scene, input) => {
    const { AssociationIds, Filters } = input;
    const asked = AssociationIds?.length ? named(scene, AssociationIds) : all(scene);
    if (!asked.ok) return asked;
    const left = narrowed(asked.value, Filters, FILTERING);
    if (!left.ok) return left;
    const inOrder = left.value.toSorted((a, b) => compareNames(a.AssociationId, b.AssociationId));
    const page = pageOf(inOrder, input, ({ AssociationId }) => AssociationId);
    if (!page.ok) return page;
    return ok({
      output: { IamInstanceProfileAssociations: page.value.items, ...page.value.page },
      changes: [],
    });
  },
});

function named(scene: Scene, ids: readonly string[]) {
  const found = ids.map((id) => existingAssociation(scene, id));
  const gone = ids.filter((_id, at) => !found[at]?.ok);
  if (gone.length > 0) return err(missing('InvalidAssociationID.NotFound', 'association', gone));
  return ok(
    found.flatMap((one) =>
      one.ok ? [shownAssociation(one.value.instance, one.value.association, 'associated')] : [],
    ),
  );
}

function all(scene: Scene) {
  const home = homeOf(scene, 'ec2');
  if (!home.ok) return home;
  const { region } = scene.env;
  return ok(
    sortedValues(home.value.instances).flatMap((instance) =>
      instance.profile && instance.region === region
        ? [shownAssociation(instance, instance.profile, 'associated')]
        : [],
    ),
  );
}

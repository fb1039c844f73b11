// ec2:ReplaceIamInstanceProfileAssociation: gives an instance another instance profile while it runs.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import {
  associatedInstance,
  ASSOCIATION_ID,
  associationIdError,
  existingAssociation,
  shownAssociation,
} from './associations.ts';
import {
  associationOf,
  IAM_INSTANCE_PROFILE,
  passing,
  profileKey,
  profileNameError,
} from './instance-profile.ts';
import { askingOf, instancePatch } from './instance.ts';

/**
 * The association gets another id.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceIamInstanceProfileAssociation.html
 */
export const ReplaceIamInstanceProfileAssociation = operation({
  name: 'ec2:ReplaceIamInstanceProfileAssociation',
  readOnly: false,
  cli: 'ec2 replace-iam-instance-profile-association',
  parameters: { IamInstanceProfile: IAM_INSTANCE_PROFILE, AssociationId: ASSOCIATION_ID },
  validate: ({ IamInstanceProfile, AssociationId }) =>
    associationIdError([AssociationId]) ?? profileNameError(IamInstanceProfile),
  authorization: (world, caller, { IamInstanceProfile, AssociationId }, env) => {
    const id = associatedInstance(world, caller, env, AssociationId);
    const asking = askingOf(world, caller, env, 'ec2:ReplaceIamInstanceProfileAssociation', id);
    const profile = profileKey(world, caller, 'ec2:NewInstanceProfile', IamInstanceProfile);
    return [
      { ...asking, context: { ...asking.context, ...profile } },
      ...passing(world, caller, IamInstanceProfile, asking.resource),
    ];
  },
  perform: (scene, { IamInstanceProfile, AssociationId }) => {
    const found = existingAssociation(scene, AssociationId);
    if (!found.ok) return found;
    const { account, instance } = found.value;
    const association = associationOf(account, IamInstanceProfile, scene.env);
    if (!association.ok) return association;
    return ok({
      output: {
        IamInstanceProfileAssociation: shownAssociation(instance, association.value, 'associating'),
      },
      changes: [instancePatch(found.value, { profile: association.value })],
    });
  },
});

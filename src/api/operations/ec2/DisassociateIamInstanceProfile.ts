// ec2:DisassociateIamInstanceProfile: takes the instance profile from an instance.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import {
  associatedInstance,
  ASSOCIATION_ID,
  associationIdError,
  existingAssociation,
  shownAssociation,
} from './associations.ts';
import { askingOf, instancePatch } from './instance.ts';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateIamInstanceProfile.html */
export const DisassociateIamInstanceProfile = operation({
  name: 'ec2:DisassociateIamInstanceProfile',
  readOnly: false,
  cli: 'ec2 disassociate-iam-instance-profile',
  parameters: { AssociationId: ASSOCIATION_ID },
  validate: ({ AssociationId }) => associationIdError([AssociationId]),
  authorization: (world, caller, { AssociationId }, env) => [
    askingOf(
      world,
      caller,
      env,
      'ec2:DisassociateIamInstanceProfile',
      associatedInstance(world, caller, env, AssociationId),
    ),
  ],
  perform: (scene, { AssociationId }) => {
    const found = existingAssociation(scene, AssociationId);
    if (!found.ok) return found;
    const { instance, association } = found.value;
    return ok({
      output: {
        IamInstanceProfileAssociation: shownAssociation(instance, association, 'disassociating'),
      },
      changes: [instancePatch(found.value, { profile: null })],
    });
  },
});

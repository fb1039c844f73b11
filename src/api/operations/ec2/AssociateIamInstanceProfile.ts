// ec2:AssociateIamInstanceProfile: hands an instance that has none an instance profile, and with it a role.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { shownAssociation } from './associations.ts';
import {
  associationOf,
  IAM_INSTANCE_PROFILE,
  passing,
  profileKey,
  profileNameError,
} from './instance-profile.ts';
import { askingOf, idError, INSTANCE_ID, instancePatch, livingInstance } from './instance.ts';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html */
export const AssociateIamInstanceProfile = operation({
  name: 'ec2:AssociateIamInstanceProfile',
  readOnly: false,
  cli: 'ec2 associate-iam-instance-profile',
  parameters: { IamInstanceProfile: IAM_INSTANCE_PROFILE, InstanceId: INSTANCE_ID },
  validate: ({ IamInstanceProfile, InstanceId }) =>
    idError([InstanceId]) ?? profileNameError(IamInstanceProfile),
  authorization: (world, caller, { IamInstanceProfile, InstanceId }, env) => {
    const asking = askingOf(world, caller, env, 'ec2:AssociateIamInstanceProfile', InstanceId);
    const profile = profileKey(world, caller, 'ec2:NewInstanceProfile', IamInstanceProfile);
    return [
      { ...asking, context: { ...asking.context, ...profile } },
      ...passing(world, caller, IamInstanceProfile, asking.resource),
    ];
  },
  perform: (scene, { IamInstanceProfile, InstanceId }) => {
    const found = livingInstance(scene, InstanceId);
    if (!found.ok) return found;
    const { account, instance } = found.value;
    const association = associationOf(account, IamInstanceProfile, scene.env);
    if (!association.ok) return association;
    if (instance.profile)
      return err(awsError('IncorrectState', `There is an existing association for instance ${InstanceId}`));
    return ok({
      output: {
        IamInstanceProfileAssociation: shownAssociation(instance, association.value, 'associating'),
      },
      changes: [instancePatch(found.value, { profile: association.value })],
    });
  },
});

// The operations of IAM on MFA devices and their tags, and on the tokens of STS.
import { CreateVirtualMFADevice } from './CreateVirtualMFADevice.ts';
import { DeactivateMFADevice } from './DeactivateMFADevice.ts';
import { DeleteVirtualMFADevice } from './DeleteVirtualMFADevice.ts';
import { EnableMFADevice } from './EnableMFADevice.ts';
import { GetMFADevice } from './GetMFADevice.ts';
import { ListMFADevices } from './ListMFADevices.ts';
import { ListMFADeviceTags } from './ListMFADeviceTags.ts';
import { ListVirtualMFADevices } from './ListVirtualMFADevices.ts';
import { ResyncMFADevice } from './ResyncMFADevice.ts';
import { SetSecurityTokenServicePreferences } from './SetSecurityTokenServicePreferences.ts';
import { TagMFADevice } from './TagMFADevice.ts';
import { UntagMFADevice } from './UntagMFADevice.ts';

export const MFA_OPERATIONS = {
  'iam:CreateVirtualMFADevice': CreateVirtualMFADevice,
  'iam:EnableMFADevice': EnableMFADevice,
  'iam:DeactivateMFADevice': DeactivateMFADevice,
  'iam:ResyncMFADevice': ResyncMFADevice,
  'iam:DeleteVirtualMFADevice': DeleteVirtualMFADevice,
  'iam:ListMFADevices': ListMFADevices,
  'iam:ListVirtualMFADevices': ListVirtualMFADevices,
  'iam:GetMFADevice': GetMFADevice,
  'iam:TagMFADevice': TagMFADevice,
  'iam:UntagMFADevice': UntagMFADevice,
  'iam:ListMFADeviceTags': ListMFADeviceTags,
  'iam:SetSecurityTokenServicePreferences': SetSecurityTokenServicePreferences,
} as const;

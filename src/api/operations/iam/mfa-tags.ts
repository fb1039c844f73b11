// Tags of MFA devices: only virtual ones have any.
import { err, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { existingDevice, type FoundDevice } from './mfa.ts';

/** AWS's words for a serial number that is no ARN of a virtual device are not known. */
export const taggableDevice = (scene: Scene, serial: string): Result<FoundDevice, AwsError> =>
  /^arn:[^:]*:iam::\d*:mfa\//.test(serial)
    ? existingDevice(scene, serial)
    : err(awsError('InvalidInput', `${serial} is not the serial number of a virtual MFA device.`));

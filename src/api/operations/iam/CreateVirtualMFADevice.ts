// iam:CreateVirtualMFADevice: the seed for an authenticator app, which is nobody's yet.
import { find } from '../../../account/table.ts';
import type { MfaDevice } from '../../../account/world.ts';
import { iamArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { constraintError } from '../../constraints.ts';
import { awsError } from '../../errors.ts';
import { operation, type Performed } from '../../operation.ts';
import type { Tag } from '../../parameters.ts';
import { accountOf } from './entities.ts';
import { mfaSeed } from './ids.ts';
import { SERIAL_NUMBER } from './mfa.ts';
import { otpauthUri } from './mfa-code.ts';
import { optional, PATH, TAGS, VIRTUAL_MFA_DEVICE_NAME } from './parameters.ts';
import { qrCodePng } from './qr-code.ts';
import { settingTags, tagError, tagList, withTags } from './tags.ts';

interface Output {
  readonly VirtualMFADevice: {
    readonly SerialNumber: string;
    /** The base32 text itself, as the command line writes it into a file. */
    readonly Base32StringSeed: string;
    /** Base64. */
    readonly QRCodePNG: string;
    readonly Tags?: readonly Tag[];
  };
}

/**
 * The seed is in the answer this once. A path can make a serial number that no other call would take; the words of that
 * refusal are those of the constraint.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html
 */
export const CreateVirtualMFADevice = operation({
  name: 'iam:CreateVirtualMFADevice',
  readOnly: false,
  cli: 'iam create-virtual-mfa-device',
  parameters: { VirtualMFADeviceName: VIRTUAL_MFA_DEVICE_NAME, Path: PATH, Tags: optional(TAGS) },
  authorization: (_world, caller, { VirtualMFADeviceName, Path = '/', Tags }) => {
    const resource = iamArn(caller.account, 'mfa', Path, VirtualMFADeviceName);
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreateVirtualMFADevice', resource, ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagMFADevice', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, { VirtualMFADeviceName: name, Path = '/', Tags = [] }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, alias, mfaDevices } = account.value;
    const serial = iamArn(id, 'mfa', Path, name);
    const refused =
      constraintError('iam', { SerialNumber: SERIAL_NUMBER }, { SerialNumber: serial }) ??
      (find(mfaDevices, serial)
        ? awsError('EntityAlreadyExists', 'MFADevice entity at the same path and name already exists.')
        : tagError(Tags, 'kept'));
    if (refused) return err(refused);
    const seed = mfaSeed(scene.env);
    const tags = withTags({}, Tags, 'kept');
    const value: MfaDevice = {
      serial,
      kind: 'virtual',
      created: scene.env.now,
      seed,
      holder: null,
      enabled: null,
      tags,
    };
    return ok<Performed<Output>>({
      output: {
        VirtualMFADevice: {
          SerialNumber: serial,
          Base32StringSeed: seed,
          QRCodePNG: qrCodePng(otpauthUri(name, alias ?? id, seed)),
          ...(Tags.length > 0 && { Tags: tagList(tags) }),
        },
      },
      changes: [{ kind: 'entitySet', account: id, table: 'mfaDevices', name: serial, value }],
    });
  },
});

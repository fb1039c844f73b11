// iam:CreateAccessKey: a new long-term access key, whose secret is shown this once.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { keyHolder, keysSet } from './access-keys.ts';
import { accessKeyId, hashOf, secretAccessKey } from './ids.ts';
import { EXISTING_USER_NAME, optional } from './parameters.ts';
import { MAX_ACCESS_KEYS } from './quotas.ts';
import { subjectAuthorization, subjectName } from './subject.ts';

/**
 * The secret is in the output only, as AWS shows it never again; a world keeps a hash to know it by. Inactive keys count.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html
 */
export const CreateAccessKey = operation({
  name: 'iam:CreateAccessKey',
  readOnly: false,
  cli: 'iam create-access-key',
  parameters: { UserName: optional(EXISTING_USER_NAME) },
  authorization: (world, caller, { UserName }) =>
    subjectAuthorization(world, caller, 'iam:CreateAccessKey', UserName),
  perform: (scene, { UserName }) => {
    const holder = keyHolder(scene, UserName);
    if (!holder.ok) return holder;
    const { keys } = holder.value;
    if (keys.length >= MAX_ACCESS_KEYS)
      return err(awsError('LimitExceeded', `Cannot exceed quota for AccessKeysPerUser: ${MAX_ACCESS_KEYS}`));
    const { env } = scene;
    const id = accessKeyId(env);
    const secret = secretAccessKey(env);
    const status = 'Active';
    return ok({
      output: {
        AccessKey: {
          ...subjectName(holder.value),
          AccessKeyId: id,
          Status: status,
          SecretAccessKey: secret,
          CreateDate: env.now,
        },
      },
      changes: [
        keysSet(holder.value, [
          ...keys,
          { id, status, created: env.now, changed: env.now, secretHash: hashOf(secret) },
        ]),
      ],
    });
  },
});

// secretsmanager:CreateSecret: a new secret, with a first value or without.
import type { Secret } from '../../../account/resources.ts';
import { lookup, sizeOf } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { homeOf } from '../../home.ts';
import { operation } from '../../operation.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { encryptionError, keptKey, keyArnOf, keyRequests, TO_ENCRYPT } from './encryption.ts';
import { CLIENT_REQUEST_TOKEN, DESCRIPTION, KMS_KEY_ID, nameError, TAGS, VALUE } from './parameters.ts';
import { arnOfName, denialOf, isGone, secretArn, secretKey, shownName } from './secret.ts';
import { tagError } from './tags.ts';
import { CURRENT, newVersion, spaceError, valueError, valueOf } from './versions.ts';

/** Of one account. AWS keeps half a million in each Region. */
const MOST_SECRETS = 10_000;

/**
 * The six characters that the ARN will end with are not known yet when the permission is asked for. Tags need a
 * permission of their own.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 */
export const CreateSecret = operation({
  name: 'secretsmanager:CreateSecret',
  readOnly: false,
  cli: 'secretsmanager create-secret',
  parameters: {
    Name: { type: 'text', event: 'name', required: true, min: 1, max: 512 },
    ClientRequestToken: CLIENT_REQUEST_TOKEN,
    Description: DESCRIPTION,
    KmsKeyId: KMS_KEY_ID,
    ...VALUE,
    Tags: { ...TAGS, required: false },
  },
  validate: (input) => nameError(input.Name) ?? valueError(input),
  authorization: (world, { account }, { Name, Description, KmsKeyId, Tags }, { region, now }) => {
    const resource = arnOfName(region, account, Name);
    const sealed = { owner: account, region, kmsKey: keptKey(KmsKeyId), secret: resource };
    const key = keyArnOf(world, sealed, now);
    const tags = settingTags(Tags);
    return [
      {
        action: 'secretsmanager:CreateSecret',
        resource,
        context: {
          'secretsmanager:Name': Name,
          ...(Description !== undefined && { 'secretsmanager:Description': Description }),
          ...(KmsKeyId !== undefined && { 'secretsmanager:KmsKeyId': KmsKeyId }),
          ...(key !== null && { 'secretsmanager:KmsKeyArn': key }),
        },
        ...tags,
      },
      ...(Tags?.length ? [{ action: 'secretsmanager:TagResource', resource, ...tags } as const] : []),
      ...keyRequests(world, sealed, TO_ENCRYPT, now),
    ];
  },
  denial: ({ Name }, message) => denialOf(Name, message),
  perform: (scene, input) => {
    const home = homeOf(scene, 'secretsmanager');
    if (!home.ok) return home;
    const account = home.value;
    const { env, world } = scene;
    const { Name, Description = '', KmsKeyId, ClientRequestToken, Tags = [] } = input;
    const given = valueOf(input);
    const tags = withTags({}, Tags, 'kept');
    const secret: Secret = {
      name: Name,
      region: env.region,
      suffix: suffixOf(env),
      created: env.now,
      changed: env.now,
      description: Description,
      kmsKey: keptKey(KmsKeyId),
      policy: null,
      deletion: null,
      versions: given ? [newVersion(env, ClientRequestToken, given, [CURRENT])] : [],
      tags,
    };
    const arn = secretArn(account.id, secret);
    const sealed = { owner: account.id, region: env.region, kmsKey: secret.kmsKey, secret: arn };
    const refused =
      takenError(account, secret, env) ??
      tagError(Tags, tags) ??
      encryptionError(world, sealed, env.now) ??
      spaceError(account, given);
    if (refused) return err(refused);
    const [version] = secret.versions;
    return ok({
      output: { ...shownName({ account, secret, arn }), ...(version && { VersionId: version.id }) },
      changes: [
        {
          kind: 'entitySet',
          account: account.id,
          table: 'secrets',
          name: secretKey(secret),
          value: secret,
        },
      ],
    });
  },
});

function takenError({ secrets }: Account, secret: Secret, { now }: Env): AwsError | null {
  const before = lookup(secrets, secretKey(secret));
  if (before && !isGone(before, now))
    return before.deletion === null
      ? awsError(
          'ResourceExistsException',
          `The operation failed because the secret ${secret.name} already exists.`,
        )
      : awsError(
          'InvalidRequestException',
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
        );
  return sizeOf(secrets) >= MOST_SECRETS
    ? awsError('SandboxFull', 'This sandbox keeps 10,000 secrets in an account. Delete one first.')
    : null;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What keeps the policies for a secret from meaning a later one of its name. */
const suffixOf = ({ randomBytes }: Env): string =>
  randomBytes(6)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');

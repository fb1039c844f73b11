// iam:CreatePolicy: a new customer managed policy, which is in force nowhere until it is attached.
import { findPolicyNamed } from '../../../account/find.ts';
import type { ManagedPolicy } from '../../../account/world.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf, newArn } from './entities.ts';
import { uniqueId } from './ids.ts';
import { optional, POLICY_DOCUMENT, POLICY_NAME, POLICY_PATH, TAGS } from './parameters.ts';
import { DESCRIPTION } from './policy-parameters.ts';
import { shownPolicy } from './policy-shapes.ts';
import { managedDocumentError } from './policy.ts';
import { MAX_POLICIES } from './quotas.ts';
import { settingTags, tagError, withTags } from './tags.ts';
import { UNUSED } from './usage.ts';

/**
 * Names are unique in the account whatever the paths. Tags need a permission of their own.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export const CreatePolicy = operation({
  name: 'iam:CreatePolicy',
  readOnly: false,
  cli: 'iam create-policy',
  parameters: {
    PolicyName: POLICY_NAME,
    Path: POLICY_PATH,
    PolicyDocument: POLICY_DOCUMENT,
    Description: DESCRIPTION,
    Tags: optional(TAGS),
  },
  authorization: (_world, caller, { PolicyName, Path, Tags }) => {
    const resource = newArn(caller, 'policy', PolicyName, Path);
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreatePolicy', resource, ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagPolicy', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, { PolicyName, Path = '/', PolicyDocument, Description = '', Tags = [] }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (findPolicyNamed(account.value, PolicyName))
      return err(
        awsError(
          'EntityAlreadyExists',
          `A policy called ${PolicyName} already exists. Duplicate names are not allowed.`,
        ),
      );
    const refused = managedDocumentError(PolicyDocument) ?? tagError(Tags, 'kept');
    if (refused) return err(refused);
    if (sizeOf(account.value.policies) >= MAX_POLICIES)
      return err(awsError('LimitExceeded', `Cannot exceed quota for PoliciesPerAccount: ${MAX_POLICIES}`));
    const created = scene.env.now;
    const policy: ManagedPolicy = {
      name: PolicyName,
      path: Path,
      id: uniqueId('ANPA', scene.env),
      created,
      description: Description,
      tags: withTags({}, Tags, 'kept'),
      versions: [{ id: 'v1', created, document: PolicyDocument }],
      defaultVersion: 'v1',
      lastVersion: 1,
    };
    const arn = newArn(scene.caller, 'policy', PolicyName, Path);
    return ok({
      output: { Policy: shownPolicy({ by: 'customer', arn, policy }, UNUSED) },
      changes: [
        { kind: 'entitySet', account: account.value.id, table: 'policies', name: PolicyName, value: policy },
      ],
    });
  },
});

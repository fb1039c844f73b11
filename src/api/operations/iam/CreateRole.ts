// iam:CreateRole: a new role, which its trust policy lets others assume.
import { findRole } from '../../../account/find.ts';
import type { Role } from '../../../account/world.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { boundaryError, boundaryKey } from './boundary.ts';
import { accountOf, newArn } from './entities.ts';
import { uniqueId } from './ids.ts';
import {
  optional,
  PATH,
  PERMISSIONS_BOUNDARY,
  ROLE_NAME,
  TAGS,
  TRUST_POLICY_DOCUMENT,
} from './parameters.ts';
import { DESCRIPTION, MAX_SESSION_DURATION, reservedPathError } from './role.ts';
import { shownRole, type ShownRole } from './shapes.ts';
import { settingTags, tagError, withTags } from './tags.ts';
import { trustOf } from './trust.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_ROLES = 1000;

/**
 * Tags need a permission of their own. The answer shows the longest session only when one was asked for.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const CreateRole = operation({
  name: 'iam:CreateRole',
  readOnly: false,
  cli: 'iam create-role',
  parameters: {
    Path: PATH,
    RoleName: ROLE_NAME,
    AssumeRolePolicyDocument: TRUST_POLICY_DOCUMENT,
    Description: optional(DESCRIPTION),
    MaxSessionDuration: MAX_SESSION_DURATION,
    PermissionsBoundary: optional(PERMISSIONS_BOUNDARY),
    Tags: optional(TAGS),
  },
  authorization: (_world, caller, { RoleName, Path, PermissionsBoundary, Tags }) => {
    const resource = newArn(caller, 'role', RoleName, Path);
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreateRole', resource, ...boundaryKey(PermissionsBoundary), ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagRole', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, input) => {
    const {
      RoleName,
      Path = '/',
      Description = '',
      MaxSessionDuration,
      PermissionsBoundary,
      Tags = [],
    } = input;
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (findRole(account.value, RoleName))
      return err(awsError('EntityAlreadyExists', `Role with name ${RoleName} already exists.`));
    const trust = trustOf(scene.world, input.AssumeRolePolicyDocument);
    if (!trust.ok) return trust;
    const refused =
      reservedPathError(Path) ??
      tagError(Tags, 'ignored') ??
      (PermissionsBoundary === undefined ? null : boundaryError(scene, PermissionsBoundary));
    if (refused) return err(refused);
    if (sizeOf(account.value.roles) >= MAX_ROLES)
      return err(awsError('LimitExceeded', `Cannot exceed quota for RolesPerAccount: ${MAX_ROLES}`));
    const role: Role = {
      name: RoleName,
      path: Path,
      id: uniqueId('AROA', scene.env),
      created: scene.env.now,
      description: Description,
      ...trust.value,
      maxSessionDuration: MaxSessionDuration ?? 3600,
      boundary: PermissionsBoundary ?? null,
      attached: [],
      inline: {},
      tags: withTags({}, Tags, 'ignored'),
    };
    const { MaxSessionDuration: longest, ...shown } = shownRole(account.value, role);
    const output: { readonly Role: ShownRole } = {
      Role: MaxSessionDuration === undefined ? shown : { ...shown, MaxSessionDuration: longest },
    };
    return ok({
      output,
      changes: [
        { kind: 'entitySet', account: account.value.id, table: 'roles', name: RoleName, value: role },
      ],
    });
  },
});

// organizations:CreateAccount: a new account in the organization, with a role that its management account can assume.
import { newAccount } from '../../../account/new-account.ts';
import { newMember } from '../../../account/new-organization.ts';
import type { AccountCreation, OrganizationMember } from '../../../account/organization.ts';
import { sizeOf, tableOf } from '../../../account/table.ts';
import type { Account } from '../../../account/world.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { invalidInput } from '../../invalid-input.ts';
import { settingTags, withTags } from '../iam/tags.ts';
import { recording } from './creations.ts';
import { constraintViolation } from './exceptions.ts';
import { characters, newAccountId } from './ids.ts';
import { accessRole, serviceLinkedRole } from './new-roles.ts';
import { NEW_TAGS } from './parameters.ts';
import { attachedAtFirst, attaching } from './policies.ts';
import { shownCreation } from './shapes.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';
import { tagError } from './tags.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MAX_ACCOUNTS = 10;
/** As many as a scenario holds, in and out of the organization. */
const MAX_IN_WORLD = 100;

const EMAIL = {
  type: 'text',
  event: 'email',
  required: true,
  min: 6,
  max: 64,
  pattern: '[^\\s@]+@[^\\s@]+\\.[^\\s@]+',
} as const;
const ACCOUNT_NAME = {
  type: 'text',
  event: 'accountName',
  required: true,
  min: 1,
  max: 50,
  pattern: '[\\u0020-\\u007E]+',
} as const;
/** A scenario that holds the name `__proto__` is refused, so nothing here may take it. */
const NEW_ROLE_NAME = {
  type: 'text',
  event: 'roleName',
  required: false,
  max: 64,
  pattern: '[\\w+=,.@-]{1,64}',
  except: '__proto__',
} as const;
const BILLING = {
  type: 'text',
  event: 'iamUserAccessToBilling',
  required: false,
  oneOf: ['ALLOW', 'DENY'],
} as const;

/**
 * AWS takes minutes. Here the account is there at once, but the answer is that of AWS, and says that the request is in
 * progress; what became of it DescribeCreateAccountStatus says. So also of an e-mail address that another account has.
 * Billing is not simulated.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
 */
export const CreateAccount = organizationsOperation({
  name: 'organizations:CreateAccount',
  readOnly: false,
  cli: 'organizations create-account',
  parameters: {
    Email: EMAIL,
    AccountName: ACCOUNT_NAME,
    RoleName: NEW_ROLE_NAME,
    IamUserAccessToBilling: BILLING,
    Tags: NEW_TAGS,
  },
  authorization: (world, caller, { Tags }) => [
    asking(world, caller, 'write', 'organizations:CreateAccount', '*', settingTags(Tags)),
    ...(Tags?.length
      ? [asking(world, caller, 'write', 'organizations:TagResource', '*', settingTags(Tags))]
      : []),
  ],
  perform: (scene, { Email, AccountName, RoleName = 'OrganizationAccountAccessRole', Tags = [] }) => {
    const managed = managedOrganization(scene);
    if (!managed.ok) return managed;
    const organization = managed.value;
    const { world, env } = scene;
    const refused =
      (/^AWSServiceRoleFor/i.test(RoleName) ? invalidInput('INVALID_ROLE_NAME') : null) ??
      tagError(Tags) ??
      (sizeOf(organization.members) >= MAX_ACCOUNTS
        ? constraintViolation('ACCOUNT_NUMBER_LIMIT_EXCEEDED')
        : null);
    if (refused) return err(refused);
    const accounts = Object.values(world.accounts);
    if (accounts.length >= MAX_IN_WORLD)
      return err(awsError('SandboxFull', `There are ${MAX_IN_WORLD} accounts in this sandbox already.`));
    const taken = accounts.some(({ root }) => root.email.toLowerCase() === Email.toLowerCase());
    const asked: AccountCreation = {
      id: `car-${characters(env, 32)}`,
      name: AccountName,
      state: 'IN_PROGRESS',
      requested: env.now,
      account: null,
      failure: null,
    };
    const output = { CreateAccountStatus: shownCreation(asked) };
    if (taken) {
      const failed: AccountCreation = { ...asked, state: 'FAILED', failure: 'EMAIL_ALREADY_EXISTS' };
      return ok({ output, changes: recording(organization, failed) });
    }
    const id = newAccountId(world, env);
    const access = accessRole(RoleName, organization.managementAccount, env);
    const linked = organization.featureSet === 'ALL' ? [serviceLinkedRole(env)] : [];
    const account: Account = {
      ...newAccount(id, AccountName, Email, env.now),
      roles: tableOf(Object.fromEntries([access, ...linked].map((role) => [role.name, role]))),
    };
    const member: OrganizationMember = {
      ...newMember(id, organization.root, 'CREATED', env.now),
      tags: withTags({}, Tags, 'kept'),
    };
    return ok({
      output,
      changes: [
        { kind: 'accountPut', account: id, value: account },
        { kind: 'organizationPartSet', table: 'members', key: id, value: member },
        attaching(id, attachedAtFirst(organization)),
        ...recording(organization, { ...asked, state: 'SUCCEEDED', account: id }),
      ],
    });
  },
});

// Rows: when credentials were used last, and the credential report.
import { decode } from 'js-base64';
import { expect } from 'vitest';
import { activityOf } from '../../../src/account/activity-of-events.ts';
import { NO_ACTIVITY, withSignIn, withUse, type Activity } from '../../../src/account/activity.ts';
import { credentialReport } from '../../../src/account/credential-report.ts';
import type { AccessKey, LoginProfile } from '../../../src/account/world.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  BOOKSHOP,
  BOOKSHOP_ACCOUNT,
  byName,
  caller,
  ACCOUNT_CREATED,
  CREATED,
  NOW,
  userIn,
  withBookshop,
  withUser,
  WORLD,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';
import { printer } from './spare-policy.ts';

const KEY: AccessKey = {
  id: 'AKIANOORAAAAAAAAAAAA',
  status: 'Active',
  created: CREATED,
  changed: CREATED,
  secretHash: null,
};
const ROOT_KEY: AccessKey = { ...KEY, id: 'AKIAROOTAAAAAAAAAAAA' };
const LOGIN: LoginProfile = {
  hash: { algorithm: 'PBKDF2-SHA256', iterations: 1, salt: 'AAAA', hash: 'AAAA' },
  created: CREATED,
  changed: CREATED,
  resetRequired: false,
  previous: [],
};
const USED = '2026-11-20T09:00:00Z';

const WITH_CREDENTIALS = withBookshop(
  (account) => ({
    ...account,
    root: { ...account.root, login: LOGIN, accessKeys: [ROOT_KEY] },
    roles: byName(printer),
  }),
  withUser('noor', { login: LOGIN, accessKeys: [KEY] }),
);
const NOOR_ID = userIn(WORLD, 'noor')?.id ?? '';

/** noor signed in and used a key; so did jonas, who has neither password nor key any more; the role printed. */
const ACTIVITY: Activity = [NOOR_ID, userIn(WORLD, 'jonas')?.id ?? '', BOOKSHOP].reduce(
  (activity, id) => withSignIn(activity, id, USED),
  withUse(
    withUse(NO_ACTIVITY, {
      date: USED,
      service: 's3',
      region: 'eu-central-1',
      action: 'ListBuckets',
      by: { kind: 'user', id: NOOR_ID, accessKeyId: KEY.id },
    }),
    {
      date: USED,
      service: 's3',
      region: 'eu-central-1',
      action: 'ListBuckets',
      by: { kind: 'role', id: printer.id },
    },
  ),
);

const shown = (name: string) => ({
  Path: '/',
  UserName: name,
  UserId: userIn(WORLD, name)?.id,
  Arn: `arn:aws:iam::${BOOKSHOP}:user/${name}`,
  CreateDate: CREATED,
});

const REPORT = { generated: addSeconds(NOW, -4 * 60 * 60 + 1), content: 'user,arn\nnöor,x\n' };
const STALE = { ...REPORT, generated: addSeconds(NOW, -4 * 60 * 60) };
const withReport = (report: typeof REPORT) =>
  withBookshop((account) => ({ ...account, credentialReport: report }));

const unknownKey = (id: string, who: string) => ({
  input: { AccessKeyId: id },
  code: 'AccessDenied',
  message: `User: arn:aws:iam::${BOOKSHOP}:${who} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${id}`,
});

export const REPORTS = [
  row({
    operation: 'iam:GetAccessKeyLastUsed',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: { AccessKeyId: KEY.id },
    then: (output) =>
      expect(output).toEqual({
        UserName: 'noor',
        AccessKeyLastUsed: { LastUsedDate: USED, ServiceName: 's3', Region: 'eu-central-1' },
      }),
    errors: [
      unknownKey('AKIAMISSINGAAAAAAAAA', 'root'),
      // Who may nothing learns no more than who may everything.
      { ...unknownKey('AKIAMISSINGAAAAAAAAA', 'user/jonas'), caller: caller('jonas') },
      {
        input: { AccessKeyId: KEY.id },
        caller: caller('jonas'),
        code: 'AccessDenied',
        message: `User: arn:aws:iam::${BOOKSHOP}:user/jonas is not authorized to perform: iam:GetAccessKeyLastUsed on resource: user noor because no identity-based policy allows the iam:GetAccessKeyLastUsed action`,
      },
      {
        input: { AccessKeyId: 'AKIA-NOOR-AAAAAA' },
        code: 'ValidationError',
        message:
          "1 validation error detected: Value 'AKIA-NOOR-AAAAAA' at 'accessKeyId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
      },
    ],
  }),
  row({
    operation: 'iam:GetAccessKeyLastUsed',
    world: WITH_CREDENTIALS,
    works: { AccessKeyId: ROOT_KEY.id },
    then: (output) => expect(output).toEqual({ AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } }),
    errors: [],
  }),
  row({
    operation: 'iam:GetUser',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: { UserName: 'noor' },
    then: ({ User }) => expect(User).toMatchObject({ PasswordLastUsed: USED }),
    errors: [],
  }),
  row({
    operation: 'iam:GetUser',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: {},
    then: ({ User }) =>
      expect(User).toEqual({
        UserId: BOOKSHOP,
        Arn: `arn:aws:iam::${BOOKSHOP}:root`,
        CreateDate: ACCOUNT_CREATED,
        PasswordLastUsed: USED,
      }),
    errors: [],
  }),
  row({
    operation: 'iam:ListUsers',
    world: withUser('amira', { login: LOGIN }, WITH_CREDENTIALS),
    activity: ACTIVITY,
    works: {},
    // amira has never used the password, jonas has none.
    then: ({ Users }) =>
      expect(Users).toEqual([shown('amira'), shown('jonas'), { ...shown('noor'), PasswordLastUsed: USED }]),
    errors: [],
  }),
  row({
    operation: 'iam:GetGroup',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: { GroupName: 'Writers' },
    then: ({ Users }) => expect(Users).toEqual([{ ...shown('noor'), PasswordLastUsed: USED }]),
    errors: [],
  }),
  row({
    operation: 'iam:GetRole',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: { RoleName: 'Printer' },
    then: ({ Role }) => expect(Role.RoleLastUsed).toEqual({ LastUsedDate: USED, Region: 'eu-central-1' }),
    errors: [],
  }),
  row({
    operation: 'iam:GetRole',
    world: WITH_CREDENTIALS,
    activity: activityOf([]),
    works: { RoleName: 'Printer' },
    then: ({ Role }) => expect(Role.RoleLastUsed).toEqual({}),
    errors: [],
  }),
  row({
    operation: 'iam:GetAccountAuthorizationDetails',
    world: WITH_CREDENTIALS,
    activity: ACTIVITY,
    works: { Filter: ['User', 'Role'] },
    then: ({ UserDetailList, RoleDetailList }) => {
      expect(UserDetailList.map(({ PasswordLastUsed }) => PasswordLastUsed)).toEqual([
        undefined,
        undefined,
        USED,
      ]);
      expect(RoleDetailList[0]?.RoleLastUsed).toEqual({ LastUsedDate: USED, Region: 'eu-central-1' });
    },
    errors: [],
  }),
  row({
    operation: 'iam:GenerateCredentialReport',
    world: withReport(STALE),
    activity: ACTIVITY,
    works: {},
    then: (output, world) => {
      expect(output).toEqual({
        State: 'STARTED',
        Description: 'No report exists. Starting a new report generation task',
      });
      expect(world.accounts[BOOKSHOP]?.credentialReport).toEqual({
        generated: NOW,
        content: credentialReport(BOOKSHOP_ACCOUNT, ACTIVITY),
      });
    },
    errors: [],
  }),
  row({
    operation: 'iam:GenerateCredentialReport',
    world: withReport(REPORT),
    works: {},
    // It stays the report for four hours.
    then: (output, world) => {
      expect(output).toEqual({ State: 'COMPLETE' });
      expect(world.accounts[BOOKSHOP]?.credentialReport).toBe(REPORT);
    },
    errors: [],
  }),
  row({
    operation: 'iam:GetCredentialReport',
    world: withReport(REPORT),
    works: {},
    then: ({ Content, ...output }) => {
      expect(output).toEqual({ ReportFormat: 'text/csv', GeneratedTime: REPORT.generated });
      expect(decode(Content)).toBe(REPORT.content);
    },
    errors: [
      {
        input: {},
        world: WORLD,
        code: 'ReportNotPresent',
        message: 'Credential report not present.',
      },
      { input: {}, world: withReport(STALE), code: 'ReportExpired', message: 'Credential report expired.' },
    ],
  }),
] as const;

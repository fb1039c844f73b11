// How IAM names a resource in its refusals: things that exist by kind and name, things to be made by ARN.
import { parseArn, type AccountId, type Arn } from '../../aws/arn.ts';

/** Calls that make something, and calls that are given an ARN: these print the whole ARN. */
const BY_ARN =
  /^iam:(create(user|role|group|instanceprofile|servicelinkedrole)|passrole|(simulate|getcontextkeysfor)principalpolicy)$/i;

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    user: 'user',
    group: 'group',
    role: 'role',
    'instance-profile': 'instance profile',
  }),
);

/** What lists without a filter are asked about; everything else that is asked of the account as a whole is asked about `*`. */
const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'iam:listusers': 'user/',
    'iam:listroles': 'role/',
    'iam:listgroups': 'group/',
    'iam:listinstanceprofiles': 'instance-profile/',
  }),
);

/** What stands in a refusal in place of `*`. Only the words differ here too. */
export function iamListText(action: string, account: AccountId | null): string {
  const name = action.toLowerCase();
  if (name === 'iam:listpolicies') return 'policy path /';
  const list = LISTS.get(name);
  return list === undefined || account === null ? '*' : `arn:aws:iam::${account}:${list}`;
}

/**
 * `user noor`, `group Writers`, `policy arn:aws:iam::111122223333:policy/WriteDrafts`; a policy that is yet to be made is
 * `policy WriteDrafts`. Only the words differ: what is evaluated is always the ARN. Observed in answers of AWS; no page
 * describes it.
 */
export function iamResourceText(action: string, resource: Arn): string {
  const parts = parseArn(resource);
  const slash = parts?.resource.indexOf('/') ?? -1;
  if (!parts || slash < 0 || BY_ARN.test(action)) return resource;
  const type = parts.resource.slice(0, slash);
  const name = parts.resource.slice(parts.resource.lastIndexOf('/') + 1);
  if (type === 'policy') return `policy ${/^iam:createpolicy$/i.test(action) ? name : resource}`;
  const kind = KINDS.get(type);
  return kind === undefined ? resource : `${kind} ${name}`;
}

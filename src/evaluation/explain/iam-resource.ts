// How IAM names a resource in its refusals: things that exist by kind and name, things to be made by ARN.
import { parseArn, type Arn } from '../../aws/arn.ts';

/** Calls that make something, calls that are given an ARN, and lists: these print the whole ARN. */
const BY_ARN =
  /^iam:(create(user|role|group|instanceprofile|servicelinkedrole)|passrole|(simulate|getcontextkeysfor)principalpolicy|list(users|roles|groups|instanceprofiles))$/i;

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    user: 'user',
    group: 'group',
    role: 'role',
    'instance-profile': 'instance profile',
  }),
);

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

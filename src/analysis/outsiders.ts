// Outsiders: callers from outside whom an entry of a Principal element could mean, as requests would show them.
import { canonicalUserId } from '../account/canonical-user.ts';
import { organizationPath } from '../account/levels.ts';
import type { World } from '../account/world.ts';
import { isAccountId, parseArn, type AccountId, type Arn } from '../aws/arn.ts';
import { UNKNOWN, type Principal, type RequestContext } from '../evaluation/request.ts';
import type { PolicyDocument, PrincipalEntry } from '../policy/document.ts';

export interface Outsider {
  readonly principal: Principal;
  readonly context: RequestContext;
}

/** An account that is nobody's. */
const ELSEWHERE: AccountId = '000000000000';

/**
 * Whom an entry lets in who is not trusted; nobody when it names only who is. Of everyone these are nobody in particular,
 * somebody from an account that is not known, and whoever the conditions of the policy name.
 */
export function outsidersOf(
  world: World,
  owner: AccountId,
  entry: PrincipalEntry,
  document: PolicyDocument,
  isTrusted: (account: AccountId) => boolean,
): Outsider[] {
  const keys = keysOf(document);
  const user = (arn: Arn, account: AccountId): Outsider => ({
    principal: principalOf(arn, account),
    context: { ...unknown(keys), ...knownOf(world, arn, account) },
  });
  const someUser = (account: AccountId): Outsider => user(`arn:aws:iam::${account}:user/x`, account);
  switch (entry.kind) {
    case 'Service':
      return [];
    case 'Federated':
      // A provider tells of people who are not of AWS, in whichever account it is registered.
      return [
        {
          principal: { kind: 'federatedIdentity', provider: entry.value },
          context: unknownOfNobody(keys),
        },
      ];
    case 'CanonicalUser':
      return entry.value === canonicalUserId(owner) ? [] : [someUser(ELSEWHERE)];
    case 'AWS': {
      const arn = isAccountId(entry.value) ? null : parseArn(entry.value);
      const account = arn ? arn.account : entry.value;
      // What is left of a principal that was deleted is nobody.
      if (!isAccountId(account) || isTrusted(account)) return [];
      return arn === null || arn.resource === 'root'
        ? [someUser(account)]
        : [user(asArn(entry.value), account)];
    }
    case 'Everyone': {
      const named = namedIn(document).filter(({ account }) => !isTrusted(account));
      return [
        { principal: { kind: 'anonymous' }, context: unknownOfNobody(keys) },
        someUser(ELSEWHERE),
        ...named.map(({ arn, account }) => (arn === null ? someUser(account) : user(arn, account))),
      ];
    }
  }
}

const asArn = (text: string): Arn => `arn:${text.slice('arn:'.length)}`;

function principalOf(arn: Arn, account: AccountId): Principal {
  const [kind, ...rest] = parseArn(arn)?.resource.split('/') ?? [];
  const name = rest.at(-1) ?? 'x';
  if (kind === 'role')
    return {
      kind: 'roleSession',
      arn: `arn:aws:sts::${account}:assumed-role/${name}/x`,
      account,
      roleName: name,
      sessionName: 'x',
      roleArn: arn,
    };
  if (kind === 'assumed-role') {
    const [roleName = 'x'] = rest;
    return { kind: 'roleSession', arn, account, roleName, sessionName: name };
  }
  return kind === 'federated-user'
    ? { kind: 'federatedUser', arn, account, name }
    : { kind: 'user', arn, account, name };
}

/** What a request always shows of a principal of an account. */
function knownOf({ organization }: World, arn: Arn, account: AccountId): RequestContext {
  const path = organization && organizationPath(organization, account);
  return {
    'aws:PrincipalAccount': account,
    'aws:PrincipalArn': arn,
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'kms:CallerAccount': account,
    ...(organization && path !== null
      ? { 'aws:PrincipalOrgID': organization.id, 'aws:PrincipalOrgPaths': [path] }
      : {}),
  };
}

/** Keys that only services bring, or only members of an organization: of them nothing is unknown. */
const SETTLED = new Set(
  `aws:sourcearn aws:sourceaccount aws:sourceowner aws:sourceorgid aws:sourceorgpaths aws:principalorgid
  aws:principalorgpaths aws:principalservicename aws:principalservicenameslist aws:calledvia aws:calledviafirst
  aws:calledvialast`.split(/\s+/),
);

/** Everything that the conditions ask of and that a request from outside may hold. */
const unknown = (keys: readonly string[]): RequestContext =>
  Object.fromEntries(keys.filter((key) => !SETTLED.has(key.toLowerCase())).map((key) => [key, UNKNOWN]));

/** Nobody, and people who are not of AWS, have no keys of a principal to show. */
const unknownOfNobody = (keys: readonly string[]): RequestContext =>
  unknown(keys.filter((key) => !/^(?:aws:(?:principal|userid|username)|kms:calleraccount)/i.test(key)));

const keysOf = ({ statements }: PolicyDocument): string[] => [
  ...new Set(statements.flatMap(({ conditions }) => conditions.map(({ key }) => key))),
];

/** The accounts and principals that conditions name. */
function namedIn({ statements }: PolicyDocument): { arn: Arn | null; account: AccountId }[] {
  return statements
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => /^(?:aws:Principal(?:Account|Arn)|kms:CallerAccount)$/i.test(key))
    .flatMap(({ values }) => values)
    .flatMap(({ value }): { arn: Arn | null; account: AccountId }[] => {
      if (isAccountId(value)) return [{ arn: null, account: value }];
      const account = parseArn(value)?.account ?? '';
      if (!isAccountId(account)) return [];
      return [{ arn: asArn(value.replaceAll('*', 'x').replaceAll('?', 'x')), account }];
    });
}

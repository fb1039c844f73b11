// Key meanings: what each global condition key holds, and when it is there; the usual ones first.
import { GLOBAL_KEYS, globalKey, type KnownKey } from '../global-keys.ts';

/**
 * A key a line, with its meaning.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const LINES = `
aws:PrincipalArn|The ARN of who asks; for a role session that of the role. There in every signed request.
aws:PrincipalAccount|The account of who asks. Always there.
aws:PrincipalOrgID|The organization of who asks. There when their account is in one.
aws:PrincipalOrgPaths|Where in its organization the account of who asks stands, as o-…/r-…/ou-…/.
aws:PrincipalTag/|A tag of who asks: of the user, the role or the session.
aws:PrincipalType|What kind of principal asks: Account, User, FederatedUser, AssumedRole or Anonymous. Always there.
aws:userid|The unique id of who asks, such as AIDA…, or AROA…:session-name for a role. Always there.
aws:username|The name of the IAM user who asks. Not there for roles and the root user.
aws:PrincipalIsAWSService|Whether an AWS service asks in its own name.
aws:PrincipalServiceName|The service that asks in its own name, as its service principal.
aws:PrincipalServiceNamesList|All names of the service that asks in its own name.
aws:AssumedRoot|True when the credentials come from AssumeRoot; otherwise not there.
aws:FederatedProvider|The identity provider behind a session of AssumeRoleWithWebIdentity.
aws:TokenIssueTime|When the temporary credentials were issued. Not there for access keys.
aws:MultiFactorAuthPresent|Whether MFA was used. Only in temporary credentials: with an access key it is not there at all.
aws:MultiFactorAuthAge|Seconds since MFA was used. Only there when it was.
aws:SourceIdentity|The source identity that was set when the first role was assumed; it stays through the chain.
aws:SignInSessionArn|The sign-in session behind credentials of aws login.
aws:ChatbotSourceArn|The chat configuration behind a session of Amazon Q Developer in chat.
aws:SourceIp|The public address that the request comes from. Not there through a VPC endpoint.
aws:VpcSourceIp|The private address that the request comes from. Only through a VPC endpoint.
aws:SourceVpc|The VPC that the request comes through. Only through a VPC endpoint.
aws:SourceVpcArn|The ARN of the VPC that the request comes through.
aws:SourceVpce|The VPC endpoint that the request comes through. Only there when it does.
aws:VpceAccount|The account that owns the VPC endpoint of the request.
aws:VpceOrgID|The organization that owns the VPC endpoint of the request.
aws:VpceOrgPaths|Where in its organization the owner of the VPC endpoint stands.
aws:Ec2InstanceSourceVpc|The VPC of the instance that the role credentials were given to.
aws:Ec2InstanceSourcePrivateIPv4|The private address of the instance that the role credentials were given to.
aws:ResourceAccount|The account that owns the resource. Nearly always there.
aws:ResourceOrgID|The organization of the account that owns the resource. There when it is in one.
aws:ResourceOrgPaths|Where in its organization the owner of the resource stands.
aws:ResourceTag/|A tag of the resource.
aws:RequestTag/|A tag that the request puts on something.
aws:TagKeys|The keys of all tags in the request.
aws:CalledVia|The services that passed the request on for who asks, in their order.
aws:CalledViaFirst|The first service that passed the request on.
aws:CalledViaLast|The last service that passed the request on.
aws:ViaAWSService|Whether a service passed the request on for who asks. Always there.
aws:CurrentTime|The moment of the request. Always there.
aws:EpochTime|The moment of the request, in seconds since 1970. Always there.
aws:RequestedRegion|The Region that the request is made to; us-east-1 for global services such as IAM. Always there.
aws:SecureTransport|Whether the request came over TLS. Always there.
aws:UserAgent|What the client says it is. Anybody can say anything here.
aws:Referer|The page that the client says it comes from. Anybody can say anything here.
aws:SourceArn|The resource for which a service asks in its own name, such as the topic that sends to a queue.
aws:SourceOwner|The account of the resource for which a service asks, as the services before aws:SourceAccount gave it.
aws:SourceAccount|The account of the resource for which a service asks in its own name.
aws:SourceOrgID|The organization of the resource for which a service asks in its own name.
aws:SourceOrgPaths|Where in its organization the resource stands for which a service asks in its own name.
aws:CalledViaAWSMCP|The MCP service that passed the request on.
aws:ViaAWSMCPService|Whether an MCP service passed the request on.
aws:IsMcpServiceAction|True when an MCP service asks whether its own action is allowed; otherwise not there.
ec2:RoleDelivery|The version of the metadata service that gave the role credentials out: 1.0 or 2.0.
ec2:SourceInstanceArn|The instance that the role credentials were given to.
lambda:SourceFunctionArn|The function whose code makes the request.
ssm:SourceInstanceArn|The managed instance that makes the request.
codebuild:BuildArn|The build that makes the request.
codebuild:ProjectArn|The build project that makes the request.
glue:RoleAssumedBy|The service that assumed the role: Glue itself.
glue:CredentialIssuingService|The service that issued the credentials of a Glue job.
identitystore:UserId|The Identity Center user who makes the request.
`;

const MEANINGS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const at = line.indexOf('|');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1)] as const;
    }),
);

/** What a global key holds, whatever its letter case; undefined for any other key. */
export function keyMeaning(name: string): string | undefined {
  const key = globalKey(name);
  return key && MEANINGS.get(key.name.toLowerCase());
}

/** Those with a meaning in their order, then whatever others there are. */
export const KEYS_IN_ORDER: readonly KnownKey[] = [
  ...[...MEANINGS.keys()].flatMap((name) => GLOBAL_KEYS.get(name) ?? []),
  ...[...GLOBAL_KEYS].flatMap(([name, key]) => (MEANINGS.has(name) ? [] : [key])),
];

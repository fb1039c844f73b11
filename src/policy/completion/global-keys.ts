// Global condition keys: those that AWS itself puts into requests, whatever the service; what each holds, and when it is there.
import type { ConditionKeyType } from '../../aws/vocabulary.ts';

export interface GlobalKey {
  /** `aws:PrincipalTag/` ends where the key of a tag follows. */
  readonly name: string;
  readonly type: ConditionKeyType;
  readonly meaning: string;
}

/**
 * A key a line: name, type, meaning.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const LINES = `
aws:PrincipalArn|ARN|The ARN of who asks; for a role session that of the role. There in every signed request.
aws:PrincipalAccount|String|The account of who asks. Always there.
aws:PrincipalOrgID|String|The organization of who asks. There when their account is in one.
aws:PrincipalOrgPaths|ArrayOfString|Where in its organization the account of who asks stands, as o-…/r-…/ou-…/.
aws:PrincipalTag/|String|A tag of who asks: of the user, the role or the session.
aws:PrincipalType|String|What kind of principal asks: Account, User, FederatedUser, AssumedRole or Anonymous. Always there.
aws:userid|String|The unique id of who asks, such as AIDA…, or AROA…:session-name for a role. Always there.
aws:username|String|The name of the IAM user who asks. Not there for roles and the root user.
aws:PrincipalIsAWSService|Bool|Whether an AWS service asks in its own name.
aws:PrincipalServiceName|String|The service that asks in its own name, as its service principal.
aws:PrincipalServiceNamesList|ArrayOfString|All names of the service that asks in its own name.
aws:AssumedRoot|Bool|True when the credentials come from AssumeRoot; otherwise not there.
aws:FederatedProvider|String|The identity provider behind a session of AssumeRoleWithWebIdentity.
aws:TokenIssueTime|Date|When the temporary credentials were issued. Not there for access keys.
aws:MultiFactorAuthPresent|Bool|Whether MFA was used. Only in temporary credentials: with an access key it is not there at all.
aws:MultiFactorAuthAge|Numeric|Seconds since MFA was used. Only there when it was.
aws:SourceIdentity|String|The source identity that was set when the first role was assumed; it stays through the chain.
aws:SignInSessionArn|ARN|The sign-in session behind credentials of aws login.
aws:ChatbotSourceArn|ARN|The chat configuration behind a session of Amazon Q Developer in chat.
aws:Ec2InstanceSourceVpc|String|The VPC of the instance that the role credentials were given to.
aws:Ec2InstanceSourcePrivateIPv4|IPAddress|The private address of the instance that the role credentials were given to.
aws:SourceIp|IPAddress|The public address that the request comes from. Not there through a VPC endpoint.
aws:VpcSourceIp|IPAddress|The private address that the request comes from. Only through a VPC endpoint.
aws:SourceVpc|String|The VPC that the request comes through. Only through a VPC endpoint.
aws:SourceVpcArn|ARN|The ARN of the VPC that the request comes through.
aws:SourceVpce|String|The VPC endpoint that the request comes through. Only there when it does.
aws:VpceAccount|String|The account that owns the VPC endpoint of the request.
aws:VpceOrgID|String|The organization that owns the VPC endpoint of the request.
aws:VpceOrgPaths|ArrayOfString|Where in its organization the owner of the VPC endpoint stands.
aws:ResourceAccount|String|The account that owns the resource. Nearly always there.
aws:ResourceOrgID|String|The organization of the account that owns the resource. There when it is in one.
aws:ResourceOrgPaths|ArrayOfString|Where in its organization the owner of the resource stands.
aws:ResourceTag/|String|A tag of the resource.
aws:RequestTag/|String|A tag that the request puts on something.
aws:TagKeys|ArrayOfString|The keys of all tags in the request.
aws:CalledVia|ArrayOfString|The services that passed the request on for who asks, in their order.
aws:CalledViaFirst|String|The first service that passed the request on.
aws:CalledViaLast|String|The last service that passed the request on.
aws:ViaAWSService|Bool|Whether a service passed the request on for who asks. Always there.
aws:CurrentTime|Date|The moment of the request. Always there.
aws:EpochTime|Date|The moment of the request, in seconds since 1970. Always there.
aws:RequestedRegion|String|The Region that the request is made to; us-east-1 for global services such as IAM. Always there.
aws:SecureTransport|Bool|Whether the request came over TLS. Always there.
aws:UserAgent|String|What the client says it is. Anybody can say anything here.
aws:referer|String|The page that the client says it comes from. Anybody can say anything here.
aws:SourceArn|ARN|The resource for which a service asks in its own name, such as the topic that sends to a queue.
aws:SourceAccount|String|The account of the resource for which a service asks in its own name.
aws:SourceOrgID|String|The organization of the resource for which a service asks in its own name.
aws:SourceOrgPaths|ArrayOfString|Where in its organization the resource stands for which a service asks in its own name.
`;

export const GLOBAL_KEYS: readonly GlobalKey[] = LINES.trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', type = '', meaning = ''] = line.split('|');
    return [{ name, type: type as ConditionKeyType, meaning }];
  });

const BY_NAME: ReadonlyMap<string, GlobalKey> = new Map(
  GLOBAL_KEYS.map((key) => [key.name.toLowerCase(), key]),
);

/** `aws:PrincipalTag/team` is found under `aws:PrincipalTag/`; letter case does not matter. */
export function globalKey(name: string): GlobalKey | undefined {
  const folded = name.toLowerCase();
  const slash = folded.indexOf('/');
  return BY_NAME.get(slash < 0 ? folded : folded.slice(0, slash + 1));
}

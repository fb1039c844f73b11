// GLOBAL_KEYS: the condition keys that AWS itself sets, with the type of their values.
import type { ConditionKeyType } from '../aws/vocabulary.ts';

export interface KnownKey {
  /** As AWS writes it; a key of tags without its tag: `aws:PrincipalTag/`. */
  readonly name: string;
  /** `ArrayOf…` for keys that hold several values in one request. */
  readonly type: ConditionKeyType;
}

const NAMES: Readonly<Record<ConditionKeyType, string>> = {
  String: `aws:CalledViaAWSMCP aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider
    aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/ aws:PrincipalType aws:Referer
    aws:RequestedRegion aws:RequestTag/ aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/ aws:SourceAccount
    aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpce aws:UserAgent aws:userid aws:username
    aws:VpceAccount aws:VpceOrgID glue:CredentialIssuingService glue:RoleAssumedBy identitystore:UserId`,
  ARN: `aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn aws:SourceVpcArn codebuild:BuildArn
    codebuild:ProjectArn ec2:SourceInstanceArn lambda:SourceFunctionArn ssm:SourceInstanceArn`,
  Bool: `aws:AssumedRoot aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport
    aws:ViaAWSMCPService aws:ViaAWSService`,
  Numeric: 'aws:MultiFactorAuthAge ec2:RoleDelivery',
  Date: 'aws:CurrentTime aws:EpochTime aws:TokenIssueTime',
  IPAddress: 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp',
  ArrayOfString: `aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths
    aws:SourceOrgPaths aws:TagKeys aws:VpceOrgPaths`,
  ArrayOfARN: '',
  ArrayOfBool: '',
};

/**
 * By name in lower case. Beside the `aws:` keys these are the few of services that come with any request made with
 * certain credentials, whatever service the request is for.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_KEYS: ReadonlyMap<string, KnownKey> = new Map(
  Object.entries(NAMES).flatMap(([type, names]) =>
    names
      .split(/\s+/)
      .filter((name) => name !== '')
      .map((name) => [name.toLowerCase(), { name, type: type as ConditionKeyType }] as const),
  ),
);

/** The keys of tags, in lower case; a slash and the key of a tag follow. */
export const TAG_KEYS: readonly string[] = ['aws:principaltag', 'aws:requesttag', 'aws:resourcetag'];

/** The key as it stands in a policy, whatever its letter case. */
export function globalKey(name: string): KnownKey | undefined {
  const lower = name.toLowerCase();
  const slash = lower.indexOf('/');
  return GLOBAL_KEYS.get(slash < 0 ? lower : lower.slice(0, slash + 1));
}

/**
 * Keys whose value is whom or what a policy trusts: a wildcard there makes no sense.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const SENSITIVE_KEYS: ReadonlySet<string> = new Set(
  `aws:principalaccount aws:principalorgid aws:resourceaccount aws:resourceorgid aws:sourceaccount aws:sourceorgid
  aws:sourcevpc aws:sourcevpce aws:vpceaccount aws:vpceorgid`.split(/\s+/),
);

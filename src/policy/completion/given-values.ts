// Given values: what AWS, or a provider that AWS has a guide for, lets a condition key hold.

/**
 * A key a line, in lower case, with its values, the usual ones first. Of what grows by the month, such as the types of
 * instances, a few show the form.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const LINES = `
aws:principaltype|User AssumedRole FederatedUser Account Anonymous
aws:multifactorauthage|3600 900 43200
dynamodb:select|SPECIFIC_ATTRIBUTES ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES COUNT
dynamodb:returnvalues|NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW
dynamodb:returnconsumedcapacity|NONE TOTAL INDEXES
ec2:createaction|RunInstances CreateVolume CreateSnapshot CreateSecurityGroup
ec2:instancetype|t3.micro t3.small t3.medium t3.* m7i.large m7g.large c7g.large
ec2:metadatahttptokens|required optional
ec2:owner|amazon aws-marketplace
ec2:tenancy|default dedicated host
ec2:volumetype|gp3 gp2 io2 io1 st1 sc1
kms:grantoperations|Encrypt Decrypt GenerateDataKey ReEncryptFrom ReEncryptTo DescribeKey
kms:keyspec|SYMMETRIC_DEFAULT RSA_2048 RSA_4096 ECC_NIST_P256 HMAC_256
kms:keyusage|ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT
lambda:functionurlauthtype|AWS_IAM NONE
organizations:policytype|SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY TAG_POLICY BACKUP_POLICY AISERVICES_OPT_OUT_POLICY
s3:authtype|REST-HEADER REST-QUERY-STRING POST
s3:delimiter|/
s3:max-keys|10 100 1000
s3:object-lock-mode|GOVERNANCE COMPLIANCE
s3:signatureversion|AWS4-HMAC-SHA256
s3:tlsversion|1.2 1.3
s3:x-amz-acl|private bucket-owner-full-control public-read public-read-write authenticated-read bucket-owner-read
s3:x-amz-server-side-encryption|aws:kms AES256 aws:kms:dsse
s3:x-amz-storage-class|STANDARD STANDARD_IA INTELLIGENT_TIERING GLACIER DEEP_ARCHIVE
saml:aud|https://signin.aws.amazon.com/saml
secretsmanager:versionstage|AWSCURRENT AWSPREVIOUS AWSPENDING
sns:protocol|sqs lambda email https http sms application firehose
token.actions.githubusercontent.com:aud|sts.amazonaws.com
`;

/** By the name of the key in lower case. */
export const GIVEN: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [key = '', values = ''] = line.split('|');
      return [key, values.split(' ')] as const;
    }),
);

/** A value to be filled in: what is written in capitals is typed over, its first part before all. */
export interface Skeleton {
  readonly value: string;
  readonly detail: string;
}

/**
 * What a subject looks like in the tokens of providers that are known by their name.
 * @see https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
 */
export const SKELETONS: ReadonlyMap<string, readonly Skeleton[]> = new Map([
  [
    'token.actions.githubusercontent.com:sub',
    [
      { value: 'repo:ORG/REPO:ref:refs/heads/main', detail: 'a branch of a repository' },
      { value: 'repo:ORG/REPO:environment:production', detail: 'an environment of a repository' },
      { value: 'repo:ORG/REPO:pull_request', detail: 'pull requests of a repository' },
    ],
  ],
  [
    'gitlab.com:sub',
    [{ value: 'project_path:GROUP/PROJECT:ref_type:branch:ref:main', detail: 'a branch of a project' }],
  ],
  [
    'app.terraform.io:sub',
    [
      {
        value: 'organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply',
        detail: 'a workspace of HCP Terraform',
      },
    ],
  ],
]);

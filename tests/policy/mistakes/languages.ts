// Policies in Terraform, in programs and in YAML.
import { READ, SHORT, type BrokenText } from './broken-text.ts';

export const OF_LANGUAGES: readonly BrokenText[] = [
  {
    name: 'Terraform: an encoded value',
    text: `resource "aws_iam_policy" "read" {
  name = "read"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:ListBucket"]
        Resource = "arn:aws:s3:::maple-drafts/*"
      },
    ]
  })
}`,
    told: [
      ['resource "aws_iam_policy" "read" {', 'it is written in Terraform', 'Keep only the policy, as JSON'],
    ],
  },
  {
    name: 'Terraform: an encoded value on one line',
    text: 'jsonencode({ Version = "2012-10-17" Statement = [{ Effect = "Allow" Action = ["s3:GetObject", "s3:ListBucket"] Resource = "arn:aws:s3:::maple-drafts/*" }] })',
    told: [
      [
        'jsonencode({ Version = "2012-10-17" Statement = [{ Effect = "Allow" Action = ["s3:GetObject", "s3:ListBucket"] Resource = "arn:aws:s3:::maple-drafts/*" }] })',
        'it is written in Terraform',
        'Turn it into JSON',
      ],
    ],
  },
  {
    name: 'Terraform: only the braces of it',
    text: `{
  Version = "2012-10-17"
  Statement = [{
    Effect   = "Allow"
    Action   = ["s3:GetObject", "s3:ListBucket"]
    Resource = "arn:aws:s3:::maple-drafts/*"
  }]
}`,
    told: [['{', 'it is written in Terraform', 'Turn it into JSON']],
  },
  {
    name: 'Terraform: a text over several lines',
    text: `policy = <<EOF\n${READ}\nEOF`,
    told: [['policy = <<EOF', 'it is written in Terraform', 'Turn it into JSON']],
  },
  {
    name: 'Terraform: such a text, indented',
    text: `resource "aws_iam_role_policy" "read" {\n  role   = aws_iam_role.noor.id\n  policy = <<-POLICY\n${READ}\n  POLICY\n}`,
    told: [
      [
        'resource "aws_iam_role_policy" "read" {',
        'it is written in Terraform',
        'Keep only the policy, as JSON',
      ],
    ],
  },
  {
    name: 'Terraform: such a text with a value of it',
    text: `policy = <<EOF\n${READ.replace('arn:aws:s3:::maple-drafts', '${aws_s3_bucket.drafts.arn}')}\nEOF`,
    told: [
      [
        '${aws_s3_bucket.drafts.arn}',
        'it is written in Terraform, where ${aws_s3_bucket.drafts.arn} is filled in when it is applied',
        'Turn it into JSON, leaving what ${aws_s3_bucket.drafts.arn} fills in to you',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: '${aws_s3_bucket.drafts.arn}/*',
        },
      ],
    },
  },
  {
    name: 'Terraform: a document',
    text: `data "aws_iam_policy_document" "read" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::maple-drafts/*"]
  }
}`,
    told: [['data "aws_iam_policy_document" "read" {', 'it is written in Terraform', 'Turn it into JSON']],
  },
  {
    name: 'Terraform: a document with all that there is',
    text: `data "aws_iam_policy_document" "read" {
  # for noor
  policy_id = "Read"
  statement {
    sid     = "Own"
    actions = ["s3:GetObject"]
    resources = [
      aws_s3_bucket.drafts.arn,
      "\${aws_s3_bucket.drafts.arn}/&{aws:username}/*",
    ]
    principals {
      type        = "AWS"
      identifiers = ["111122223333", "444455556666"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["drafts"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [true]
    }
  }
  statement {
    effect        = "Deny"
    not_actions   = ["s3:*"]
    not_resources = ["*"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}`,
    told: [
      [
        'aws_s3_bucket.drafts.arn',
        'it is written in Terraform, where aws_s3_bucket.drafts.arn is filled in when it is applied',
        'Turn it into JSON, without the comments, leaving what aws_s3_bucket.drafts.arn and 1 more fills in to you',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Id: 'Read',
      Statement: [
        {
          Sid: 'Own',
          Effect: 'Allow',
          Principal: { AWS: ['111122223333', '444455556666'] },
          Action: 's3:GetObject',
          Resource: ['${aws_s3_bucket.drafts.arn}', '${aws_s3_bucket.drafts.arn}/${aws:username}/*'],
          Condition: {
            StringEquals: { 'aws:PrincipalTag/team': 'drafts' },
            Bool: { 'aws:SecureTransport': true },
          },
        },
        { Effect: 'Deny', NotPrincipal: '*', NotAction: 's3:*', NotResource: '*' },
      ],
    },
  },
  {
    name: 'Terraform: what a document cannot say in JSON',
    text: `data "aws_iam_policy_document" "read" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}`,
    told: [
      [
        'data "aws_iam_policy_document" "read" {',
        'it is written in Terraform',
        'Turn it into JSON, without source_policy_documents',
      ],
    ],
    after: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  },
  {
    name: 'Terraform: a statement',
    text: `statement {
  effect    = "Allow"
  actions   = ["s3:GetObject", "s3:ListBucket"]
  resources = ["arn:aws:s3:::maple-drafts/*"]
}`,
    told: [['statement {', 'it is written in Terraform', 'Turn it into JSON']],
  },
  {
    name: 'Terraform: what stands in a statement',
    text: `effect    = "Allow"
actions   = ["s3:GetObject", "s3:ListBucket"]
resources = ["arn:aws:s3:::maple-drafts/*"]`,
    told: [['effect    = "Allow"', 'it is written in Terraform', 'Turn it into JSON']],
  },
  {
    name: 'Terraform: two policies',
    text: `locals {
  read = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "arn:aws:s3:::maple-drafts/*" }] })
  deny = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "s3:*", Resource = "*" }] })
}`,
    told: [['locals {', 'it is written in Terraform', 'Keep only read, as JSON']],
  },
  {
    name: 'Terraform: no policy',
    text: 'resource "aws_s3_bucket" "drafts" {\n  bucket = "maple-drafts"\n}',
    told: [['resource "aws_s3_bucket" "drafts" {', 'it is written in Terraform', null]],
    after: null,
  },
  {
    name: 'Python: a dict',
    text: "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ('s3:GetObject', 's3:ListBucket'), 'Resource': 'arn:aws:s3:::maple-drafts/*', 'Condition': None}]}",
    told: [
      [
        "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ('s3:GetObject', 's3:ListBucket'), 'Resource': 'arn:aws:s3:::maple-drafts/*', 'Condition': None}]}",
        'it is written in Python',
        'Turn it into JSON',
      ],
    ],
  },
  {
    name: 'Python: a dict with its name',
    text: `import json

policy = {
    # for noor
    'Version': '2012-10-17',
    'Statement': [
        {'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:ListBucket'], 'Resource': f'arn:aws:s3:::{bucket}/*'},
    ],
}`,
    told: [
      [
        '{bucket}',
        'it is written in Python, where {bucket} is filled in when the program runs',
        'Keep only the policy, as JSON, without the comments, leaving what {bucket} fills in to you',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::${bucket}/*' },
      ],
    },
  },
  {
    name: 'Python: a call',
    text: "iam.put_user_policy(UserName='noor', PolicyName='Read', PolicyDocument=json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:ListBucket'], 'Resource': 'arn:aws:s3:::maple-drafts/*'}]}))",
    told: [
      [
        "iam.put_user_policy(UserName='noor', PolicyName='Read', PolicyDocument=json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:ListBucket'], 'Resource': 'arn:aws:s3:::maple-drafts/*'}]}))",
        'it is written in Python',
        'Keep only the policy, as JSON',
      ],
    ],
  },
  {
    name: 'Python: a text over several lines',
    text: `policy = """\n${READ}\n"""`,
    told: [['policy = """', 'it is written in Python', 'Keep only the policy, as JSON']],
  },
  {
    name: 'Python: True',
    text: READ.replace(
      '"arn:aws:s3:::maple-drafts/*"',
      '"arn:aws:s3:::maple-drafts/*",\n      "Condition": {"Bool": {"aws:SecureTransport": True}}',
    ),
    told: [['True', 'JSON writes this as true', 'Use true']],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
          Condition: { Bool: { 'aws:SecureTransport': true } },
        },
      ],
    },
  },
  {
    name: 'JavaScript: an object',
    text: `{
  Version: '2012-10-17', // as always
  Statement: [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::maple-drafts/*' },
  ],
}`,
    told: [['{', 'it is written in JavaScript', 'Turn it into JSON, without the comments']],
  },
  {
    name: 'JavaScript: a constant',
    text: `const policy = ${SHORT};`,
    told: [
      [
        'const policy = {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::maple-drafts/*"}]};',
        'it is written in JavaScript',
        'Keep only the policy, as JSON',
      ],
    ],
  },
  {
    name: 'JavaScript: a module',
    text: `export default {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: \`arn:aws:s3:::\${bucket}/*\` }],
};`,
    told: [
      [
        '${bucket}',
        'it is written in JavaScript, where ${bucket} is filled in when the program runs',
        'Keep only the policy, as JSON, leaving what ${bucket} fills in to you',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::${bucket}/*' },
      ],
    },
  },
  {
    name: 'JavaScript: a text',
    text: `const policy = JSON.stringify(${SHORT});`,
    told: [
      [
        'const policy = JSON.stringify({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::maple-drafts/*"}]});',
        'it is written in JavaScript',
        'Keep only the policy, as JSON',
      ],
    ],
  },
  {
    name: 'TypeScript: a statement of the CDK',
    text: `new iam.PolicyStatement({
  effect: iam.Effect.ALLOW,
  actions: ['s3:GetObject', 's3:ListBucket'],
  resources: ['arn:aws:s3:::maple-drafts/*'],
})`,
    told: [['new iam.PolicyStatement({', 'it is written in TypeScript', 'Turn it into JSON']],
  },
  {
    name: 'TypeScript: two statements of the CDK',
    text: `role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }));
role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:PutObject'], resources: ['*'] }));`,
    told: [
      [
        "bucket.arnForObjects('*')",
        "it is written in TypeScript, where bucket.arnForObjects('*') is filled in when the program runs",
        "Keep only the policy, as JSON, leaving what bucket.arnForObjects('*') fills in to you",
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: "${bucket.arnForObjects('*')}" },
        { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
      ],
    },
  },
  {
    name: 'TypeScript: a document of the CDK',
    text: "new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['s3:GetObject', 's3:ListBucket'], resources: ['arn:aws:s3:::maple-drafts/*'] })] })",
    told: [
      [
        "new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['s3:GetObject', 's3:ListBucket'], resources: ['arn:aws:s3:::maple-drafts/*'] })] })",
        'it is written in TypeScript',
        'Turn it into JSON',
      ],
    ],
  },
  {
    name: 'Python: a statement of the CDK',
    text: `iam.PolicyStatement(
    effect=iam.Effect.ALLOW,
    principals=[iam.ServicePrincipal("ec2.amazonaws.com")],
    actions=["sts:AssumeRole"],
)`,
    told: [['iam.PolicyStatement(', 'it is written in Python', 'Turn it into JSON']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
  {
    name: 'Go: maps',
    text: `policy := map[string]interface{}{
	"Version": "2012-10-17",
	"Statement": []map[string]interface{}{
		{
			"Effect":   "Allow",
			"Action":   []string{"s3:GetObject", "s3:ListBucket"},
			"Resource": "arn:aws:s3:::maple-drafts/*",
		},
	},
}`,
    told: [['policy := map[string]interface{}{', 'it is written in Go', 'Keep only the policy, as JSON']],
  },
  {
    name: 'Go: structs',
    text: `PolicyDocument{
	Version: "2012-10-17",
	Statement: []StatementEntry{
		{Effect: "Allow", Action: []string{"s3:GetObject", "s3:ListBucket"}, Resource: "arn:aws:s3:::maple-drafts/*"},
	},
}`,
    told: [['PolicyDocument{', 'it is written in Go', 'Turn it into JSON']],
  },
  {
    name: 'Go: a raw text',
    text: `policy := \`${SHORT}\``,
    told: [
      [
        'policy := `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::maple-drafts/*"}]}`',
        'it is written in Go',
        'Keep only the policy, as JSON',
      ],
    ],
  },
  {
    name: 'Java: a text put together',
    text: `String policy = "{" +
  "\\"Version\\": \\"2012-10-17\\"," +
  "\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"s3:GetObject\\", \\"s3:ListBucket\\"], \\"Resource\\": \\"arn:aws:s3:::maple-drafts/*\\"}]" +
"}";`,
    told: [['String policy = "{" +', 'it is written in Java', 'Keep only the policy, as JSON']],
  },
  {
    name: 'Java: the text alone',
    text: `"{" +
  "\\"Version\\": \\"2012-10-17\\"," +
  "\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"s3:GetObject\\", \\"s3:ListBucket\\"], \\"Resource\\": \\"arn:aws:s3:::maple-drafts/*\\"}]" +
"}"`,
    told: [['"{" +', 'it is written in Java', 'Turn it into JSON']],
  },
  {
    name: 'Java: maps',
    text: 'Map.of("Version", "2012-10-17", "Statement", List.of(Map.of("Effect", "Allow", "Action", List.of("s3:GetObject", "s3:ListBucket"), "Resource", "arn:aws:s3:::maple-drafts/*")))',
    told: [
      [
        'Map.of("Version", "2012-10-17", "Statement", List.of(Map.of("Effect", "Allow", "Action", List.of("s3:GetObject", "s3:ListBucket"), "Resource", "arn:aws:s3:::maple-drafts/*")))',
        'it is written in Java',
        'Turn it into JSON',
      ],
    ],
  },
  {
    name: 'PHP: arrays',
    text: "$policy = [\n  'Version' => '2012-10-17',\n  'Statement' => [['Effect' => 'Allow', 'Action' => ['s3:GetObject', 's3:ListBucket'], 'Resource' => 'arn:aws:s3:::maple-drafts/*']],\n];",
    told: [['$policy = [', 'it is written in PHP', 'Keep only the policy, as JSON']],
  },
  {
    name: 'PHP: an array',
    text: "['Version' => '2012-10-17', 'Statement' => [['Effect' => 'Allow', 'Action' => ['s3:GetObject', 's3:ListBucket'], 'Resource' => 'arn:aws:s3:::maple-drafts/*']]]",
    told: [
      [
        "['Version' => '2012-10-17', 'Statement' => [['Effect' => 'Allow', 'Action' => ['s3:GetObject', 's3:ListBucket'], 'Resource' => 'arn:aws:s3:::maple-drafts/*']]]",
        'it is written in PHP',
        'Turn it into JSON',
      ],
    ],
  },
  {
    name: 'YAML',
    text: `# for noor
Version: 2012-10-17
Statement:
  - Effect: Allow
    Action:
      - s3:GetObject
      - s3:ListBucket
    Resource: arn:aws:s3:::maple-drafts/*`,
    told: [['# for noor', 'it is written in YAML', 'Turn it into JSON, without the comments']],
  },
  {
    name: 'YAML: CloudFormation',
    text: `Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: [s3:GetObject, s3:ListBucket]
            Resource: arn:aws:s3:::maple-drafts/*`,
    told: [['Resources:', 'it is written in YAML', 'Turn it into JSON']],
    after: {
      Resources: {
        Read: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket'],
                  Resource: 'arn:aws:s3:::maple-drafts/*',
                },
              ],
            },
          },
        },
      },
    },
  },
  {
    name: 'YAML: a value of CloudFormation',
    text: `PolicyDocument:
  Version: "2012-10-17"
  Statement:
    - Effect: Allow
      Action: s3:GetObject
      Resource: !Sub "\${Drafts.Arn}/*"`,
    told: [
      [
        '!Sub',
        'it is YAML of CloudFormation, where !Sub is filled in when a stack is made',
        'Turn it into JSON, leaving what !Sub fills in to you',
      ],
    ],
    after: {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '${Drafts.Arn}/*' }],
      },
    },
  },
];

// Values that a program or a template fills in, in a policy that was copied from there.

/**
 * Whether what stands in `${}` is no policy variable but a value of Terraform, of CloudFormation or of a program:
 * `aws_s3_bucket.drafts.arn`, `var.bucket`, `AWS::AccountId`, `bucket.arnForObjects("*")`.
 */
export const isOfProgram = (content: string): boolean =>
  /^AWS::\w+$/.test(content) || /^\w+(?:(?:\.\w+|\[[^\]]*\])+(?:$|\()|\()/.test(content.trim());

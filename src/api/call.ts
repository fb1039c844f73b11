// ApiCall and ApiOutcome: one call to the simulated AWS, and everything that came of it.
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import type { AccountId, Arn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';

/** Who signs the call and with what: the facts of a console session. */
export type Caller =
  | { readonly kind: 'root'; readonly account: AccountId; readonly credentials: Credentials }
  | {
      readonly kind: 'user';
      readonly account: AccountId;
      readonly name: string;
      readonly credentials: Credentials;
    };

/** The temporary credentials behind a console session. */
export interface Credentials {
  /** `ASIA…` */
  readonly accessKeyId: string;
  readonly issued: Instant;
  readonly expires: Instant;
  readonly mfa: boolean;
}

/** What a pure room cannot make itself. */
export interface Env {
  readonly now: Instant;
  /** A new UUID. */
  readonly newId: () => string;
  /** AWS managed policies by ARN. */
  readonly managedPolicies: ManagedPolicies;
  readonly sourceIp: string;
  readonly userAgent: string;
}

/** The parameters of every simulated operation, named as in AWS's API reference. */
export interface Operations {
  'sts:GetCallerIdentity': {
    input: Record<never, never>;
    output: { UserId: string; Account: string; Arn: Arn };
  };
  's3:ListBuckets': {
    input: Record<never, never>;
    output: { Buckets: readonly { Name: string; CreationDate: Instant }[] };
  };
  's3:ListObjectsV2': {
    input: { Bucket: string; Prefix?: string };
    output: { Contents: readonly { Key: string; Size: number; LastModified: Instant }[]; KeyCount: number };
  };
  's3:GetObject': {
    input: { Bucket: string; Key: string };
    output: { Body: string; ContentType: string; ContentLength: number; LastModified: Instant };
  };
  's3:PutObject': {
    input: { Bucket: string; Key: string; Body: string; ContentType?: string };
    output: Record<never, never>;
  };
  's3:DeleteObject': { input: { Bucket: string; Key: string }; output: Record<never, never> };
  's3:GetBucketPolicy': { input: { Bucket: string }; output: { Policy: string } };
  's3:PutBucketPolicy': { input: { Bucket: string; Policy: string }; output: Record<never, never> };
  's3:DeleteBucketPolicy': { input: { Bucket: string }; output: Record<never, never> };
  'iam:CreatePolicyVersion': {
    input: { PolicyArn: Arn; PolicyDocument: string; SetAsDefault?: boolean };
    output: { PolicyVersion: { VersionId: string; IsDefaultVersion: boolean; CreateDate: Instant } };
  };
  'iam:DeletePolicyVersion': { input: { PolicyArn: Arn; VersionId: string }; output: Record<never, never> };
  'iam:SetDefaultPolicyVersion': {
    input: { PolicyArn: Arn; VersionId: string };
    output: Record<never, never>;
  };
  'iam:PutUserPolicy': {
    input: { UserName: string; PolicyName: string; PolicyDocument: string };
    output: Record<never, never>;
  };
  'iam:PutGroupPolicy': {
    input: { GroupName: string; PolicyName: string; PolicyDocument: string };
    output: Record<never, never>;
  };
}

export type OperationName = keyof Operations;

/** One call, for example `{ operation: 's3:GetObject', input: { Bucket, Key } }`. */
export type ApiCall<Name extends OperationName = OperationName> = {
  [N in Name]: { readonly operation: N; readonly input: Operations[N]['input'] };
}[Name];

/** An error as AWS answers it. */
export interface AwsError {
  /** For example `AccessDenied`. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

export interface ApiOutcome<Name extends OperationName = OperationName> {
  readonly call: ApiCall<Name>;
  readonly result:
    | { readonly ok: true; readonly output: Operations[Name]['output'] }
    | { readonly ok: false; readonly error: AwsError };
  /**
   * The decisions that were asked for, in order; `decisiveOf` says which one decided. Empty when the call was turned
   * away before any policy was read (expired credentials, an invalid parameter).
   */
  readonly evaluations: readonly Evaluation[];
  /** Empty unless the call succeeded and wrote something. */
  readonly changes: readonly Change[];
  readonly event: ApiEvent;
}

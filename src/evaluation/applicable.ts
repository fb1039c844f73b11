// ApplicablePolicies: every policy that has a say in one request, by layer, with where it comes from.
import type { Arn } from '../aws/arn.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { KmsGrant } from './kms/grant.ts';
import type { S3Access } from './s3/access.ts';

/** Where a document is stored and how it reached the request. Enough to name it, open it and draw it. */
export interface PolicySource {
  /** Stable within a world; the key by which the editor and the map find the policy again. */
  readonly id: string;
  readonly name: string;
  readonly kind:
    | 'awsManaged'
    | 'customerManaged'
    | 'inline'
    | 'resource'
    | 'session'
    | 'organization'
    | 'endpoint'
    /** A setting of the account that amounts to a policy. */
    | 'accountSetting'
    /** An access control list of S3, or a grant of KMS, each read as the policy that it amounts to. */
    | 'acl'
    | 'grant';
  /** Managed policies only: inline policies have none. */
  readonly arn?: Arn;
  /** What the policy is attached to or embedded in, for example the group through which a user has it. */
  readonly via?: {
    readonly kind: 'user' | 'group' | 'role' | 'resource' | 'organization';
    readonly name: string;
  };
}

export interface AppliedPolicy {
  readonly source: PolicySource;
  readonly document: PolicyDocument;
}

/** One rung of the organization, from the root down to the account. */
export interface OrganizationLevel {
  readonly name: string;
  readonly policies: readonly AppliedPolicy[];
}

/**
 * Null means that the layer does not exist for this request; an empty list means that it exists and says nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface ApplicablePolicies {
  readonly identity: readonly AppliedPolicy[];
  /** Bucket, queue, topic, key, secret or function policy, or the trust policy for `sts:AssumeRole*`. */
  readonly resource: readonly AppliedPolicy[];
  readonly boundary: AppliedPolicy | null;
  /** Null: the session was made without a policy. */
  readonly session: readonly AppliedPolicy[] | null;
  /** Levels of the caller's account. */
  readonly scps: readonly OrganizationLevel[] | null;
  /** Levels of the resource's account. */
  readonly rcps: readonly OrganizationLevel[] | null;
  readonly endpoint: AppliedPolicy | null;
  /** What kind of endpoint that is; left out, it is the usual one: a gateway for S3 and DynamoDB, else an interface. */
  readonly endpointKind?: 'gateway' | 'interface';
  /** What else of a bucket or object has a say: access control lists, ownership, Block Public Access. */
  readonly s3?: S3Access;
  /** Grants of the KMS key. */
  readonly grants?: readonly KmsGrant[];
}

export const NO_POLICIES: ApplicablePolicies = {
  identity: [],
  resource: [],
  boundary: null,
  session: null,
  scps: null,
  rcps: null,
  endpoint: null,
};

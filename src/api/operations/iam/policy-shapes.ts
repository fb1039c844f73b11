// Shapes of managed policies and their versions, as the answers of IAM show them.
import type { Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Tag } from '../../parameters.ts';
import { awsPolicyId } from './ids.ts';
import type { AnyPolicy } from './policy.ts';
import { tagList } from './tags.ts';
import type { Usage } from './usage.ts';

export interface ListedPolicy {
  readonly PolicyName: string;
  readonly PolicyId: string;
  readonly Arn: Arn;
  readonly Path: string;
  readonly DefaultVersionId: string;
  /** How many users, groups and roles of the account have it attached. */
  readonly AttachmentCount: number;
  readonly PermissionsBoundaryUsageCount: number;
  readonly IsAttachable: boolean;
  readonly CreateDate: Instant;
  /** When the newest of its versions was made. */
  readonly UpdateDate: Instant;
}

export interface DescribedPolicy extends ListedPolicy {
  readonly Description?: string;
}

export interface ShownPolicy extends DescribedPolicy {
  readonly Tags?: readonly Tag[];
}

/** `/service-role/` of `arn:aws:iam::aws:policy/service-role/Name`. */
export const pathOfPolicy = (arn: Arn): string =>
  arn.slice(arn.indexOf(':policy/') + ':policy'.length, arn.lastIndexOf('/') + 1);

export const nameOfPolicy = (arn: Arn): string => arn.slice(arn.lastIndexOf('/') + 1);

export const listedPolicy = (any: AnyPolicy, usage: Usage): ListedPolicy => ({
  PolicyName: any.policy.name,
  PolicyId: any.by === 'customer' ? any.policy.id : awsPolicyId(any.arn),
  Arn: any.arn,
  Path: pathOfPolicy(any.arn),
  DefaultVersionId: any.by === 'customer' ? any.policy.defaultVersion : any.policy.version,
  AttachmentCount: usage.attached,
  PermissionsBoundaryUsageCount: usage.boundary,
  IsAttachable: true,
  CreateDate: any.policy.created,
  UpdateDate:
    any.by === 'customer' ? (any.policy.versions.at(-1)?.created ?? any.policy.created) : any.policy.updated,
});

export const describedPolicy = (any: AnyPolicy, usage: Usage): DescribedPolicy => ({
  ...listedPolicy(any, usage),
  ...(any.by === 'customer' && any.policy.description !== '' && { Description: any.policy.description }),
});

export const shownPolicy = (any: AnyPolicy, usage: Usage): ShownPolicy => ({
  ...describedPolicy(any, usage),
  ...(Object.keys(tagsOfPolicy(any)).length > 0 && { Tags: tagList(tagsOfPolicy(any)) }),
});

/** Policies of AWS have no tags. */
export const tagsOfPolicy = (any: AnyPolicy): Readonly<Record<string, string>> =>
  any.by === 'customer' ? any.policy.tags : {};

export interface ListedVersion {
  readonly VersionId: string;
  readonly IsDefaultVersion: boolean;
  readonly CreateDate: Instant;
}

export interface ShownVersion extends ListedVersion {
  /** The text; the command line prints it as an object. */
  readonly Document: string;
}

/** The newest first. Of AWS's own policies only the version in force is known. */
export const shownVersions = ({ by, policy }: AnyPolicy): ShownVersion[] =>
  by === 'aws'
    ? [
        {
          VersionId: policy.version,
          IsDefaultVersion: true,
          CreateDate: policy.updated,
          Document: policy.document,
        },
      ]
    : policy.versions
        .map(({ id, created, document }) => ({
          VersionId: id,
          IsDefaultVersion: id === policy.defaultVersion,
          CreateDate: created,
          Document: document,
        }))
        .reverse();

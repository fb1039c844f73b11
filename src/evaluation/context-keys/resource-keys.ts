// Keys of the resource: whose it is, and its tags in all the spellings that its service has for them.
import { parseArn, type ActionName, type Arn } from '../../aws/arn.ts';
import { serviceOf } from '../action.ts';
import type { RequestContext } from '../request.ts';
import { organizationKeys, type AccountFacts } from './account-facts.ts';
import { ownTagKey } from './resource-tag-spellings.ts';
import { tagKeys, type Tags } from './tags.ts';

/** What is asked for; tags of a resource that the request itself makes are those that it will have. */
export type ResourceFacts =
  | {
      readonly kind: 'resource';
      /** `*` for an action on no particular resource. */
      readonly arn: Arn | '*';
      /** For `*`, and for what belongs to no account, the account of the caller. */
      readonly owner: AccountFacts;
      /** Of a bucket only once it has been set to use its tags for access control. */
      readonly tags: Tags;
    }
  | {
      readonly kind: 's3Object';
      readonly arn: Arn;
      /** Of the bucket. */
      readonly owner: AccountFacts;
      /** Of the object itself. */
      readonly tags: Tags;
      /** Of its bucket, under the condition above: they are the tags that `aws:ResourceTag` speaks of. */
      readonly bucketTags: Tags;
    };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties */
export const resourceKeys = (resource: ResourceFacts, action: ActionName): RequestContext => ({
  ...ownerKeys(resource.owner, action),
  ...resourceTags(resource, action),
});

/** Actions that do not know the owner of the resource; `ebs:*` is all of Amazon EBS direct APIs. */
const WITHOUT_OWNER: ReadonlySet<string> = new Set(
  `auditmanager:UpdateAssessmentFrameworkShare detective:AcceptInvitation ds:AcceptSharedDirectory
  ec2:AcceptTransitGatewayPeeringAttachment ec2:AcceptVpcEndpointConnections ec2:AcceptVpcPeeringConnection
  ec2:CreateTransitGatewayPeeringAttachment ec2:CreateVpcEndpoint ec2:CreateVpcPeeringConnection
  es:AcceptInboundConnection guardduty:AcceptAdministratorInvitation macie2:AcceptInvitation
  route53:AssociateVpcWithHostedZone route53:CreateVPCAssociationAuthorization
  securityhub:AcceptAdministratorInvitation`
    .toLowerCase()
    .split(/\s+/),
);

function ownerKeys(owner: AccountFacts, action: ActionName): RequestContext {
  if (serviceOf(action) === 'ebs' || WITHOUT_OWNER.has(action.toLowerCase())) return {};
  return { 'aws:ResourceAccount': owner.id, ...organizationKeys('Resource', owner) };
}

/** Actions in S3 that know the tags of the object. */
const EXISTING_OBJECT_TAGS: ReadonlySet<string> = new Set(
  `DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersionAnnotation DeleteObjectVersionTagging GetObject
  GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectTagging GetObjectVersion GetObjectVersionAcl
  GetObjectVersionAnnotation GetObjectVersionAttributes GetObjectVersionTagging ListObjectAnnotations
  ListObjectVersionAnnotations PutObjectAcl PutObjectAnnotation PutObjectTagging PutObjectVersionAcl
  PutObjectVersionAnnotation PutObjectVersionTagging UpdateObjectEncryption`
    .split(/\s+/)
    .map((name) => `s3:${name.toLowerCase()}`),
);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function resourceTags(resource: ResourceFacts, action: ActionName): RequestContext {
  if (resource.kind === 's3Object') {
    return {
      ...tagKeys('aws:ResourceTag', resource.bucketTags),
      ...tagKeys('s3:BucketTag', resource.bucketTags),
      ...(EXISTING_OBJECT_TAGS.has(action.toLowerCase())
        ? tagKeys('s3:ExistingObjectTag', resource.tags)
        : {}),
    };
  }
  const parts = parseArn(resource.arn);
  // Tags of a role do not bear on who may pass it on.
  if (parts === null || action.toLowerCase() === 'iam:passrole') return {};
  const own = ownTagKey(parts, serviceOf(action));
  return {
    ...tagKeys('aws:ResourceTag', resource.tags),
    ...(own === null ? {} : tagKeys(own, resource.tags)),
  };
}

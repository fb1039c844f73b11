// What services take in the policies of their resources: which actions may be named, how, and how much is kept.
import type { ResourceKind } from './document.ts';
import type { ResourceGrammar } from './save-resource.ts';
import { RESOURCE_SIZE_LIMITS } from './size.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
const QUEUE: ResourceGrammar = {
  service: 'sqs',
  actions: words(
    `addpermission cancelmessagemovetask changemessagevisibility createqueue deletemessage deletequeue
    getqueueattributes getqueueurl listdeadlettersourcequeues listmessagemovetasks listqueues listqueuetags purgequeue
    receivemessage removepermission sendmessage setqueueattributes startmessagemovetask tagqueue untagqueue`,
  ),
  patterns: true,
  size: RESOURCE_SIZE_LIMITS.queue,
};

/**
 * Patterns such as `SNS:*` are refused.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
const TOPIC: ResourceGrammar = {
  service: 'sns',
  actions: words(
    `addpermission deletetopic getdataprotectionpolicy gettopicattributes listsubscriptionsbytopic listtagsforresource
    publish putdataprotectionpolicy receive removepermission settopicattributes subscribe`,
  ),
  patterns: false,
  size: RESOURCE_SIZE_LIMITS.topic,
};

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html */
const TABLE: ResourceGrammar = {
  service: 'dynamodb',
  actions: words(
    `batchgetitem batchwriteitem conditioncheckitem createtablereplica deleteitem deleteresourcepolicy deletetable
    describecontinuousbackups describecontributorinsights describeexport describekinesisstreamingdestination describestream
    describetable describetablereplicaautoscaling describetimetolive disablekinesisstreamingdestination
    enablekinesisstreamingdestination exporttabletopointintime getitem getrecords getresourcepolicy getsharditerator
    listtagsofresource partiqldelete partiqlinsert partiqlselect partiqlupdate putitem putresourcepolicy query
    restoretabletopointintime scan startawsbackupjob tagresource untagresource updatecontinuousbackups
    updatecontributorinsights updateglobaltable updateitem updatekinesisstreamingdestination updatetable
    updatetimetolive`,
  ),
  patterns: true,
  size: RESOURCE_SIZE_LIMITS.table,
};

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
const SECRET: ResourceGrammar = {
  service: 'secretsmanager',
  actions: words(
    `batchgetsecretvalue cancelrotatesecret createsecret deleteresourcepolicy deletesecret describesecret
    getrandompassword getresourcepolicy getsecretvalue listsecrets listsecretversionids putresourcepolicy putsecretvalue
    removeregionsfromreplication replicatesecrettoregions restoresecret rotatesecret stopreplicationtoreplica tagresource
    untagresource updatesecret updatesecretversionstage validateresourcepolicy`,
  ),
  patterns: true,
  size: RESOURCE_SIZE_LIMITS.secret,
};

export const RESOURCE_GRAMMARS = { queue: QUEUE, topic: TOPIC, table: TABLE, secret: SECRET } as const;

/** Undefined for a resource whose policy is read otherwise. */
export const grammarOf = (kind: ResourceKind | undefined): ResourceGrammar | undefined =>
  kind === 'queue' || kind === 'topic' || kind === 'table' || kind === 'secret'
    ? RESOURCE_GRAMMARS[kind]
    : undefined;

// Vocabulary: the services of AWS with their actions, resource types and condition keys, and which go with which.
import type { ActionName } from './arn.ts';

/**
 * The access levels that AWS gives actions, in its order: what is graver stands lower. A packed vocabulary names them by
 * their places here.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
 */
export const LEVELS = ['List', 'Read', 'Tagging', 'Write', 'Permissions management'] as const;
export type AccessLevel = (typeof LEVELS)[number];

/** The type of a condition key's values; `ArrayOf…` for keys that hold several in one request. */
export type ConditionKeyType =
  | 'String'
  | 'ARN'
  | 'Bool'
  | 'Numeric'
  | 'Date'
  | 'IPAddress'
  | 'ArrayOfString'
  | 'ArrayOfARN'
  | 'ArrayOfBool';

/** An action as most places need it. */
export interface Action {
  readonly name: ActionName;
  readonly level: AccessLevel;
}

/** Every action of every service, by lower-cased `service:name`. */
export type Actions = ReadonlyMap<string, Action>;

/** An action with what a statement may say beside it. */
export interface ActionDetails extends Action {
  /** None: the action takes `Resource: "*"` only. */
  readonly resources: readonly ActionResource[];
  /** Service-specific and tag keys that the action supports whatever its resource; global keys are not among them. */
  readonly conditionKeys: readonly string[];
}

export interface ActionResource {
  readonly type: ResourceType;
  /** Without a resource of this type in the statement the action is not allowed. */
  readonly required: boolean;
  /** Keys that the action supports when it is about such a resource. */
  readonly conditionKeys: readonly string[];
}

export interface ResourceType {
  /** `bucket` */
  readonly name: string;
  /** `arn:${Partition}:s3:::${BucketName}` */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

export interface ConditionKey {
  /** With AWS's placeholders: `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  /** The prefix of the service that lists it. */
  readonly service: string;
  readonly type: ConditionKeyType;
}

export interface Service {
  /** `s3` */
  readonly prefix: string;
  /** `Amazon S3` */
  readonly name: string;
  /** By lower-cased name without prefix. */
  readonly actions: ReadonlyMap<string, ActionDetails>;
  /** By lower-cased name. */
  readonly resourceTypes: ReadonlyMap<string, ResourceType>;
  /** By lower-cased name, placeholders included. */
  readonly conditionKeys: ReadonlyMap<string, ConditionKey>;
}

export interface Vocabulary {
  /** By prefix, which is lower case. The details of a service are read when it is first asked for. */
  service(prefix: string): Service | undefined;
  /** The prefixes of all services in alphabetical order, with their names. */
  readonly services: ReadonlyMap<string, string>;
  readonly actions: Actions;
  /** `S3:getobject` whatever the letter case; undefined for what AWS does not have. */
  action(name: string): ActionDetails | undefined;
  /**
   * A service's condition key as it stands in a policy: `aws:RequestTag/team` is found under its placeholder. Global keys
   * that only AWS itself sets (`aws:SourceIp`) belong to no service: they are in `policy/global-keys.ts`.
   * @param service A prefix: where to look. Without it, where the key's own prefix says.
   */
  conditionKey(name: string, service?: string): ConditionKey | undefined;
}

/** Words of AWS about its actions and keys, in a file of their own since they weigh more than the rest together. */
export interface Descriptions {
  /** `Grants permission to retrieve objects from Amazon S3` */
  action(name: string): string | undefined;
  /** `Filters access by …` */
  conditionKey(name: string, service?: string): string | undefined;
}

// A mistake: a policy as somebody writes it, with one thing wrong or nothing, and the words that such policies are made of.
import type { Whereabouts } from '../../../src/policy/checks/subject.ts';
import type { PolicyType } from '../../../src/policy/document.ts';

export interface Mistake extends Whereabouts {
  /** What somebody did, or wants. */
  readonly name: string;
  readonly type?: PolicyType;
  readonly statements: object | readonly object[];
  /** What is to be found, with the text that it marks; nothing in a policy that is in order. */
  readonly found?: readonly (readonly [code: string, marked: string])[];
  /** The statements after the first fix of the first finding; absent where there is none. */
  readonly mended?: object | readonly object[];
}

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const BUCKET = { type: 'resource', resource: 'bucket', about: 'arn:aws:s3:::bookshop' } as const;
export const QUEUE = {
  type: 'resource',
  resource: 'queue',
  about: `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`,
} as const;
export const TOPIC = {
  type: 'resource',
  resource: 'topic',
  about: `arn:aws:sns:eu-west-1:${ACCOUNT}:news`,
} as const;
export const KEY = {
  type: 'resource',
  resource: 'key',
  about: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`,
} as const;
export const TABLE = {
  type: 'resource',
  resource: 'table',
  about: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/books`,
} as const;
export const SECRET = {
  type: 'resource',
  resource: 'secret',
  about: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`,
} as const;
export const FUNCTION = {
  type: 'resource',
  resource: 'function',
  about: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:print`,
} as const;
export const GATEWAY = { type: 'endpoint', endpoint: { service: 's3', gateway: true } } as const;
export const INTERFACE = { type: 'endpoint', endpoint: { service: 'sqs', gateway: false } } as const;
export const GITHUB = 'token.actions.githubusercontent.com';
export const ORGANIZATION = 'o-a1b2c3d4e5';

export const objects = 'arn:aws:s3:::bookshop/*';
export const user = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;
export const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const allow = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
export const deny = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
});
export const to = (Principal: unknown, Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource,
  ...more,
});
export const trust = (Principal: unknown, Action: unknown = 'sts:AssumeRole', more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});
export const when = (operator: string, key: string, value: unknown): object => ({
  Condition: { [operator]: { [key]: value } },
});

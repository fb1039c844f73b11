// "Did you mean" for services: what people call them, which prefix they go by, and which are meant first.
import { SERVICES } from '../../aws/services.ts';
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { nearest } from '../nearest.ts';

/** As many as a diagnostic offers. */
export const MOST_OFFERED = 3;

/**
 * The prefixes of services by names that are neither these nor their full names: older ones, abbreviations, and names of
 * things that belong to a service.
 */
const CALLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alb: 'elasticloadbalancing',
    ami: 'ec2',
    apigw: 'apigateway execute-api',
    asg: 'autoscaling',
    aurora: 'rds',
    autoscale: 'autoscaling',
    beanstalk: 'elasticbeanstalk',
    cdn: 'cloudfront',
    certificatemanager: 'acm',
    cfn: 'cloudformation',
    cloudwatchevents: 'events',
    cloudwatchlogs: 'logs',
    cloudwatchmetrics: 'cloudwatch',
    cognito: 'cognito-idp cognito-identity',
    cognitoidentity: 'cognito-identity',
    cognitoidp: 'cognito-idp',
    cognitouserpools: 'cognito-idp',
    containerregistry: 'ecr',
    costexplorer: 'ce',
    cw: 'cloudwatch',
    cwl: 'logs',
    ddb: 'dynamodb',
    docdb: 'rds',
    documentdb: 'rds',
    dynamo: 'dynamodb',
    eb: 'elasticbeanstalk events',
    elasticloadbalancer: 'elasticloadbalancing',
    elasticsearch: 'es',
    elb: 'elasticloadbalancing',
    elbv2: 'elasticloadbalancing',
    emr: 'elasticmapreduce',
    eventbridge: 'events',
    identitycenter: 'sso',
    kinesisfirehose: 'firehose',
    lb: 'elasticloadbalancing',
    loadbalancer: 'elasticloadbalancing',
    loadbalancing: 'elasticloadbalancing',
    log: 'logs',
    memcached: 'elasticache',
    metrics: 'cloudwatch',
    mongodb: 'rds',
    msk: 'kafka',
    mysql: 'rds rds-db',
    neptune: 'neptune-db rds',
    nlb: 'elasticloadbalancing',
    opensearch: 'es',
    org: 'organizations',
    orgs: 'organizations',
    parameterstore: 'ssm',
    pinpoint: 'mobiletargeting',
    postgres: 'rds rds-db',
    postgresql: 'rds rds-db',
    r53: 'route53',
    redis: 'elasticache',
    s3api: 's3',
    secret: 'secretsmanager',
    secrets: 'secretsmanager',
    sessionmanager: 'ssm',
    sesv2: 'ses',
    sfn: 'states',
    sm: 'secretsmanager',
    stepfunction: 'states',
    stepfunctions: 'states',
    systemsmanager: 'ssm',
    vpc: 'ec2',
  }),
);

/** Services whose actions are taken for those of others: the simulated ones, and those that work hand in hand with them. */
const COMPANIONS: readonly string[] = [
  ...SERVICES,
  ...`logs cloudwatch events ssm ecr ecs eks autoscaling elasticloadbalancing states cloudformation cloudfront route53
  rds rds-db cloudtrail apigateway execute-api cognito-idp cognito-identity sso es tag`.split(/\s+/),
];

/** What can be meant, that which is meant most often first: what is simulated here, then what is in common use elsewhere. */
const USUAL: readonly string[] = [
  ...COMPANIONS,
  ...`kinesis firehose elasticache athena glue sagemaker codebuild codepipeline codecommit codedeploy acm config ses
  elasticfilesystem elasticmapreduce redshift kafka wafv2 guardduty securityhub bedrock batch backup xray`.split(
    /\s+/,
  ),
];
const RANKS: ReadonlyMap<string, number> = new Map(USUAL.map((prefix, rank) => [prefix, rank]));

export const isUsual = (prefix: string): boolean => RANKS.has(prefix);
export const isCompanion = (prefix: string): boolean => COMPANIONS.includes(prefix);

/** Of two prefixes, the one that is meant more often; of those that are seldom meant the shorter, which is the older. */
export const byUse = (a: string, b: string): number =>
  (RANKS.get(a) ?? USUAL.length) - (RANKS.get(b) ?? USUAL.length) || a.length - b.length;

/** `AWS Step Functions`, `Amazon Elastic File System (EFS)` -> `stepfunctions`, `elasticfilesystem`. */
const inOneWord = (name: string): string =>
  name
    .replace(/^(AWS|Amazon) |\(.*?\)/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const initials = (name: string): string =>
  name
    .replace(/^(AWS|Amazon) |\(.*?\)| V\d$/g, '')
    .replace(/[^A-Z0-9]/g, '')
    .toLowerCase();

/**
 * The prefixes that an unknown one was meant to be: first those of services that are called so, as `stepfunctions` for
 * `states` or `efs` for `elasticfilesystem`, then those that are spelled nearly so.
 */
export function servicesMeant(vocabulary: Vocabulary, prefix: string): readonly string[] {
  const word = prefix.toLowerCase().replace(/^(aws|amazon)(?=.)|[^a-z0-9]/g, '');
  if (word.length < 2) return [];
  const spelled = [...vocabulary.services.keys()].filter((service) => service.replace(/-/g, '') === word);
  const usually = (CALLED.get(word) ?? '').split(' ').filter((service) => vocabulary.services.has(service));
  const called = [...vocabulary.services]
    .map(([service, name]) => ({ service, name: inOneWord(name), short: initials(name) }))
    .filter(({ name, short }) => name === word || (short === word && word.length > 2))
    .map(({ service }) => service)
    .toSorted(byUse);
  const known = new Set([...spelled, ...usually, ...called]);
  if (known.size > 0) return [...known].slice(0, MOST_OFFERED);
  const near = nearest(prefix, [...vocabulary.services.keys()].toSorted(byUse));
  const begun = [...vocabulary.services].flatMap(([service, name]) =>
    word.length >= 5 && inOneWord(name).startsWith(word) ? [service] : [],
  );
  return [...new Set([...near, ...begun.toSorted(byUse).slice(0, 1)])].slice(0, MOST_OFFERED);
}

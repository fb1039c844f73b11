// The words of random requests and policies: so few that statements meet requests, and with the near misses that matter.
import fc from 'fast-check';
import { rootArn, type AccountId, type ActionName, type Arn } from '../../../src/aws/arn.ts';
import type { Principal } from '../../../src/evaluation/request.ts';

/** The account of nearly every caller and of most resources. */
export const HOME: AccountId = '111122223333';
export const AWAY: AccountId = '444455556666';

/** One of these, each as often as its weight says. Shrinks towards the first. */
export const oftenFrom = <Value>(...weighted: readonly (readonly [number, Value])[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...weighted.flatMap(([weight, value]) => new Array<Value>(weight).fill(value)));

const user = (account: AccountId, path: string, name: string): Extract<Principal, { kind: 'user' }> => ({
  kind: 'user',
  arn: `arn:aws:iam::${account}:user${path}${name}`,
  account,
  name,
});

const session = (path: string, roleName: string, sessionName: string): Principal => ({
  kind: 'roleSession',
  arn: `arn:aws:sts::${HOME}:assumed-role/${roleName}/${sessionName}`,
  account: HOME,
  roleName,
  sessionName,
  roleArn: `arn:aws:iam::${HOME}:role${path}${roleName}`,
});

const federated = (name: string, issuer: Arn): Principal => ({
  kind: 'federatedUser',
  arn: `arn:aws:sts::${HOME}:federated-user/${name}`,
  account: HOME,
  name,
  issuer,
});

const ANA = user(HOME, '/', 'ana');
const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/git.example.com`;

/** Callers with an account, and those who have none. */
export const someCaller: fc.Arbitrary<Principal> = oftenFrom<Principal>(
  [6, ANA],
  [2, user(HOME, '/staff/', 'ben')],
  [4, session('/svc/', 'app', 'run1')],
  [3, session('/svc/', 'app', 'run2')],
  [1, session('/', 'ops', 'run1')],
  [2, session('/aws-service-role/scaling.amazonaws.com/', 'ScalingRole', 'run1')],
  [3, federated('carol', `arn:aws:iam::${HOME}:user/ana`)],
  [1, federated('dora', rootArn(HOME))],
  [3, { kind: 'root', arn: rootArn(HOME), account: HOME }],
  [2, user(AWAY, '/', 'zoe')],
  [1, { ...ANA, sessionToken: { mfa: true } }],
  [1, { ...ANA, sessionToken: { mfa: false } }],
  [2, { kind: 'anonymous' }],
  [2, { kind: 'service', service: 'logs.amazonaws.com' }],
);

/** Those who may want to be a role: an identity provider takes other calls than the rest. */
export const someProvider: fc.Arbitrary<Principal> = fc.constant({
  kind: 'federatedIdentity',
  provider: PROVIDER,
});

export type PrincipalKey = 'AWS' | 'Service' | 'Federated';

/** What Principal and NotPrincipal may list. */
export const someEntry: fc.Arbitrary<readonly [PrincipalKey, string]> = oftenFrom<
  readonly [PrincipalKey, string]
>(
  [3, ['AWS', '*']],
  [3, ['AWS', HOME]],
  [3, ['AWS', rootArn(HOME)]],
  [3, ['AWS', `arn:aws:iam::${HOME}:user/ana`]],
  [1, ['AWS', `arn:aws:iam::${HOME}:user/staff/ben`]],
  [1, ['AWS', `arn:aws:iam::${HOME}:user/Ana`]],
  [3, ['AWS', `arn:aws:iam::${HOME}:role/svc/app`]],
  [2, ['AWS', `arn:aws:sts::${HOME}:assumed-role/app/run1`]],
  [1, ['AWS', `arn:aws:iam::${HOME}:role/ops`]],
  [1, ['AWS', `arn:aws:sts::${HOME}:federated-user/carol`]],
  [1, ['AWS', `arn:aws:sts::${HOME}:federated-user/dora`]],
  [1, ['AWS', AWAY]],
  [1, ['AWS', `arn:aws:iam::${AWAY}:user/zoe`]],
  [2, ['Service', 'logs.amazonaws.com']],
  [1, ['Federated', PROVIDER]],
);

/** One service: what can be called on what, and how policies write it down. `OWNER` stands for the owner's account. */
export interface Scene {
  readonly calls: readonly (readonly [number, ActionName, Arn | '*'])[];
  /** The first two name every action there is, and every action of the service. */
  readonly actions: readonly [
    readonly [number, string],
    readonly [number, string],
    ...(readonly (readonly [number, string])[]),
  ];
  readonly resources: readonly (readonly [number, string])[];
  /** Whether resources have a policy of their own; statements of a trust policy have no Resource. */
  readonly resourcePolicy: 'none' | 'resource' | 'trust';
}

const S3: Scene = {
  resourcePolicy: 'resource',
  calls: [
    [6, 's3:GetObject', 'arn:aws:s3:::books/ana/a.txt'],
    [2, 's3:GetObject', 'arn:aws:s3:::books/red/*'],
    [2, 'S3:putobject', 'arn:aws:s3:::books/red/x:y'],
    [2, 's3:ListBucket', 'arn:aws:s3:::books'],
    [1, 's3:DeleteBucketPolicy', 'arn:aws:s3:::books'],
    [1, 's3:ListAllMyBuckets', '*'],
  ],
  actions: [
    [6, '*'],
    [6, 's3:*'],
    [3, 's3:Get*'],
    [3, 's3:GetObject'],
    [1, 's3:GETobject'],
    [1, 'S3:?*Object'],
    [1, 's3:Get'],
    [1, 's3:PutObject'],
    [1, 's3:*Bucket*'],
    [1, '*:*'],
    [1, 'sqs:*'],
  ],
  resources: [
    [8, '*'],
    [3, 'arn:aws:s3:::books*'],
    [3, 'arn:aws:s3:::books/*'],
    [1, 'arn:aws:s3:::books'],
    [2, 'arn:aws:s3:::books/${aws:username}/*'],
    [2, "arn:aws:s3:::books/${aws:PrincipalTag/team, 'red'}/*"],
    [1, 'arn:aws:s3:::books/${AWS:principaltag/Team}/*'],
    [1, 'arn:aws:s3:::books/red/${*}'],
    [1, 'arn:aws:s3:*'],
    [1, 'arn:aws:s3'],
    [1, 'arn:aws:s?:::books/*/?.txt'],
    [1, 'arn:aws:s3:::BOOKS/*'],
    [1, 'arn:*:books/*'],
  ],
};

const QUEUE = 'arn:aws:sqs:eu-west-1:OWNER:jobs:high';

const SQS: Scene = {
  resourcePolicy: 'resource',
  calls: [
    [5, 'sqs:SendMessage', QUEUE],
    [1, 'sqs:DeleteQueue', QUEUE],
    [1, 'sqs:ListQueues', '*'],
  ],
  actions: [
    [6, '*'],
    [6, 'sqs:*'],
    [3, 'sqs:SendMessage'],
    [1, 'SQS:send?essage'],
    [1, 'sqs:Delete*'],
    [1, 's3:*'],
  ],
  resources: [
    [8, '*'],
    [2, `arn:aws:sqs:eu-west-1:${HOME}:jobs:high`],
    [2, 'arn:aws:sqs:*:*:jobs*'],
    [1, 'arn:aws:sqs:*'],
    [1, 'arn:aws:sqs:eu-west-1'],
    [1, 'arn:aws:sqs:eu-*-1:*:jobs:*'],
    [1, 'arn:aws:sqs:e*1:*:jobs'],
    [1, 'arn:aws:sqs:eu*high'],
    [1, `arn:aws:sqs:eu-west-?:${AWAY}:*`],
    [1, "arn:aws:sqs:*:*:jobs:${aws:PrincipalTag/level, 'high'}"],
    [1, 'arn:aws:sqs:*:*:${aws:PrincipalTag/team}:high'],
  ],
};

const KEY = 'arn:aws:kms:eu-west-1:OWNER:key/k1';

const KMS: Scene = {
  resourcePolicy: 'resource',
  calls: [
    [5, 'kms:Decrypt', KEY],
    [1, 'kms:ScheduleKeyDeletion', KEY],
    [1, 'kms:RetireGrant', KEY],
    [1, 'kms:CreateKey', '*'],
  ],
  actions: [
    [6, '*'],
    [6, 'kms:*'],
    [3, 'kms:Decrypt'],
    [1, 'kms:*crypt'],
    [1, 'kms:Schedule*'],
  ],
  resources: [
    [8, '*'],
    [2, `arn:aws:kms:*:${HOME}:key/*`],
    [1, 'arn:aws:kms:eu-west-1:*:key/k?'],
    [1, 'arn:aws:kms:*:*:alias/*'],
  ],
};

const TRUST_ACTIONS: Scene['actions'] = [
  [3, '*'],
  [3, 'sts:*'],
  [6, 'sts:AssumeRole'],
  [3, 'sts:AssumeRole*'],
  [1, 'sts:TagSession'],
  [1, 'sts:AssumeRoleWithWebIdentity'],
];
const DEPLOY = 'arn:aws:iam::OWNER:role/svc/deploy';
const ROLE_PATTERNS: Scene['resources'] = [
  [8, '*'],
  [2, `arn:aws:iam::${HOME}:role/svc/*`],
  [1, 'arn:aws:iam::*:role/svc/deploy'],
  [1, 'arn:aws:iam::*:role/deploy'],
];

const TRUST: Scene = {
  resourcePolicy: 'trust',
  calls: [
    [5, 'sts:AssumeRole', DEPLOY],
    [1, 'sts:TagSession', DEPLOY],
    [1, 'sts:AssumeRole', 'arn:aws:iam::OWNER:role/aws-service-role/logs.amazonaws.com/Logs'],
  ],
  actions: TRUST_ACTIONS,
  resources: ROLE_PATTERNS,
};

/** Calls of AssumeRoleWithWebIdentity: unsigned, by an identity provider. */
export const FEDERATION: Scene = {
  ...TRUST,
  calls: [[1, 'sts:AssumeRoleWithWebIdentity', DEPLOY]],
};

const ACCOUNT: Scene = {
  resourcePolicy: 'none',
  calls: [
    [4, 'iam:GetUser', 'arn:aws:iam::OWNER:user/ana'],
    [2, 'iam:ListUsers', '*'],
    [2, 'ec2:StartInstances', 'arn:aws:ec2:eu-west-1:OWNER:instance/i-1'],
    [1, 'sts:GetFederationToken', 'arn:aws:sts::OWNER:federated-user/carol'],
    [1, 'sts:GetSessionToken', '*'],
    [1, 'sts:GetCallerIdentity', '*'],
  ],
  actions: [
    [6, '*'],
    [4, 'iam:*'],
    [2, 'iam:Get*'],
    [2, 'sts:*'],
    [2, 'ec2:*'],
    [1, 'iam:?etUser'],
    [1, 'ec2:S*Instances'],
  ],
  resources: [
    [8, '*'],
    [2, `arn:aws:iam::${HOME}:user/*`],
    [2, 'arn:aws:iam::*:user/${aws:username}'],
    [1, 'arn:aws:iam::*:user/*/ana'],
    [1, 'arn:aws:ec2:*:*:instance/*'],
  ],
};

/** The scenes of callers who sign their requests, or are anonymous. */
export const SCENES: readonly (readonly [number, Scene])[] = [
  [6, S3],
  [2, SQS],
  [2, KMS],
  [2, TRUST],
  [2, ACCOUNT],
];

// Fixtures for tests of explanations: small policies of every kind, and an evaluation put into words.
import { NO_POLICIES, type ApplicablePolicies, type AppliedPolicy } from '../../src/evaluation/applicable.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { explain, type Explanation } from '../../src/evaluation/explain.ts';
import type { Request } from '../../src/evaluation/request.ts';
import { ACCOUNT, ALICE, allow, deny, policy, principal, request } from './build.ts';

export const explained = (policies: Partial<ApplicablePolicies>, asked: Partial<Request> = {}): Explanation =>
  explain(evaluate({ ...NO_POLICIES, ...policies }, request(asked)));

export const DENIED = `User: ${ALICE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop-drafts/spring/cover.md"`;
export const YES = policy(allow());
export const NO = policy(deny());
export const MANAGED = policy(deny(), {
  name: 'Guard',
  kind: 'customerManaged',
  arn: `arn:aws:iam::${ACCOUNT}:policy/Guard`,
});
export const SILENT = policy(allow({ Action: 's3:Put*' }), { name: 'TeamCeiling' });
export const BUCKET = {
  name: 'shop-drafts',
  kind: 'resource',
  via: { kind: 'resource', name: 'shop-drafts' },
} as const;
export const onBucket = (effect: 'Allow' | 'Deny'): AppliedPolicy =>
  policy(allow({ Effect: effect, Principal: '*' }), BUCKET);
export const level = (...policies: AppliedPolicy[]) => [{ name: 'Root', policies }];
export const ROOT = principal(`arn:aws:iam::${ACCOUNT}:root`);
export const SESSION = principal(`arn:aws:sts::${ACCOUNT}:assumed-role/app/run1`);
export const trusting = (effect: 'Allow' | 'Deny', aws: string) => [
  policy(
    { Effect: effect, Principal: { AWS: aws }, Action: 'sts:AssumeRole' },
    { kind: 'resource', name: 'deploy' },
  ),
];
export const ASSUME = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/deploy` } as const;
export const ASSUME_DENIED = `User: ${ALICE} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${ACCOUNT}:role/deploy`;
export const ORGANIZATION = { 'aws:PrincipalOrgID': 'o-1', 'aws:ResourceOrgID': 'o-1' };

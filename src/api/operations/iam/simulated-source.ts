// The entity whose policies a simulation asks about: a user, a group or a role, by ARN.
import { identityPolicies } from '../../../account/applicable.ts';
import { groupArn, roleArn, userArn } from '../../../account/find.ts';
import type { Account, Group, Role, User } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AppliedPolicy } from '../../../evaluation/applicable.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { existing } from './entities.ts';

const FORM = /^arn:aws:iam::\d{12}:(user|group|role)\/(?:[!-~]+\/)?([\w+=,.@-]+)$/;

export const sourceArnError = ({
  PolicySourceArn: arn,
}: {
  readonly PolicySourceArn: Arn;
}): AwsError | null =>
  FORM.test(arn)
    ? null
    : awsError('InvalidInput', `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);

export type Source = { readonly account: Account } & (
  | { readonly kind: 'user'; readonly entity: User }
  | { readonly kind: 'group'; readonly entity: Group }
  | { readonly kind: 'role'; readonly entity: Role }
);

/** Path and letter case are part of an ARN. */
export function sourceOf(scene: Scene, arn: Arn): Result<Source, AwsError> {
  const [, kind, name = ''] = FORM.exec(arn) ?? [];
  const missing = awsError('NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
  const found = named(scene, kind, name);
  if (!found.ok) return found;
  return arnOf(found.value) === arn ? found : err(missing);
}

function named(scene: Scene, kind: string | undefined, name: string): Result<Source, AwsError> {
  if (kind === 'user') {
    const found = existing(scene, 'user', name);
    return found.ok ? ok({ kind, ...found.value }) : found;
  }
  if (kind === 'group') {
    const found = existing(scene, 'group', name);
    return found.ok ? ok({ kind, ...found.value }) : found;
  }
  const found = existing(scene, 'role', name);
  return found.ok ? ok({ kind: 'role', ...found.value }) : found;
}

const arnOf = (source: Source): Arn => {
  switch (source.kind) {
    case 'user':
      return userArn(source.account, source.entity);
    case 'group':
      return groupArn(source.account, source.entity);
    case 'role':
      return roleArn(source.account, source.entity);
  }
};

export const policiesOfSource = (
  { world, env }: Scene,
  { account, kind, entity }: Source,
): { readonly identity: readonly AppliedPolicy[]; readonly boundary: AppliedPolicy | null } =>
  identityPolicies(world, account, { kind, name: entity.name }, env.managedPolicies);

// Attachments: managed policies on users, groups and roles, which are attached, detached and listed in the same way.
import type { World } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed, Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';
import { byArn, placeOfArn } from './any-policies.ts';
import { boundaryError } from './boundary.ts';
import { existing } from './entities.ts';
import type { Named, OwnerKind } from './owners.ts';
import { changeable, changingOf, nameIn, policiesSet, readingOf, TITLE } from './owners.ts';
import { pageAfter, type Page, type Paging } from './paging.ts';
import { nameOfPolicy, pathOfPolicy } from './policy-shapes.ts';
import { notFound, policyArnError } from './policy.ts';
import { MAX_ATTACHED } from './quotas.ts';

type Nothing = Record<never, never>;
type Change<Kind extends OwnerKind> = Named<Kind> & { readonly PolicyArn: Arn };

/** AttachUserPolicy, AttachGroupPolicy, AttachRolePolicy. To attach what is attached already is no error. */
export const attaching = <Kind extends OwnerKind>(kind: Kind) => ({
  validate: policyArnError,
  authorization: (world: World, caller: Caller, input: Change<Kind>) =>
    changingOf(world, caller, `iam:Attach${TITLE[kind]}Policy`, kind, nameIn(kind, input), {
      'iam:PolicyARN': input.PolicyArn,
    }),
  perform: (scene: Scene, input: Change<Kind>): Result<Performed<Nothing>, AwsError> => {
    const { PolicyArn } = input;
    const found = changeable(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    // What can be attached can be a boundary, and the other way round.
    const refused = boundaryError(scene, PolicyArn);
    if (refused) return err(refused);
    const { attached } = found.value.entity;
    if (attached.includes(PolicyArn)) return ok({ output: {}, changes: [] });
    const most = MAX_ATTACHED[kind];
    if (attached.length >= most)
      return err(awsError('LimitExceeded', `Cannot exceed quota for PoliciesPer${TITLE[kind]}: ${most}`));
    const change = policiesSet(kind, found.value, { attached: [...attached, PolicyArn] });
    return ok({ output: {}, changes: [change] });
  },
});

/** DetachUserPolicy, DetachGroupPolicy, DetachRolePolicy. */
export const detaching = <Kind extends OwnerKind>(kind: Kind) => ({
  validate: policyArnError,
  authorization: (world: World, caller: Caller, input: Change<Kind>) =>
    changingOf(world, caller, `iam:Detach${TITLE[kind]}Policy`, kind, nameIn(kind, input), {
      'iam:PolicyARN': input.PolicyArn,
    }),
  perform: (scene: Scene, input: Change<Kind>): Result<Performed<Nothing>, AwsError> => {
    const { PolicyArn } = input;
    const found = changeable(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const { attached } = found.value.entity;
    if (!attached.includes(PolicyArn)) return err(notFound(PolicyArn));
    const change = policiesSet(kind, found.value, { attached: attached.filter((arn) => arn !== PolicyArn) });
    return ok({ output: {}, changes: [change] });
  },
});

export interface AttachedPolicy {
  readonly PolicyName: string;
  readonly PolicyArn: Arn;
}

export const attachedPolicies = (attached: readonly Arn[]): AttachedPolicy[] =>
  byArn(attached, (arn) => arn).map((arn) => ({ PolicyName: nameOfPolicy(arn), PolicyArn: arn }));

type Asked<Kind extends OwnerKind> = Named<Kind> & Paging & { readonly PathPrefix?: string };
type Listed = Page & { readonly AttachedPolicies: readonly AttachedPolicy[] };

/** ListAttachedUserPolicies, ListAttachedGroupPolicies, ListAttachedRolePolicies; those of a user's groups are not its own. */
export const listingAttached = <Kind extends OwnerKind>(kind: Kind) => ({
  authorization: (world: World, caller: Caller, input: Named<Kind>) =>
    readingOf(world, caller, `iam:ListAttached${TITLE[kind]}Policies`, kind, nameIn(kind, input)),
  perform: (scene: Scene, input: Asked<Kind>): Result<Performed<Listed>, AwsError> => {
    const found = existing(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const { PathPrefix = '/' } = input;
    const attached = found.value.entity.attached.filter((arn) => pathOfPolicy(arn).startsWith(PathPrefix));
    const cut = pageAfter(attachedPolicies(attached), input, ({ PolicyArn }) => placeOfArn(PolicyArn));
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { AttachedPolicies: items, ...page }, changes: [] });
  },
});

// Inline policies of users, groups and roles, which are written, read, listed and deleted in the same way.
import { compareNames, entry, withoutEntry } from '../../../account/record.ts';
import type { World } from '../../../account/world.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { sizeWithoutWhiteSpace } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Performed, Scene } from '../../operation.ts';
import type { Caller } from '../../../account/caller.ts';
import { existing } from './entities.ts';
import type { Named, OwnerKind } from './owners.ts';
import { changeable, changingOf, nameIn, policiesSet, readingOf, TITLE } from './owners.ts';
import { pageAfter, type Page, type Paging } from './paging.ts';
import { documentError } from './policy.ts';
import { MAX_INLINE } from './quotas.ts';

type Nothing = Record<never, never>;
type OfPolicy<Kind extends OwnerKind> = Named<Kind> & { readonly PolicyName: string };
type Written<Kind extends OwnerKind> = OfPolicy<Kind> & { readonly PolicyDocument: string };

/** PutUserPolicy, PutGroupPolicy, PutRolePolicy: over the policy of the same name if there is one. */
export const puttingInline = <Kind extends OwnerKind>(kind: Kind) => ({
  authorization: (world: World, caller: Caller, input: Named<Kind>) =>
    changingOf(world, caller, `iam:Put${TITLE[kind]}Policy`, kind, nameIn(kind, input)),
  perform: (scene: Scene, input: Written<Kind>): Result<Performed<Nothing>, AwsError> => {
    const { PolicyName: policy, PolicyDocument: document } = input;
    const found = changeable(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const { account, entity } = found.value;
    const malformed = documentError(document, 'inline');
    if (malformed) return err(malformed);
    const others = Object.values(withoutEntry(entity.inline, policy));
    const size = [...others, document].reduce((sum, text) => sum + sizeWithoutWhiteSpace(text), 0);
    const most = MAX_INLINE[kind];
    if (size > most)
      return err(
        awsError('LimitExceeded', `Maximum policy size of ${most} bytes exceeded for ${kind} ${entity.name}`),
      );
    const owner = { kind, name: entity.name };
    return ok({
      output: {},
      changes:
        entry(entity.inline, policy) === document
          ? []
          : [{ kind: 'inlinePolicyPut', account: account.id, owner, policy, document }],
    });
  },
});

const missing = (kind: OwnerKind, policy: string): AwsError =>
  awsError('NoSuchEntity', `The ${kind} policy with name ${policy} cannot be found.`);

/** What GetUserPolicy, GetGroupPolicy and GetRolePolicy share; each shows the name of its owner beside it. */
export interface ShownInline {
  /** The owner's name as it was made. */
  readonly owner: string;
  readonly PolicyName: string;
  /** The text; the command line prints it as an object. */
  readonly PolicyDocument: string;
}

/** GetUserPolicy, GetGroupPolicy, GetRolePolicy. */
export const gettingInline = <Kind extends OwnerKind, Output extends object>(
  kind: Kind,
  show: (policy: ShownInline) => Output,
) => ({
  authorization: (world: World, caller: Caller, input: Named<Kind>) =>
    readingOf(world, caller, `iam:Get${TITLE[kind]}Policy`, kind, nameIn(kind, input)),
  perform: (scene: Scene, input: OfPolicy<Kind>): Result<Performed<Output>, AwsError> => {
    const { PolicyName } = input;
    const found = existing(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const { name, inline } = found.value.entity;
    const PolicyDocument = entry(inline, PolicyName);
    return PolicyDocument === undefined
      ? err(missing(kind, PolicyName))
      : ok({ output: show({ owner: name, PolicyName, PolicyDocument }), changes: [] });
  },
});

type Names = Page & { readonly PolicyNames: readonly string[] };

/** ListUserPolicies, ListGroupPolicies, ListRolePolicies: managed policies are listed elsewhere. */
export const listingInline = <Kind extends OwnerKind>(kind: Kind) => ({
  authorization: (world: World, caller: Caller, input: Named<Kind>) =>
    readingOf(world, caller, `iam:List${TITLE[kind]}Policies`, kind, nameIn(kind, input)),
  perform: (scene: Scene, input: Named<Kind> & Paging): Result<Performed<Names>, AwsError> => {
    const found = existing(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const names = Object.keys(found.value.entity.inline).sort(compareNames);
    const cut = pageAfter(names, input, (name) => name);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({ output: { PolicyNames: items, ...page }, changes: [] });
  },
});

/** DeleteUserPolicy, DeleteGroupPolicy, DeleteRolePolicy. */
export const deletingInline = <Kind extends OwnerKind>(kind: Kind) => ({
  authorization: (world: World, caller: Caller, input: Named<Kind>) =>
    changingOf(world, caller, `iam:Delete${TITLE[kind]}Policy`, kind, nameIn(kind, input)),
  perform: (scene: Scene, input: OfPolicy<Kind>): Result<Performed<Nothing>, AwsError> => {
    const { PolicyName } = input;
    const found = changeable(scene, kind, nameIn(kind, input));
    if (!found.ok) return found;
    const inline = withoutEntry(found.value.entity.inline, PolicyName);
    if (inline === found.value.entity.inline) return err(missing(kind, PolicyName));
    return ok({ output: {}, changes: [policiesSet(kind, found.value, { inline })] });
  },
});

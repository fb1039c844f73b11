// iam:ListPolicyVersions: the versions of a managed policy, the newest first, without their documents.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { fromTheEnd } from '../../pages.ts';
import { pageAfter } from './paging.ts';
import { PAGING, POLICY_ARN } from './parameters.ts';
import { shownVersions } from './policy-shapes.ts';
import { policyArnError, readablePolicy } from './policy.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html */
export const ListPolicyVersions = operation({
  name: 'iam:ListPolicyVersions',
  readOnly: true,
  cli: 'iam list-policy-versions',
  parameters: { PolicyArn: POLICY_ARN, ...PAGING },
  validate: policyArnError,
  authorization: (_world, _caller, { PolicyArn }) => [
    { action: 'iam:ListPolicyVersions', resource: PolicyArn },
  ],
  perform: (scene, { PolicyArn, ...paging }) => {
    const found = readablePolicy(scene, PolicyArn);
    if (!found.ok) return found;
    const cut = pageAfter(shownVersions(found.value), paging, placeOf, fromTheEnd);
    if (!cut.ok) return cut;
    const { items, page } = cut.value;
    return ok({
      output: { Versions: items.map(({ Document: _document, ...version }) => version), ...page },
      changes: [],
    });
  },
});

/** `v10` comes after `v9`. */
const placeOf = ({ VersionId }: { readonly VersionId: string }): string =>
  VersionId.slice(1).padStart(12, '0');

// The access keys of whoever asks, as the console lists them: the list, then of each key when it was used last.
import type { ApiOutcome } from '../../api/call.ts';
import type { Workspace } from '../shared/workspace.ts';

export interface ListedKeys {
  readonly list: ApiOutcome<'iam:ListAccessKeys'>;
  /** By id; empty where there is no list. */
  readonly uses: ReadonlyMap<string, ApiOutcome<'iam:GetAccessKeyLastUsed'>>;
}

/** Requests like any other: each is decided, and recorded. */
export function listedKeys(
  workspace: Pick<Workspace, 'request'>,
  subject: { readonly UserName?: string },
): ListedKeys {
  const list = workspace.request({ operation: 'iam:ListAccessKeys', input: subject });
  const keys = list.result.ok ? list.result.output.AccessKeyMetadata : [];
  const uses = keys.map(
    ({ AccessKeyId }) =>
      [
        AccessKeyId,
        workspace.request({ operation: 'iam:GetAccessKeyLastUsed', input: { AccessKeyId } }),
      ] as const,
  );
  return { list, uses: new Map(uses) };
}

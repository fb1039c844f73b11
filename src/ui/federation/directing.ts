// Directing: changes to the directories, each of which is kept or answered with a sentence on what is in the way.
import type {
  Assignment,
  CompanyDirectory,
  Directories,
  WebIdentityProvider,
} from '../../account/directories.ts';
import { failureMessage } from '../shared/failure.ts';
import { useWorkspace } from '../shared/workspace.ts';

/** To be called while a component starts. Each returns null when it is kept. */
export function useDirecting() {
  const workspace = useWorkspace();
  const direct = (change: Partial<Directories>): string | null => {
    try {
      workspace.direct({ ...workspace.directories, ...change });
      return null;
    } catch (error) {
      return failureMessage(error, 'This could not be kept.');
    }
  };
  return {
    /** In the place of one that is there, at the end of the list, or away with it. */
    replaceCompany: (before: CompanyDirectory | null, after: CompanyDirectory | null): string | null => {
      const { companies, identityCenter } = workspace.directories;
      const follows = identityCenter && before && after && identityCenter.source === before.entityId;
      return direct({
        companies: replaced(companies, ({ entityId }) => entityId === before?.entityId, after),
        ...(follows && { identityCenter: { ...identityCenter, source: after.entityId } }),
      });
    },
    replaceProvider: (
      before: WebIdentityProvider | null,
      after: WebIdentityProvider | null,
    ): string | null => {
      const { webIdentity } = workspace.directories;
      return direct({ webIdentity: replaced(webIdentity, ({ issuer }) => issuer === before?.issuer, after) });
    },
    assign: (assignments: readonly Assignment[]): string | null => {
      const { identityCenter } = workspace.directories;
      return identityCenter && direct({ identityCenter: { ...identityCenter, assignments } });
    },
  };
}

/** The list with `after` in place of what is `it`; at its end when nothing is, and without it when `after` is null. */
export function replaced<Item>(
  items: readonly Item[],
  it: (item: Item) => boolean,
  after: Item | null,
): readonly Item[] {
  if (after === null) return items.filter((item) => !it(item));
  return items.some(it) ? items.map((item) => (it(item) ? after : item)) : [...items, after];
}

// Changes of one identity provider: the fields that are other than before, or nothing when it stays as it is.
import type { Change } from '../../../account/change.ts';
import type { Account, OidcProvider, SamlProvider } from '../../../account/world.ts';

export const samlChanges = (
  { account, provider }: { readonly account: Account; readonly provider: SamlProvider },
  patch: Partial<SamlProvider>,
): Change[] =>
  isSame(provider, patch)
    ? []
    : [
        {
          kind: 'entityPatched',
          account: account.id,
          table: 'samlProviders',
          name: provider.name,
          patch,
        },
      ];

export const oidcChanges = (
  { account, provider }: { readonly account: Account; readonly provider: OidcProvider },
  patch: Partial<OidcProvider>,
): Change[] =>
  isSame(provider, patch)
    ? []
    : [
        {
          kind: 'entityPatched',
          account: account.id,
          table: 'oidcProviders',
          name: provider.url,
          patch,
        },
      ];

const isSame = <Entity extends object>(before: Entity, patch: Partial<Entity>): boolean =>
  JSON.stringify({ ...before, ...patch }) === JSON.stringify(before);

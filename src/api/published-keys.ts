// Published keys: what web identity providers show to anybody who asks at their address.
import type { Directories, ProviderKey, WebIdentityProvider } from '../account/directories.ts';
import type { Env } from './env.ts';
import { publicKeyOf } from './signing-key.ts';

/** The keys of an issuer, as `Env.issuerKeys` has them. */
export const publishedKeys =
  ({ webIdentity }: Directories): NonNullable<Env['issuerKeys']> =>
  (issuer) => {
    const provider = webIdentity.find((one) => one.issuer === issuer);
    return provider ? [{ kid: provider.key.kid, key: publicKeyOf(provider.key) }] : null;
  };

/** A key of a JSON Web Key Set, without its private part. */
export interface PublishedKey extends Omit<ProviderKey, 'd'> {
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/**
 * The document at `jwks_uri`, which AWS fetches to check tokens.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export const keySet = ({ key }: WebIdentityProvider): { readonly keys: readonly PublishedKey[] } => {
  const { kty, crv, kid, x, y } = key;
  return { keys: [{ kty, crv, kid, x, y, use: 'sig', alg: 'ES256' }] };
};

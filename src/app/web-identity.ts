// Web identity: keys and tokens of simulated OpenID Connect providers, made by the browser's own cryptography.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { ProviderKey } from '../account/directories.ts';
import type { Claims } from '../api/web-identity-token.ts';

/** Rejects where the browser offers no cryptography: on pages that are neither on https nor on localhost. */
export async function newProviderKey(): Promise<ProviderKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  const { x = '', y = '', d = '' } = key;
  return { kty: 'EC', crv: 'P-256', kid: await calculateJwkThumbprint(key), x, y, d };
}

/** The claims go into the token as they are: nothing is added, and none is checked. Rejects as `newProviderKey` does. */
export const signToken = async (claims: Claims, key: ProviderKey): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid })
    .sign(await importJWK({ ...key }, 'ES256'));

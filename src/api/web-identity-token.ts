// Web identity tokens: JSON web tokens of simulated OpenID Connect providers, signed and read again.
import { Base64, decode, encodeURI, fromUint8Array, toUint8Array } from 'js-base64';
import { isPlainObject } from '../aws/json.ts';
import { isSignatureOf, signatureOf, signingKey, type SigningKey } from './signing-key.ts';

export type Claims = Readonly<Record<string, unknown>>;

export interface WebIdentityToken {
  /** The name of the key that is said to have signed it; null: it names none. */
  readonly kid: string | null;
  readonly claims: Claims;
  /** Header and claims, as they are signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/**
 * The key of an issuer that nothing else is known of. AWS fetches keys from the address of the issuer; here every address
 * that none of the directories has is answered by the identity provider of this sandbox, whose key for an issuer follows
 * from the address, so that no world has to hold it.
 * @param issuer As in `iss`: `https://idp.example.com`.
 */
export const issuerKey = (issuer: string): SigningKey => signingKey(`OpenID Connect ${issuer}`);

/** ES256, one of the algorithms that AWS takes. */
const HEADER = { alg: 'ES256', typ: 'JWT' };

/**
 * A token of an issuer.
 * @param claims `iss`, `aud`, `sub`, `iat` and `exp` (seconds since 1970) at least.
 */
export function signedWebIdentityToken(issuer: string, claims: Claims): string {
  const signed = `${encodeURI(JSON.stringify(HEADER))}.${encodeURI(JSON.stringify(claims))}`;
  return `${signed}.${fromUint8Array(signatureOf(signed, issuerKey(issuer)), true)}`;
}

/** Null for what is no token of three parts, or one under another algorithm. Nothing in it is believed yet. */
export function readWebIdentityToken(token: string): WebIdentityToken | null {
  if (!/^(?:[\w-]+\.){2}[\w-]+$/.test(token)) return null;
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = objectIn(payload);
  const { alg, kid } = objectIn(header) ?? {};
  if (alg !== HEADER.alg || !claims || !Base64.isValid(signature)) return null;
  return {
    kid: typeof kid === 'string' ? kid : null,
    claims,
    signed: `${header}.${payload}`,
    signature: toUint8Array(signature),
  };
}

/** A key that signatures are held against. */
export interface VerificationKey {
  /** Its name among those that an issuer publishes; null: it goes by any. */
  readonly kid: string | null;
  /** Base64 of a SubjectPublicKeyInfo. */
  readonly key: string;
}

/** What the keys of its issuer say of a token: `noKey` is one whose key is not among them. */
export type Verdict = 'signed' | 'forged' | 'noKey';

/** @param published The keys that the issuer publishes; null: its key follows from its address. */
export function verdictOn(
  issuer: string,
  { kid, signed, signature }: WebIdentityToken,
  published: readonly VerificationKey[] | null = null,
): Verdict {
  const keys = (published ?? [{ kid: null, key: issuerKey(issuer).publicKey }]).filter(
    (one) => kid === null || one.kid === null || one.kid === kid,
  );
  if (keys.length === 0) return 'noKey';
  return keys.some(({ key }) => isSignatureOf(signed, signature, key)) ? 'signed' : 'forged';
}

/** The three parts of a token, as texts: header and claims in readable JSON, the signature as it stands. */
export interface TokenParts {
  readonly header: string;
  readonly claims: string;
  readonly signature: string;
}

/** Whatever is not readable is empty. */
export function tokenParts(token: string): TokenParts {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const readable = (part: string): string => {
    const value = objectIn(part);
    return value === null ? '' : JSON.stringify(value, null, 2);
  };
  return { header: readable(header), claims: readable(claims), signature };
}

/** The token with other claims and the signature it had, which is no longer one of it. */
export function withClaims(token: string, claims: Claims): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${encodeURI(JSON.stringify(claims))}.${signature}`;
}

function objectIn(part: string): Claims | null {
  if (!Base64.isValid(part)) return null;
  try {
    const value: unknown = JSON.parse(decode(part));
    return isPlainObject(value) ? value : null;
  } catch {
    // Not as long as base64 is, or no JSON.
    return null;
  }
}

// XML signatures of SAML responses: the digest of the assertion, and the text that the signature is over.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromUint8Array } from 'js-base64';
import { attributeOf, childOf, parseSignedXml, textOf } from './xml.ts';

export const SIGNATURES = 'http://www.w3.org/2000/09/xmldsig#';

/** SHA-256, base64. */
export const digestOf = (assertion: string): string => fromUint8Array(sha256(utf8ToBytes(assertion)));

/** `SignedInfo` as the signature is over it: it says itself what its prefix stands for. */
export const canonicalInfo = (info: string): string =>
  info.replace(
    /^<([\w-]+):SignedInfo>/,
    (_, prefix: string) => `<${prefix}:SignedInfo xmlns:${prefix}="${SIGNATURES}">`,
  );

/** What a signature covers, believed or not. */
export interface SignedInfo {
  /** In its canonical form. */
  readonly text: string;
  /** The ID of the assertion with `#` before it. */
  readonly reference: string;
  /** Base64. */
  readonly digest: string;
}

/** Null unless there is exactly one that can be read. Only the text that is signed is read. */
export function signedInfoIn(response: string): SignedInfo | null {
  const found = [...response.matchAll(/<((?:[\w-]+:)?SignedInfo)[\s>].*?<\/\1\s*>/gs)];
  if (found.length !== 1) return null;
  const text = canonicalInfo(found[0]?.[0] ?? '');
  const reference = childOf(parseSignedXml(text) ?? {}, 'SignedInfo', 'Reference');
  return {
    text,
    reference: attributeOf(reference, 'URI') ?? '',
    digest: textOf(childOf(reference, 'DigestValue')) ?? '',
  };
}

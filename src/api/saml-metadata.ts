// SAML metadata: what the XML of an identity provider says of it, for IAM that keeps it and STS that believes its signatures.
import { epochMillis, instantOf, type Instant } from '../aws/instant.ts';
import { attributeOf, childrenOf, parseXml, textOf } from './xml.ts';

export interface SamlMetadata {
  /** The name that its assertions have as their issuer. */
  readonly entityId: string;
  /** What its signatures are checked by: X.509 certificates, or public keys in their place, base64 without white space. */
  readonly keys: readonly string[];
  readonly validUntil: Instant | null;
}

const NAMESPACE = 'urn:oasis:names:tc:SAML:2.0:metadata';

/**
 * Null for what is not the metadata of an identity provider: no XML, no `EntityDescriptor` with an `entityID`, no
 * `IDPSSODescriptor`, no certificate. Of several entities the first identity provider counts.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
export function readSamlMetadata(xml: string): SamlMetadata | null {
  const document = xml.includes(NAMESPACE) ? parseXml(xml) : null;
  if (!document) return null;
  const entities = [
    ...childrenOf(document, 'EntityDescriptor'),
    ...childrenOf(document, 'EntitiesDescriptor').flatMap((all) => childrenOf(all, 'EntityDescriptor')),
  ];
  for (const entity of entities) {
    const entityId = attributeOf(entity, 'entityID') ?? '';
    const keys = childrenOf(entity, 'IDPSSODescriptor')
      .flatMap((descriptor) => childrenOf(descriptor, 'KeyDescriptor'))
      .filter((key) => attributeOf(key, 'use') !== 'encryption')
      .flatMap((key) => childrenOf(key, 'KeyInfo'))
      .flatMap((info) => childrenOf(info, 'X509Data'))
      .flatMap((data) => childrenOf(data, 'X509Certificate'))
      .map((certificate) => (textOf(certificate) ?? '').replace(/\s/g, ''))
      .filter((certificate) => /^[A-Za-z0-9+/]+={0,2}$/.test(certificate));
    if (entityId !== '' && keys.length > 0)
      return { entityId, keys, validUntil: instantIn(attributeOf(entity, 'validUntil') ?? '') };
  }
  return null;
}

/** The end of the year 9999, after which dates have another form. */
const LAST_MILLIS = 253_402_300_799_000;

function instantIn(text: string): Instant | null {
  const millis = epochMillis(text);
  return millis >= 0 && millis <= LAST_MILLIS ? instantOf(millis) : null;
}

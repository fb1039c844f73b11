// SAML metadata: what the XML of an identity provider says of it.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { epochMillis, instantOf, type Instant } from '../aws/instant.ts';
import { isPlainObject } from '../aws/json.ts';

export interface SamlMetadata {
  /** The name that its assertions have as their issuer. */
  readonly entityId: string;
  /** X.509 certificates for its signatures, base64 without white space. */
  readonly certificates: readonly string[];
  readonly validUntil: Instant | null;
}

const NAMESPACE = 'urn:oasis:names:tc:SAML:2.0:metadata';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/**
 * Null for what is not the metadata of an identity provider: no XML, no `EntityDescriptor` with an `entityID`, no
 * `IDPSSODescriptor`, no certificate. Of several entities the first identity provider counts. Document types are refused:
 * nothing in metadata needs one, and entities that one declares could grow without end.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
export function readSamlMetadata(xml: string): SamlMetadata | null {
  if (!xml.includes(NAMESPACE) || /<!DOCTYPE/i.test(xml)) return null;
  const document = parsed(xml);
  const entities = [
    ...childrenOf(document, 'EntityDescriptor'),
    ...childrenOf(document, 'EntitiesDescriptor').flatMap((all) => childrenOf(all, 'EntityDescriptor')),
  ];
  for (const entity of entities) {
    const entityId = attribute(entity, 'entityID');
    const certificates = childrenOf(entity, 'IDPSSODescriptor')
      .flatMap((descriptor) => childrenOf(descriptor, 'KeyDescriptor'))
      .filter((key) => attribute(key, 'use') !== 'encryption')
      .flatMap((key) => childrenOf(key, 'KeyInfo'))
      .flatMap((info) => childrenOf(info, 'X509Data'))
      .flatMap((data) => childrenOf(data, 'X509Certificate'))
      .map((certificate) => textOf(certificate).replace(/\s/g, ''))
      .filter((certificate) => /^[A-Za-z0-9+/]+={0,2}$/.test(certificate));
    if (entityId !== '' && certificates.length > 0)
      return { entityId, certificates, validUntil: instantIn(attribute(entity, 'validUntil')) };
  }
  return null;
}

/** Throws nothing: the parser does, on names that have a meaning in JavaScript and on very deep nesting. */
function parsed(xml: string): unknown {
  if (XMLValidator.validate(xml) !== true) return null;
  try {
    const document: unknown = parser.parse(xml);
    return document;
  } catch {
    // What it is, the caller tells in AWS's words; where it stopped, AWS does not say either.
    return null;
  }
}

/** The elements of a name; the parser makes a list only of several. */
function childrenOf(node: unknown, name: string): unknown[] {
  const child = isPlainObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  if (child === undefined) return [];
  return Array.isArray(child) ? child : [child];
}

function attribute(node: unknown, name: string): string {
  const value = isPlainObject(node) ? node[`@${name}`] : undefined;
  return typeof value === 'string' ? value : '';
}

function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  const text = isPlainObject(node) ? node['#text'] : undefined;
  return typeof text === 'string' ? text : '';
}

/** The end of the year 9999, after which dates have another form. */
const LAST_MILLIS = 253_402_300_799_000;

function instantIn(text: string): Instant | null {
  const millis = epochMillis(text);
  return millis >= 0 && millis <= LAST_MILLIS ? instantOf(millis) : null;
}

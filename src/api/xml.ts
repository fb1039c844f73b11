// XML as foreign data: parsed without trust, walked by local names, written with everything escaped.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isPlainObject } from '../aws/json.ts';

/** An element, by the local names of its children; prefixes of namespaces are left out. */
export type XmlElement = Readonly<Record<string, unknown>>;

const TEXT = '#text';
const ATTRIBUTE = '@';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/**
 * The document as the parent of its root element; null for what is not well formed. Document types are refused: entities
 * that one declares could grow without end.
 */
export function parseXml(text: string): XmlElement | null {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) return null;
  try {
    const document: unknown = parser.parse(text);
    return isPlainObject(document) ? document : null;
  } catch {
    // Nested too deep, or with names that have a meaning in JavaScript.
    return null;
  }
}

/**
 * The same of a text that is signed. Comments and sections of character data are refused as well: they serve to make one
 * text mean two things.
 */
export const parseSignedXml = (text: string): XmlElement | null =>
  text.includes('<!') ? null : parseXml(text);

/** The elements of this name right below one. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const value = element && Object.hasOwn(element, name) ? element[name] : undefined;
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isPlainObject);
}

/** The first element at the end of a path. */
export const childOf = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);

/** Undefined when there is no element; without white space at its ends. */
export const textOf = (element: XmlElement | undefined): string | undefined => stringIn(element, TEXT);

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  stringIn(element, `${ATTRIBUTE}${name}`);

function stringIn(element: XmlElement | undefined, key: string): string | undefined {
  const value = element && Object.hasOwn(element, key) ? element[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For content and for values of attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

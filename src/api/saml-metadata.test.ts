// Tests for SAML metadata.
import { describe, expect, test } from 'vitest';
import { samlMetadata } from '../../tests/fixtures/saml-metadata.ts';
import { readSamlMetadata } from './saml-metadata.ts';

test('tells issuer, keys and end', () => {
  const read = readSamlMetadata(samlMetadata({ validUntil: '2027-01-31T10:00:00.500+02:00' }));
  expect(read).toMatchObject({
    entityId: 'https://login.maple-books.example/saml',
    validUntil: '2027-01-31T08:00:00Z',
  });
  expect(read?.keys).toHaveLength(1);
  expect(read?.keys[0]).toMatch(/^[A-Za-z0-9+/]{900,}$/);
});

test('an entity ID is read with what its entities stand for', () =>
  expect(readSamlMetadata(samlMetadata({ entityId: 'https://idp.example/?a=1&amp;b=2' }))?.entityId).toBe(
    'https://idp.example/?a=1&b=2',
  ));

test('of several entities the identity provider counts', () => {
  const entity = (xml: string) => xml.replace(/^<\?xml.*\n/, '');
  const all = `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${entity(
    samlMetadata({ entityId: 'urn:service', role: 'SPSSODescriptor' }),
  )}${entity(samlMetadata({ entityId: 'urn:idp' }))}</EntitiesDescriptor>`;
  expect(readSamlMetadata(all)?.entityId).toBe('urn:idp');
});

test('comments and character data are read as everybody else reads them', () => {
  const plain = samlMetadata();
  const commented = plain
    .replace('?>', '?><!-- Do not edit: made by the directory. -->')
    .replace(/(<ds:X509Certificate>)([^<]*)/, '$1<![CDATA[$2]]>');
  expect(readSamlMetadata(commented)).toEqual(readSamlMetadata(plain));
});

test('a directory may roll its key: both count', () => {
  const [key = ''] = /<md:KeyDescriptor.*<\/md:KeyDescriptor>/s.exec(samlMetadata()) ?? [];
  const both = samlMetadata().replace(key, key + key.replace(/(<ds:X509Certificate>)[^<]*/, '$1MIIB'));
  expect(readSamlMetadata(both)?.keys).toEqual([...(readSamlMetadata(samlMetadata())?.keys ?? []), 'MIIB']);
});

describe('is refused', () => {
  test.each([
    ['nothing', ''],
    ['no XML', 'urn:oasis:names:tc:SAML:2.0:metadata'],
    ['not closed', samlMetadata().replace('</md:EntityDescriptor>', '')],
    ['of another namespace', samlMetadata().replace('SAML:2.0:metadata', 'SAML:2.0:other')],
    ['without an entity ID', samlMetadata({ entityId: null })],
    ['of a service provider', samlMetadata({ role: 'SPSSODescriptor' })],
    ['without a certificate', samlMetadata({ certificate: '' })],
    ['with a certificate that is none', samlMetadata({ certificate: 'not base64!' })],
    ['with keys for encryption alone', samlMetadata({ use: 'encryption' })],
    ['with a document type', samlMetadata().replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    [
      'with names that mean something in JavaScript',
      samlMetadata().replaceAll('md:SingleSignOnService', '__proto__'),
    ],
    ['nested without end', samlMetadata({ certificate: `${'<a>'.repeat(500)}${'</a>'.repeat(500)}` })],
  ])('what is %s', (_, xml) => expect(readSamlMetadata(xml)).toBeNull());
});

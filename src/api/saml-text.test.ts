// Tests for SAML responses as text: reading and handing in change nothing, and what is changed is.
import { decode } from 'js-base64';
import { expect, test } from 'vitest';
import { DIRECTORY_KEY, saying } from '../../tests/fixtures/federation.ts';
import { isSignedBy, readSamlResponse } from './saml-response.ts';
import { handedIn, shownResponse } from './saml-text.ts';

const METADATA = { entityIds: [], keys: [DIRECTORY_KEY.publicKey] };

const isSigned = (base64: string): boolean => {
  const response = readSamlResponse(base64);
  return response !== null && isSignedBy(METADATA, response);
};

test.each([
  ['plain', {}],
  ['of awkward signs', { subject: { name: `O'Neill & <Söhne> "GmbH" €😀`, format: 'a b' } }],
  ['of values that are empty or blank', { attributes: { a: ['', ' '], b: [], '': ['  x  '] } }],
])('a response %s is handed in as it was signed', (_what, change) => {
  const response = saying(change);
  expect(handedIn(shownResponse(response))).toBe(response);
  expect(isSigned(handedIn(shownResponse(response)))).toBe(true);
});

test('every element has a line, and text stays beside its element', () => {
  const lines = shownResponse(saying({})).split('\n');
  expect(lines[0]).toMatch(/^<samlp:Response /);
  expect(lines).toContain('    <saml:Issuer>https://directory.maple-books.example/saml</saml:Issuer>');
  expect(lines.at(-1)).toBe('</samlp:Response>');
  expect(Math.max(...lines.map((line) => line.match(/<\//g)?.length ?? 0))).toBe(1);
});

test('one character is enough to make the signature invalid, and line ends of Windows are not', () => {
  const shown = shownResponse(saying({}));
  const changed = handedIn(shown.replace('>ada<', '>adb<'));
  expect(decode(changed)).toContain('>adb<');
  expect(isSigned(changed)).toBe(false);
  expect(isSigned(handedIn(shown.replaceAll('\n', '\r\n')))).toBe(true);
});

test('what is no XML is handed in too', () => expect(decode(handedIn('nothing'))).toBe('nothing'));

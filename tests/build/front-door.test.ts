// Tests of what stands around the app: the page, the manifest and the icons agree with the tokens and with each other.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/app/build/content-security-policy.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const page = read('src/index.html');
const manifest = JSON.parse(read('static/manifest.webmanifest')) as {
  readonly background_color: string;
  readonly theme_color: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
};

/** The two values of a token, for light and for dark. */
function token(name: string): readonly (string | undefined)[] {
  const match = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(read('src/app.css'));
  return [match?.[1], match?.[2]];
}

test('the browser frames the app in the colours of its own tokens', () => {
  const [light, dark] = token('surface');
  const metas = [...page.matchAll(/name="theme-color" content="(#\w+)"/g)].map(([, colour]) => colour);
  expect(metas).toEqual([light, dark]);
  expect(manifest.theme_color).toBe(light);
  expect(manifest.background_color).toBe(token('ground')[0]);
  expect(read('static/icon.svg')).toContain(`fill="${token('accent')[0]}"`);
});

test('every file that the page and the manifest name is there', () => {
  const linked = [...page.matchAll(/<link [^>]*href="\.\/([^"]+)"/g)].map(([, path = '']) => path);
  const files = [...linked, ...manifest.icons.map(({ src }) => src)];
  expect(files).toHaveLength(3 + manifest.icons.length);
  expect(files.filter((path) => !existsSync(join(ROOT, 'static', path)))).toEqual([]);
});

test('the icons have the size that the manifest gives them', () => {
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const png = readFileSync(join(ROOT, 'static', src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test('the policy leaves room for the charset, which browsers look for in the first 1,024 bytes', () => {
  const escaped = CONTENT_SECURITY_POLICY.replaceAll("'", '&#39;');
  expect(`${page.slice(0, page.indexOf('<meta name="viewport"'))}${escaped}`.length).toBeLessThan(900);
});

test('the policy allows no inline or evaluated code and no other origin', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|blob:/);
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
});

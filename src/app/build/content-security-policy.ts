// A Vite plugin that writes the Content Security Policy into the built page: nothing inline, nothing from elsewhere.
import type { Plugin } from 'vite';

/**
 * A `<meta>` cannot carry `frame-ancestors`, `report-uri` or `sandbox`. Svelte makes its templates through the Trusted
 * Types policy `svelte-trusted-html`; `app-script-url` is made in `app/trusted.ts`.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-script-url',
].join('; ');

/** Only in the build: the development server replaces modules by way of inline styles. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'rolecall:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

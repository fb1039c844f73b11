// Trusted script addresses: the only place that may name a script for a worker.

/** The parts of the Trusted Types API that are used; the DOM types of TypeScript do not know it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { readonly createScriptURL: (address: string) => string };
}

declare global {
  interface Window {
    /** Absent in browsers without Trusted Types. */
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The absolute address of a script below the folder of the app; throws on any other. */
function ownScript(address: string): string {
  const url = new URL(address, document.baseURI);
  const folder = new URL('./', document.baseURI);
  if (url.origin !== folder.origin || !url.pathname.startsWith(folder.pathname)) {
    throw new TypeError(`${url.href} is not a script of this app.`);
  }
  return url.href;
}

const policy = window.trustedTypes?.createPolicy('app-script-url', { createScriptURL: ownScript });

/**
 * Vouches for the address of a script of this app, for `new Worker` and `serviceWorker.register`. Under Trusted Types the
 * result is a TrustedScriptURL, which those two take where TypeScript expects a string; do not join it with text.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/TrustedScriptURL
 */
export const scriptUrl = (address: string): string =>
  policy ? policy.createScriptURL(address) : ownScript(address);

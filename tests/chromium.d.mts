// The types of chromium.mjs.
export function findChromium(): string | undefined;
export const chromiumArgs: string[];

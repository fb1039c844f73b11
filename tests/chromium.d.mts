// The types of chromium.mjs.
export function findChromium(): string | undefined;
export const LIGHT: string;
export const chromiumArgs: string[];

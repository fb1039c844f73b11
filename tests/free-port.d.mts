// The types of free-port.mjs.
export function freePort(first: number): Promise<number>;

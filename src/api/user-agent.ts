// User agent: what the command line calls itself, and by which the calls of one script are known to belong together.

const COMMAND_LINE = 'aws-cli/2 Rolecall';

/** @param script Letters, digits and dots; null: a line of its own. The CLI says more of itself in the same form. */
export const commandLineAgent = (script: string | null): string =>
  script === null ? COMMAND_LINE : `${COMMAND_LINE} md/script#${script}`;

/** Null for calls that belong to no script. */
export const scriptIn = (userAgent: string): string | null =>
  userAgent.startsWith(COMMAND_LINE) ? (/ md\/script#([\w.]+)$/.exec(userAgent)?.[1] ?? null) : null;

// Failure: what to tell people when something outside the simulated AWS went wrong.

/** The message of an error, which those of the shelf write for people; otherwise the given sentence. */
export const failureMessage = (error: unknown, otherwise: string): string =>
  error instanceof Error && error.message !== '' ? error.message : otherwise;

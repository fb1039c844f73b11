// Idle: lets the screen be drawn and clicks be answered before work that can wait.

/** Milliseconds after which it is no longer waited: work that can wait is done all the same. */
const MOST = 500;

/** Resolves when the browser has nothing better to do, or after a while. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari does without, unless asked.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: MOST });
    else setTimeout(resolve, 20);
  });

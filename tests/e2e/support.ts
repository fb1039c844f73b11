// What every journey shares: a page that complains of its own faults, and a look at accessibility.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/**
 * Collects what no page of this app may do, in any tab of a browser context: violate its Content Security Policy, write an
 * error to the console, throw, or ask for anything outside its origin. Returns the growing list, in sentences.
 */
export async function watch(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  await context.exposeFunction('complainOfPolicy', (text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const text = `violates ${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`;
      (window as unknown as { complainOfPolicy: (text: string) => void }).complainOfPolicy(text);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`threw: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const leaves = url.protocol.startsWith('http') || url.protocol.startsWith('ws');
    if (leaves && url.origin !== origin) complaints.push(`asked for ${request.url()}`);
  });
  return complaints;
}

interface Fixtures {
  /** Opens a tab in another browser, with nothing stored in it; watched like `page`. */
  readonly elsewhere: () => Promise<Page>;
}

/** Playwright's test, with pages that fail it when they complain. */
export const test = base.extend<Fixtures>({
  context: async ({ context, baseURL }, use) => {
    const complaints = await watch(context, new URL(baseURL ?? '').origin);
    await use(context);
    expect(complaints, 'what the pages complained of').toEqual([]);
  },
  elsewhere: async ({ browser, baseURL }, use) => {
    const opened: { readonly context: BrowserContext; readonly complaints: readonly string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
      opened.push({ context, complaints: await watch(context, new URL(baseURL ?? '').origin) });
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(
      opened.flatMap(({ complaints }) => complaints),
      'what the pages elsewhere complained of',
    ).toEqual([]);
  },
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Resolves when nothing moves or fades any more; what repeats for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

/** A window so tall that nothing lies half under the bar of the terminal, which axe takes for too small to be touched. */
export const tall = (page: Page) => page.setViewportSize({ width: 1280, height: 4000 });

/**
 * Expects that axe finds no fault in the page as it stands, in the light, and in the dark none of contrast; leaves it in
 * the light. A fault fails the test at its end, so that one place does not hide the faults of the next.
 */
export async function axe(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    // One run within the page: there are no frames to be joined afterwards, which takes a tab of its own.
    const builder = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (
      colorScheme === 'dark' ? builder.withRules('color-contrast') : builder.withTags(TAGS)
    ).analyze();
    const faults = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`,
      ),
    );
    expect.soft(faults, `accessibility of ${place}, in the ${colorScheme}`).toEqual([]);
  }
}

/** Waits until the service worker is in charge of the page, so that it can do without the network. */
export async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

export { expect };

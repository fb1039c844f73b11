// The Content Security Policy: it stands in the page, and what it forbids does not happen.
import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

test('the page carries a policy without exceptions', async ({ page }) => {
  await page.goto('./');
  const content = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(content).toContain("default-src 'none'");
  expect(content).toContain("script-src 'self'");
  expect(content).toContain("require-trusted-types-for 'script'");
  expect(content).not.toMatch(/unsafe|https?:|\*|blob:/);
});

type Deed =
  'inlineScript' | 'inlineHandler' | 'evaluation' | 'inlineStyle' | 'fetchElsewhere' | 'imageElsewhere';

/**
 * Tries something forbidden, and resolves to the directive that forbade it. It is tried from a timer, for what Playwright
 * itself evaluates may do more than the page.
 */
const tryOn = (page: Page, chosen: Deed): Promise<string> =>
  page.evaluate(async (name) => {
    const BREAK_IN = 'document.title = "broken into"';
    const deeds: Readonly<Record<Deed, () => void>> = {
      inlineScript: () => {
        const script = document.createElement('script');
        script.append(BREAK_IN);
        document.head.append(script);
      },
      inlineHandler: () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', BREAK_IN);
        document.body.append(button);
        button.click();
      },
      evaluation: () => void Reflect.apply(Reflect.get(window, 'eval') as () => void, null, [BREAK_IN]),
      inlineStyle: () => {
        const style = document.createElement('style');
        style.append('body { display: none }');
        document.head.append(style);
      },
      fetchElsewhere: () => void fetch('https://example.org/').catch(() => undefined),
      imageElsewhere: () => {
        new Image().src = 'https://example.org/pixel.png';
      },
    };
    const forbidden = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      }),
    );
    setTimeout(() => {
      try {
        deeds[name]();
      } catch {
        // Forbidden with an error besides.
      }
    });
    return forbidden;
  }, chosen);

test('scripts and styles from within the page, and everything from elsewhere, are forbidden', async ({
  browser,
  baseURL,
}) => {
  // A browser that nobody watches: here the policy is broken on purpose.
  const page = await browser.newPage({ ...(baseURL !== undefined && { baseURL }) });
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  const title = await page.title();
  for (const [deed, directive] of [
    // Trusted Types are asked before `script-src`.
    ['inlineScript', /script-src|trusted-types/],
    ['inlineHandler', /script-src|trusted-types/],
    ['evaluation', /script-src|trusted-types/],
    ['inlineStyle', /style-src/],
    ['fetchElsewhere', /connect-src/],
    ['imageElsewhere', /img-src/],
  ] as const) {
    expect(await tryOn(page, deed), deed).toMatch(directive);
    expect(await page.title(), deed).toBe(title);
  }
  await expect(page.getByRole('button', { name: 'Open the playground' })).toBeVisible();
  await page.close();
});

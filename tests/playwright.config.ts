// Playwright: the journeys of a person through the built app, served as `npm start` serves it.
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { freePort } from './free-port.mjs';

// The workers read this file too, and must come to the port that the first reading has chosen. Two runs at once start
// their search at different places, all of them below the ports that browsers refuse.
process.env.ROLECALL_TEST_PORT ??= String(await freePort(4300 + (process.pid % 700)));
const port = process.env.ROLECALL_TEST_PORT;
const address = `http://localhost:${port}/`;
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: address,
    browserName: 'chromium',
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs },
    // Traces cost a fifth of the time of every journey; ask for them where one fails: `--trace retain-on-failure`.
    trace: 'off',
    // Storing the whole app costs a sixth of the time of every journey; those without a network, and of new versions, allow it.
    serviceWorkers: 'block',
  },
  webServer: {
    // Sends `Vary: Origin`, as many hosts do: the service worker has to cope with it.
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
});

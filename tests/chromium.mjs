// Finds a Chromium for the tests, with Node's own modules only: it is needed before anything is installed.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const MAC_APP = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';

/** Where Playwright puts its own downloads, and the program within one of them. */
const DOWNLOADS = {
  linux: { folder: '.cache/ms-playwright', programs: ['chrome-linux64/chrome', 'chrome-linux-arm64/chrome'] },
  darwin: {
    folder: 'Library/Caches/ms-playwright',
    programs: [`chrome-mac-arm64/${MAC_APP}`, `chrome-mac-x64/${MAC_APP}`],
  },
  win32: { folder: 'AppData/Local/ms-playwright', programs: ['chrome-win64/chrome.exe'] },
};

/** Playwright's downloads, newest first. */
function downloaded() {
  const place = DOWNLOADS[process.platform];
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? (place && join(homedir(), place.folder));
  if (!place || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => place.programs.map((program) => join(folder, name, program)));
}

/** Without windows, Chromium needs three quarters of the time for the journeys. */
export const LIGHT = 'chromium-headless-shell';

const NAMES = [LIGHT, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const INSTALLED = {
  linux: [`/usr/bin/${LIGHT}`, '/usr/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of a browser, or undefined. `CHROMIUM_PATH` wins, and is then the only one that is tried. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return isRunnable(wanted) ? wanted : undefined;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...downloaded(), ...onPath, ...(INSTALLED[process.platform] ?? [])].find(isRunnable);
}

/** Quiet, without a graphics card; Chromium refuses its sandbox to root. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// `node tests/setup.mjs [browser]`: makes a fresh clone ready to run, or to test. Does nothing when it is ready, and then
// needs no network. Speaks on standard error, so that the output of the command that follows stays clean.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, LIGHT } from './chromium.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(1);
}

/** Runs a command, its output on standard error; true when it went well. */
function run(command, args, env = {}) {
  say(`> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** What the tools of this project run on. */
function isNodeSupported() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm writes down what it has installed: that is compared with the lock file, leaving out what is for other systems. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !(path in installed)),
  );
}

/** Whether the browser really starts; a download may lack libraries of the system. Only asked on Linux. */
const startsUp = (browser) =>
  process.platform !== 'linux' || spawnSync(browser, ['--version'], { stdio: 'ignore' }).status === 0;

function hasBrowser() {
  const browser = findChromium();
  return browser !== undefined && startsUp(browser);
}

const root = process.getuid?.() === 0;
const apt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Where every change is tested, time is short: the light one is fetched although another is there. */
const wantsLight = () =>
  process.env.CI && root && apt && !process.env.CHROMIUM_PATH && !findChromium()?.endsWith(LIGHT);

/** Debian's own package as root, else Playwright's download; the message names the one command that is left to try. */
function installBrowser() {
  if (root && apt) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], quiet);
    for (const name of [LIGHT, 'chromium']) {
      run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-liberation'], quiet);
      if (hasBrowser()) return;
    }
  }
  run('npx', [
    '--no-install',
    'playwright',
    'install',
    '--no-shell',
    ...(root && apt ? ['--with-deps'] : []),
    'chromium',
  ]);
  if (hasBrowser()) return;
  const command = !apt
    ? 'npx playwright install chromium'
    : `${root ? '' : 'sudo '}apt-get install -y chromium`;
  stop(`The tests need Chromium, which could not be installed. Run this, then try again: ${command}`);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

if (!isNodeSupported()) {
  stop(`Rolecall needs Node 20.19, 22.13 or 24, or a newer one of these; this is ${process.versions.node}.`);
}
if (!isInstalled() && !run('npm', ['ci', '--ignore-scripts', '--include=dev', '--include=optional'])) {
  stop('The packages could not be installed; the lines above say why. Run this, then try again: npm ci');
}
if (process.argv[2] === 'browser' && (wantsLight() || !hasBrowser())) {
  if (process.env.CHROMIUM_PATH) {
    stop(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, which does not start. Mend it, or unset it.`);
  }
  installBrowser();
}

// `npm start`: builds the app, serves it on this machine alone, and opens it where there is a desktop.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { freePort } from './free-port.mjs';

const USUAL_PORT = 4173;
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

/** The command that opens an address on this system; null where there is no desktop to open it on. */
function opener() {
  if (process.env.CI) return null;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Fails quietly: the address is on the screen. */
function open(address) {
  const [command, ...args] = opener() ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

console.log('Building Rolecall …');
await build({ configFile, logLevel: 'warn' });

const port = await freePort(USUAL_PORT);
await preview({ configFile, logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } });
const address = `http://localhost:${port}/`;

console.log(`\nRolecall is at ${address}\n`);
if (port !== USUAL_PORT) {
  console.log(
    `Port ${USUAL_PORT} is taken. Work is kept for each address: what was made at another port is still there.\n`,
  );
}
console.log('Press Ctrl+C to stop.');
open(address);

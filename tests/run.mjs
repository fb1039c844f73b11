// `npm test`: everything a change must pass. Runs every stage, also after one has failed, and closes with one plain line.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'rolecall-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

let passed = 0;
let failed = 0;
let skipped = 0;
const broken = [];

/** Runs a tool of this project; `quiet` keeps its output until it ends. Resolves to whether it went well. */
function run(command, { quiet = false } = {}) {
  const title = `\n=== ${command.join(' ')}\n`;
  if (!quiet) process.stdout.write(title);
  const [name, ...options] = command;
  return new Promise((resolve) => {
    const child = spawn(name, options, {
      cwd: root,
      stdio: quiet ? 'pipe' : 'inherit',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
        PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
      },
    });
    let output = title;
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      if (quiet) process.stdout.write(output);
      if (code !== 0) broken.push(command.join(' '));
      resolve(code === 0);
    });
  });
}

/** Each in turn, two at a time: a small machine has that many cores. Each counts as one; resolves to how each went. */
async function check(commands) {
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < commands.length) {
      const index = next++;
      results[index] = await run(commands[index], { quiet: true });
    }
  };
  await Promise.all([lane(), lane()]);
  for (const ok of results) {
    if (ok) passed++;
    else failed++;
  }
  return results;
}

/** Runs a test tool and adds up what it reports. One that fails without naming a test, or reports none, is one failure. */
async function count(command, report, numbersOf) {
  const ok = await run(command);
  const numbers = existsSync(report)
    ? numbersOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  passed += numbers.passed;
  skipped += numbers.skipped;
  failed += ok && numbers.passed > 0 ? numbers.failed : Math.max(numbers.failed, 1);
}

try {
  // By far the longest of these, on one core: the unit tests begin beside it.
  const linted = check([['eslint', '-c', 'tests/eslint.config.js', '--max-warnings', '0', '.']]);
  const [built] = await check([
    ['vite', 'build', '--logLevel', 'warn'],
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    ['tsc', '-p', 'tests/architecture/tsconfig.pure.json'],
    ['prettier', '--check', '.'],
  ]);
  await count(
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    vitestReport,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );
  await linted;
  if (built) {
    await count(
      ['playwright', 'test', '-c', 'tests', '--reporter=list,json'],
      playwrightReport,
      ({ stats }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      }),
    );
  } else {
    failed++;
    broken.push('playwright test: not run, because there is no build to run it on');
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

console.log('');
for (const command of broken) console.log(`Failed: ${command}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

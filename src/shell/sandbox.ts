// `sandbox`: what is no command of AWS: the clock, undo, and who one is.
import { valuesOf } from '../account/table.ts';
import { codeOf, secondsToNextCode, stepOf } from '../api/operations/iam/mfa-code.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { nearest } from '../policy/nearest.ts';
import type { Builtin } from './builtin.ts';
import { failing, printing, type Run } from './run.ts';
import type { Host } from './host.ts';
import { FILES_STAY, SCRIPT } from './script-step.ts';
import { whoText } from './who.ts';

const USAGE = `usage: sandbox clock [+DURATION]   the time of the simulated AWS, or move it: +15m, +1h, +90d
       sandbox undo | redo         take back the last change, or make it again
       sandbox code [NAME]         what the MFA devices of this account show now, and next
       sandbox whoami              who signs, through which session, and for how long
`;

export const sandboxCommand: Builtin = {
  help: 'sandbox               clock, undo, MFA codes and whoami: what is not AWS',
  run: (shell, { words: [, name, argument, ...more], environment }) => {
    if (more.length > 0) return failing(USAGE, 2);
    switch (name) {
      case 'clock':
        return argument === undefined ? printing(`${shell.around.now()}\n`) : clock(shell, argument);
      case 'undo':
        return stepped(shell.around.undo(), 'Taken back', 'There is nothing to take back.', FILES_STAY);
      case 'redo':
        return stepped(shell.around.redo(), 'Made again', 'There is nothing to make again.');
      case 'code':
        return codes(shell, argument);
      case 'whoami':
        return whoText(shell, environment);
      default:
        return failing(misspelt(name) + USAGE, 2);
    }
  },
};

function misspelt(name: string | undefined): string {
  const [close] = name === undefined ? [] : nearest(name, ['clock', 'undo', 'redo', 'code', 'whoami']);
  return close === undefined ? '' : `sandbox: there is no ${name}. Did you mean ${close}?\n`;
}

/** As the phone would show them; two in a row enrol a device. */
function codes({ around }: Host, name: string | undefined): Run {
  const caller = around.caller();
  const account = caller && caller.kind !== 'anonymous' ? around.world().accounts[caller.account] : undefined;
  const devices = account ? valuesOf(account.mfaDevices) : [];
  const rows = devices.flatMap(({ serial, created, seed, kind }) => {
    if (seed === null || !(name === undefined || serial === name || serial.endsWith(`/${name}`))) return [];
    const at = kind === 'virtual' ? addSeconds(around.now(), around.phoneAhead()) : around.now();
    const used = usedUp(around.clockOf({ serial, created }).used, at);
    return [`${serial}  ${codeOf(seed, at)}  then ${codeOf(seed, addSeconds(at, 30))}${used}\n`];
  });
  return rows.length === 0
    ? failing('There is no virtual MFA device of that name here.', 1)
    : printing(rows.join(''));
}

/** What to do where AWS has taken the code of a moment: it takes none twice. */
function usedUp(used: readonly number[], at: Instant): string {
  const step = stepOf(at);
  if (!used.includes(step)) return '';
  let next = step + 1;
  while (used.includes(next)) next++;
  const seconds = secondsToNextCode(at) + (next - step - 1) * 30;
  return `  used up, for the next one: sandbox clock +${seconds}s`;
}

/** @param left What a whole script leaves as it is. */
function stepped(call: string | null, done: string, nothing: string, left: string | null = null): Run {
  if (call === null) return failing(nothing, 1);
  return printing(`${done}: ${call}${call === SCRIPT && left !== null ? `. ${left}` : ''}\n`);
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Ten years: further than anything here lasts. */
const FURTHEST = 3650 * 86_400;

/** `+1h30m` as seconds; null for anything else. */
export function durationSeconds(text: string): number | null {
  if (!/^\+?(\d+[smhdw])+$/.test(text)) return null;
  return [...text.matchAll(/(\d+)([smhdw])/g)].reduce(
    (sum, [, count, unit = 's']) => sum + Number(count) * (UNITS[unit] ?? 1),
    0,
  );
}

function* clock({ around }: Host, argument: string): Run {
  const seconds = durationSeconds(argument);
  if (seconds === null || seconds > FURTHEST)
    return yield* failing(
      argument.startsWith('-')
        ? 'The clock only goes forward: what has happened has happened.'
        : `${argument} is no duration. Write +15m, +1h or +90d.`,
      2,
    );
  around.advance(seconds);
  return yield* printing(`${around.now()}\n`);
}

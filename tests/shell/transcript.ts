// transcribe: a script run command by command, and what came of each.
import { ENDED_BY_FAILURE, type Shell } from '../../src/shell/shell.ts';
import { streamText } from '../../src/shell/stream.ts';
import { whyAnswer } from '../../src/shell/why.ts';

export interface Said {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/**
 * Where a command asks something, the next line of the script is the answer; where it would show the decision, that is
 * told in words. `exit`, and a failure after `set -e`, end the script.
 * @param exitCodes Adds `# exit N` after each command, on a line of its own.
 */
export function* transcribe(shell: Shell, script: string, exitCodes: boolean): Generator<Said> {
  /** Whether the last line of a stream has not ended. */
  const open = { out: false, err: false };
  for (const said of steps(shell, script)) {
    if (said.kind === 'said') {
      if (said.text !== '') open[said.stream] = !said.text.endsWith('\n');
      yield said;
    } else if (exitCodes) {
      yield { stream: 'out', text: `${open.out || open.err ? '\n' : ''}# exit ${said.status}\n` };
      open.out = open.err = false;
    }
  }
}

type Step = ({ readonly kind: 'said' } & Said) | { readonly kind: 'done'; readonly status: number };

const said = (stream: Said['stream'], text: string): Step => ({ kind: 'said', stream, text });

function* steps(shell: Shell, script: string): Generator<Step> {
  const lines = shell.linesOf(script);
  let at = 0;
  while (at < lines.length) {
    const run = shell.run(lines[at] ?? '');
    at++;
    let step = run.next();
    while (!step.done) {
      const chunk = step.value;
      switch (chunk.kind) {
        case 'out':
        case 'err':
          yield said(chunk.kind, chunk.text);
          step = run.next();
          break;
        case 'bytes':
          yield said('out', streamText(chunk.base64));
          step = run.next();
          break;
        case 'ask':
          yield said('err', chunk.prompt);
          step = run.next(lines[at] ?? '');
          at++;
          break;
        case 'explain':
          yield said('out', whyAnswer(chunk.outcome));
          step = run.next();
          break;
        default:
          step = run.next();
      }
    }
    yield { kind: 'done', status: step.value };
    if (shell.ended) return;
    if (shell.exitOnError && step.value !== 0) {
      if (at < lines.length) yield said('err', ENDED_BY_FAILURE);
      return;
    }
  }
}

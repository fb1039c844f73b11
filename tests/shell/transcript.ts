// transcribe: a script run command by command, and what came of each.
import type { Shell } from '../../src/shell/shell.ts';
import { streamText } from '../../src/shell/stream.ts';

export interface Said {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

/**
 * Where a command asks something, the next line of the script is the answer.
 * @param exitCodes Adds `# exit N` after each command.
 */
export function* transcribe(shell: Shell, script: string, exitCodes: boolean): Generator<Said> {
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
          yield { stream: chunk.kind, text: chunk.text };
          step = run.next();
          break;
        case 'bytes':
          yield { stream: 'out', text: streamText(chunk.base64) };
          step = run.next();
          break;
        case 'ask':
          yield { stream: 'err', text: chunk.prompt };
          step = run.next(lines[at] ?? '');
          at++;
          break;
        default:
          step = run.next();
      }
    }
    if (exitCodes) yield { stream: 'out', text: `# exit ${step.value}\n` };
  }
}

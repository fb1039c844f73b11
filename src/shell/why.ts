// `why`: the decision on the last call, explained.
import type { ApiOutcome } from '../api/call.ts';
import { wrapped } from '../api/command-line/help-page.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { explain } from '../evaluation/explain.ts';
import type { Gate, GateState } from '../evaluation/explain/gates.ts';
import { plain } from '../evaluation/explain/part.ts';
import type { Builtin } from './builtin.ts';
import { failing, printing } from './run.ts';

export const whyCommand: Builtin = {
  help: 'why [--text]          why the last call was allowed or refused',
  *run(shell, { words: [, ...words] }) {
    const { last, unasked } = shell;
    if (words.some((word) => word !== '--text')) return yield* failing('usage: why [--text]', 2);
    if (unasked !== null) return yield* printing(`${unasked}\n`);
    if (last === null) return yield* failing('Nothing has been asked of AWS yet.', 1);
    if (words.includes('--text') || decisiveOf(last.evaluations) === null)
      return yield* printing(whyAnswer(last));
    yield { kind: 'explain', outcome: last };
    return 0;
  },
};

/** As `--text` prints it, of any call. */
export function whyAnswer({ evaluations, result }: ApiOutcome): string {
  const evaluation = decisiveOf(evaluations);
  return evaluation === null ? unread(result) : whyText(evaluation) + afterwards(result);
}

/** What was allowed may fail all the same. */
const afterwards = (result: Answered): string =>
  result.ok ||
  result.error === undefined ||
  /^AccessDenied|^Unauthorized|^AuthorizationError/.test(result.error.code)
    ? ''
    : `\nIt was allowed, and could not be done: ${result.error.code}. ${result.error.message}\n`;

interface Answered {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

const unread = (result: Answered): string =>
  result.ok
    ? 'This call needs no permission: no policy was read.\n'
    : `The call was turned away before any policy was read: ${result.error?.message ?? ''}\n`;

const STATES: Readonly<Record<GateState, string>> = {
  open: 'open',
  shut: 'SHUT',
  notInTheWay: '-',
  wouldOpen: 'would open',
  wouldRefuse: 'WOULD REFUSE',
  otherWay: 'other way',
  depends: 'depends',
};

/** The whole explanation as lines of at most a hundred signs, without colour. */
export function whyText(evaluation: Evaluation): string {
  const { verdict, message, gates, statements, rule, notes } = explain(evaluation);
  const { request } = evaluation;
  const blamed = statements.filter(({ tone }) => tone !== 'neutral');
  return [
    verdict,
    ...(message === '' ? [] : ['', ...wrapped(message, WIDTH)]),
    '',
    `action    ${request.action}`,
    `resource  ${request.resource}`,
    '',
    ...gates.map(gateLine),
    ...(blamed.length === 0 ? [] : ['']),
    // A policy that is attached at several levels is told of once.
    ...[
      ...new Set(blamed.map(({ policy, number, why }) => `${policy}, statement ${number}: ${plain(why)}`)),
    ].flatMap(bullet),
    '',
    ...wrapped(rule, WIDTH),
    ...notes.flatMap(({ text }) => ['', ...wrapped(`Left open by AWS: ${text}`, WIDTH)]),
    '',
  ].join('\n');
}

const WIDTH = 100;

const bullet = (text: string): string[] =>
  wrapped(text, WIDTH - 2).map((line, at) => `${at === 0 ? '*' : ' '} ${line}`);

const gateLine = ({ name, state, note }: Gate): string =>
  `${name.padEnd(18)}${STATES[state].padEnd(14)}${note}`.trimEnd();

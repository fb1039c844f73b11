// Judging beside the page: long texts go to a worker, so that nobody who types has to wait for what is wrong.
import { loadPackedVocabulary } from '../aws/catalogue.ts';
import { once } from '../aws/once.ts';
import type { Diagnostic } from '../policy/diagnostic.ts';
import type { Judge, JudgedPlace, Question } from '../ui/shared/judging.ts';
import address from './judging-worker.ts?worker&url';
import type { FromJudge, ToJudge } from './judging-worker.ts';
import { newest } from './newest.ts';
import { scriptUrl } from './trusted.ts';

/** Characters that some policy of AWS can have at most; a longer text is always judged beside the page. */
const LONG = 20_480;

/** Milliseconds after which a letter that is typed seems late. */
const LATE = 30;

/** Milliseconds of rest after typing before the page itself judges what takes long. */
const REST = 600;

type Ask = (question: Question) => Promise<Omit<FromJudge, 'id'>>;

/** The part of a `Worker` that is used. */
export type Beside = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/**
 * Asks a worker. Rejects once it turns out that none works here, for as long as the page lasts.
 * @param words Resolves to the packed vocabulary; where it cannot be had, names of AWS go unchecked, as in the page.
 */
export function askBeside(start: () => Beside, words: () => Promise<string>): Ask {
  const pending = new Map<number, { answer: (given: FromJudge) => void; fail: (cause: Error) => void }>();
  let broken: Error | null = null;
  let place: JudgedPlace | undefined;
  let count = 0;
  const begun = once(async () => {
    const worker = start();
    const give = (): void => {
      broken = new Error('No worker can be had here.');
      for (const { fail } of pending.values()) fail(broken);
      pending.clear();
      worker.terminate();
    };
    worker.addEventListener('error', give);
    worker.addEventListener('messageerror', give);
    worker.addEventListener('message', ({ data }: MessageEvent<FromJudge>) => {
      pending.get(data.id)?.answer(data);
      pending.delete(data.id);
    });
    const send = (message: ToJudge): void => worker.postMessage(message);
    const packed = await words().catch(() => null);
    if (packed !== null) send({ kind: 'words', packed });
    return send;
  });
  return async ({ place: asked, ...question }) => {
    const send = await begun();
    if (broken !== null) throw broken;
    if (asked?.world !== place?.world || asked?.account !== place?.account) {
      place = asked;
      send({ kind: 'place', place: asked ?? null });
    }
    const id = count++;
    return new Promise((answer, fail) => {
      pending.set(id, { answer, fail });
      send({ kind: 'question', id, question });
    });
  };
}

/**
 * A judge for one editor. In the page a text is judged where that is quick: when it is not long, and the last two took no
 * longer than nobody notices; the first alone tells little, for it is slow wherever it is made.
 */
export function judgeBy(ask: Ask, clock: () => number = () => performance.now()): Judge {
  let took: readonly [before: number, last: number] = [0, 0];
  const timed = (here: () => readonly Diagnostic[]): readonly Diagnostic[] => {
    const start = clock();
    const found = here();
    took = [took[1], clock() - start];
    return found;
  };
  let asked = 0;
  const beside = newest(async ({ question, here, mine }: Slow): Promise<readonly Diagnostic[] | null> => {
    try {
      const answer = await ask(question);
      took = [took[1], answer.took];
      return answer.found;
    } catch {
      await new Promise((done) => setTimeout(done, REST));
      return mine === asked ? timed(here) : null;
    }
  });
  return (question, here) => {
    const mine = ++asked;
    if (question.text.length <= LONG && Math.min(...took) <= LATE) return timed(here);
    // A shorter text may have been judged at once meanwhile.
    return beside({ question, here, mine }).then((found) => (mine === asked ? found : null));
  };
}

interface Slow {
  readonly question: Question;
  readonly here: () => readonly Diagnostic[];
  readonly mine: number;
}

/** The worker is shared by all editors of the page, and begins with the first long text. */
const askOne = askBeside(
  () => new Worker(scriptUrl(address), { type: 'module', name: 'judging' }),
  loadPackedVocabulary,
);

export const newJudge = (): Judge => judgeBy(askOne);

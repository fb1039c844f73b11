// Tests for judging beside the page: what goes to the worker, what comes back, and what happens where there is none.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Diagnostic } from '../policy/diagnostic.ts';
import type { Question } from '../ui/shared/judging.ts';
import type { FromJudge, ToJudge } from './judging-worker.ts';
import { askBeside, judgeBy } from './judging.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fault: Diagnostic = { code: 'X', severity: 'error', message: 'Wrong.', from: 0, to: 1 };
const question = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  type: 'identity',
  ...more,
});
const LONG = 'x'.repeat(20_481);
const world = (id: string) => ({ world: {} as never, account: id, region: 'eu-west-1' }) as const;

/** A worker that keeps what it is sent. */
class FakeWorker extends EventTarget {
  readonly sent: ToJudge[] = [];
  ended = false;
  postMessage(message: ToJudge) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  answer(data: FromJudge) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  kinds = () => this.sent.map(({ kind }) => kind);
}

function opened(words: () => Promise<string> = () => Promise.resolve('[]')) {
  const worker = new FakeWorker();
  const ask = askBeside(() => worker, words);
  return { worker, ask };
}
const turn = () => vi.advanceTimersByTimeAsync(0);

test('a worker is told the words once, a place when it is another, and then each question', async () => {
  const { worker, ask } = opened();
  const place = world('111122223333');
  const first = ask(question('a', { place }));
  await turn();
  void ask(question('b', { place: { ...place } }));
  void ask(question('c', { place: world('444455556666') }));
  void ask(question('d'));
  await turn();
  expect(worker.kinds()).toEqual([
    ...['words', 'place', 'question', 'question'],
    ...['place', 'question', 'place', 'question'],
  ]);
  worker.answer({ id: 0, found: [fault], took: 5 });
  expect(await first).toMatchObject({ found: [fault], took: 5 });
});

test('without words it is asked all the same', async () => {
  const { worker, ask } = opened(() => Promise.reject(new Error('Not there.')));
  void ask(question('a'));
  await turn();
  expect(worker.kinds()).toEqual(['question']);
});

test('a worker that fails is ended, and whoever asked or asks is told', async () => {
  const { worker, ask } = opened();
  const first = ask(question('a'));
  const told = expect(first).rejects.toThrow('No worker');
  await turn();
  worker.dispatchEvent(new Event('error'));
  await told;
  expect(worker.ended).toBe(true);
  await expect(ask(question('b'))).rejects.toThrow('No worker');
});

test('a short text is judged at once in the page, a long one beside it', async () => {
  const asked: string[] = [];
  const judge = judgeBy(({ text }) => {
    asked.push(text);
    return Promise.resolve({ found: [fault], took: 1 });
  });
  expect(judge(question('{}'), () => [])).toEqual([]);
  expect(asked).toEqual([]);
  const found = judge(question(LONG), () => []);
  await turn();
  expect(await found).toEqual([fault]);
  expect(asked).toEqual([LONG]);
});

test('what twice took long is judged beside the page, until it is quick again', async () => {
  let now = 0;
  const judge = judgeBy(
    () => Promise.resolve({ found: [], took: 1 }),
    () => now,
  );
  const here = (milliseconds: number) => () => {
    now += milliseconds;
    return [fault];
  };
  expect(judge(question('a'), here(50))).toEqual([fault]);
  expect(judge(question('b'), here(40))).toEqual([fault]);
  expect(judge(question('c'), here(40))).toBeInstanceOf(Promise);
  await turn();
  expect(judge(question('d'), here(1))).toEqual([fault]);
});

test('a late answer is dropped, also when a short text was judged meanwhile', async () => {
  const answers: (() => void)[] = [];
  const judge = judgeBy(() => new Promise((done) => answers.push(() => done({ found: [fault], took: 1 }))));
  const long = judge(question(LONG), () => []);
  await turn();
  void judge(question('{}'), () => []);
  answers[0]?.();
  expect(await long).toBeNull();
});

test('where no worker works the page judges the newest text after a rest', async () => {
  const judge = judgeBy(() => Promise.reject(new Error('No worker can be had here.')));
  const judged: string[] = [];
  const here = (text: string) => () => {
    judged.push(text);
    return [fault];
  };
  const first = judge(question(LONG), here('first'));
  await vi.advanceTimersByTimeAsync(300);
  const second = judge(question(`${LONG} `), here('second'));
  await vi.advanceTimersByTimeAsync(300);
  expect(judged).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  expect(judged).toEqual(['second']);
  expect(await Promise.all([first, second])).toEqual([null, [fault]]);
});

// Tests for asking the newest: what is overtaken is not asked, and not answered late.
import { expect, test } from 'vitest';
import { newest } from './newest.ts';

/** Someone who answers when told to. */
function slow() {
  const asked: {
    readonly question: string;
    readonly answer: (text: string) => void;
    readonly fail: () => void;
  }[] = [];
  const ask = newest(
    (question: string) =>
      new Promise<string>((answer, reject) =>
        asked.push({ question, answer, fail: () => reject(new Error('No answer.')) }),
      ),
  );
  return { asked, ask };
}
const turn = () => new Promise((done) => setTimeout(done));

test('a question alone is answered', async () => {
  const { asked, ask } = slow();
  const first = ask('a');
  await turn();
  asked[0]?.answer('A');
  expect(await first).toBe('A');
});

test('of all that come while one is answered only the last is asked; the others get nothing', async () => {
  const { asked, ask } = slow();
  const [first, second, third] = [ask('a'), ask('b'), ask('c')];
  await turn();
  expect(asked.map(({ question }) => question)).toEqual(['c']);
  const fourth = ask('d');
  asked[0]?.answer('C');
  expect(await Promise.all([first, second, third])).toEqual([null, null, null]);
  await turn();
  asked[1]?.answer('D');
  expect(await fourth).toBe('D');
});

test('a failure is told to the one that asked, and the next is asked', async () => {
  const { asked, ask } = slow();
  const first = ask('a');
  await turn();
  asked[0]?.fail();
  await expect(first).rejects.toThrow('No answer.');
  const second = ask('b');
  await turn();
  asked[1]?.answer('B');
  expect(await second).toBe('B');
});

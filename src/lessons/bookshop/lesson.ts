// The first lesson: one refusal, its reason, and the smallest change that lifts it.
import { parseScenario } from '../../scenario/parse.ts';
import type { Lesson, Task } from '../lesson.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import text from './lesson.md?raw';

const account = '111122223333';
const noor = { kind: 'user', name: 'noor' } as const;

const write = (bucket: string, key: string) =>
  ({ operation: 's3:PutObject', input: { Bucket: bucket, Key: key, Body: '' } }) as const;

const TASKS: readonly Task[] = [
  {
    id: 'open-summer',
    title: 'Noor may write and delete drafts for summer',
    hint: 'Look at the Resource of the statement that lets her write for spring. A Resource may be a list.',
    expectations: [
      { who: noor, account, call: write('maple-drafts', 'summer/newsletter.md'), expected: 'allowed' },
      {
        who: noor,
        account,
        call: {
          operation: 's3:DeleteObject',
          input: { Bucket: 'maple-drafts', Key: 'summer/reading-list.md' },
        },
        expected: 'allowed',
      },
    ],
  },
  {
    id: 'keep-spring',
    title: 'She may still write for spring',
    hint: 'Add to what the statement covers instead of replacing it.',
    expectations: [
      { who: noor, account, call: write('maple-drafts', 'spring/cover.md'), expected: 'allowed' },
    ],
  },
  {
    id: 'keep-others-closed',
    title: 'Other seasons and the catalog stay closed to her',
    hint: 'Name the summer drafts, not the whole bucket, and not every bucket.',
    expectations: [
      { who: noor, account, call: write('maple-drafts', 'autumn/plan.md'), expected: 'denied' },
      { who: noor, account, call: write('maple-catalog', 'prices.csv'), expected: 'denied' },
    ],
  },
  {
    id: 'keep-people-closed',
    title: 'Jonas and Lena still write no drafts',
    hint: 'Change a policy that only the writers have.',
    expectations: [
      {
        who: { kind: 'user', name: 'jonas' },
        account,
        call: write('maple-drafts', 'summer/newsletter.md'),
        expected: 'denied',
      },
      {
        who: { kind: 'user', name: 'lena' },
        account,
        call: write('maple-drafts', 'summer/newsletter.md'),
        expected: 'denied',
      },
    ],
  },
];

export const FIRST_REFUSAL: Lesson = {
  id: 'first-refusal',
  title: 'The first refusal',
  aim: 'Read why a request was denied, and allow it without allowing more.',
  text,
  solved: 'Noor writes for summer, and nobody gained anything else.',
  tasks: TASKS,
  scenario: bookshop,
};

/** The bookshop playground, read through the same door as a link. Throws only if the file in this folder is broken. */
export async function bookshop(): Promise<Scenario> {
  const { default: document } = await import('./scenario.json');
  const parsed = parseScenario(document);
  if (!parsed.ok) throw new Error(`The bookshop scenario is broken: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

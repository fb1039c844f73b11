// What is inside a scenario, counted.
import { expect, test } from 'vitest';
import { bookshop } from '../../lessons/bookshop/lesson.ts';
import { contentsOf } from './contents.ts';

test('names every kind in the order of the alphabet, and counts objects over all buckets', async () => {
  const { world } = await bookshop();
  const buckets = Object.values(world.accounts['111122223333']?.buckets ?? {});
  expect(contentsOf(world)).toEqual([
    {
      id: '111122223333',
      name: 'Maple Street Books',
      alias: 'maple-books',
      kinds: [
        { label: 'Users', names: ['amira', 'jonas', 'lena', 'noor'] },
        { label: 'Groups', names: ['Booksellers', 'Managers', 'Writers'] },
        { label: 'Policies', names: ['ManagePolicies', 'WriteDrafts'] },
        { label: 'Buckets', names: ['maple-catalog', 'maple-drafts'] },
      ],
      objects: buckets.flatMap((bucket) => Object.keys(bucket.objects)).length,
    },
  ]);
});

test('a world without accounts holds nothing', () => {
  expect(contentsOf({ organization: null, accounts: {} })).toEqual([]);
});

// What is inside a scenario, counted.
import { expect, test } from 'vitest';
import { EMPTY, sizeOf, valuesOf } from '../../account/table.ts';
import { bookshop } from '../../lessons/bookshop/lesson.ts';
import { contentsOf } from './contents.ts';

test('names every kind in the order of the alphabet, and counts objects over all buckets', async () => {
  const { world } = await bookshop();
  const buckets = valuesOf(world.accounts['111122223333']?.buckets ?? EMPTY);
  expect(contentsOf(world)).toEqual([
    {
      id: '111122223333',
      name: 'Maple Street Books',
      alias: 'maple-books',
      kinds: [
        { label: 'Users', names: ['amira', 'jonas', 'lena', 'noor'] },
        { label: 'Groups', names: ['Booksellers', 'Managers', 'Writers'] },
        {
          label: 'Roles',
          names: [
            'AWSReservedSSO_CatalogReader_3f9c1a7be2d04856',
            'Auditor',
            'CatalogEditor',
            'NewsletterEditor',
            'PublishWebsite',
            'StaffReader',
          ],
        },
        { label: 'Policies', names: ['ManagePolicies', 'WriteDrafts'] },
        { label: 'Buckets', names: ['maple-catalog', 'maple-drafts'] },
      ],
      objects: buckets.reduce((sum, bucket) => sum + sizeOf(bucket.objects), 0),
    },
  ]);
});

test('a world without accounts holds nothing', () => {
  expect(contentsOf({ organization: null, accounts: {} })).toEqual([]);
});

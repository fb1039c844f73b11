// Notes: a decision that had to choose where AWS's documentation is silent says so, and says what it chose.
import { playgroundAs, signIn, writeObject } from './bookshop.ts';
import { expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { axe, expect, tall, test } from './support.ts';

test('a condition that AWS does not settle is decided, with a note of what was chosen', async ({ page }) => {
  await playgroundAs(page, 'amira');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    policyOf({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringLike: { 'aws:UserAgent': ['nobody', '${aws:PrincipalTag/browser}'] } },
    }),
  );
  await saveButton(page).click();
  await expectSaved(page);

  await signIn(page, 'noor');
  await writeObject(page, 'maple-drafts', 'summer/newsletter.md', 'Summer!');
  const notes = page.getByRole('dialog').getByRole('list', { name: 'Left open by AWS' });
  await expect(notes).toContainText(/policy variable without a value .* Here only the value/);
  await expect(notes).toContainText('WriteDrafts, statement 1');
  await tall(page);
  await axe(page, 'a decision with a note');
});

// Journeys of typing straight through: a whole policy sign by sign, as from a book, and the next element offered after a value.
import { playgroundAs } from './bookshop.ts';
import { editor, openPolicy, replaceText } from './desk.ts';
import { expect, test } from './support.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadDrafts",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:ListBucket"
      ],
      "Resource": "arn:aws:s3:::maple-drafts/\${aws:username}/*",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalTag/team": "books"
        }
      }
    }
  ]
}`;

test('a policy typed straight through, brackets and all, is as it was typed', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, ' ');
  // The names of AWS are there, so that the lists open which may not get in the way.
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(page.getByRole('listbox')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(POLICY.replaceAll(/^ +/gm, ''));
  await expect(editor(page).locator('.cm-line')).toHaveText(POLICY.split('\n'), { useInnerText: true });
});

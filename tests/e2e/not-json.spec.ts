// Texts that are not JSON: told once, in words, with a way out that can be undone; nothing of them is lost.
import type { Page } from '@playwright/test';
import { playgroundAs, visit } from './bookshop.ts';
import { editor, expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { axe, expect, tall, test } from './support.ts';

const YAML = `# For noor
Version: 2012-10-17
Statement:
  - Sid: ReadSpring
    Effect: Allow
    Action:
      - s3:GetObject
    Resource: arn:aws:s3:::maple-drafts/spring/*
`;
const READ = policyOf({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::maple-drafts/*' });

const TERRAFORM = `data "aws_iam_policy_document" "read" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.drafts.arn}/*"]
  }
}
`;

const errors = (page: Page) => page.getByRole('listitem').filter({ hasText: /^\s*Error/ });
const consequence = (page: Page) => page.getByText('AWS refuses a text that is not JSON.', { exact: false });

test('YAML that was pasted in is told, turned into JSON, taken back, and saved at last', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, YAML);
  await expect(errors(page)).toHaveCount(1);
  await expect(errors(page)).toContainText('it is written in YAML');
  await expect(consequence(page)).toHaveCount(1);
  await tall(page);
  await axe(page, 'a text that is YAML');

  await page.getByRole('button', { name: 'Turn it into JSON' }).click();
  await expect(editor(page)).toContainText('"Action": [');
  await expect(errors(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).toContainText('# For noor');
  await page.getByRole('button', { name: 'Turn it into JSON' }).click();
  await expect(errors(page)).toHaveCount(0);
  await saveButton(page).click();
  await expectSaved(page);
});

test('one missing quote is one fault, which a key mends', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, READ.replace('"Action"', 'Action"'));
  await expect(errors(page)).toHaveCount(1);
  await expect(errors(page)).toContainText('this text has no opening quote');
  await editor(page).focus();
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(editor(page)).toContainText('"Action": [');
  await expect(errors(page)).toHaveCount(0);
});

test('many faults of one text lead, one after the other, to a policy', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies');
  await page.getByRole('link', { name: 'New policy' }).click();
  const text = page.getByRole('textbox', { name: 'Policy document', exact: true });
  await text.focus();
  await page.keyboard.insertText(
    READ.replaceAll('"', "'")
      .replace("'Allow',", "'Allow';")
      .replace(/\}\s*$/, ''),
  );
  await expect(errors(page)).not.toHaveCount(0);
  await expect(consequence(page)).toHaveCount(1);
  await page
    .getByRole('button', { name: /^Mend all/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Use , instead of ;' }).click();
  await page.getByRole('button', { name: 'Close it at the end' }).click();
  await expect(consequence(page)).toHaveCount(0);
  await expect(errors(page)).toHaveCount(0);
});

test('a list of statements becomes a policy, a word makes way for an empty one, and a sentence stays', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, '[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]');
  await expect(errors(page)).toContainText('This is a list, and a policy is an object');
  await page.getByRole('button', { name: 'Make these its statements' }).click();
  await expect(editor(page)).toContainText('"Statement": [{"Effect"');
  await replaceText(page, 'Let noor read the drafts.');
  await expect(errors(page)).toContainText('a policy begins with an opening brace');
  const emptied = page.getByRole('button', { name: 'Put an empty policy in its place' });
  await expect(emptied).toHaveCount(0);
  await replaceText(page, 'noor');
  await emptied.click();
  await expect(editor(page)).toContainText('"Statement": []');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).toContainText('noor');
});

test('Terraform that was pasted in becomes JSON, and what Terraform was to fill in is pointed at', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, TERRAFORM);
  await expect(errors(page)).toHaveCount(1);
  await expect(errors(page)).toContainText('it is written in Terraform, where ${aws_s3_bucket.drafts.arn}');
  await tall(page);
  await axe(page, 'a text that is Terraform');
  await page.getByRole('button', { name: /^Turn it into JSON, leaving what / }).click();
  await expect(editor(page)).toContainText('"Resource": "${aws_s3_bucket.drafts.arn}/*"');
  await expect(page.getByText('A program or a template was to fill in', { exact: false })).toBeVisible();
});

test('a list in parentheses is one fault, which a key mends', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, READ.replace(/\["?\s*"s3:GetObject"\s*\]/, '("s3:GetObject", "s3:PutObject")'));
  await expect(errors(page)).toHaveCount(1);
  await expect(errors(page)).toContainText('a list stands in square brackets');
  await editor(page).focus();
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(editor(page)).toContainText('["s3:GetObject", "s3:PutObject"]');
  await expect(errors(page)).toHaveCount(0);
});

test('who is in the middle of a word is left alone, who asks is told', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, READ.replace('"Allow"', '"allow"'));
  await expect(errors(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 5; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"Cond');
  await expect(page.getByRole('listbox')).toBeVisible();
  // For as long as the list is open: what was wrong before is told, what is typed is not.
  await expect(errors(page)).toHaveCount(1);
  await expect(errors(page)).toContainText('There is no effect "allow"');
  await page.keyboard.press('F8');
  await expect(errors(page)).not.toHaveCount(1);
  await expect(errors(page).filter({ hasText: 'Line 6' })).not.toHaveCount(0);
});

// Journeys about VPC endpoints: made, read through, narrowed, reset and deleted, each act a request of whoever acts.
import type { Page } from '@playwright/test';
import { bucketAddress, playgroundAs, signIn, visit } from './bookshop.ts';
import { expectActing, openDelegation } from './delegation.ts';
import { editor, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

const ONLY_CATALOG = policyOf({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::maple-catalog', 'arn:aws:s3:::maple-catalog/*'],
});

/** Makes a gateway to S3 in the VPC of the instance, and ends at its place. */
async function makeGateway(page: Page): Promise<void> {
  await visit(page, '#/endpoints');
  await page.getByRole('main').getByRole('link', { name: 'Create endpoint' }).first().click();
  await page.getByLabel('VPC', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Service').selectOption('s3');
  await expect(page.getByLabel('Type')).toHaveValue('Gateway');
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^vpce-/ })).toBeVisible();
}

test('an endpoint policy narrows what an instance reads through the endpoint', async ({ page }) => {
  await openDelegation(page);
  await signIn(page, 'root');
  await makeGateway(page);
  const endpoint = new URL(page.url()).hash;
  await expect(editor(page)).toContainText('"Principal": "*"');
  await replaceText(page, ONLY_CATALOG);
  await saveButton(page).click();
  await expect(page.getByText('Saved: the new text is in force.')).toBeVisible();
  await visit(page, '#/credentials/services');
  await page.getByRole('button', { name: /Run as it \(i-/ }).click();
  await expectActing(page, 'Server/i-0123456789abcdef0');
  await visit(page, bucketAddress('maple-catalog'));
  await expect(page.getByText(/objects? listed\./)).toBeVisible();
  await visit(page, bucketAddress('maple-drafts'));
  const refused = page.getByText(/because no VPC endpoint policy allows the s3:ListBucket action/);
  await expect(refused.first()).toBeVisible();
  // What refused it can be opened from there, and is mended by who may.
  await page
    .getByRole('main')
    .getByRole('link', { name: /^vpce-/ })
    .first()
    .click();
  await expect(editor(page)).toBeVisible();
  await expect(page.getByRole('link', { name: /^vpce-/ })).toHaveAttribute('href', endpoint);
  await signIn(page, 'root');
  await visit(page, endpoint);
  await page.getByRole('button', { name: 'Reset to full access' }).click();
  await expect(page.getByText(/^Reset: the default policy is in force/)).toBeVisible();
  await expect(editor(page)).not.toContainText('maple-catalog');
  await expect(page.getByRole('button', { name: 'Reset to full access' })).toBeDisabled();
});

test('an endpoint is listed in its Region, and gone once it is deleted', async ({ page }) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/endpoints?region=eu-west-1');
  await expect(page.getByText('No VPC endpoints in eu-west-1')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Create endpoint' }).first().click();
  await expect(page.getByLabel('Region')).toHaveValue('eu-west-1');
  await page.getByLabel('Service').selectOption('sqs');
  await expect(page.getByLabel('Type')).toHaveValue('Interface');
  await page.getByRole('radio', { name: /^Custom/ }).check();
  await expect(page.getByRole('textbox', { name: 'Policy document of the new endpoint' })).toBeVisible();
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(page.getByText('com.amazonaws.eu-west-1.sqs')).toBeVisible();
  await visit(page, '#/endpoints');
  await expect(page.getByText('No VPC endpoints in us-east-1')).toBeVisible();
  await page.getByLabel('Region').selectOption('eu-west-1');
  await page.getByRole('row', { name: /sqs/ }).getByRole('link').click();
  await page.getByRole('button', { name: 'Delete endpoint…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete endpoint' }).click();
  await expect(page.getByText('No VPC endpoints in eu-west-1')).toBeVisible();
});

test('who may not make an endpoint is told so in the words of EC2', async ({ page }) => {
  await playgroundAs(page, 'noor');
  await visit(page, '#/endpoints/new');
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(page.getByText(/^You are not authorized to perform this operation/).first()).toBeVisible();
  await expect(page.getByText(/user\/noor/).first()).toBeVisible();
});

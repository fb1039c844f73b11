// To be somebody else by credentials: assumed roles, tokens, keys, services and nobody, and how sessions are revoked.
import { expectSignedIn, signIn, strip, visit } from './bookshop.ts';
import {
  actAs,
  become,
  documentOf,
  expectActing,
  expectListed,
  fillRole,
  JONAS_KEY,
  JONAS_PHONE,
  openDelegation,
  PRESS_ACCOUNT,
  roleArn,
  sendRole,
  signWith,
} from './delegation.ts';
import { expect, test } from './support.ts';

const LIST_ONLY = documentOf({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' });

test.beforeEach(({ page }) => openDelegation(page));

test('a role of another account wants its external id: without it, and with that of another customer, refused', async ({
  page,
}) => {
  await signIn(page, 'noor');
  await visit(page, '#/credentials');
  await page.getByLabel('Roles of this world').selectOption('Press');
  await expect(page.getByLabel('Role ARN')).toHaveValue(roleArn('Press', PRESS_ACCOUNT));
  await expect(page.getByLabel('Session name')).toHaveValue('noor');
  await sendRole(page);
  await expect(
    page.getByText(/^User: .* is not authorized to perform: sts:AssumeRole on resource/),
  ).toBeVisible();
  await expect(page.getByText('Which side said no?').locator('..')).toContainText('The side of the role');
  await expect(page.getByRole('button', { name: /^Act as/ })).toHaveCount(0);

  // The confused deputy: it is lent the ARN of a role, and says on whose behalf it asks. That is not this one's.
  await page.getByLabel(/External ID/).fill('another-customer-3');
  await sendRole(page);
  await expect(
    page.getByText(/^User: .* is not authorized to perform: sts:AssumeRole on resource/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Act as/ })).toHaveCount(0);

  await page.getByLabel(/External ID/).fill('maple-7');
  await sendRole(page);
  const handed = page.getByRole('region', { name: 'Credentials of Press/noor' });
  await expect(handed).toContainText(/ASIA\w{16}/);
  await expect(handed).toContainText(`arn:aws:sts::${PRESS_ACCOUNT}:assumed-role/Press/noor`);
  await actAs(page, 'Press/noor');
  // Shown once.
  await expect(handed).toHaveCount(0);
  await expect(page.getByText(/--external-id maple-7/)).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Back to noor' }).click();
  await expectSignedIn(page, 'noor');
});

test('what is sent is shown as a command line', async ({ page }) => {
  await signIn(page, 'noor');
  await fillRole(page, roleArn('Desk'), 'at-the-desk');
  await page.getByLabel(/Duration/).fill('1800');
  await page.getByLabel(/Source identity/).fill('noor');
  await page.getByText('Session tags').click();
  await page.getByRole('button', { name: 'Add a tag' }).click();
  const tag = page.getByRole('group', { name: 'Tag 1' });
  await tag.getByLabel('Key').fill('team');
  await tag.getByLabel('Value').fill('night');
  await tag.getByLabel('Transitive').check();
  await expect(
    page
      .getByRole('main')
      .locator('code')
      .filter({ hasText: /^aws sts/ }),
  ).toHaveText(
    `aws sts assume-role --role-arn ${roleArn('Desk')} --role-session-name at-the-desk --duration-seconds 1800 ` +
      '--tags Key=team,Value=night --transitive-tag-keys team --source-identity noor',
  );
});

test('a session policy narrows what the role allows', async ({ page }) => {
  await signIn(page, 'noor');
  await fillRole(page, roleArn('Desk'));
  await page.getByText('Session policies', { exact: true }).click();
  await page.getByLabel(/Policy document/).fill('{');
  await sendRole(page);
  await expect(page.getByText('MalformedPolicyDocument', { exact: true }).first()).toBeVisible();
  await page.getByLabel(/Policy document/).fill(LIST_ONLY);
  await sendRole(page);
  await actAs(page, 'Desk/noor');
  await expect(page.getByRole('region', { name: 'Who acts' })).toContainText(
    'Only what they allow as well is allowed.',
  );
  await expectListed(page, 'maple-catalog', true);
  await page.getByRole('button', { name: 'Read prices.csv' }).click();
  await expect(page.getByText(/because no session policy allows the s3:GetObject action/)).toBeVisible();
  // What the session was made with is kept nowhere else: it is read where it decided.
  await page.getByText('The text of this policy, as the session was made with it').first().click();
  const text = page.getByRole('textbox', { name: 'Policy document of Session policy' }).first();
  await expect(text).toHaveAttribute('aria-readonly', 'true');
  await expect(text).toContainText('s3:ListBucket');
});

test('what is held down stays where it is, also when a fault of the session policy above it is found', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await signIn(page, 'noor');
  await fillRole(page, roleArn('Desk'));
  await page.getByText('Session policies', { exact: true }).click();
  const text = page.getByLabel(/Policy document/);
  await text.fill(LIST_ONLY);
  await sendRole(page);
  const act = page.getByRole('button', { name: 'Act as Desk/noor', exact: true });
  await act.hover();
  await page.mouse.down();
  await text.fill(LIST_ONLY.replace('Allow', 'Allaw'));
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await page.mouse.up();
  await expectActing(page, 'Desk/noor');
});

test('a session tag opens what asks for it', async ({ page }) => {
  await signIn(page, 'noor');
  await become(page, 'Night');
  await expectListed(page, 'maple-catalog', false);
  await visit(page, '#/credentials');
  await page.getByRole('main').getByRole('button', { name: 'Back to noor' }).click();
  await fillRole(page, roleArn('Night'));
  await page.getByText('Session tags').click();
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.getByRole('group', { name: 'Tag 1' }).getByLabel('Key').fill('team');
  await page.getByRole('group', { name: 'Tag 1' }).getByLabel('Value').fill('night');
  await sendRole(page);
  await actAs(page, 'Night/noor');
  await expectListed(page, 'maple-catalog', true);
});

test('a chain of three roles lasts an hour at most', async ({ page }) => {
  await signIn(page, 'noor');
  await become(page, 'Desk');
  await fillRole(page, roleArn('Next'));
  await expect(page.getByText(/this is role chaining/)).toBeVisible();
  await page.getByLabel(/Duration/).fill('7200');
  await sendRole(page);
  await expect(
    page.getByText(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    ),
  ).toBeVisible();
  await page.getByLabel(/Duration/).fill('3600');
  await sendRole(page);
  await actAs(page, 'Next/noor');
  await become(page, 'Last');
  const way = page.getByRole('list', { name: 'The way here' });
  await expect(way.getByRole('listitem')).toHaveCount(4);
  await way.getByRole('button', { name: 'Back to Desk/noor' }).click();
  await expectActing(page, 'Desk/noor');
  await expect(way.getByRole('listitem')).toHaveCount(2);
});

test('a role that asks for MFA: with an access key alone refused, with a code assumed', async ({ page }) => {
  await signWith(page, JONAS_KEY);
  await expectActing(page, 'jonas');
  await fillRole(page, roleArn('Vault'), 'jonas');
  await sendRole(page);
  await expect(page.getByText(/is not authorized to perform: sts:AssumeRole/)).toBeVisible();
  await page.getByText('MFA', { exact: true }).click();
  await page.getByText('The code counts in this call').waitFor();
  await page.getByLabel(/Serial number/).fill(JONAS_PHONE);
  const code = page.getByRole('textbox', { name: 'MFA code' });
  await code.fill('000000');
  await sendRole(page);
  await expect(
    page.getByText('MultiFactorAuthentication failed with invalid MFA one time pass code.'),
  ).toBeVisible();
  const phone = page.getByRole('group', { name: 'Simulated phone' });
  await code.fill(await phone.getByLabel('Code of jonas-phone', { exact: true }).innerText());
  await sendRole(page);
  await actAs(page, 'Vault/jonas');
  await expect(page.getByRole('region', { name: 'Who acts' })).toContainText(
    'A code that is given to AssumeRole counts in that call only.',
  );
});

test('the terminal asks for a code while a role acts: the phone of the device is at the prompt', async ({
  page,
}) => {
  await signIn(page, 'noor');
  await visit(page, '#/credentials');
  await become(page, 'Desk');
  const drawer = page.getByRole('region', { name: 'Terminal' });
  await page.keyboard.press('Control+Backquote');
  const prompt = drawer.getByRole('textbox');
  await expect(prompt).toBeFocused();
  for (const line of [
    `aws configure set aws_access_key_id ${JONAS_KEY.accessKeyId} --profile base`,
    `aws configure set aws_secret_access_key ${JONAS_KEY.secretAccessKey} --profile base`,
    `aws configure set role_arn ${roleArn('Vault')} --profile vault`,
    'aws configure set source_profile base --profile vault',
    `aws configure set mfa_serial ${JONAS_PHONE} --profile vault`,
    'aws sts get-caller-identity --query Arn --profile vault',
  ]) {
    await prompt.fill(line);
    await prompt.press('Enter');
    await expect(prompt).toHaveValue('');
  }
  const phone = drawer.getByRole('group', { name: 'Simulated phone' });
  await phone.getByRole('button', { name: /^Fill in the code of jonas-phone/ }).click();
  await expect(drawer.getByRole('log')).toContainText(':assumed-role/Vault/botocore-session-');
  await expect(phone).toBeHidden();
});

test('tokens of a user: of itself, and of somebody it vouches for', async ({ page }) => {
  await signWith(page, JONAS_KEY);
  await expectActing(page, 'jonas');
  await visit(page, '#/credentials/federation-token');
  await page.getByLabel(/Name of the federated user/).fill('guest');
  await page.getByLabel(/Policy document/).fill(LIST_ONLY);
  await page.getByRole('button', { name: 'Get the token' }).click();
  await actAs(page, 'guest');
  await expectListed(page, 'maple-catalog', true);
  await visit(page, '#/credentials/session-token');
  await page.getByRole('main').getByRole('button', { name: 'Back to jonas' }).click();
  await page.getByRole('button', { name: 'Get the token' }).click();
  await actAs(page, 'jonas');
  await expect(page.getByRole('region', { name: 'Who acts' })).toContainText('by GetSessionToken');
  await page.getByRole('button', { name: 'Get the token' }).click();
  await expect(page.getByText('Cannot call GetSessionToken with session credentials')).toBeVisible();
});

test('the root user of a member account, for one task', async ({ page }) => {
  await signIn(page, 'amira');
  await visit(page, '#/credentials/assume-root');
  await expect(page.getByLabel('Account', { exact: true })).toHaveValue(PRESS_ACCOUNT);
  await page.getByLabel('Task').selectOption('S3UnlockBucketPolicy');
  await page.getByRole('button', { name: 'Assume root' }).click();
  await actAs(page, 'Root user');
  await expect(page.getByRole('region', { name: 'Who acts' })).toContainText(
    /root-task\/S3UnlockBucketPolicy/,
  );
});

test('revoked sessions are denied everything, new ones are not', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'noor');
  await become(page, 'Desk');
  await expectListed(page, 'maple-catalog', true);
  await visit(page, `#/credentials/revoke-sessions?role=${encodeURIComponent(roleArn('Desk'))}`);
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('Desk');
  await expect(page.getByText('Sessions of it that you hold')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke active sessions' }).click();
  await expect(page.getByRole('main')).toContainText(/Every session of Desk .* is denied everything/s);

  await visit(page, '#/buckets/maple-catalog');
  await expect(page.getByText(/with an explicit deny in an identity-based policy/)).toBeVisible();
  await visit(page, '#/credentials');
  await page.getByRole('main').getByRole('button', { name: 'Back to noor' }).click();
  await page.clock.fastForward(31_000);
  await become(page, 'Desk', 'again');
  await expectListed(page, 'maple-catalog', true);
});

test('a revocation that is refused says what was asked for, and one that was undone says nothing', async ({
  page,
}) => {
  await signIn(page, 'noor');
  await visit(page, `#/credentials/revoke-sessions?role=${encodeURIComponent(roleArn('Night'))}`);
  await page.getByRole('button', { name: 'Revoke active sessions' }).click();
  const refused = page.getByRole('region', { name: 'Not revoked' });
  await expect(refused).toContainText('is not authorized to perform: iam:PutRolePolicy');
  await expect(refused.locator('code').filter({ hasText: '--policy-document' })).toContainText(
    '"aws:TokenIssueTime"',
  );

  await signIn(page, 'root');
  await visit(page, '#/credentials/revoke-sessions');
  await page.getByLabel('Role', { exact: true }).selectOption('Night');
  await page.getByRole('button', { name: 'Revoke active sessions' }).click();
  const told = page.getByText(/Every session of Night .* is denied everything/s);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Undo PutRolePolicy' }).click();
  await expect(told).toBeHidden();
});

test('a key is rotated: a second one made, the first one off and unknown, then deleted', async ({ page }) => {
  await signWith(page, { ...JONAS_KEY, secretAccessKey: 'not-it' });
  await expect(page.getByRole('alert').filter({ hasText: 'SignatureDoesNotMatch' })).toBeVisible();
  await signWith(page, JONAS_KEY);
  await expectActing(page, 'jonas');
  const own = page.getByRole('region', { name: 'Your own access keys' });
  await own.getByRole('button', { name: 'List them' }).click();
  await expect(own.getByRole('row', { name: JONAS_KEY.accessKeyId })).toContainText('iam');
  await own.getByRole('button', { name: 'Create access key' }).click();
  await expect(own.getByRole('row', { name: /AKIA/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Act as jonas' }).click();
  await expectActing(page, 'jonas');
  await own.getByRole('button', { name: 'List them' }).click();
  await own.getByRole('button', { name: `Deactivate ${JONAS_KEY.accessKeyId}` }).click();
  await expect(own.getByRole('row', { name: JONAS_KEY.accessKeyId })).toContainText('Inactive');

  await signWith(page, JONAS_KEY);
  await expect(page.getByRole('alert').filter({ hasText: 'InvalidClientTokenId' })).toContainText(
    'The security token included in the request is invalid.',
  );
  await own.getByRole('button', { name: `Activate ${JONAS_KEY.accessKeyId}` }).click();
  await own.getByRole('button', { name: `Delete ${JONAS_KEY.accessKeyId}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete key' }).click();
  await expect(own.getByRole('row', { name: /AKIA/ })).toHaveCount(1);

  // Whoever switches off the key they sign with has made their last call.
  await own.getByRole('button', { name: /^Deactivate/ }).click();
  await page
    .getByRole('dialog', { name: 'Deactivate the key you act with?' })
    .getByRole('button', { name: 'Deactivate key' })
    .click();
  await expect(page.getByText('Turned away: AWS does not know these credentials')).toBeVisible();
  await expect(strip(page)).toContainText('InvalidClientTokenId');
});

test('an instance and a function sign as their roles, recognised by where they run', async ({ page }) => {
  await visit(page, '#/credentials/services');
  await page.getByRole('button', { name: /Run as it \(i-/ }).click();
  await expectActing(page, 'Server/i-0123456789abcdef0');
  await expectListed(page, 'maple-catalog', true);
  await visit(page, '#/credentials/services');
  await page.getByRole('button', { name: 'Run as it (print-labels)' }).click();
  await expectActing(page, 'Printer/print-labels');
  await expectListed(page, 'maple-catalog', true);
});

test('the service renews the credentials of a function, also when the clock has passed their end', async ({
  page,
}) => {
  await visit(page, '#/credentials/services');
  await page.getByRole('button', { name: 'Run as it (print-labels)' }).click();
  await expectActing(page, 'Printer/print-labels');
  const keyId = page.getByText(/^ASIA\w{16}$/).first();
  await visit(page, '#/session');
  const before = await keyId.textContent();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Workspace/ })
    .click();
  await page.getByRole('menuitem', { name: 'Move the clock…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clock' });
  await dialog.getByRole('button', { name: '+12 h' }).click();
  await dialog.getByRole('button', { name: '+12 h' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(strip(page)).toContainText(/Time left.*(12 h|11 h 59 min)/);
  await expect(strip(page)).not.toContainText('ExpiredToken');
  await expect(keyId).not.toHaveText(before ?? '');
  await expect(page.getByRole('list', { name: 'Steps of the machine' })).toContainText(
    'the service renews the credentials of Printer/print-labels',
  );
  await expectListed(page, 'maple-catalog', true);
});

test('of a chain that has ended every link is there, and who acts can be read on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, 'noor');
  for (const role of ['Desk', 'Next', 'Last']) await become(page, role);
  await visit(page, '#/session');
  await page.getByRole('button', { name: '+1 h' }).click();
  await expect(strip(page)).toContainText('ExpiredToken');
  const stops = strip(page).getByRole('list').getByRole('button');
  for (const width of [1280, 1100, 800]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(stops).toHaveText(['noor', 'Desk/noor', 'Next/noor']);
    for (const name of ['noor', 'Desk/noor', 'Next/noor', 'Last/noor'])
      await expect(strip(page).getByText(name, { exact: true })).toBeInViewport({ ratio: 0.99 });
  }
  await page.setViewportSize({ width: 375, height: 700 });
  const acting = strip(page).getByText('Last/noor');
  expect(await acting.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await strip(page).getByRole('button', { name: 'Back to noor', exact: true }).last().click();
  await expectSignedIn(page, 'noor');
});

test('the strip has a stop at each link as long as there is room, and counts the others', async ({
  page,
}) => {
  await signIn(page, 'noor');
  for (const role of ['Desk', 'Next', 'Last']) await become(page, role);
  const stop = (name: string) => strip(page).getByRole('button', { name: `Back to ${name}`, exact: true });
  const counted = strip(page).getByRole('button', { name: /more links? of the chain/ });
  for (const name of ['noor', 'Desk/noor', 'Next/noor'])
    await expect(stop(name).getByText(name)).toBeInViewport({ ratio: 0.99 });
  await expect(counted).toHaveCount(0);

  await page.setViewportSize({ width: 800, height: 700 });
  await expect(counted).toHaveText(/^…[12]$/);
  await expect(stop('Desk/noor')).toHaveCount(0);
  await expect(counted).toHaveAttribute('aria-expanded', 'false');
  await counted.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Back to Desk/noor' })).toBeVisible();
  await expect(counted).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem', { name: 'Back to Desk/noor' })).toHaveCount(0);
  await expect(counted).toBeFocused();
  await expect(counted).toHaveAttribute('aria-expanded', 'false');

  // On a phone all have a row of their own.
  await page.setViewportSize({ width: 375, height: 700 });
  await expect(counted).toHaveCount(0);
  for (const name of ['noor', 'Desk/noor', 'Next/noor'])
    await expect(stop(name).getByText(name)).toBeInViewport({ ratio: 0.99 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await stop('Desk/noor').click();
  await expectActing(page, 'Desk/noor');
});

test('nobody is let in only where everybody is', async ({ page }) => {
  await visit(page, '#/buckets');
  await page.getByRole('link', { name: 'Try as nobody' }).click();
  await page.getByRole('button', { name: 'Act as nobody' }).click();
  await expectActing(page, 'Nobody');
  await page.getByLabel(/Name of a bucket/).fill('maple-window');
  await page.getByRole('button', { name: 'Open the bucket' }).click();
  await expect(page.getByText(/objects listed\./)).toBeVisible();
  await visit(page, '#/buckets/maple-drafts');
  await expect(page.getByText('Access Denied', { exact: true }).first()).toBeVisible();
  await visit(page, '#/buckets');
  await expect(page.getByText('Turned away: nobody signed the request')).toBeVisible();
});

test('credentials are handed on as lines, and act wherever they are pasted', async ({ page }) => {
  await signIn(page, 'noor');
  await fillRole(page, roleArn('Desk'));
  await sendRole(page);
  const values = page.getByRole('region', { name: 'Credentials of Desk/noor' }).getByRole('definition');
  const [id = '', secret = '', token = ''] = await values.locator('code').allTextContents();
  await visit(page, '#/credentials/access-key');
  await page
    .getByLabel(/Paste lines/)
    .fill(
      `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\nexport AWS_SESSION_TOKEN=${token}`,
    );
  await expect(page.getByLabel('Access key ID')).toHaveValue(id);
  await page.getByRole('button', { name: 'Act with this key' }).click();
  await expectActing(page, 'Desk/noor');
  await expect(page.getByRole('region', { name: 'Who acts' })).toContainText('signs with an access key');
  await expectListed(page, 'maple-catalog', true);
});

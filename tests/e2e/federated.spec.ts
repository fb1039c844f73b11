// Coming in from outside: over SAML with a choice of roles, with the token of a pipeline, and by the access portal.
import type { Page } from '@playwright/test';
import {
  account,
  expectSignedIn,
  openPlayground,
  passwordOf,
  playgroundAs,
  saved,
  signInForm,
  strip,
  submitRoot,
  submitUser,
  visit,
  writeObject,
} from './bookshop.ts';
import { expectSaved, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';

/** What AWS said, wherever the panel shows it. */
const refusal = (page: Page, words: string | RegExp) => page.getByRole('main').getByText(words).first();

async function atCompany(page: Page, person: RegExp): Promise<void> {
  await visit(page, '#/sign-in/federated');
  const label = await page
    .getByLabel('Person', { exact: true })
    .getByRole('option', { name: person })
    .textContent();
  await page.getByLabel('Person', { exact: true }).selectOption({ label: (label ?? '').trim() });
  await page.getByRole('button', { name: 'Sign in to Maple Street Books' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a role' })).toBeVisible();
}

const nextStep = (page: Page) => page.getByRole('region', { name: 'What to do next' });

const response = (page: Page) => page.getByLabel('The response, as the browser hands it in');

test('a person of the company chooses one of two roles, and acts in it with the tags of the directory', async ({
  page,
}) => {
  await openPlayground(page);
  await visit(page, '#/sign-in');
  await page.getByRole('link', { name: /^Federated/ }).click();
  await atCompany(page, /Ines/);
  await expect(response(page)).toHaveValue(/<saml:AttributeValue>newsletter<\/saml:AttributeValue>/);
  await expect(page.getByRole('row', { name: /PrincipalTag:team/ })).toContainText('aws:PrincipalTag/team');
  await expect(page.getByRole('radio', { name: /StaffReader/ })).toBeVisible();
  await page.getByRole('radio', { name: /NewsletterEditor/ }).check();
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(strip(page)).toContainText('NewsletterEditor/ines');
  await writeObject(page, 'maple-drafts', 'summer/hello.md', 'Hello');
  await expect(page.getByRole('dialog')).toBeHidden();
  await writeObject(page, 'maple-catalog', 'prices.csv', 'free');
  await expect(
    page
      .getByRole('dialog')
      .getByText(/not authorized to perform: s3:PutObject/)
      .first(),
  ).toBeVisible();
});

test('a response is believed only as it was signed, and only for what it says', async ({ page }) => {
  await openPlayground(page);
  await atCompany(page, /Theo/);
  const ask = page.getByRole('button', { name: 'Sign in to AWS' });

  await response(page).fill(
    (await response(page).inputValue()).replaceAll('StaffReader', 'NewsletterEditor'),
  );
  await expect(page.getByText('Changed since it was signed')).toBeVisible();
  await page.getByRole('radio', { name: /NewsletterEditor/ }).check();
  await ask.click();
  await expect(refusal(page, 'Response signature invalid')).toBeVisible();
  await page.getByRole('button', { name: 'As it was signed' }).click();

  await page.getByRole('radio', { name: /not offered/ }).check();
  await page.getByLabel('Role ARN').fill('arn:aws:iam::111122223333:role/NewsletterEditor');
  await page.getByLabel('Provider ARN').fill('arn:aws:iam::111122223333:saml-provider/MapleDirectory');
  await ask.click();
  await expect(refusal(page, 'Not authorized to perform sts:AssumeRoleWithSAML')).toBeVisible();
  await expect(nextStep(page)).toContainText('The response does not offer this role with this provider');
  await expect(nextStep(page).getByRole('link', { name: /directory/ })).toBeVisible();

  await page.getByRole('radio', { name: /StaffReader/ }).check();
  await page.getByLabel('Session duration in seconds').fill('7200');
  await ask.click();
  await expect(refusal(page, /exceeds the MaxSessionDuration set for this role/)).toBeVisible();
  const seconds = page.getByLabel('Session duration in seconds');
  await seconds.fill('100');
  await expect(refusal(page, /exceeds the MaxSessionDuration/)).toBeHidden();
  await ask.click();
  await expect(
    refusal(page, /at 'durationSeconds' failed to satisfy constraint: Member must have value greater/),
  ).toBeVisible();
  await seconds.fill('');
  await ask.click();
  await expect(strip(page)).toContainText('StaffReader/theo');
});

for (const width of [1280, 375])
  test(`the step that comes up is in sight, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openPlayground(page);
    const isClear = (name: string) =>
      page.getByRole('heading', { name }).evaluate((heading) => {
        const { left, top, height } = heading.getBoundingClientRect();
        return document.elementFromPoint(left + 2, top + height / 2) === heading && top < 300;
      });
    await atCompany(page, /Theo/);
    await expect.poll(() => isClear('What the company says of you')).toBe(true);
    await visit(page, '#/sign-in/federated?door=oidc');
    await sign(page);
    await expect.poll(() => isClear('The token')).toBe(true);
  });

test('a response that is edited and signed again is judged by what it says', async ({ page }) => {
  await openPlayground(page);
  await atCompany(page, /Theo/);
  await response(page).fill(
    (await response(page).inputValue()).replaceAll('urn:amazon:webservices', 'urn:somebody:else'),
  );
  await page.getByRole('button', { name: 'Have the directory sign it again' }).click();
  await expect(page.getByText('Changed since it was signed')).toBeHidden();
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(refusal(page, 'Response does not contain the required audience.')).toBeVisible();
});

test('what the sign-in page cannot read, or what offers no role, gets its own words in place of the choice', async ({
  page,
}) => {
  const words = 'Your request included an invalid SAML response. To logout, click here.';
  const said = page.getByRole('alert').filter({ hasText: words });
  await openPlayground(page);
  await atCompany(page, /Theo/);
  await expect(said).toBeHidden();
  const signed = await response(page).inputValue();
  await response(page).fill('<garbage');
  await expect(said).toBeVisible();
  await response(page).fill(signed.replaceAll('Attributes/Role"', 'Attributes/role"'));
  await expect(said).toBeVisible();
  await response(page).fill(signed);
  await expect(said).toBeHidden();
  await page.getByText('Have the directory make a mistake').click();
  await page.getByLabel('Attribute Role', { exact: true }).selectOption('misnamed');
  await page.getByRole('button', { name: 'Sign in to Maple Street Books' }).click();
  await expect(said).toBeVisible();
  await atCompany(page, /Kai/);
  await expect(said).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in to AWS' })).toBeHidden();
  await page.getByRole('radio', { name: /not offered/ }).check();
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(refusal(page, /validation errors? detected/)).toBeVisible();
  await said.getByRole('button', { name: 'click here' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a role' })).toBeHidden();
});

for (const [what, mistake, words] of [
  [
    'late',
    (page) => page.getByLabel('Issued').selectOption('10 minutes ago'),
    'Token must be redeemed within 5 minutes of issuance',
  ],
  [
    'for somebody else',
    (page) => page.getByLabel('Audience').fill('urn:somebody:else'),
    'Response does not contain the required audience.',
  ],
  [
    'of another issuer',
    (page) => page.getByLabel('Issuer').fill('https://other.example'),
    'Issuer not present in specified provider',
  ],
  [
    'without a name for the session',
    (page) => page.getByLabel('Attribute RoleSessionName').selectOption('Missing'),
    'RoleSessionName is required in AuthnResponse',
  ],
  [
    'with a name that no session can have',
    (page) => page.getByLabel('Attribute RoleSessionName').selectOption('invalid'),
    /RoleSessionName in AuthnResponse must match/,
  ],
  [
    'signed with another key',
    (page) => page.getByLabel('Signed with').selectOption('Another key'),
    'Response signature invalid',
  ],
] as [string, (page: Page) => Promise<unknown>, string | RegExp][]) {
  test(`a response ${what} is refused in the words of AWS`, async ({ page }) => {
    await openPlayground(page);
    await visit(page, '#/sign-in/federated');
    await page.getByText('Have the directory make a mistake').click();
    await mistake(page);
    await page.getByRole('button', { name: 'Sign in to Maple Street Books' }).click();
    await page.getByRole('button', { name: 'Sign in to AWS' }).click();
    await expect(refusal(page, words)).toBeVisible();
    await expect(strip(page)).toContainText('Not signed in');
  });
}

const claims = (page: Page) => page.getByLabel('Claims', { exact: true });
const sign = (page: Page) => page.getByRole('button', { name: 'Sign the token' }).click();
const assume = (page: Page) => page.getByRole('button', { name: 'Assume the role' }).click();

async function changeClaim(page: Page, claim: string, value: unknown): Promise<void> {
  const now = JSON.parse(await claims(page).inputValue()) as object;
  await claims(page).fill(JSON.stringify({ ...now, [claim]: value }));
}

test('the job of the main branch assumes its role with a token', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated?door=oidc');
  await sign(page);
  await expect(page.getByLabel('Claims in the token')).toHaveValue(
    /repo:maple-books\/website:ref:refs\/heads\/main/,
  );
  await page.getByLabel('Session name').fill('deploy-42');
  await assume(page);
  await expect(strip(page)).toContainText('PublishWebsite/deploy-42');
  await expect(page).toHaveURL(/#\/session$/);
});

for (const [what, act, words] of [
  [
    'of a stranger',
    async (page) => {
      await page.getByLabel('Token for').selectOption("A stranger's repository");
      await sign(page);
    },
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ],
  [
    'for another audience',
    async (page) => {
      await changeClaim(page, 'aud', 'https://somebody-else.example');
      await sign(page);
    },
    'Incorrect token audience',
  ],
  [
    'that has expired',
    async (page) => {
      await changeClaim(page, 'exp', 1_700_000_000);
      await sign(page);
    },
    /ExpiredTokenException: Token expired: current date\/time \d+ must be before the expiration date\/time 1700000000/,
  ],
  [
    'forged with another key',
    async (page) => {
      await page.getByLabel('Signed with').selectOption('A key that the provider does not publish');
      await sign(page);
    },
    /Couldn't retrieve verification key from your identity provider/,
  ],
  [
    'that is none',
    async (page) => {
      await sign(page);
      await page.getByLabel('The token, as it is handed in').fill('not a token');
      await expect(page.getByText(/The text above has no claims that can be read/)).toBeVisible();
    },
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  ],
  [
    'forged under the name of the real key',
    async (page) => {
      await page.getByLabel('Signed with').selectOption('Another key, under the name of the provider’s');
      await sign(page);
    },
    /could not be validated by AWS/,
  ],
  [
    'changed after it was signed',
    async (page) => {
      await page.getByLabel('Token for').selectOption("A stranger's repository");
      await sign(page);
      const token = page.getByLabel('Claims in the token');
      await token.fill((await token.inputValue()).replaceAll('stranger/website', 'maple-books/website'));
      await expect(page.getByText('Changed since it was signed')).toBeVisible();
    },
    /could not be validated by AWS/,
  ],
] as [string, (page: Page) => Promise<unknown>, string | RegExp][]) {
  test(`a token ${what} is refused in the words of AWS`, async ({ page }) => {
    await openPlayground(page);
    await visit(page, '#/sign-in/federated?door=oidc');
    await act(page);
    await assume(page);
    await expect(refusal(page, words)).toBeVisible();
    await expect(strip(page)).toContainText('Not signed in');
    await visit(page, '#/activity');
    await expect(page.getByRole('row', { name: /AssumeRoleWithWebIdentity/ })).toContainText(
      /repo:(maple-books|stranger)\/website|somebody unknown/,
    );
  });
}

test('a denied token: what the trust policy was asked and where to look, and once that is changed it is let in', async ({
  page,
}) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated?door=oidc');
  await page.getByLabel('Token for').selectOption("A stranger's repository");
  await sign(page);
  await assume(page);
  await expect(nextStep(page)).toContainText(
    /whether arn:aws:iam::111122223333:oidc-provider\/\S+\s+may call sts:AssumeRoleWithWebIdentity\..*The statement TheMainBranchOnly comes closest/s,
  );
  await expect(nextStep(page)).toContainText(
    /:sub\s*asked for: StringEquals repo:maple-books\/website:ref:refs\/heads\/main\s*handed in: repo:stranger\/website/,
  );
  await expect(nextStep(page).getByRole('link', { name: 'Open the trust policy' })).toHaveAttribute(
    'href',
    /^#\/policies\/trust%3APublishWebsite\?event=/,
  );
  // The first way that is named: a token for the right one.
  await page.getByLabel('Token for').selectOption('The main branch');
  await expect(nextStep(page)).toBeHidden();
  await sign(page);
  await assume(page);
  await expect(strip(page)).toContainText('PublishWebsite/web-identity');
});

test('a denied response: the role does not trust its provider, until its trust policy does', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/directory');
  await page.getByRole('button', { name: 'Edit Theo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Roles', exact: true })
    .fill('arn:aws:iam::111122223333:role/Auditor,arn:aws:iam::111122223333:saml-provider/MapleDirectory');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await atCompany(page, /Theo/);
  await page.getByRole('radio', { name: /Auditor/ }).check();
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(nextStep(page)).toContainText(
    /The statement WhomTheAccountSends comes closest, but its Action/,
  );
  await nextStep(page).getByRole('link', { name: 'Open the trust policy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Auditor/ })).toBeVisible();
  await replaceText(
    page,
    policyOf({
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/MapleDirectory' },
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    }),
  );
  await saveButton(page).click();
  await expectSaved(page);
  await atCompany(page, /Theo/);
  await page.getByRole('radio', { name: /Auditor/ }).check();
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(strip(page)).toContainText('Auditor/theo');
});

test('the access portal shows what is assigned, and lets nobody else in', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/sign-in/federated?door=portal');
  await page.getByLabel(/^Person of/).selectOption('Kai (kai)');
  await expect(page.getByText(/Nothing is assigned to Kai/)).toBeVisible();
  await page.getByLabel(/^Person of/).selectOption('Theo (theo)');
  await page.getByRole('button', { name: /Sign in with CatalogReader/ }).click();
  await expect(strip(page)).toContainText(/AWSReservedSSO_CatalogReader_\w+\/theo/);
});

test('the directory is edited: a new person with a role of a group, kept over a reload', async ({ page }) => {
  await openPlayground(page);
  await visit(page, '#/directory');
  await page.getByRole('button', { name: 'Add a person to Maple Street Books' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Zoe');
  await dialog.getByLabel('User name').fill('ines');
  await dialog.getByLabel('Staff').check();
  await dialog.getByLabel('Session tags').fill('+floor=second');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('ines');
  await dialog.getByLabel('User name').fill('zoe');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('row', { name: /Zoe/ })).toContainText('floor=second');
  await atCompany(page, /Zoe/);
  await expect(page.getByRole('row', { name: /TransitiveTagKeys/ })).toContainText('floor');
  await page.getByRole('button', { name: 'Sign in to AWS' }).click();
  await expect(strip(page)).toContainText('StaffReader/zoe');
});

test('a provider of one’s own: its key is made here, the account is told, and a token of it is read', async ({
  page,
}) => {
  await openPlayground(page);
  await visit(page, '#/directory');
  await page.getByRole('button', { name: 'Add a provider' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Our own issuer/ }).check();
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill(GITHUB);
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog.getByRole('alert')).toContainText('issuer');
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill('https://idp.maple-books.example');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog).toBeHidden();
  await visit(page, '#/sign-in/federated?door=oidc');
  await page.getByLabel('Provider', { exact: true }).selectOption('Our own issuer');
  await sign(page);
  await page.getByLabel('Role ARN').fill('arn:aws:iam::111122223333:role/PublishWebsite');
  await assume(page);
  await expect(
    refusal(page, 'No OpenIDConnect provider found in your account for https://idp.maple-books.example'),
  ).toBeVisible();
});

async function signInFive(page: Page): Promise<void> {
  for (const who of ['noor', 'amira', 'jonas', 'lena'] as const) {
    await visit(page, '#/sign-in');
    await submitUser(page, account.alias, who, passwordOf(who));
    await expectSignedIn(page, who);
    await visit(page, '#/learn');
    await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  }
  await visit(page, '#/sign-in');
  await expect(page.getByText('For a sixth, one of them has to sign out')).toBeHidden();
  await submitRoot(page, account.root.email, passwordOf('root'));
  await expectSignedIn(page, 'root');
}

for (const [door, goIn, who] of [
  [
    'of a company',
    async (page, again) => {
      if (!again) await atCompany(page, /Theo/);
      await page.getByRole('button', { name: 'Sign in to AWS' }).click();
    },
    'StaffReader/theo',
  ],
  [
    'for tokens',
    async (page, again) => {
      if (!again) {
        await visit(page, '#/sign-in/federated?door=oidc');
        await sign(page);
      }
      await assume(page);
    },
    'PublishWebsite/web-identity',
  ],
  [
    'of the access portal',
    async (page, again) => {
      if (!again) {
        await visit(page, '#/sign-in/federated?door=portal');
        await page.getByLabel(/^Person of/).selectOption('Theo (theo)');
      }
      await page.getByRole('button', { name: /Sign in with CatalogReader/ }).click();
    },
    /AWSReservedSSO_CatalogReader_\w+\/theo/,
  ],
] as [string, (page: Page, again: boolean) => Promise<unknown>, string | RegExp][]) {
  test(`five are signed in: at the door ${door} one of them signs out before the sixth comes in`, async ({
    page,
  }) => {
    await openPlayground(page);
    await signInFive(page);
    await visit(page, '#/sign-in');
    await expect(signInForm(page)).toBeVisible();
    await expect(page.getByText('For a sixth, one of them has to sign out')).toBeVisible();
    await goIn(page, false);
    await page.getByRole('main').getByRole('button', { name: 'Sign out jonas' }).click();
    await expect(page.getByText('There is room now. Ask again.')).toBeVisible();
    await goIn(page, true);
    await expect(strip(page)).toContainText(who);
  });
}

test('in a narrow window the form of each way stands on the first screen, in the frame of the other doors', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 740 });
    for (const [way, field] of [
      ['Company', 'Person'],
      ['Web identity', 'Provider'],
      ['Access portal', null],
    ] as const) {
      await visit(page, '#/sign-in/federated');
      const form = signInForm(page);
      const link = form.getByRole('navigation', { name: 'Who vouches' }).getByRole('link', { name: way });
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
      if (field) await expect(form.getByLabel(field, { exact: true })).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});

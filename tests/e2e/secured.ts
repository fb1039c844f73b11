// The bookshop with MFA devices and demands on passwords: made from the playground, and opened as a link.
import { pbkdf2Sync } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { ACCOUNT, passwordOf, scenario, signInForm, visit, type Person } from './bookshop.ts';
import { expect } from './support.ts';
import { fragmentOf, take } from './sharing.ts';

const CREATED = '2026-09-01T08:00:00Z';
const device = (
  name: string,
  kind: 'virtual' | 'passkey',
  holder: object,
  seed: string | null = null,
): readonly [string, object] => {
  const serial = `arn:aws:iam::${ACCOUNT}:${kind === 'passkey' ? 'u2f' : 'mfa'}/${name}`;
  return [serial, { serial, kind, created: CREATED, seed, holder, enabled: CREATED, tags: {} }];
};
const of = (name: string) => ({ kind: 'user', name });

/** Noor has a phone, Jonas a key, Amira both; the root user has a device, too. */
export const DEVICES = Object.fromEntries([
  device('noor-phone', 'virtual', of('noor'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'),
  device('amira-phone', 'virtual', of('amira'), 'MZXW6YTBOI5HQYLOMFWGS33SMEQHI33O'),
  device('user/amira/amira-key', 'passkey', of('amira')),
  device('user/jonas/jonas-key', 'passkey', of('jonas')),
  device('root-account-mfa-device', 'virtual', { kind: 'root' }, 'KRSXG5CTMVRXEZLUKN2XAZLSKNSWG4TF'),
]);

export const MAY_DEACTIVATE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'iam:DeactivateMFADevice', Resource: '*' }],
});

export const POLICY = {
  minimumLength: 10,
  requireSymbols: false,
  requireNumbers: true,
  requireUppercase: false,
  requireLowercase: false,
  allowUsersToChange: false,
  maxAge: null as number | null,
  reusePrevention: null,
  hardExpiry: false,
};

export type Draft = typeof scenario;
type Shop = Draft['world']['accounts'][typeof ACCOUNT];

const QUICK = 1_000;

/** The same passwords, of so few iterations that changing them takes a busy machine no time. */
function quicken({ users, root }: Shop): void {
  for (const [name, { login }] of [...Object.entries(users), ['root', root] as const]) {
    const salt = Buffer.from(login.hash.salt, 'base64');
    login.hash.iterations = QUICK;
    login.hash.hash = pbkdf2Sync(passwordOf(name as Person), salt, QUICK, 32, 'sha256').toString('base64');
  }
}

/** Opens the playground with something changed in its account, and goes to the sign-in page. */
export async function openSecured(page: Page, change: (shop: Shop, draft: Draft) => void): Promise<void> {
  const draft = structuredClone(scenario);
  quicken(draft.world.accounts[ACCOUNT]);
  change(draft.world.accounts[ACCOUNT], draft);
  await visit(page, fragmentOf(JSON.stringify(draft)));
  await take(page);
  await expect(page.getByRole('heading', { level: 1, name: draft.title })).toBeVisible();
  // The app goes to the start of the new workspace a moment after it shows it.
  await expect(page).toHaveURL(/#\/$/);
  await visit(page, '#/sign-in');
  await expect(signInForm(page)).toBeVisible();
}

export const withDevices = (page: Page): Promise<void> =>
  openSecured(page, (shop) => {
    Object.assign(shop.mfaDevices, DEVICES);
  });

export const phone = (page: Page): Locator => page.getByRole('group', { name: 'Simulated phone' });

const NEXT_CODE = { name: 'Next code' } as const;
const usedOn = (beside: Locator): Locator => beside.getByText('Used', { exact: true });

/** A code is for one use: goes on to one that AWS has not taken yet. */
export async function freshCode(shown: Locator): Promise<void> {
  if ((await usedOn(shown).count()) === 0) return;
  await shown.getByRole('button', NEXT_CODE).click();
  await expect(usedOn(shown)).toHaveCount(0);
}

/** Six digits that the phone shows for a device and that AWS has not taken yet: of this moment, or the next. */
export async function codeOn(page: Page, name: string): Promise<string> {
  const code = phone(page).getByLabel(`Code of ${name}`, { exact: true });
  if ((await usedOn(code.locator('..')).count()) > 0) {
    await phone(page).getByRole('button', NEXT_CODE).click();
    await expect(usedOn(code.locator('..'))).toHaveCount(0);
  }
  return (await code.innerText()).replace(/\s/g, '');
}

/** A code that the phone does not show, nor did or will in the steps that are forgiven. */
export const WRONG_CODES = ['000000', '999999', '123123'] as const;

export async function submitCode(page: Page, code: string): Promise<void> {
  await signInForm(page).getByLabel('MFA code').fill(code);
  await signInForm(page).getByRole('button', { name: 'Submit' }).click();
}

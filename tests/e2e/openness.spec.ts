// Openness: doors that look shut and are not, told beside the text, refused where AWS refuses them, and shut.
import { message, playgroundAs, visit } from './bookshop.ts';
import { editor, expectSaved, policyOf, replaceText, saveButton } from './desk.ts';
import { expect, test } from './support.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const MAIN = 'repo:maple-books/website:ref:refs/heads/main';
const trusting = (operator: string, sub: string): string =>
  policyOf({
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { [operator]: { [`${GITHUB}:sub`]: sub } },
  });

test('a role for every workflow: what the editor says is what saving says, and one word mends it', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies/trust%3APublishWebsite');
  await expect(editor(page)).toContainText('TheMainBranchOnly');
  const refusal = `Missing required condition key for a shared identity provider: ${GITHUB}:sub`;
  const told = page.getByRole('listitem').filter({ hasText: `${refusal}.` });

  await replaceText(page, trusting('StringLike', '*'));
  await expect(told).toContainText(`As ${GITHUB}:sub, "*" can be anybody's`);
  await expect(page.getByRole('button', { name: 'Use "Null" and "false"' })).toHaveCount(0);

  await replaceText(page, trusting('StringEqualsIfExists', MAIN));
  await expect(told).toContainText(`StringEqualsIfExists is also met by requests without ${GITHUB}:sub`);
  await saveButton(page).click();
  await expect(message(page, `MalformedPolicyDocument: ${refusal}`)).toBeVisible();
  await told.getByRole('button', { name: 'Use "StringEquals"' }).click();
  await expect(told).toHaveCount(0);
  await saveButton(page).click();
  await expectSaved(page);
});

test('a bucket for an organization that anybody can do without is told to be public, until the operator asks for it', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await visit(page, '#/policies/bucket%3Amaple-catalog');
  await expect(editor(page)).toContainText('maple-catalog');
  await replaceText(
    page,
    policyOf({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::maple-catalog/*',
      Condition: { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } },
    }),
  );
  const told = page.getByRole('listitem').filter({ hasText: 'This allows everyone' });
  await expect(told).toContainText('ForAllValues is also met by requests without aws:PrincipalOrgPaths');
  await told.getByRole('button', { name: 'Use "ForAnyValue:StringLike"' }).click();
  await expect(told).toHaveCount(0);
  await expect(editor(page)).toContainText('"ForAnyValue:StringLike"');
});

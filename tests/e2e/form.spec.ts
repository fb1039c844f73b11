// A policy written in the form, by somebody who does not want JSON: the same text, the same request to save it.
import { playgroundAs } from './bookshop.ts';
import { editor, expectSaved, openPolicy, policyOf, replaceText, saveButton } from './desk.ts';
import { axe, expect, tall, test } from './support.ts';

const view = (page: Parameters<typeof openPolicy>[0], name: string) =>
  page.getByRole('group', { name: 'View of the policy' }).getByText(name, { exact: true });

test('a statement is added by ticking and choosing, and decides once it is saved', async ({ page }) => {
  test.slow();
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await view(page, 'Form').click();
  await expect(page.getByText('Allows s3:ListBucket on arn:aws:s3:::maple-drafts.')).toBeVisible();

  await page.getByRole('button', { name: 'Add a statement' }).click();
  const statement = page.getByRole('region', { name: 'Statement 5' });
  await expect(statement.getByText('Not complete yet')).toBeVisible();
  await expect(statement.getByRole('radio', { name: 'Allow' })).toBeFocused();
  // Found by its name; what is no service is not taken.
  const service = statement.getByRole('combobox', { name: 'Service' });
  const services = page.getByRole('listbox').getByRole('option');
  await service.click();
  await expect(services.first()).toHaveText(/\(s3\)/);
  await service.fill('amazonsqs');
  await expect(services.first()).toHaveText(/\(sqs\)/);
  await service.fill('amazon s3');
  await service.press('Enter');
  await expect(service).toHaveValue(/\(s3\)$/);
  await service.fill('nothing of the kind');
  await service.press('Tab');
  await expect(service).toHaveValue(/\(s3\)$/);
  // A whole level: named action by action, and undone as one step.
  const list = statement.getByRole('checkbox', { name: /^All \d+ List actions/ });
  const actions = statement.getByRole('list', { name: 'Actions' });
  await list.check();
  await expect(actions).toContainText('s3:ListAllMyBuckets');
  await expect(actions).not.toContainText('*');
  await statement.getByRole('button', { name: 'Remove s3:ListAllMyBuckets' }).click();
  await expect(list).toHaveJSProperty('indeterminate', true);
  await list.focus();
  await page.keyboard.press('Space');
  await expect(list).toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list).toHaveJSProperty('indeterminate', true);
  await expect(actions).not.toContainText('s3:ListAllMyBuckets');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list).not.toBeChecked();
  await expect(actions).toHaveCount(0);
  await statement.getByLabel(/^Search the actions of/).fill('put object');
  await statement.getByRole('checkbox', { name: /^PutObject$/ }).check();
  await expect(statement.getByRole('list', { name: 'Actions' })).toHaveText(/s3:PutObject/);
  await statement.getByLabel('Or put the ARN together of').selectOption('object');
  await statement.getByLabel('Bucket name').fill('maple-drafts');
  await statement.getByLabel('Object name').fill('summer/*');
  await statement.getByRole('button', { name: 'Add this ARN' }).click();
  await statement.getByLabel('Key of a new condition').fill('aws:SecureTransport');
  await statement.getByLabel('Operator of a new condition').selectOption('Bool');
  await statement.getByRole('button', { name: 'Add condition' }).click();
  const condition = statement.getByRole('group', { name: 'Condition on aws:SecureTransport' });
  await expect(condition.getByLabel('Value of aws:SecureTransport')).toHaveValue('true');
  await expect(
    statement.getByText(
      'Allows s3:PutObject on arn:aws:s3:::maple-drafts/summer/*, but only when aws:SecureTransport is true.',
    ),
  ).toBeVisible();
  await tall(page);
  await axe(page, 'the form of a policy');

  await view(page, 'Changes').click();
  await expect(page.getByRole('status').filter({ hasText: /lines added, \d removed/ })).toBeVisible();
  await axe(page, 'the changes of a policy');

  await saveButton(page).click();
  await expectSaved(page);
  // There is nothing changed any more to be looked at.
  await expect(editor(page)).toContainText('aws:SecureTransport');
});

test('what the form does not show stays, and a text that is no JSON leads back to it', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Note": "kept"}}',
  );
  await view(page, 'Form').click();
  await expect(page.getByText('Allows s3:GetObject on any resource.')).toBeVisible();
  await expect(page.getByText(/Not shown here: Note\. It stays/)).toBeVisible();
  // AWS has no such element: what is wrong is said here, too.
  await expect(page.getByRole('status').filter({ hasText: /^\s*1 error.* in this policy/ })).toBeVisible();
  await tall(page);
  await axe(page, 'a form that does not show all');
  await page.getByText('Deny', { exact: true }).click();
  await view(page, 'JSON').click();
  await expect(editor(page)).toContainText('"Effect": "Deny"');
  await expect(editor(page)).toContainText('"Note": "kept"');

  await replaceText(page, '{"Version": ');
  await view(page, 'Form').click();
  await page.getByRole('button', { name: 'Mend it as JSON' }).click();
  // To the fault, and what is wrong is said there.
  await expect(editor(page)).toBeFocused();
  await expect(page.locator('.note-error')).toBeVisible();
  // Undone step by step, over all views.
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).toContainText('"Note": "kept"');
});

test('the form can be used with the keyboard alone', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await page.getByRole('radio', { name: 'JSON' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Allow' }).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Denies s3:ListAllMyBuckets on any resource.')).toBeVisible();
  await saveButton(page).press('Enter');
  await expectSaved(page);
});

test('the keyboard stays with what it changes, and goes on where something was taken away', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    policyOf({
      Effect: 'Allow',
      Action: ['s3:Get*', 's3:Get*'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:username': 'noor' }, Bool: { 'aws:SecureTransport': 'true' } },
    }),
  );
  await view(page, 'Form').click();
  const onName = page.getByRole('group', { name: 'Condition on aws:username' });
  await onName.getByLabel('Operator').focus();
  await page.keyboard.press('ArrowDown');
  await expect(onName.getByLabel('Operator')).not.toHaveValue('StringEquals');
  await expect(onName.getByLabel('Operator')).toBeFocused();

  await page.getByLabel('Key of a new condition').fill('aws:CurrentTime');
  await page.getByLabel('Key of a new condition').press('Enter');
  const onTime = page.getByRole('group', { name: 'Condition on aws:CurrentTime' });
  await expect(onTime.getByLabel('Add a value')).toBeFocused();
  await expect(page.getByText(/Still to choose: the values of aws:CurrentTime/)).toBeVisible();
  await onTime.getByRole('button', { name: /^Remove the condition/ }).press('Enter');
  await expect(page.getByLabel('Key of a new condition')).toBeFocused();

  // The same action twice: one of the two is taken out.
  await page.getByRole('button', { name: 'Remove s3:Get*' }).first().press('Enter');
  await expect(page.getByRole('list', { name: 'Actions' }).getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'Remove statement 1' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add a statement' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Not complete yet. Still to choose: its actions and its resources.'),
  ).toBeVisible();
});

test('the form says where something is wrong, and mends it there', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObjct","s3:PutObject"],"Resource":"arn:aws:s3:::maple-drafts/*","Condition":{"StringEquals":{"aws:SourceIp":"203.0.113.0/24"}}},{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"}]}',
  );
  await view(page, 'Form').click();
  const statement = page.getByRole('region', { name: 'Statement 1' });
  await statement.getByRole('button', { name: 'Change statement 1' }).click();
  await expect(statement.getByRole('list', { name: 'Actions' })).toContainText('Error: s3:GetObjct');
  const onAddress = statement.getByRole('group', { name: 'Condition on aws:SourceIp' });
  await expect(onAddress.getByRole('list', { name: 'What was found here' })).toContainText(
    'does not fit the type of the condition key',
  );
  await tall(page);
  await axe(page, 'a form with faults');
  await statement.getByRole('button', { name: 'Use "s3:GetObject"' }).click();
  await expect(statement.getByRole('list', { name: 'Actions' })).not.toContainText('s3:GetObjct');
  await expect(statement.getByLabel('Add an action')).toBeFocused();

  await onAddress.getByRole('button', { name: 'Use "IpAddress"' }).click();
  await expect(onAddress.getByLabel('Operator')).toHaveValue('IpAddress');
  await expect(onAddress.getByLabel('Add a value')).toBeFocused();

  // The condition that is added begins with what suits its key, and comes last.
  await statement.getByLabel('Key of a new condition').fill('aws:CurrentTime');
  await expect(statement.getByLabel('Operator of a new condition')).toHaveValue('DateLessThan');
  await statement.getByLabel('Key of a new condition').press('Enter');
  await expect(statement.getByRole('group', { name: /^Condition on/ }).last()).toHaveAccessibleName(
    'Condition on aws:CurrentTime',
  );

  // The last of the statements goes, and the text is still JSON.
  await page.getByRole('button', { name: 'Remove statement 2' }).click();
  await expect(page.getByRole('region', { name: /^Statement/ })).toHaveCount(1);
  await view(page, 'JSON').click();
  await expect(editor(page)).toContainText('"DateLessThan":{"aws:CurrentTime":[]}}}]}');
});

test('what is only not chosen yet is no error before somebody leaves the statement, and the way there is told then', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(
    page,
    policyOf({ Effect: 'Allow', Action: 's3:GetObjct', Resource: 'arn:aws:s3:::maple-drafts/*' }),
  );
  await view(page, 'Form').click();
  const told = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
  await expect(told(/^1 error in this policy/)).toBeVisible();

  await page.getByRole('button', { name: 'Add a statement' }).click();
  const added = page.getByRole('region', { name: 'Statement 2' });
  await expect(
    added.getByText('Not complete yet. Still to choose: its actions and its resources.'),
  ).toBeVisible();
  await added.getByLabel('Key of a new condition').fill('aws:username');
  await added.getByLabel('Key of a new condition').press('Enter');
  await expect(added.getByText(/its resources and the values of aws:username\.$/)).toBeVisible();
  await added.getByLabel('Add an action').fill('s3:GetObjct2');
  await added.getByLabel('Add an action').press('Enter');
  // What was chosen is judged, what is still to be chosen is not.
  await expect(told(/^2 errors in this policy/)).toBeVisible();
  await expect(added.getByRole('group', { name: 'Condition on aws:username' })).not.toContainText(
    'Suggestion',
  );

  await page.keyboard.press('ControlOrMeta+s');
  await expect(told(/^3 errors, 1 suggestion in this policy/)).toBeVisible();
  await tall(page);
  await axe(page, 'a form with an unfinished statement');
  await added.getByLabel('Add a resource').focus();
  await expect(told(/^2 errors in this policy/)).toBeVisible();

  // The way to the other statement, which is closed until then or not, ends in the field that is meant.
  await page.getByRole('button', { name: /^Go to statement 1/ }).click();
  const first = page.getByRole('region', { name: 'Statement 1' });
  await expect(first.getByLabel('Add an action')).toBeFocused();
  await expect(told(/^3 errors, 1 suggestion in this policy/)).toBeVisible();
});

test('what was typed and not saved is there after a reload, whatever it is', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, '{"Version": "2012-10-17", "Statement": [ // not yet');
  await expect(page.getByText(/Your text is kept as you typed it/)).toBeVisible();
  await page.reload();
  await expect(editor(page)).toContainText('// not yet');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(editor(page)).toContainText('FindTheBuckets');
});

test('what the form changed is undone and redone there by its keys, and what was taken away is said', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await view(page, 'Form').click();
  const statements = page.getByRole('region', { name: /^Statement/ });
  const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
  await expect(statements).toHaveCount(4);
  await page.getByRole('button', { name: 'Remove statement 2' }).click();
  await expect(said(/^Removed statement 2\. (Ctrl|Cmd)\+Z brings it back\.$/)).toBeAttached();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said('Undone: statement 2 is there again.')).toBeAttached();
  await expect(statements).toHaveCount(4);
  await expect(page.getByText('Unsaved changes')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(said('Redone: statement 2 is gone.')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said('There is nothing to undo in this policy.')).toBeAttached();

  // A field that is typed in has an undo of its own; each change of the form is one step.
  await page.getByRole('button', { name: 'Change statement 1' }).click();
  const first = statements.first();
  await first.getByLabel('Add an action').focus();
  await page.keyboard.type('s3:Get*');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(first.getByLabel('Add an action')).not.toHaveValue('s3:Get*');
  await first.getByLabel('Add an action').fill('s3:Get*');
  await page.keyboard.press('Enter');
  await first.getByLabel('Key of a new condition').fill('aws:CurrentTime');
  await page.keyboard.press('Enter');
  const condition = first.getByRole('group', { name: 'Condition on aws:CurrentTime' });
  await condition.getByRole('button', { name: /^Remove the condition/ }).click();
  await expect(said(/^Removed the condition on aws:CurrentTime\./)).toBeAttached();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(condition).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(condition).toBeHidden();
  await expect(first.getByRole('list', { name: 'Actions' })).toContainText('s3:Get*');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(first.getByRole('list', { name: 'Actions' })).not.toContainText('s3:Get*');
  // It is the history of the text, too.
  await view(page, 'JSON').click();
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(editor(page)).toContainText('s3:Get*');
});

test('of many statements each is read as a sentence, and has its fields when they are asked for', async ({
  page,
}) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  const Statement = Array.from({ length: 38 }, (_, at) => ({
    Sid: `Part${at + 1}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    // The last ones are not complete.
    ...(at < 30 && { Resource: `arn:aws:s3:::maple-drafts/${at + 1}/*` }),
  }));
  await replaceText(page, JSON.stringify({ Version: '2012-10-17', Statement }, null, 2));
  await view(page, 'Form').click();
  const nth = (n: number) => page.getByRole('region', { name: `Statement ${n}`, exact: true });
  await expect(nth(30).getByText('maple-drafts/30/*')).toBeVisible();
  await expect(nth(31).getByLabel('Add a resource')).toBeVisible();
  await expect(page.getByLabel('Add a resource')).toHaveCount(5);
  await nth(30).getByRole('button', { name: 'Change statement 30' }).click();
  await nth(30).getByLabel('Name (Sid)').fill('Thirtieth');
  await nth(30).getByLabel('Name (Sid)').press('Tab');
  await nth(30).getByText('Deny', { exact: true }).click();
  await expect(nth(30).getByText(/^Denies s3:GetObject/)).toBeVisible();
  await expect(nth(29).getByText(/^Allows s3:GetObject/)).toBeVisible();
  await expect(saveButton(page)).toBeEnabled();
});

test('whoever knows no JSON finds actions, resources and keys by what they are about', async ({ page }) => {
  await playgroundAs(page, 'root');
  await openPolicy(page, 'WriteDrafts');
  await replaceText(page, '{}');
  await view(page, 'Form').click();
  await page.getByRole('button', { name: 'Add a statement' }).press('Enter');
  const statement = page.getByRole('region', { name: 'Statement 1' });
  const options = page.getByRole('listbox').getByRole('option');
  // With the keyboard alone: what is typed narrows the list, and Enter takes the best of it.
  await statement.getByLabel('Add an action').focus();
  await page.keyboard.type('getobject');
  await expect(options.first()).toContainText('s3:GetObject');
  await expect(options.first()).toContainText('Read');
  await tall(page);
  await axe(page, 'a field of the form with its list');
  await expect(statement.getByLabel('Add an action')).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Enter');
  await expect(statement.getByRole('list', { name: 'Actions' })).toHaveText(/s3:GetObject/);
  await expect(statement.getByLabel('Add an action')).toBeFocused();

  await statement.getByLabel('Add a resource').focus();
  await page.keyboard.type('summer');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(statement.getByRole('list', { name: 'Resources' })).toContainText('maple-drafts/summer/*');

  await statement.getByLabel('Key of a new condition').focus();
  await page.keyboard.press('ArrowDown');
  // As in the JSON: what most conditions are made of comes first.
  await expect(options.first()).toContainText('aws:PrincipalArn');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await page.keyboard.type('mfa');
  await expect(options.first()).toContainText('true or false');
  // Not a key by itself.
  await statement.getByRole('button', { name: 'Add condition' }).click();
  await expect(statement.getByRole('status').filter({ hasText: 'No key is called mfa' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await options.first().click();
  await expect(
    statement.getByText(
      'Allows s3:GetObject on arn:aws:s3:::maple-drafts/summer/*, but only when aws:MultiFactorAuthPresent is true.',
    ),
  ).toBeVisible();
  await saveButton(page).click();
  await expectSaved(page);
});

test('a trust policy is written in fields that offer nothing it cannot have', async ({ page }) => {
  await playgroundAs(page, 'root');
  await page.goto('./#/policies/new');
  await page.getByLabel('Kind').selectOption({ label: 'Role, with its trust policy' });
  await view(page, 'Form').click();
  await page.getByRole('button', { name: 'Add a statement' }).click();
  const statement = page.getByRole('region', { name: 'Statement 1' });
  await expect(statement.getByLabel('Which actions')).toHaveCount(0);
  await expect(statement.getByLabel('Kind of principal').getByRole('option')).toHaveText([
    'Account, user or role',
    'AWS service',
    'Identity provider',
  ]);
  await statement.getByLabel('Account, user or role').fill('noor');
  await page.getByRole('option', { name: /user noor/ }).click();
  await expect(statement.getByRole('list', { name: 'Principals' })).toContainText(':user/noor');
  await statement.getByRole('checkbox', { name: 'AssumeRole', exact: true }).check();
  await expect(statement.getByText(/^Lets user noor assume this role\.$/)).toBeVisible();
});

// What a Tab offers, by what stands before the cursor.
import { describe, expect, test } from 'vitest';
import { bookshopShell } from '../../tests/shell/shells.ts';
import { complete } from './complete.ts';

const shell = bookshopShell('amira');
for (const [path, text] of [
  ['policy.json', '{}'],
  ['notes/a.txt', 'a'],
])
  shell.writeFile(path ?? '', Buffer.from(text ?? '').toString('base64'));

const words = (line: string): readonly string[] => complete(line, shell).words;

const AWS = 'arn:aws:iam::aws:policy';
const OWN = 'arn:aws:iam::111122223333:policy/WriteDrafts';

describe('offers what can stand there', () => {
  test.each<[string, readonly string[]]>([
    ['sand', ['sandbox']],
    ['aws sec', ['secretsmanager']],
    ['aws s3', ['s3api', 's3control']],
    ['aws iam create-u', ['create-user']],
    ['aws --region eu-central-1 iam create-u', ['create-user']],
    ['AWS_PROFILE=x aws sts get-caller', ['get-caller-identity']],
    ['true && aws sts get-caller', ['get-caller-identity']],
    ['echo $(aws sts get-caller', ['get-caller-identity']],
    ['aws iam create-user --user', ['--user-name']],
    ['aws iam list-users --max', ['--max-items']],
    ['aws iam create-login-profile --no-p', ['--no-password-reset-required', '--no-paginate']],
    ['aws iam get-user --user-name ', ['amira', 'jonas', 'lena', 'noor']],
    ['aws iam get-user --user-name n', ['noor']],
    [
      'aws iam get-policy --policy-arn arn:aws:iam::1',
      ['arn:aws:iam::111122223333:policy/ManagePolicies', 'arn:aws:iam::111122223333:policy/WriteDrafts'],
    ],
    ['aws s3api list-objects-v2 --bucket maple-', ['maple-catalog', 'maple-drafts']],
    ['aws s3 ls s3', ['s3://maple-catalog/', 's3://maple-drafts/']],
    ['aws s3 rm s3://maple-d', ['s3://maple-drafts/']],
    ['aws iam list-users --output t', ['table', 'text']],
    ['aws iam list-users --region eu-central-1', []],
    ['aws iam list-users --region eu-n', ['eu-north-1']],
    ['aws iam create-policy --policy-document file://p', ['file://policy.json']],
    ['aws iam update-access-key --status ', ['Active', 'Expired', 'Inactive']],
    ['aws iam list-users --output text --out', []],
    ['aws iam list-users --output=t', ['--output=table', '--output=text']],
    ['aws iam get-user --user-name=n', ['--user-name=noor']],
    ['aws iam get-user --user-name noor ', []],
    ['aws iam create-user --cli-input-json f', ['file://notes/a.txt', 'file://policy.json']],
    ['aws iam create-user --tags ', ['Key=']],
    ['aws iam create-user --tags f', []],
    ['aws iam create-user --tags file://', ['file://notes/a.txt', 'file://policy.json']],
    ['aws iam create-user --tags K', ['Key=']],
    ['aws iam create-user --tags Key=team', ['Key=team,Value=']],
    ['aws iam create-user --tags Key=team,', ['Key=team,Value=']],
    ['aws iam create-user --tags Key=team,Value=books', []],
    ['aws iam create-user --tags [', []],
    ['aws iam create-policy --policy-document ', ['file://notes/a.txt', 'file://policy.json']],
    [
      'aws dynamodb create-table --key-schema AttributeName=a,KeyType=',
      ['AttributeName=a,KeyType=HASH', 'AttributeName=a,KeyType=RANGE'],
    ],
    ['aws kms encrypt --plaintext f', ['fileb://notes/a.txt', 'fileb://policy.json']],
    ['aws iam create-user --generate-cli-skeleton y', ['yaml-input']],
    ['aws iam attach-user-policy --policy-arn arn:aws:iam::aws:policy/IAMR', [`${AWS}/IAMReadOnlyAccess`]],
    ['aws iam attach-user-policy --policy-arn IAMR', [`${AWS}/IAMReadOnlyAccess`]],
    ['aws iam get-role-policy --role-name Auditor --policy-name ', []],
    [`aws iam get-policy-version --policy-arn ${OWN} --version-id `, ['v1']],
    ['aws s3api get-object --bucket maple-catalog --key new', ['new-titles.md']],
    ['aws iam wait r', ['role-exists']],
    ['aws iam wait role-exists --role-name Aud', ['Auditor']],
    ['aws s3 cp s3://maple-catalog/re', ['s3://maple-catalog/restock/']],
    ['aws s3 cp s3://maple-catalog/restock/w', ['s3://maple-catalog/restock/week-47.md']],
    ['aws s3 cp --ac', ['--acl']],
    ['aws s3 cp --acl public-read-', ['public-read-write']],
    ['aws s3 sync --d', ['--delete', '--dryrun', '--debug']],
    ['aws configure exp', ['export-credentials']],
    ['aws configure export-credentials --form', ['--format']],
    ['aws configure export-credentials --format env', ['env-no-export']],
    ['aws configure set reg', ['region']],
    ['aws configure set region eu-n', ['eu-north-1']],
    ['aws configure import --csv file://p', ['file://policy.json']],
    ['export AWS_REGION=eu-n', ['AWS_REGION=eu-north-1']],
    ['why --text ', []],
    ['echo $HO', ['$HOME']],
    ['aws configure l', ['list', 'list-profiles']],
    ['cat no', ['notes/a.txt']],
    ['sandbox ', ['clock', 'code', 'redo', 'undo', 'whoami']],
    ['export AWS_PRO', ['AWS_PROFILE=']],
    ['aws nothing at', []],
    ['aws iam nothing --', []],
    ['aws iam get-user --nothing ', []],
  ])('%s', (line, offered) => expect(words(line)).toEqual(offered));
});

test('the word under the cursor is replaced from its beginning', () => {
  expect(complete('aws iam get-us', shell).from).toBe('aws iam '.length);
  expect(complete('aws iam ', shell).from).toBe('aws iam '.length);
  expect(complete("cat 'no", shell).from).toBe('cat '.length);
});

test('options that have to be given come first, then the own ones, then those of every command', () => {
  const { words: all, required } = complete('aws iam create-role --', shell);
  expect(required).toEqual(['--assume-role-policy-document', '--role-name']);
  expect(all.slice(0, 4)).toEqual([...required, '--description', '--max-session-duration']);
  expect(all.indexOf('--tags')).toBeLessThan(all.indexOf('--ca-bundle'));
  expect(complete('aws iam list-users --', shell).required).toEqual([]);
  expect(complete('aws iam wait role-exists --', shell).required).toEqual(['--role-name']);
});

test('an option that was given is not offered again', () =>
  expect(words('aws iam create-user --user-name x --user')).toEqual([]));

test('without an account there are no names', () =>
  expect(complete('aws iam get-user --user-name ', bookshopShell(null)).words).toEqual([]));

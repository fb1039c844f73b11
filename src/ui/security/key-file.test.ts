// The file of a new access key: its name and its one line.
import { expect, test } from 'vitest';
import { keyFile } from './key-file.ts';

const KEY = { AccessKeyId: 'AKIAONE', SecretAccessKey: 'a/b+c' };
const TEXT = '\uFEFFAccess key ID,Secret access key\r\nAKIAONE,a/b+c\r\n';

test('of a user and of the root user', () => {
  expect(keyFile({ ...KEY, UserName: 'noor' })).toEqual({ name: 'noor_accessKeys.csv', text: TEXT });
  expect(keyFile(KEY)).toEqual({ name: 'rootkey.csv', text: TEXT });
});

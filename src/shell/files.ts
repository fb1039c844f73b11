// Files: the few documents that a shell needs, under paths, as base64.
import { err, ok, type Result } from '../aws/result.ts';

export const HOME = '/home/you';

/** Base64 by absolute path. */
export type FileTable = Readonly<Record<string, string>>;

/** Characters of base64 of one file, and of all; how many files. */
const MOST_OF_ONE = 1_500_000;
const MOST_OF_ALL = 4_000_000;
const MOST_FILES = 500;

/** Relative paths start at home, the only directory that a shell is in. */
export function absolute(path: string): string {
  const full = path.startsWith('/') ? path : path.startsWith('~/') ? HOME + path.slice(1) : `${HOME}/${path}`;
  const parts: string[] = [];
  for (const part of full.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** As it is typed: relative where it is below home. */
export const shortPath = (path: string): string =>
  path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1) : path;

/** The error is a sentence such as a shell has it. */
export function withFile(files: FileTable, path: string, base64: string): Result<FileTable, string> {
  const name = absolute(path);
  if (path.endsWith('/') || name === '/' || name === HOME) return err('Is a directory');
  if (base64.length > MOST_OF_ONE) return err('File too large');
  const all = { ...files, [name]: base64 };
  const size = Object.values(all).reduce((sum, { length }) => sum + length, 0);
  if (size > MOST_OF_ALL || Object.keys(all).length > MOST_FILES) return err('No space left on device');
  return ok(all);
}

export function withoutFile(files: FileTable, path: string): FileTable {
  const { [absolute(path)]: _gone, ...others } = files;
  return others;
}

// Config files: `~/.aws/credentials` and `~/.aws/config`, which are the profiles of the workspace under other names.
import { decode, encode } from 'js-base64';
import { err, ok, type Result } from '../aws/result.ts';
import { parseProfiles, printProfiles, type ProfileFile } from '../session/profile-files.ts';
import type { Profile } from '../session/profiles.ts';
import { HOME } from './files.ts';

const FILES: Readonly<Record<string, ProfileFile>> = {
  [`${HOME}/.aws/credentials`]: 'credentials',
  [`${HOME}/.aws/config`]: 'config',
};

export const CONFIG_PATHS: readonly string[] = Object.keys(FILES);

export const isConfigFile = (path: string): boolean => Object.hasOwn(FILES, path);

/** Null: nothing would stand in it. */
export function configFile(path: string, profiles: readonly Profile[]): string | null {
  const file = FILES[path];
  if (file === undefined) return null;
  const text = printProfiles(profiles)[file];
  return text === '' ? null : encode(text);
}

/** The profiles once the file holds that; the error is a sentence. */
export function withConfigFile(
  path: string,
  base64: string,
  profiles: readonly Profile[],
): Result<readonly Profile[], string> {
  const file = FILES[path];
  if (file === undefined) return ok(profiles);
  const read = parseProfiles({ ...printProfiles(profiles), [file]: decode(base64) });
  return read.ok ? read : err(`line ${read.error.line}: ${read.error.message}`);
}

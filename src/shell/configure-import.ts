// `aws configure import`: profiles out of the file that the console hands out with an access key.
import { err, ok, type Result } from '../aws/result.ts';
import type { Profile } from '../session/profiles.ts';

const HEADERS = ['User Name', 'Access Key ID', 'Secret Access key'] as const;

/**
 * The error is a sentence of the CLI.
 * @param strict A line with something missing is an error, and passed over otherwise.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/import.html
 */
export function importedProfiles(
  csv: string,
  { prefix, strict }: { readonly prefix: string; readonly strict: boolean },
): Result<readonly Profile[], string> {
  const [first, ...rows] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (csv.trim() === '' || first === undefined) return err('Provided CSV contains no contents');
  const names = first.split(',').map((name) => name.trim().toLowerCase());
  const absent = HEADERS.find((name) => !names.includes(name.toLowerCase()));
  if (absent !== undefined) return err(`Expected header "${absent}" not found`);
  const profiles: Profile[] = [];
  for (const [at, row] of rows.entries()) {
    // The last line ends the file.
    if (row === '' && at === rows.length - 1) continue;
    const cells = row.split(',');
    const [name = '', key = '', secret = ''] = HEADERS.map((header) =>
      (cells[names.indexOf(header.toLowerCase())] ?? '').trim(),
    );
    const empty = HEADERS[[name, key, secret].indexOf('')];
    if (empty !== undefined) {
      if (strict) return err(`Failed to parse entry #${at + 1}: Row missing value for header "${empty}"`);
      continue;
    }
    profiles.push({
      name: prefix + name,
      settings: { aws_access_key_id: key, aws_secret_access_key: secret },
    });
  }
  return ok(profiles);
}

// Environment lines: credentials as a shell is given them, written and read again.
import type { CredentialValues } from '../../api/credentials.ts';

/**
 * For a POSIX shell.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 */
export const environmentLines = ({ accessKeyId, secretAccessKey, sessionToken }: CredentialValues): string =>
  [
    `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    ...(sessionToken === undefined ? [] : [`export AWS_SESSION_TOKEN=${sessionToken}`]),
  ].join('\n');

/**
 * The values in lines for a POSIX shell, for the two shells of Windows, or of the file of credentials, as the access
 * portal of AWS offers them; what no line names is left out. Null: none of the lines names any.
 */
export function readEnvironmentLines(text: string): Partial<CredentialValues> | null {
  const found: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    if (value !== '') found[name.toLowerCase()] = value;
  }
  const {
    aws_access_key_id: accessKeyId,
    aws_secret_access_key: secretAccessKey,
    aws_session_token: sessionToken,
  } = found;
  if (Object.keys(found).length === 0) return null;
  return {
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(secretAccessKey !== undefined && { secretAccessKey }),
    ...(sessionToken !== undefined && { sessionToken }),
  };
}

const LINE =
  /^\s*(?:export\s+|set\s+|\$env:)?(aws_access_key_id|aws_secret_access_key|aws_session_token)\s*=\s*["']?([^\s"']+)["']?\s*$/i;

// A profile in words: what it signs with.
import type { Profile } from '../../session/profiles.ts';

export interface ProfileWords {
  readonly kind: 'keys' | 'role' | 'empty';
  /** One line each. */
  readonly lines: readonly string[];
}

/** A role comes before keys, as the command line has it. */
export function profileWords({ settings }: Profile): ProfileWords {
  const { role_arn: role, aws_access_key_id: id, aws_session_token: token } = settings;
  const source = settings['source_profile'] ?? settings['credential_source'];
  const region = settings['region'] === undefined ? [] : [`Region ${settings['region']}`];
  if (role !== undefined)
    return {
      kind: 'role',
      lines: [
        `Assumes ${role}`,
        source === undefined ? 'Has no source of credentials' : `With the credentials of ${source}`,
        ...(settings['mfa_serial'] === undefined ? [] : [`Asks for a code of ${settings['mfa_serial']}`]),
        ...region,
      ],
    };
  if (id !== undefined)
    return {
      kind: 'keys',
      lines: [`${token === undefined ? 'Access key' : 'Temporary credentials'} ${id}`, ...region],
    };
  return { kind: 'empty', lines: ['Has no credentials', ...region] };
}

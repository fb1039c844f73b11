// Settings of a profile as a form has them: those that it knows by name, in order, and all others as they were.
import type { Settings } from '../../session/profiles.ts';

export interface Known {
  readonly setting: string;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: true;
}

export const KEY_SETTINGS: readonly Known[] = [
  { setting: 'aws_access_key_id', label: 'Access key ID' },
  { setting: 'aws_secret_access_key', label: 'Secret access key', secret: true },
  {
    setting: 'aws_session_token',
    label: 'Session token',
    hint: 'Of temporary credentials only.',
    secret: true,
  },
];

export const ROLE_SETTINGS: readonly Known[] = [
  { setting: 'role_arn', label: 'Role to assume (role_arn)' },
  { setting: 'source_profile', label: 'With the credentials of (source_profile)' },
  { setting: 'mfa_serial', label: 'MFA device (mfa_serial)', hint: 'Where the role asks for MFA.' },
  { setting: 'external_id', label: 'External ID (external_id)' },
  { setting: 'role_session_name', label: 'Session name (role_session_name)' },
  { setting: 'duration_seconds', label: 'Duration in seconds (duration_seconds)' },
];

export const REGION: Known = {
  setting: 'region',
  label: 'Region (region)',
  hint: 'Where requests are sent.',
};

/** What is left empty is left out. */
export function settingsOf(before: Settings, texts: Readonly<Record<string, string>>): Settings {
  const after: Record<string, string> = { ...before };
  for (const [setting, text] of Object.entries(texts)) {
    if (text.trim() === '') delete after[setting];
    else after[setting] = text.trim();
  }
  return after;
}

// Profile files: `~/.aws/credentials` and `~/.aws/config` as text, read and written as the AWS CLI does.
import { err, ok, type Result } from '../aws/result.ts';
import type { Profile, Settings } from './profiles.ts';

export interface ProfileFiles {
  readonly credentials: string;
  readonly config: string;
}

export type ProfileFile = keyof ProfileFiles;

/** What the CLI itself keeps in the file for credentials. */
export const SECRET_SETTINGS = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
] as const satisfies readonly string[];

const isSecret = (setting: string): boolean => (SECRET_SETTINGS as readonly string[]).includes(setting);

/** A profile of roles alone has no section in the file for credentials. */
export function printProfiles(profiles: readonly Profile[]): ProfileFiles {
  const sections = (heading: (name: string) => string, isHere: (setting: string) => boolean): string =>
    profiles
      .map(({ name, settings }) => {
        const lines = Object.entries(settings).filter(([setting]) => isHere(setting));
        return lines.length === 0
          ? ''
          : [`[${heading(name)}]`, ...lines.map(([setting, value]) => `${setting} = ${value}`), ''].join(
              '\n',
            );
      })
      .filter((section) => section !== '')
      .join('\n');
  return {
    credentials: sections((name) => name, isSecret),
    config: sections(configHeading, (setting) => !isSecret(setting)),
  };
}

/** The default profile alone goes without the word. */
const configHeading = (name: string): string => (name === 'default' ? name : `profile ${quoted(name)}`);

const quoted = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

/** A line that cannot be read, in a sentence. */
export interface FileFault {
  readonly file: ProfileFile;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * What stands in both files counts as it stands in the one for credentials. Sections of other kinds (`sso-session`,
 * `services`) and settings below a setting are passed over. There is no package for it: those for INI files take a dot in a
 * name for a level, and read values as more than text.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export function parseProfiles({ credentials, config }: ProfileFiles): Result<readonly Profile[], FileFault> {
  const found = new Map<string, Settings>();
  for (const [file, text] of [
    ['config', config],
    ['credentials', credentials],
  ] as const) {
    const sections = sectionsOf(file, text);
    if (!sections.ok) return sections;
    for (const { name, settings } of sections.value) found.set(name, { ...found.get(name), ...settings });
  }
  return ok([...found].map(([name, settings]) => ({ name, settings })));
}

interface Section {
  readonly name: string;
  readonly settings: Record<string, string>;
}

function sectionsOf(file: ProfileFile, text: string): Result<readonly Section[], FileFault> {
  const sections: Section[] = [];
  /** Null: of another kind. */
  let open: Section | null | undefined;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const wrong = (message: string): Result<never, FileFault> => err({ file, line: at + 1, message });
    if (/^\s*([#;]|$)/.test(line)) continue;
    // What is further in belongs to the setting above it.
    if (/^\s/.test(line) && open !== undefined) continue;
    const heading = /^\s*\[(.*)\]\s*([#;].*)?$/.exec(line);
    if (heading) {
      const name = profileName(file, (heading[1] ?? '').trim());
      if (name === '') return wrong('A profile needs a name between the brackets.');
      open = name === null ? null : { name, settings: {} };
      if (open) sections.push(open);
      continue;
    }
    const setting = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(line);
    if (!setting) return wrong('A line is a [section], a setting = value, or a # comment.');
    if (open === undefined) return wrong('A setting belongs below the [section] of a profile.');
    const [, key = '', value = ''] = setting;
    // A comment behind a value has white space before it.
    if (open) open.settings[key.toLowerCase()] = value.replace(/\s+[#;].*$/, '');
  }
  return ok(sections);
}

/** Null: a section of another kind. */
function profileName(file: ProfileFile, heading: string): string | null {
  if (file === 'credentials' || heading === 'default') return heading;
  const named = /^profile(?:\s+(.*))?$/.exec(heading);
  return named ? (named[1] ?? '').replace(/^(["'])(.*)\1$/, '$2').trim() : null;
}

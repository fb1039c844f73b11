// Paramfile: `file://…` and `fileb://…`, the files of the workspace in place of the value of an option.
import { decode, encode } from 'js-base64';
import { err, ok, type Result } from '../../aws/result.ts';

/** Reads a file as base64; null: there is none of that path. */
export type Files = (path: string) => string | null;

/**
 * Null for a word that names no file. `file://` holds text, `fileb://` bytes; a parameter of bytes gets them as base64.
 * The error is the rest of the CLI's sentence.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
 */
export function readAddress(
  word: string,
  files: Files,
  wanted: 'text' | 'base64',
): Result<string, string> | null {
  const address = /^(fileb?):\/\/(.*)$/s.exec(word);
  if (!address) return null;
  const [, scheme, path = ''] = address;
  const held = files(path);
  if (held === null)
    return err(`Unable to load paramfile ${word}: [Errno 2] No such file or directory: '${path}'`);
  if (wanted === 'base64' && scheme === 'fileb') return ok(held);
  const text = textOfFile(held);
  if (text === null)
    return err(
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    );
  // With `file://`, a parameter of bytes finds in the file what would stand on the command line.
  return ok(wanted === 'base64' ? text.trim() : text);
}

/** Null for bytes that are no text. */
export function textOfFile(base64: string): string | null {
  const text = decode(base64);
  return encode(text) === base64 ? text : null;
}

// Links: a whole scenario in the fragment of a URL, which browsers never send to a server.
import { err, type Result } from '../aws/result.ts';
import { parseScenario } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import type { Scenario, ScenarioError } from '../scenario/scenario.ts';
import { deflate, inflate } from './compression.ts';
import { MAX_BYTES, textOf } from './file.ts';
import type { Shareable } from './travel.ts';

/** What the fragment of a link starts with; a format number, a dot and the payload follow. */
export const SHARE_PREFIX = '#share=';

/** Format 1: UTF-8 JSON, raw deflate, base64url without padding. */
const FORMAT = 1;

/** Characters of a fragment that are looked at: Chromium itself goes no further than 2 MiB. */
export const LINK_LIMIT = 2_000_000;

export const isShareFragment = (fragment: string): boolean => fragment.startsWith(SHARE_PREFIX);

/** The fragment that carries a scenario, `#share=1.…`. */
export async function encodeLink<Given extends Scenario>(scenario: Shareable<Given>): Promise<string> {
  const bytes = new TextEncoder().encode(printScenario(scenario));
  return `${SHARE_PREFIX}${FORMAT}.${toBase64Url(await deflate(bytes))}`;
}

/**
 * Reads the fragment of a link, whoever made it. Never throws or rejects; no more than the limits is ever unpacked.
 *
 * What mail programs and chats add is overlooked: line breaks, encoded spaces, the full stop after the link.
 *
 * - `foreign`: not one of our links, or something else in the form of one
 * - `tooNew`: a format, or a scenario, of a later build
 * - `oversized`: more characters than `LINK_LIMIT`, or more bytes inside than `MAX_BYTES`
 * - `damaged`: cut off or changed on the way
 */
export async function decodeLink(fragment: string): Promise<Result<Scenario, ScenarioError>> {
  if (!isShareFragment(fragment)) return err({ kind: 'foreign', detail: 'It is not a link to a scenario.' });
  if (fragment.length > LINK_LIMIT)
    return err({ kind: 'oversized', bytes: fragment.length, limit: LINK_LIMIT });

  const [, format, payload] = /^(\d{1,4})(?:\.|$)(.*)$/s.exec(fragment.slice(SHARE_PREFIX.length)) ?? [];
  const number = Number(format);
  if (format === undefined || number < FORMAT)
    return err({ kind: 'foreign', detail: 'It is not in a form that this app has ever written.' });
  if (number > FORMAT) return err({ kind: 'tooNew', version: number });

  const packed = fromBase64Url(withoutAdditions(payload ?? ''));
  if (packed === null)
    return err({ kind: 'damaged', detail: 'Characters of the link are missing or changed.' });
  const unpacked = await inflate(packed, MAX_BYTES);
  if (!unpacked.ok)
    return err(
      unpacked.error.kind === 'tooLong'
        ? { kind: 'oversized', bytes: unpacked.error.bytes, limit: MAX_BYTES }
        : { kind: 'damaged', detail: CHANGED },
    );
  const text = textOf(unpacked.value);
  if (text === null) return err({ kind: 'damaged', detail: CHANGED });
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    // What is no JSON was some once, or nobody would have made a link of it.
    return err({ kind: 'damaged', detail: CHANGED });
  }
  return parseScenario(input);
}

const CHANGED = 'The link was cut off or changed on the way.';

/** Without white space, plain or encoded, anywhere, and without the punctuation of the sentence the link stood in. */
const withoutAdditions = (payload: string): string =>
  payload.replace(/\s|%(?:20|09|0[ad])/gi, '').replace(/[.,;:!?)\]}>'"*]+$/, '');

/** Bytes that are turned to text at a time: more arguments than this overflow the stack of some browsers. */
const PIECE = 8_192;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null when the text is not base64url. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

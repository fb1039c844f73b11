// `zip`: an archive of files, packed but not pressed, for the code of a function.
import { encode, fromUint8Array, toUint8Array } from 'js-base64';
import type { Builtin } from './builtin.ts';
import { failing, out } from './run.ts';

export const zip: Builtin = {
  help: 'zip FILE.zip FILE…    pack files, such as the code of a function',
  *run(shell, { words: [, ...words] }) {
    const [archive, ...paths] = words.filter((word) => !word.startsWith('-'));
    if (archive === undefined || paths.length === 0)
      return yield* failing('zip: name the archive, then the files in it: zip function.zip index.py', 16);
    const files: Packed[] = [];
    for (const path of paths) {
      const held = shell.readFile(path);
      if (held === null) return yield* failing(`zip: ${path}: No such file or directory`, 18);
      files.push({ name: path.replace(/^(\.\/|\/)+/, ''), bytes: toUint8Array(held) });
    }
    const name = /\.[^/]*$/.test(archive) ? archive : `${archive}.zip`;
    const refused = shell.writeFile(name, fromUint8Array(archiveOf(files)));
    if (refused !== null) return yield* failing(`zip: ${name}: ${refused}`, 15);
    if (!words.includes('-q'))
      yield out(files.map((file) => `  adding: ${file.name} (stored 0%)\n`).join(''));
    return 0;
  },
};

interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first of January 1980, where the time of archives begins: the same files make the same archive. */
const DATE = 0x0021;

/** @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function archiveOf(files: readonly Packed[]): Uint8Array {
  const local: number[] = [];
  const central: number[] = [];
  for (const { name, bytes } of files) {
    const label = toUint8Array(encode(name));
    const sums = [...four(checksum(bytes)), ...four(bytes.length), ...four(bytes.length)];
    // Version, flags (names in UTF-8), method (stored), time and date.
    const common = [...two(20), ...two(0x0800), ...two(0), ...two(0), ...two(DATE), ...sums];
    const lengths = [...two(label.length), ...two(0)];
    const offset = local.length;
    push(local, [0x50, 0x4b, 3, 4, ...common, ...lengths], label, bytes);
    push(
      central,
      [0x50, 0x4b, 1, 2, ...two(20), ...common, ...lengths, ...two(0), ...two(0), ...two(0), ...four(0)],
      four(offset),
      label,
    );
  }
  const count = two(files.length);
  const end = [0x50, 0x4b, 5, 6, ...two(0), ...two(0), ...count, ...count];
  return Uint8Array.from([
    ...local,
    ...central,
    ...end,
    ...four(central.length),
    ...four(local.length),
    ...two(0),
  ]);
}

function push(to: number[], ...all: readonly ArrayLike<number>[]): void {
  for (const bytes of all) for (let at = 0; at < bytes.length; at++) to.push(bytes[at] ?? 0);
}

const two = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
const four = (value: number): number[] => [...two(value), ...two(value >>> 16)];

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

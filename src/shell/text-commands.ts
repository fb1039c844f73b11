// Text commands: the few filters that scripts put behind a command.
import type { Builtin, Invocation } from './builtin.ts';
import { failing, out, printing, type Run } from './run.ts';
import type { Host } from './host.ts';
import { joined, streamChunk, streamText } from './stream.ts';

interface Asked {
  readonly flags: readonly string[];
  /** Words that are no flags, without those that are files. */
  readonly words: readonly string[];
  /** What is read, as base64. */
  readonly input: string;
}

/** Sorts the words of a filter, whose last ones may be files in place of what is piped in. */
function asked(
  shell: Host,
  { words: [, ...all], input }: Invocation,
  own: number,
): { readonly ok: true; readonly value: Asked } | { readonly ok: false; readonly missing: string } {
  const flags = all.filter((word) => /^-./.test(word));
  const words = all.filter((word) => !/^-./.test(word));
  const parts: string[] = [];
  for (const path of words.slice(own)) {
    const held = shell.readFile(path);
    if (held === null) return { ok: false, missing: path };
    parts.push(held);
  }
  const read = parts.length > 0 ? joined(parts) : (input ?? '');
  return { ok: true, value: { flags, words: words.slice(0, own), input: read } };
}

const filter = (name: string, help: string, own: number, run: (read: Asked) => Run): Builtin => ({
  help,
  run: (shell, invocation) => {
    const read = asked(shell, invocation, own);
    return read.ok ? run(read.value) : failing(`${name}: ${read.missing}: No such file or directory`, 1);
  },
});

/** The lines of a text, which ends with the end of a line or does not. */
const linesOf = (base64: string): readonly string[] => {
  const text = streamText(base64);
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
};

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

export const base64Command = filter(
  'base64',
  'base64 [-d]           encode what is piped in, or decode it',
  0,
  function* ({ flags, input }) {
    if (!flags.some((flag) => ['-d', '-D', '--decode'].includes(flag))) {
      const wrapped = flags.includes('-w0') ? input : (input.match(/.{1,76}/g) ?? []).join('\n');
      return yield* printing(`${wrapped}\n`);
    }
    const text = streamText(input).replace(/\s/g, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
      return yield* failing('base64: invalid input', 1);
    yield streamChunk(text);
    return 0;
  },
);

/** `-n 3`, `-n3` or `-3`; ten where nothing is said. */
function countOf({ flags, words }: Asked): number {
  const inline = flags.map((flag) => /^-n?(\d+)$/.exec(flag)?.[1]).find((digits) => digits !== undefined);
  return Number(inline ?? (flags.includes('-n') ? words[0] : '10'));
}

const ends = (name: 'head' | 'tail', help: string): Builtin => ({
  help,
  run: (shell, invocation) =>
    filter(name, help, invocation.words.includes('-n') ? 1 : 0, (read) => {
      const all = linesOf(read.input);
      const count = countOf(read);
      return printing(lines(name === 'head' ? all.slice(0, count) : count === 0 ? [] : all.slice(-count)));
    }).run(shell, invocation),
});

export const head = ends('head', 'head [-n N]           the first lines');
export const tail = ends('tail', 'tail [-n N]           the last lines');

export const wordCount = filter(
  'wc',
  'wc [-l|-w|-c]         how many lines, words or bytes',
  0,
  ({ flags, input }) => {
    const text = streamText(input);
    const counts: Readonly<Record<string, number>> = {
      '-l': text.split('\n').length - 1,
      '-w': text.split(/\s+/).filter((word) => word !== '').length,
      '-c': Math.floor((input.replace(/=+$/, '').length * 3) / 4),
    };
    const wanted = Object.keys(counts).filter((flag) => flags.length === 0 || flags.includes(flag));
    return printing(`${wanted.map((flag) => counts[flag]).join(' ')}\n`);
  },
);

export const sortLines = filter('sort', 'sort [-r] [-u]        the lines in order', 0, ({ flags, input }) => {
  const all = [...linesOf(input)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const once = flags.includes('-u') ? [...new Set(all)] : all;
  return printing(lines(flags.includes('-r') ? once.reverse() : once));
});

/** A pattern that a regular expression of JavaScript reads as grep does, for what is common. */
const grepLines = filter(
  'grep',
  'grep [-i|-v|-c] TEXT  the lines that match',
  1,
  function* ({ flags, words, input }) {
    const [pattern = ''] = words;
    let matcher: RegExp;
    try {
      const source = flags.some((flag) => /^-\w*F/.test(flag))
        ? pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
        : pattern;
      matcher = new RegExp(source, flags.some((flag) => /^-\w*i/.test(flag)) ? 'i' : '');
    } catch {
      return yield* failing(`grep: ${pattern}: not a pattern`, 2);
    }
    const wanted = !flags.some((flag) => /^-\w*v/.test(flag));
    const found = linesOf(input).filter((line) => matcher.test(line) === wanted);
    if (flags.some((flag) => /^-\w*q/.test(flag))) return Number(found.length === 0);
    yield out(flags.some((flag) => /^-\w*c/.test(flag)) ? `${found.length}\n` : lines(found));
    return Number(found.length === 0);
  },
);

/** A flag that means something else here would find the wrong lines. */
export const grep: Builtin = {
  help: grepLines.help,
  run: (shell, invocation) => {
    const strange = invocation.words.find((word) => /^-./.test(word) && !/^-[ivcqEF]+$/.test(word));
    return strange === undefined
      ? grepLines.run(shell, invocation)
      : failing(`grep: ${strange} is not simulated in this shell`, 2);
  },
};

export const tr: Builtin = {
  help: 'tr [-d] SET [SET]     replace or delete characters',
  run: (_shell, { words: [, ...words], input }) => {
    const set = (text = ''): string[] => [
      ...text
        .replaceAll('\\n', '\n')
        .replaceAll('\\t', '\t')
        .replace(/(\w)-(\w)/g, (_range, from: string, to: string) => range(from, to)),
    ];
    const text = streamText(input ?? '');
    if (words[0] === '-d') {
      const gone = new Set(set(words[1]));
      return printing([...text].filter((sign) => !gone.has(sign)).join(''));
    }
    const from = set(words[0]);
    const to = set(words[1]);
    return printing(
      [...text]
        .map((sign) => (from.includes(sign) ? (to[from.indexOf(sign)] ?? to.at(-1) ?? '') : sign))
        .join(''),
    );
  },
};

const range = (from: string, to: string): string => {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    String.fromCharCode(first + at),
  ).join('');
};

export const cutLines: Builtin = {
  help: 'cut -d SIGN -f N      fields of each line: 2, or 1,3, or 2-',
  run: (shell, { words: [, ...words], input }) => {
    const options = { '-d': '\t', '-f': '' };
    const paths: string[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? '';
      const flag = word.slice(0, 2);
      if (flag !== '-d' && flag !== '-f') paths.push(word);
      else options[flag] = word.length > 2 ? word.slice(2) : (words[++at] ?? '');
    }
    const ranges = options['-f'].split(',').map((part) => /^(\d*)(-?)(\d*)$/.exec(part));
    if (options['-f'] === '' || ranges.includes(null))
      return failing('cut: you must specify a list of fields', 1);
    const isWanted = (number: number): boolean =>
      ranges.some((range) => {
        const [, from = '', dash, to = ''] = range ?? [];
        return dash === ''
          ? number === Number(from)
          : number >= Number(from) && (to === '' || number <= Number(to));
      });
    const parts = paths.map((path) => shell.readFile(path));
    const missing = paths[parts.indexOf(null)];
    if (missing !== undefined) return failing(`cut: ${missing}: No such file or directory`, 1);
    const read = paths.length === 0 ? (input ?? '') : joined(parts.filter((part) => part !== null));
    return printing(
      lines(
        linesOf(read).map((line) => {
          const fields = line.split(options['-d']);
          return fields.length === 1 ? line : fields.filter((_, at) => isWanted(at + 1)).join(options['-d']);
        }),
      ),
    );
  },
};

export const tee: Builtin = {
  help: 'tee FILE              print what is piped in, and write it to a file',
  *run(shell, { words: [, ...words], input }) {
    const append = words.includes('-a');
    for (const path of words.filter((word) => !word.startsWith('-'))) {
      const before = append ? shell.readFile(path) : null;
      const refused = shell.writeFile(
        path,
        joined([before ?? '', input ?? ''].filter((part) => part !== '')),
      );
      if (refused !== null) return yield* failing(`tee: ${path}: ${refused}`, 1);
    }
    if (input !== null) yield streamChunk(input);
    return 0;
  },
};

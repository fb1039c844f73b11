// action: the action of a request, read once, and which patterns of Action or NotAction elements name it.
import type { PatternElement } from '../policy/document.ts';
import type { Spanned } from '../policy/span.ts';
import { compileText, type Matcher } from './wildcard.ts';

/** An action as patterns see it: lower-cased, because they are compared without regard to letter case. */
export interface AskedAction {
  /** `s3:getobject` */
  readonly text: string;
  /** `s3`; the whole text where there is no colon. */
  readonly service: string;
  /** `getobject`; empty where there is no colon. */
  readonly name: string;
}

/** More than AWS has actions, so that a sweep over all of them reads each once. */
const REMEMBERED = 32_768;

const asked = new Map<string, AskedAction>();

let last = '';
let lastAsked: AskedAction = { text: '', service: '', name: '' };

/** The same object for the same text, as long as not too many others are asked for. */
export function askedAction(action: string): AskedAction {
  // One request asks many times over.
  if (action === last) return lastAsked;
  lastAsked = remembered(action);
  last = action;
  return lastAsked;
}

function remembered(action: string): AskedAction {
  const known = asked.get(action);
  if (known !== undefined) return known;
  const text = action.toLowerCase();
  const colon = text.indexOf(':');
  const made =
    colon === -1
      ? { text, service: text, name: '' }
      : { text, service: text.slice(0, colon), name: text.slice(colon + 1) };
  if (asked.size >= REMEMBERED) asked.clear();
  asked.set(action, made);
  return made;
}

/** The part before the colon, lower-cased; null when there is no colon. */
export function serviceOf(action: string): string | null {
  const colon = action.indexOf(':');
  return colon === -1 ? null : action.slice(0, colon).toLowerCase();
}

const hasWildcard = (pattern: string): boolean => pattern.includes('*') || pattern.includes('?');

/** A pattern and the number of the element that it stands in. */
interface Entry {
  readonly element: number;
  readonly source: Spanned<string>;
  readonly pattern: string;
}

interface WildEntry extends Entry {
  readonly matches: Matcher;
}

/** The patterns about one service, as they were found, and sorted out when the service is first asked for. */
interface Group {
  readonly entries: Entry[];
  sorted: {
    readonly exact: ReadonlyMap<string, readonly Entry[]>;
    readonly wild: readonly WildEntry[];
  } | null;
}

/** What names an action in one of the elements. */
export interface Naming {
  readonly element: number;
  readonly source: Spanned<string>;
}

const NONE: readonly never[] = [];

/**
 * The patterns of many elements, found by service and name, so that the cost of asking grows with the patterns about the
 * service alone. Anchored at both ends.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export class ActionIndex {
  readonly #byService = new Map<string, Group>();
  /** Patterns with a wildcard before the colon, `*` above all. */
  readonly #ofAnyService: Group = { entries: [], sorted: null };

  /** The round of asking in which each element was last found to name the action. */
  readonly #foundIn: Uint32Array;
  #round = 0;

  constructor(elements: readonly PatternElement[]) {
    this.#foundIn = new Uint32Array(elements.length);
    elements.forEach(({ patterns }, element) => {
      for (const source of patterns) {
        const pattern = source.value.toLowerCase();
        const colon = pattern.indexOf(':');
        const service = colon === -1 ? pattern : pattern.slice(0, colon);
        this.#group(service).entries.push({ element, source, pattern });
      }
    });
  }

  #group(service: string): Group {
    if (hasWildcard(service)) return this.#ofAnyService;
    const known = this.#byService.get(service);
    if (known !== undefined) return known;
    const made: Group = { entries: [], sorted: null };
    this.#byService.set(service, made);
    return made;
  }

  /** Whether any pattern could name an action of this service. */
  speaksOf(service: string): boolean {
    return this.#ofAnyService.entries.length > 0 || this.#byService.has(service);
  }

  /** Of each element that names the action the pattern that does, an exact name before one with wildcards. */
  naming({ text, service }: AskedAction): readonly Naming[] {
    this.#round += 1;
    const found: Naming[] = [];
    const own = this.#byService.get(service);
    if (own !== undefined) this.#addNamings(own, text, found);
    if (this.#ofAnyService.entries.length > 0) this.#addNamings(this.#ofAnyService, text, found);
    return found.length > 1 ? found.sort((one, other) => one.element - other.element) : found;
  }

  #addNamings(group: Group, text: string, found: Naming[]): void {
    const { exact, wild } = (group.sorted ??= sortOut(group.entries));
    for (const entry of exact.get(text) ?? NONE) this.#addNaming(entry, found);
    for (const entry of wild) {
      if (this.#foundIn[entry.element] !== this.#round && entry.matches(text)) this.#addNaming(entry, found);
    }
  }

  #addNaming(entry: Naming, found: Naming[]): void {
    if (this.#foundIn[entry.element] === this.#round) return;
    this.#foundIn[entry.element] = this.#round;
    found.push(entry);
  }
}

function sortOut(entries: readonly Entry[]): NonNullable<Group['sorted']> {
  const exact = new Map<string, Entry[]>();
  const wild: WildEntry[] = [];
  for (const entry of entries) {
    if (hasWildcard(entry.pattern)) {
      wild.push({ ...entry, matches: compileText(entry.pattern) });
      continue;
    }
    const same = exact.get(entry.pattern);
    if (same === undefined) exact.set(entry.pattern, [entry]);
    else same.push(entry);
  }
  return { exact, wild };
}

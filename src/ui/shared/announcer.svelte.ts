// Announcer: short messages on what just happened, shown for a moment and read out politely.
import { getContext, setContext } from 'svelte';

/** For a few words; longer messages stay as long as it takes to read them. */
const SHOWN_MILLISECONDS = 3000;
const MILLISECONDS_PER_CHARACTER = 50;

export interface Announcement {
  /** Said on the way to another place: it is still shown there, and gone when that is left. */
  readonly onward?: boolean;
}
export type Announce = (text: string, how?: Announcement) => void;

export class Announcer {
  #text = $state('');
  #shown = $state(false);
  #onward = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is read out; empty while nothing is to be said. */
  get text(): string {
    return this.#text;
  }

  /** Whether it is on the screen as well: it may be gone from there before it has been read out. */
  get shown(): boolean {
    return this.#shown;
  }

  say: Announce = (text, { onward = false } = {}) => {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#shown = true;
    this.#onward = onward;
    this.#timer = setTimeout(
      this.#end,
      Math.max(SHOWN_MILLISECONDS, text.length * MILLISECONDS_PER_CHARACTER),
    );
  };

  /** To be called when attention has gone elsewhere. */
  hide = (): void => {
    this.#shown = false;
  };

  /** To be called when another place is shown. */
  moved = (): void => {
    if (!this.#onward) this.hide();
    this.#onward = false;
  };

  #end = (): void => {
    this.#text = '';
    this.#shown = false;
  };
}

const KEY = Symbol('announcer');

/** Called once, by the shell, which also shows the messages. */
export const provideAnnouncer = (): Announcer => setContext(KEY, new Announcer());

/** `const announce = useAnnounce()` while a component starts, then `announce('Policy saved')`. Silent outside the shell. */
export const useAnnounce = (): Announce => getContext<Announcer | undefined>(KEY)?.say ?? (() => undefined);

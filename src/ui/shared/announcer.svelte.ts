// Announcer: short messages on what just happened, shown for a moment and read out politely.
import { getContext, setContext } from 'svelte';

/** Long enough to read two lines at ease. */
const SHOWN_MILLISECONDS = 6000;

export class Announcer {
  #text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Empty while nothing is to be said. */
  get text(): string {
    return this.#text;
  }

  say = (text: string): void => {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#timer = setTimeout(this.clear, SHOWN_MILLISECONDS);
  };

  clear = (): void => {
    clearTimeout(this.#timer);
    this.#text = '';
  };
}

const KEY = Symbol('announcer');

/** Called once, by the shell, which also shows the messages. */
export const provideAnnouncer = (): Announcer => setContext(KEY, new Announcer());

/** `const announce = useAnnounce()` while a component starts, then `announce('Policy saved')`. Silent outside the shell. */
export const useAnnounce = (): ((text: string) => void) =>
  getContext<Announcer | undefined>(KEY)?.say ?? (() => undefined);

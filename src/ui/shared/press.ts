// Press: while a button is held down, what comes to stand above it must not push it away, or the press comes to nothing.

/** In milliseconds: on touch screens the click comes a moment after the finger is lifted. */
const UNTIL_CLICK = 50;

export class Press {
  #held = false;
  #next: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Follows the pointer until what is returned is called: `$effect(press.watch)`. */
  watch = (): (() => void) => {
    const done = new AbortController();
    const { signal } = done;
    const seen = { capture: true, signal };
    addEventListener('pointerdown', this.#down, seen);
    addEventListener('pointerup', this.#up, seen);
    addEventListener('pointercancel', this.#up, seen);
    addEventListener('click', this.#clicked, seen);
    // That of the window alone: whatever is pressed takes the focus from something else.
    addEventListener('blur', this.#up, { signal });
    return () => {
      done.abort();
      clearTimeout(this.#timer);
    };
  };

  /** Does it at once, or after the press that is under way; of several that wait, the last. */
  after(act: () => void): void {
    if (this.#held) this.#next = act;
    else act();
  }

  #down = ({ isPrimary, button }: PointerEvent): void => {
    // A menu that opens at another button keeps its release to itself.
    if (!isPrimary || button !== 0) return;
    clearTimeout(this.#timer);
    this.#held = true;
  };

  #up = (): void => this.#release(UNTIL_CLICK);

  /** What the click brings about is to be seen before the next. */
  #clicked = (): void => this.#release(0);

  #release(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#held = false;
      const next = this.#next;
      this.#next = null;
      next?.();
    }, delay);
  }
}

// Settled fields: which text fields hold something that was typed and is not in the policy yet, and so has an undo of its own.

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type));

export class SettledFields {
  readonly #settled = new WeakMap<TextField, string>();

  /** To be called when a field gets the focus, and when what was typed in it is taken. */
  settle = ({ target }: Event): void => {
    if (isTextField(target)) this.#settled.set(target, target.value);
  };

  /** Whether something was typed there that is not taken yet. */
  isTyping = (target: EventTarget | null): boolean =>
    isTextField(target) && !target.readOnly && target.value !== (this.#settled.get(target) ?? target.value);
}

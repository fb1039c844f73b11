// The clock of the simulated phone in words: how far it can be set wrong, and what it is set to.

/** Seconds ahead, negative for behind; in the order of a list to choose from. */
export const PHONE_CLOCKS: readonly { readonly ahead: number; readonly words: string }[] = [
  { ahead: -600, words: '10 minutes slow' },
  { ahead: -120, words: '2 minutes slow' },
  { ahead: 0, words: 'right' },
  { ahead: 120, words: '2 minutes fast' },
  { ahead: 600, words: '10 minutes fast' },
];

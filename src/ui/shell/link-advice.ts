// Link advice: what the length and the address of a share link mean for the people it is handed to.

export interface LinkAdvice {
  readonly tone: 'allow' | 'implicit' | 'explicit';
  /** One or two words. */
  readonly verdict: string;
  readonly text: string;
}

/**
 * Advice on a link of so many characters.
 * The bounds come from chat tools (Discord takes 2,000 characters in a message, Slack splits messages at 4,000) and from
 * browsers (Firefox keeps no address above 65,536 in its history).
 */
export function linkAdvice(characters: number, tooLong: boolean): LinkAdvice {
  if (tooLong) {
    return {
      tone: 'explicit',
      verdict: 'Too long',
      text: 'Browsers refuse links of this length. Download the account as a file and share that.',
    };
  }
  if (characters <= 2000) return { tone: 'allow', verdict: 'Short', text: 'Safe to paste anywhere.' };
  if (characters <= 8000) {
    return {
      tone: 'allow',
      verdict: 'Medium',
      text: 'Fits e-mail, course pages and most chats. Discord stops at 2,000 characters in a message, and Slack splits at 4,000.',
    };
  }
  if (characters <= 65_536) {
    return {
      tone: 'implicit',
      verdict: 'Long',
      text: 'Some chat and mail programs cut links of this length. A file is safer.',
    };
  }
  return {
    tone: 'implicit',
    verdict: 'Very long',
    text: 'Most chat and mail programs cut links of this length, and some browsers do not keep them. Download the account as a file instead.',
  };
}

/** True when the address of a link means the reader's own machine: nobody else can open it there. */
export const isOnlyHere = (url: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

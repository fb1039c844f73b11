// Link advice: what the length of a share link means for the places people paste links into.

export interface LinkAdvice {
  readonly tone: 'allow' | 'implicit' | 'explicit';
  /** One or two words. */
  readonly verdict: string;
  readonly text: string;
}

/**
 * Advice on a link of so many characters.
 * The bounds come from chat tools: Discord takes 2,000 characters in a message, Slack splits messages at 4,000.
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
  return {
    tone: 'implicit',
    verdict: 'Long',
    text: 'Some chat and mail programs cut links of this length. A file is safer.',
  };
}

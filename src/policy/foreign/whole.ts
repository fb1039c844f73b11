// The fix that puts another text in the place of a whole one.
import type { Fix } from '../diagnostic.ts';

export const whole = (text: string, label: string, to: string): Fix => ({
  label,
  edits: [{ from: 0, to: text.length, text: to }],
});

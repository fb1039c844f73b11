// Steps of the clock: by how much it can be moved, and how far it has been.

export const CLOCK_STEPS = [
  { seconds: 5 * 60, label: '+5 min' },
  { seconds: 15 * 60, label: '+15 min' },
  { seconds: 3600, label: '+1 h' },
  { seconds: 12 * 3600, label: '+12 h' },
  { seconds: 90 * 86_400, label: '+90 days' },
] as const;

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** "1 h 15 min"; seconds are told only where there is nothing greater. */
export function aheadInWords(seconds: number): string {
  if (seconds > 0 && seconds < 60) return `${seconds} s`;
  let rest = seconds;
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.join(' ');
}

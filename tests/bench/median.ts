// median: what is measured several times, without the first round and without outliers.

/** Of each measurement: one to warm up, then the median of the rest. */
const ROUNDS = 8;

export function median(measure: () => number): number {
  measure();
  const values = Array.from({ length: ROUNDS - 1 }, measure).sort((one, other) => one - other);
  return values[Math.floor(values.length / 2)] ?? 0;
}

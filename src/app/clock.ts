// The clock: the only place that reads the time.
import { instantOf, type Instant } from '../aws/instant.ts';

export const now = (): Instant => instantOf(Date.now());

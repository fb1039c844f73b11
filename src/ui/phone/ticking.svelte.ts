// Ticking: the moment in the simulated AWS, kept up to date while something on the screen shows it.
import type { Instant } from '../../aws/instant.ts';
import type { Workspace } from '../shared/workspace.ts';

/** In milliseconds. */
const TICK = 1000;

/** To be called while a component is made; moves on with the component's life, and at once when the clock is moved. */
export function ticking(workspace: Workspace): { readonly now: Instant } {
  let now = $state(workspace.now());
  $effect(() => {
    void workspace.ahead;
    const look = () => (now = workspace.now());
    look();
    const timer = setInterval(look, TICK);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}

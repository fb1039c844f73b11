// Arrived: goes to the step that has just come up, with its heading at the top of what can be seen.

/** Of what is taller than the window, the browser alone would show the end. */
export function showArrived(step: HTMLElement | undefined): void {
  step?.focus({ preventScroll: true });
  step?.scrollIntoView({ block: 'start' });
}

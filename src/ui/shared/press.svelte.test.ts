// Press: what moves the page waits for a press to end, and for nothing else.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Press } from './press.ts';

let unwatch = (): void => {};
let press = new Press();
beforeEach(() => {
  vi.useFakeTimers();
  press = new Press();
  unwatch = press.watch();
});
afterEach(() => {
  unwatch();
  vi.useRealTimers();
});

const pointer = (type: string, button = 0, isPrimary = true): boolean =>
  document.body.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary, button }));
const waiting = () => {
  const act = vi.fn<() => void>();
  press.after(act);
  return act;
};

test('with nothing pressed it is done at once', () => {
  expect(waiting()).toHaveBeenCalledOnce();
});

test.each(['pointerup', 'pointercancel'])(
  'while something is pressed it waits for %s, and for the click',
  (end) => {
    pointer('pointerdown');
    const act = waiting();
    vi.advanceTimersByTime(60_000);
    pointer(end);
    expect(act).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(act).toHaveBeenCalledOnce();
    expect(waiting()).toHaveBeenCalledOnce();
  },
);

test('of several the last is done', () => {
  pointer('pointerdown');
  const [first, last] = [waiting(), waiting()];
  pointer('pointerup');
  vi.runAllTimers();
  expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
});

test('the next press may begin before the click of the last one has come', () => {
  pointer('pointerdown');
  const act = waiting();
  pointer('pointerup');
  pointer('pointerdown');
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
  pointer('pointerup');
  vi.runAllTimers();
  expect(act).toHaveBeenCalledOnce();
});

test('a window that is left ends the press; a field that is left does not', () => {
  pointer('pointerdown');
  const act = waiting();
  document.body.dispatchEvent(new FocusEvent('blur'));
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
  window.dispatchEvent(new FocusEvent('blur'));
  vi.runAllTimers();
  expect(act).toHaveBeenCalledOnce();
});

test('other buttons and second fingers hold up nothing', () => {
  pointer('pointerdown', 2);
  expect(waiting()).toHaveBeenCalledOnce();
  pointer('pointerdown', 0, false);
  expect(waiting()).toHaveBeenCalledOnce();
});

test('what waits when nobody watches any more is not done', () => {
  pointer('pointerdown');
  const act = waiting();
  pointer('pointerup');
  unwatch();
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
});

// Undo and redo: what the buttons say, and which keys do it, where.
import { render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { undoKey } from '../shared/undo-key.ts';
import UndoRedo from './UndoRedo.svelte';

const press = (key: string, modifiers: KeyboardEventInit = {}, target: Element = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  target.dispatchEvent(event);
  return event;
};

afterEach(() => document.body.replaceChildren());

function shown(canUndo: string | null, canRedo: string | null) {
  const workspace = { canUndo, canRedo, undo: vi.fn(), redo: vi.fn() };
  render(UndoRedo, { workspace });
  return workspace;
}

test('the buttons name what they take back, and do it', () => {
  const { undo, redo } = shown('CreateUser', 'PutObject');
  screen.getByRole('button', { name: 'Undo CreateUser' }).click();
  expect([undo.mock.calls.length, redo.mock.calls.length]).toEqual([1, 0]);
  screen.getByRole('button', { name: 'Redo PutObject' }).click();
  expect(redo).toHaveBeenCalledOnce();
});

test('with nothing to take back they do nothing, and say so', () => {
  const { undo, redo } = shown(null, null);
  for (const name of ['Undo', 'Redo']) {
    const button = screen.getByRole('button', { name });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    button.click();
  }
  press('z', { ctrlKey: true });
  expect([undo.mock.calls, redo.mock.calls]).toEqual([[], []]);
});

test('the keys do the same, and the browser does not do its own', () => {
  const { undo, redo } = shown('CreateUser', 'PutObject');
  expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(true);
  expect(undo).toHaveBeenCalledOnce();
  press('Z', { metaKey: true, shiftKey: true });
  press('y', { ctrlKey: true });
  expect(redo).toHaveBeenCalledTimes(2);
});

describe('which keys', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, defaultPrevented: false };
  const keyed = (key: string, modifiers: object, target: EventTarget | null = document.body) =>
    undoKey({ ...plain, key, target, ...modifiers });

  test.each([
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['y', { metaKey: true }, null],
    ['z', {}, null],
    ['z', { ctrlKey: true, altKey: true }, null],
    ['z', { ctrlKey: true, metaKey: true }, null],
    ['z', { ctrlKey: true, defaultPrevented: true }, null],
    ['x', { ctrlKey: true }, null],
  ])('%s with %j: %s', (key, modifiers, what) => {
    expect(keyed(key, modifiers)).toBe(what);
  });

  /** An element inside of others, the outermost first: `div contenteditable=true`. */
  const nested = (...path: readonly string[]): Element =>
    path.reduce<Element>((outer, text) => {
      const [tag = '', attribute = ''] = text.split(' ');
      const inner = document.createElement(tag);
      const [name = '', value = ''] = attribute.split('=');
      if (name !== '') inner.setAttribute(name, value);
      outer.append(inner);
      return inner;
    }, document.body);

  test.each([
    [['input'], null],
    [['textarea'], null],
    [['select'], null],
    [['div contenteditable=true', 'span'], null],
    [['div role=dialog', 'button'], null],
    [['div role=menu', 'button'], null],
    [['div contenteditable=false'], 'undo'],
    [['main', 'button'], 'undo'],
  ])('in %j: %s', (path, what) => {
    expect(keyed('z', { ctrlKey: true }, nested(...path))).toBe(what);
  });
});

// Tests for settled fields: where the undo of the browser goes before that of the policy.
import { expect, test } from 'vitest';
import { SettledFields } from './settled-fields.ts';

function field(type: string, value = '') {
  const input = document.createElement('input');
  input.type = type;
  input.value = value;
  return input;
}
function about(target: EventTarget): Event {
  const event = new Event('change');
  Object.defineProperty(event, 'target', { value: target });
  return event;
}

test('a text field is typed in from its first letter until what it holds is taken', () => {
  const fields = new SettledFields();
  const input = field('text', 'Read');
  expect(fields.isTyping(input)).toBe(false);
  fields.settle(about(input));
  input.value = 'ReadAll';
  expect(fields.isTyping(input)).toBe(true);
  fields.settle(about(input));
  expect(fields.isTyping(input)).toBe(false);
});

test('nothing is typed in boxes to be ticked, and in what can only be read', () => {
  const fields = new SettledFields();
  const box = field('checkbox', 'a');
  const kept = field('text', 'a');
  kept.readOnly = true;
  for (const one of [box, kept]) {
    fields.settle(about(one));
    one.value = 'b';
    expect(fields.isTyping(one)).toBe(false);
  }
  expect(fields.isTyping(document.createElement('select'))).toBe(false);
  expect(fields.isTyping(null)).toBe(false);
});

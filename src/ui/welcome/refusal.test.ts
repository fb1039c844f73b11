// Every reason to refuse a link or file has words of its own.
import { expect, test } from 'vitest';
import type { ScenarioError } from '../../scenario/scenario.ts';
import { refusalOf } from './refusal.ts';

const errors: ScenarioError[] = [
  { kind: 'damaged', detail: 'the text ends early' },
  { kind: 'foreign', detail: 'no format' },
  { kind: 'tooNew', version: 7 },
  { kind: 'oversized', bytes: 12 * 1024 * 1024, limit: 2 * 1024 * 1024 },
];

test('each kind has a title of its own, a reason and a next step', () => {
  const refusals = errors.map((error) => refusalOf(error, 'link'));
  expect(new Set(refusals.map((refusal) => refusal.title)).size).toBe(errors.length);
  for (const { why, next } of refusals) {
    expect(why).toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  }
});

test('the particulars are told', () => {
  const [damaged, , tooNew, oversized] = errors.map((error) => refusalOf(error, 'file'));
  expect(damaged?.detail).toBe('the text ends early');
  expect(tooNew?.why).toContain('version 7');
  expect(oversized?.why).toContain('2.0 MB');
});

test('a file is called a file, a link a link', () => {
  for (const error of errors) {
    expect(refusalOf(error, 'file').title).toContain('This file');
    expect(refusalOf(error, 'link').title).toContain('This link');
  }
});

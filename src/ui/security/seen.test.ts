// Which recommendations are shown to whom, and in which order.
import { expect, test } from 'vitest';
import type { Recommendation } from '../../analysis/recommendations.ts';
import { subjectName, visibleRecommendations } from './seen.ts';

const one = (id: Recommendation['id'], status: Recommendation['status']): Recommendation => ({
  id,
  status,
  subjects: [],
  title: '',
  text: '',
});
const ALL = [one('rootMfa', 'met'), one('userMfa', 'open'), one('passwordPolicy', 'open')];
const ids = (seen: Parameters<typeof visibleRecommendations>[1]) =>
  visibleRecommendations(ALL, seen).map(({ id }) => id);

test('only what somebody may see, what is open first', () => {
  expect(ids({ root: true, users: true, passwordPolicy: true })).toEqual([
    'userMfa',
    'passwordPolicy',
    'rootMfa',
  ]);
  expect(ids({ root: true, users: false, passwordPolicy: false })).toEqual(['rootMfa']);
  expect(ids({ root: false, users: true, passwordPolicy: false })).toEqual(['userMfa']);
  expect(ids({ root: false, users: false, passwordPolicy: true })).toEqual(['passwordPolicy']);
});

test('a user is named without path, the root user not at all', () => {
  expect(subjectName('arn:aws:iam::111122223333:user/staff/noor')).toBe('noor');
  expect(subjectName('arn:aws:iam::111122223333:root')).toBeNull();
});

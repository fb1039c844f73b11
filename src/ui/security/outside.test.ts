// Findings of external access in words.
import { expect, test } from 'vitest';
import { actionsInWords, conditionLines, principalLine, routeOfResource } from './outside.ts';

test('who it is', () => {
  expect(principalLine({ AWS: '*' })).toBe('everyone (*)');
  expect(principalLine({ AWS: '444455556666' })).toBe('444455556666');
  expect(principalLine({ Federated: 'accounts.example' })).toBe('Federated: accounts.example');
});

test('how much it is, and under what', () => {
  expect(actionsInWords(['s3:GetObject'])).toBe('s3:GetObject');
  expect(actionsInWords(['s3:GetObject', 's3:PutObject', 's3:ListBucket'])).toBe('s3:GetObject and 2 more');
  expect(conditionLines({ 'aws:SourceIp': '203.0.113.0/24' })).toEqual(['aws:SourceIp: 203.0.113.0/24']);
});

test('where it is', () => {
  expect(routeOfResource('arn:aws:s3:::maple')).toEqual({ place: 'bucket', name: 'maple', prefix: '' });
  expect(routeOfResource('arn:aws:iam::111122223333:role/Dev')).toBeNull();
});

// How long a policy is to AWS.
import { expect, test } from 'vitest';
import { normalizedBytes, RESOURCE_SIZE_LIMITS, sizeWithoutWhiteSpace } from './size.ts';
import { diagnose } from './validate.ts';

test.each([
  ['{ "a b" : 1 }', 9, 8],
  ['{\n\t"a": "\\" x"\r\n}', 12, 11],
  ['{"a":"é€😀"}', 17, 12],
])('%j', (text, bytes, characters) => {
  expect(normalizedBytes(text)).toBe(bytes);
  expect(sizeWithoutWhiteSpace(text)).toBe(characters);
});

test('the check of the size counts as the meter beside the editor does', () => {
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::maple/*',
  };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const codes = (policy: string) => diagnose(policy, 'resource').map(({ code }) => code);
  const tooLarge = 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA';
  // White space between the elements of a bucket policy is free; letters may take several bytes.
  expect(codes(text + ' '.repeat(RESOURCE_SIZE_LIMITS.bucket.most))).not.toContain(tooLarge);
  expect(codes(text.replace('maple', 'é'.repeat(RESOURCE_SIZE_LIMITS.bucket.most / 2)))).toContain(tooLarge);
});

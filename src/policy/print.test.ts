// PolicyDocument -> text, as AWS lays it out.
import { expect, test } from 'vitest';
import { parsePolicy } from './parse.ts';
import { printPolicy } from './print.ts';

test('elements come in the order of AWS, single values without brackets', () => {
  const { document } = parsePolicy(
    `{"Statement":{"Condition":{"StringEquals":{"1":["a"],"aws:username":["b","c"]},"Bool":{"aws:SecureTransport":true}},
      "NotResource":["*"],"Action":["s3:GetObject","s3:PutObject"],"Principal":{"Service":"ec2.amazonaws.com","AWS":["*"]},
      "Effect":"Deny","Sid":"One"},"Id":"shop"}`,
  );
  expect(document && printPolicy(document)).toBe(`{
  "Version": "2008-10-17",
  "Id": "shop",
  "Statement": [
    {
      "Sid": "One",
      "Effect": "Deny",
      "Principal": {
        "Service": "ec2.amazonaws.com",
        "AWS": "*"
      },
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "NotResource": "*",
      "Condition": {
        "StringEquals": {
          "1": "a",
          "aws:username": [
            "b",
            "c"
          ]
        },
        "Bool": {
          "aws:SecureTransport": "true"
        }
      }
    }
  ]
}`);
});

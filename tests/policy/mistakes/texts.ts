// Texts, words and names as people type them, and what word processors and other languages make of them.
import { but, READ, SHORT, trusting, withCondition, type BrokenText } from './broken-text.ts';

export const OF_TEXTS: readonly BrokenText[] = [
  {
    name: 'no quotes around a name',
    text: but(READ, '"Effect"', 'Effect'),
    told: [['Effect', 'a name has to stand in double quotes', 'Use "Effect"']],
  },
  {
    name: 'no quotes around a value',
    text: but(READ, '"Allow"', 'Allow'),
    told: [['Allow', 'text has to stand in double quotes', 'Use "Allow"']],
  },
  {
    name: 'no quotes around an action',
    text: but(READ, '"s3:GetObject"', 's3:GetObject'),
    told: [['s3:GetObject', 'text has to stand in double quotes', 'Use "s3:GetObject"']],
  },
  {
    name: 'no quotes around an ARN',
    text: but(READ, '"arn:aws:s3:::maple-drafts/*"', 'arn:aws:s3:::maple-drafts/*'),
    told: [
      [
        'arn:aws:s3:::maple-drafts/*',
        'text has to stand in double quotes',
        'Use "arn:aws:s3:::maple-drafts/*"',
      ],
    ],
  },
  {
    name: 'no quotes around a star',
    text: but(SHORT, '"arn:aws:s3:::maple-drafts/*"', '*'),
    told: [['*', 'text has to stand in double quotes', 'Use "*"']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }],
    },
  },
  {
    name: 'no opening quote of a name',
    text: but(READ, '"Effect"', 'Effect"'),
    told: [['Effect', 'this text has no opening quote', 'Add the quote']],
  },
  {
    name: 'no closing quote of a name',
    text: but(READ, '"Effect"', '"Effect'),
    told: [['"Effect', 'this text has no closing quote', 'Add the quote']],
  },
  {
    name: 'no opening quote of a value',
    text: but(READ, '"Allow"', 'Allow"'),
    told: [['Allow', 'this text has no opening quote', 'Add the quote']],
  },
  {
    name: 'no closing quote of a value',
    text: but(READ, '"Allow"', '"Allow'),
    told: [['"Allow', 'this text has no closing quote', 'Add the quote']],
  },
  {
    name: 'no closing quote of the last value',
    text: but(READ, 'drafts/*"', 'drafts/*'),
    told: [['"arn:aws:s3:::maple-drafts/*', 'this text has no closing quote', 'Add the quote']],
  },
  {
    name: 'no closing quote of an action',
    text: but(READ, '"s3:GetObject"', '"s3:GetObject'),
    told: [['"s3:GetObject', 'this text has no closing quote', 'Add the quote']],
  },
  {
    name: 'no closing quote on one line',
    text: but(SHORT, '"s3:GetObject"', '"s3:GetObject'),
    told: [['"s3:GetObject', 'this text has no closing quote', 'Add the quote']],
  },
  {
    name: 'single quotes',
    text: READ.replaceAll('"', "'"),
    told: [["'Version'", 'JSON takes double quotes, not single ones', 'Use "Version"']],
  },
  {
    name: 'one text in single quotes',
    text: but(READ, '"Allow"', "'Allow'"),
    told: [["'Allow'", 'JSON takes double quotes, not single ones', 'Use "Allow"']],
  },
  {
    name: 'curly quotes',
    text: READ.replace(/"([^"]*)"/g, '“$1”'),
    told: [['“Version”', 'JSON takes straight double quotes, not curly ones', 'Use "Version"']],
  },
  {
    name: 'low and high quotes',
    text: READ.replace(/"([^"]*)"/g, '„$1“'),
    told: [['„Version“', 'JSON takes straight double quotes, not curly ones', 'Use "Version"']],
  },
  {
    name: 'guillemets',
    text: READ.replace(/"([^"]*)"/g, '«$1»'),
    told: [['«Version»', 'JSON takes straight double quotes, not curly ones', 'Use "Version"']],
  },
  {
    name: 'one curly quote',
    text: but(READ, '"Allow"', '"Allow”'),
    told: [['"Allow”', 'JSON takes straight double quotes, not curly ones', 'Use "Allow"']],
  },
  {
    name: 'backticks',
    text: but(READ, '"Allow"', '`Allow`'),
    told: [['`Allow`', 'JSON takes double quotes, not backticks', 'Use "Allow"']],
  },
  {
    name: 'two single quotes for a double one',
    text: but(READ, '"Allow"', "''Allow''"),
    told: [["''Allow''", 'JSON takes one double quote, not two single ones', 'Use "Allow"']],
  },
  {
    name: 'doubled quotes, as in a table',
    text: READ.replaceAll('"', '""'),
    told: [['""', 'the quotes are doubled, as in a table', 'Write each quote once']],
  },
  {
    name: 'a line break in an ARN',
    text: but(READ, 'maple-drafts', 'maple-\ndrafts'),
    told: [
      ['"arn:aws:s3:::maple-\ndrafts/*"', 'a text must end on the line where it begins', 'Join the lines'],
    ],
  },
  {
    name: 'a line break in an action',
    text: but(READ, 's3:Get', 's3:Get\n          '),
    told: [['"s3:Get\n          Object"', 'a text must end on the line where it begins', 'Join the lines']],
  },
  {
    name: 'a line break before the closing quote',
    text: but(READ, '"Allow"', '"Allow\n      "'),
    told: [['"Allow\n      "', 'a text must end on the line where it begins', 'Join the lines']],
  },
  {
    name: 'a line that ends with a backslash',
    text: but(READ, 'maple-drafts', 'maple-\\\ndrafts'),
    told: [
      ['"arn:aws:s3:::maple-\\\ndrafts/*"', 'a text must end on the line where it begins', 'Join the lines'],
    ],
  },
  {
    name: 'a tab in a text',
    text: but(READ, '"Allow"', '"Allow\t"'),
    told: [['\t', 'a sign that cannot be seen stands in this text', 'Remove it']],
  },
  {
    name: 'a backslash in a text',
    text: but(READ, 'drafts/*', 'drafts\\*'),
    told: [['\\*', 'a backslash is written twice in JSON', 'Write the backslash twice']],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts\\*',
        },
      ],
    },
  },
  {
    name: 'a byte order mark',
    text: `\uFEFF${READ}`,
    told: [['﻿', 'an invisible character stands here', 'Remove it']],
  },
  {
    name: 'a space of a word processor',
    text: but(READ, '"Effect": ', '"Effect":\u00a0'),
    told: [[' ', 'an invisible character stands here', 'Remove it']],
  },
  {
    name: 'spaces of a web page',
    text: READ.replaceAll('      "', '\u00a0\u00a0 "'),
    told: [['  ', 'an invisible character stands here', 'Remove it']],
  },
  {
    name: 'a space without width',
    text: but(READ, '"Effect"', '\u200b"Effect"'),
    told: [['​', 'an invisible character stands here', 'Remove it']],
  },
  {
    name: 'a value of Python',
    text: withCondition('{ "Bool": { "aws:SecureTransport": True } }'),
    told: [['True', 'JSON writes this as true', 'Use true']],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
          Condition: { Bool: { 'aws:SecureTransport': true } },
        },
      ],
    },
  },
  {
    name: 'no value, in Python',
    text: withCondition('None'),
    told: [['None', 'None is no value, and what has none is left out', 'Remove "Condition"']],
  },
  {
    name: 'no value, in JavaScript',
    text: withCondition('undefined'),
    told: [['undefined', 'undefined is no value, and what has none is left out', 'Remove "Condition"']],
  },
  {
    name: 'no value, in Go',
    text: withCondition('nil'),
    told: [['nil', 'nil is no value, and what has none is left out', 'Remove "Condition"']],
  },
  {
    name: 'null',
    text: withCondition('null'),
    told: [['null', 'null is no value in a policy.', 'Remove "Condition"']],
  },
  {
    name: 'null in a list',
    text: but(READ, '"s3:ListBucket"', '"s3:ListBucket",\n        null'),
    told: [['null', 'null is no value in a policy.', 'Remove null']],
  },
  {
    name: 'a key that is compared with nothing',
    text: withCondition('{ "StringEquals": { "aws:username": None } }'),
    told: [['None', 'None is no value, and what has none is left out', null]],
    after: null,
  },
  {
    name: 'an account id that begins with 0',
    text: trusting('{ "AWS": 011122223333 }'),
    told: [['011122223333', 'a number is not written like this', 'Use "011122223333"']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '011122223333' }, Action: 'sts:AssumeRole' }],
    },
  },
  {
    name: 'a version without quotes',
    text: but(READ, '"2012-10-17"', '2012-10-17'),
    told: [['2012-10-17', 'text has to stand in double quotes', 'Use "2012-10-17"']],
  },
  {
    name: 'a value left out',
    text: but(READ, '"Allow"', ''),
    told: [['"Effect":', 'the value of "Effect" is missing', null]],
    after: null,
  },
  {
    name: 'three dots for the rest',
    text: but(READ, '"s3:ListBucket"', '"s3:ListBucket",\n        ...'),
    told: [['...', 'three dots stand for something that was left out', 'Remove the dots']],
  },
  {
    name: 'three dots for more statements',
    text: but(READ, '    }\n  ]', '    },\n    ...\n  ]'),
    told: [['...', 'three dots stand for something that was left out', 'Remove the dots']],
  },
  {
    name: 'a comment at the end of a line',
    text: but(READ, '"Allow",', '"Allow", // as always'),
    told: [['// as always', 'comments are not part of JSON', 'Remove the comment']],
  },
  {
    name: 'a comment of Python',
    text: but(READ, '"Allow",', '"Allow", # as always'),
    told: [['# as always', 'comments are not part of JSON', 'Remove the comment']],
  },
  {
    name: 'a comment of several lines',
    text: but(READ, '"Effect"', '/* as\n always */ "Effect"'),
    told: [['/* as\n always */', 'comments are not part of JSON', 'Remove the comment']],
  },
  {
    name: 'a comment of HTML',
    text: but(READ, '"Effect"', '<!-- as always --> "Effect"'),
    told: [['<!-- as always -->', 'comments are not part of JSON', 'Remove the comment']],
  },
  {
    name: 'a comment of SQL',
    text: but(READ, '"Allow",', '"Allow", -- as always'),
    told: [['-- as always', 'comments are not part of JSON', 'Remove the comment']],
  },
  {
    name: 'a name twice',
    text: but(READ, '"s3:ListBucket"\n      ],', '"s3:ListBucket"\n      ],\n      "Effect": "Allow",'),
    told: [['"Effect"', 'the name "Effect" occurs twice in this object', 'Remove this one']],
  },
  {
    name: 'an element twice',
    text: but(SHORT, '["s3:GetObject","s3:ListBucket"]', '"s3:GetObject","Action":"s3:ListBucket"'),
    told: [['"Action"', 'the name "Action" occurs twice in this object', 'Put both into one list']],
  },
  {
    name: 'an operator twice',
    text: withCondition(
      '{ "StringEquals": { "aws:username": "noor" }, "StringEquals": { "aws:PrincipalTag/team": "drafts" } }',
    ),
    told: [['"StringEquals"', 'the name "StringEquals" occurs twice in this object', 'Put both into one']],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
          Condition: { StringEquals: { 'aws:username': 'noor', 'aws:PrincipalTag/team': 'drafts' } },
        },
      ],
    },
  },
  {
    name: 'the statements twice',
    text: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}], "Statement": [{"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}]}',
    told: [['"Statement"', 'the name "Statement" occurs twice in this object', 'Put both into one list']],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
      ],
    },
  },
  {
    name: 'a principal without its kind',
    text: trusting('{ "ec2.amazonaws.com" }'),
    told: [['"ec2.amazonaws.com"', 'the kind of the principal is missing before this', 'Add "Service"']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
  {
    name: 'everyone in braces',
    text: trusting('{ "*" }'),
    told: [['"*"', 'the kind of the principal is missing before this', 'Add "AWS"']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    },
  },
  {
    name: 'an operator and its key joined by commas',
    text: withCondition('{ "StringEquals", { "aws:username", "noor" } }'),
    told: [[',', 'after the name comes a colon, not a comma', 'Use a colon']],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
          Condition: { StringEquals: { 'aws:username': 'noor' } },
        },
      ],
    },
  },
];

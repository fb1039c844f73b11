// Signs that are missing, too many, or others: brackets, commas, colons.
import { but, READ, SHORT, type BrokenText } from './broken-text.ts';

export const OF_SIGNS: readonly BrokenText[] = [
  {
    name: 'no brace at the start',
    text: but(READ, '{\n  "Version"', '  "Version"'),
    told: [['"Version"', 'an opening brace { is missing before this', 'Add the brace']],
  },
  {
    name: 'no brace at the end',
    text: READ.replace(/\}$/, ''),
    told: [['{', 'the brace { that opens here is never closed', 'Close it at the end']],
  },
  {
    name: 'no brace before a statement',
    text: but(READ, '    {\n      "Effect"', '      "Effect"'),
    told: [['"Effect"', 'an opening brace { is missing before this', 'Add the brace']],
  },
  {
    name: 'no brace after a statement',
    text: but(READ, '    }\n  ]', '  ]'),
    told: [[']', 'a closing brace } is missing before this', 'Add the brace']],
  },
  {
    name: 'no bracket before the statements',
    text: but(READ, '"Statement": [', '"Statement":'),
    told: [['{', 'an opening bracket [ is missing before this', 'Add the bracket']],
  },
  {
    name: 'no bracket after the statements',
    text: but(READ, '    }\n  ]\n}', '    }\n}'),
    told: [['}', 'a closing bracket ] is missing before this', 'Add the bracket']],
  },
  {
    name: 'no brackets around one statement, on one line',
    text: but(but(SHORT, '[{', '{'), '}]', '}'),
    told: [],
    after: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: 'arn:aws:s3:::maple-drafts/*',
      },
    },
  },
  {
    name: 'no bracket before the actions',
    text: but(READ, '"Action": [', '"Action":'),
    told: [['"s3:GetObject"', 'an opening bracket [ is missing before this', 'Add the bracket']],
  },
  {
    name: 'no bracket after the actions',
    text: but(READ, '      ],\n', ''),
    told: [
      ['"Resource"', 'a closing bracket ] is missing before this', 'Add the bracket'],
      ['"Resource"', 'a comma is missing before this', 'Add a comma'],
    ],
  },
  {
    name: 'no bracket after the actions, but its comma',
    text: but(READ, '      ],\n', '      ,\n'),
    told: [[',', 'a closing bracket ] is missing before this', 'Add the bracket']],
  },
  {
    name: 'no brackets around the actions',
    text: but(but(READ, '"Action": [', '"Action":'), '      ],\n', '      ,\n'),
    told: [
      ['"s3:GetObject",\n        "s3:ListBucket"', 'a list stands in square brackets', 'Add the brackets'],
    ],
  },
  {
    name: 'no brackets around the actions, on one line',
    text: but(but(SHORT, '"Action":[', '"Action":'), '],"Resource', ',"Resource'),
    told: [['"s3:GetObject","s3:ListBucket"', 'a list stands in square brackets', 'Add the brackets']],
  },
  {
    name: 'a brace too many at the end',
    text: `${READ}\n}`,
    told: [['}', 'this } closes nothing', 'Remove }']],
  },
  {
    name: 'a brace too many at the start',
    text: `{${READ}`,
    told: [['{', 'this { does not belong here', 'Remove {']],
  },
  {
    name: 'a bracket too many',
    text: but(READ, '      ],', '      ]],'),
    told: [[']', 'this ] does not belong here', 'Remove ]']],
  },
  {
    name: 'a brace in the place of a bracket',
    text: but(READ, '  ]\n}', '  }\n}'),
    told: [['}', 'what [ opens is closed by ], not by }', 'Use ]']],
  },
  {
    name: 'a bracket in the place of a brace',
    text: but(READ, '    }\n  ]', '    ]\n  ]'),
    told: [[']', 'what { opens is closed by }, not by ]', 'Use }']],
  },
  {
    name: 'the last signs in the wrong order',
    text: but(SHORT, '}]}', ']}}'),
    told: [[']}}', 'what opened last is closed first: }]} and not ]}}', 'Use }]}']],
  },
  {
    name: 'no comma after a value',
    text: but(READ, '"Allow",', '"Allow"'),
    told: [['"Action"', 'a comma is missing before this', 'Add a comma']],
  },
  {
    name: 'no comma between actions',
    text: but(READ, '"s3:GetObject",', '"s3:GetObject"'),
    told: [['"s3:ListBucket"', 'a comma is missing before this', 'Add a comma']],
  },
  {
    name: 'no comma after a list',
    text: but(READ, '      ],', '      ]'),
    told: [['"Resource"', 'a comma is missing before this', 'Add a comma']],
  },
  {
    name: 'no commas at all',
    text: READ.replaceAll(',', ''),
    told: [['"Statement"', 'a comma is missing before this', 'Add a comma']],
  },
  {
    name: 'a comma after the last action',
    text: but(READ, '"s3:ListBucket"', '"s3:ListBucket",'),
    told: [[',', 'no comma may stand after the last value', 'Remove the comma']],
  },
  {
    name: 'a comma after the last element',
    text: but(READ, 'drafts/*"', 'drafts/*",'),
    told: [[',', 'no comma may stand after the last value', 'Remove the comma']],
  },
  {
    name: 'a comma after the last statement',
    text: but(READ, '    }\n  ]', '    },\n  ]'),
    told: [[',', 'no comma may stand after the last value', 'Remove the comma']],
  },
  {
    name: 'a comma after the end',
    text: `${READ},`,
    told: [[',', 'this , does not belong here', 'Remove ,']],
  },
  {
    name: 'two commas',
    text: but(READ, '"Allow",', '"Allow",,'),
    told: [[',', 'there is a comma too many', 'Remove the comma']],
  },
  {
    name: 'a comma at the start of a list',
    text: but(READ, '"s3:GetObject",', ',"s3:GetObject",'),
    told: [[',', 'there is a comma too many', 'Remove the comma']],
  },
  {
    name: 'a comma at the start of an object',
    text: but(READ, '"Effect"', ', "Effect"'),
    told: [[',', 'there is a comma too many', 'Remove the comma']],
  },
  {
    name: 'a comma before the colon',
    text: but(READ, '"Effect":', '"Effect",:'),
    told: [[',:', 'nothing stands between a name and its colon', 'Use a colon']],
  },
  {
    name: 'a comma for a colon',
    text: but(READ, '"Effect":', '"Effect",'),
    told: [[',', 'after the name comes a colon, not a comma', 'Use a colon']],
  },
  {
    name: 'commas for all colons',
    text: SHORT.replaceAll('":', '",'),
    told: [[',', 'after the name comes a colon, not a comma', 'Use a colon']],
  },
  {
    name: 'no colon',
    text: but(READ, '"Effect":', '"Effect"'),
    told: [['"Allow"', 'a colon is missing before this', 'Add a colon']],
  },
  {
    name: 'an equals sign for a colon',
    text: but(READ, '"Effect":', '"Effect" ='),
    told: [['=', 'a name and its value are joined by a colon', 'Use a colon']],
  },
  {
    name: 'an arrow for a colon',
    text: but(READ, '"Effect":', '"Effect" =>'),
    told: [['=>', 'a name and its value are joined by a colon', 'Use a colon']],
  },
  {
    name: 'a thin arrow for a colon',
    text: but(READ, '"Effect":', '"Effect" ->'),
    told: [['->', 'a name and its value are joined by a colon', 'Use a colon']],
  },
  {
    name: 'the sign of an assignment for a colon',
    text: but(READ, '"Effect":', '"Effect" :='),
    told: [[':=', 'a name and its value are joined by a colon', 'Use a colon']],
  },
  {
    name: 'two colons',
    text: but(READ, '"Effect":', '"Effect"::'),
    told: [['::', 'one colon is enough', 'Use a colon']],
  },
  {
    name: 'a semicolon for a comma',
    text: but(READ, '"Allow",', '"Allow";'),
    told: [[';', 'a comma separates values, not ;', 'Use , instead of ;']],
  },
  {
    name: 'a semicolon for a colon',
    text: but(READ, '"Effect":', '"Effect";'),
    told: [[';', 'after the name comes a colon, not a semicolon', 'Use a colon']],
  },
  {
    name: 'a semicolon at the end',
    text: `${READ};`,
    told: [[';', 'JSON has no ;', 'Remove ;']],
  },
  {
    name: 'a full stop at the end',
    text: `${READ}.`,
    told: [['.', 'nothing may follow the end of the document', 'Remove all that follows']],
  },
  {
    name: 'signs of a Chinese keyboard',
    text: but(but(READ, '"Effect":', '"Effect"：'), '"Allow",', '"Allow"，'),
    told: [
      ['：', 'a name and its value are joined by a colon', 'Use a colon'],
      ['，', 'a comma separates values, not ，', 'Use , instead of ，'],
    ],
  },
  {
    name: 'parentheses around a list',
    text: but(but(READ, '[\n        "s3', '(\n        "s3'), '      ],', '      ),'),
    told: [
      [
        '(\n        "s3:GetObject",\n        "s3:ListBucket"\n      )',
        'a list stands in square brackets',
        'Use square brackets',
      ],
    ],
  },
  {
    name: 'a parenthesis at the end of a list',
    text: but(READ, '      ],', '      ),'),
    told: [
      [
        '[\n        "s3:GetObject",\n        "s3:ListBucket"\n      )',
        'a list stands in square brackets',
        'Use square brackets',
      ],
    ],
  },
  {
    name: 'braces around a list',
    text: but(but(READ, '[\n        "s3', '{\n        "s3'), '      ],', '      },'),
    told: [
      [
        '{\n        "s3:GetObject",\n        "s3:ListBucket"\n      }',
        'a list stands in square brackets',
        'Use square brackets',
      ],
    ],
  },
  {
    name: 'braces around one action',
    text: but(SHORT, '["s3:GetObject","s3:ListBucket"]', '{"s3:GetObject"}'),
    told: [['{"s3:GetObject"}', 'a list stands in square brackets', 'Use square brackets']],
    after: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::maple-drafts/*' }],
    },
  },
  {
    name: 'statements one after the other, without brackets',
    text: '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}}',
    told: [
      [
        '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}',
        'a list stands in square brackets',
        'Add the brackets',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
      ],
    },
  },
];

// What is pasted together with a policy, or in the place of one.
import { lines, READ, SHORT, type BrokenText } from './broken-text.ts';

export const OF_PASTING: readonly BrokenText[] = [
  {
    name: 'nothing',
    text: ' \n',
    told: [[' \n', 'there is nothing here yet', 'Start with an empty policy']],
    after: { Version: '2012-10-17', Statement: [] },
  },
  {
    name: 'one word',
    text: 'policy',
    told: [['policy', 'a policy begins with an opening brace {', 'Put an empty policy in its place']],
    after: { Version: '2012-10-17', Statement: [] },
  },
  {
    name: 'a sentence',
    text: 'Let noor read the drafts, please.',
    told: [['Let noor read the drafts, please.', 'a policy begins with an opening brace {', null]],
    after: null,
  },
  {
    name: 'an action',
    text: 's3:GetObject',
    told: [
      [
        's3:GetObject',
        'a policy begins with an opening brace {',
        'Put a policy around it that allows s3:GetObject',
      ],
    ],
    after: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  },
  {
    name: 'a code block',
    text: '```json\n' + READ + '\n```',
    told: [['```', 'the lines with ``` around it do not belong to it', 'Keep what stands between them']],
  },
  {
    name: 'an answer of a chat',
    text: `Sure! Here's the policy:\n\n\`\`\`json\n${READ}\n\`\`\`\n\nIt lets noor read.`,
    told: [
      [
        "Sure! Here's the policy:",
        'what stands before the policy does not belong to it',
        'Keep only the policy',
      ],
    ],
  },
  {
    name: 'words before it',
    text: `Policy for noor\n${READ}`,
    told: [
      ['Policy for noor', 'what stands before the policy does not belong to it', 'Keep only the policy'],
    ],
  },
  {
    name: 'words behind it',
    text: `${READ}\nThat's all.`,
    told: [['That', 'nothing may follow the end of the document', 'Remove all that follows']],
  },
  {
    name: 'the name of its file',
    text: `policy.json\n${READ}`,
    told: [['policy.json', 'what stands before the policy does not belong to it', 'Keep only the policy']],
  },
  {
    name: 'a line of a log',
    text: `2026-05-04T12:00:00Z INFO policy=${SHORT} saved`,
    told: [
      [
        '2026-05-04T12:00:00Z INFO policy=',
        'what stands before the policy does not belong to it',
        'Keep only the policy',
      ],
    ],
  },
  {
    name: 'a name in front of it',
    text: `INFO: ${SHORT}`,
    told: [['INFO: ', 'what stands before the policy does not belong to it', 'Keep only the policy']],
  },
  {
    name: 'a command',
    text: `aws iam put-user-policy --user-name noor --policy-name Read --policy-document '${SHORT}'`,
    told: [
      [
        'aws iam put-user-policy --user-name noor --policy-name Read --policy-document ',
        'what stands before the policy does not belong to it',
        'Keep only the policy',
      ],
    ],
  },
  {
    name: 'a command that writes a file',
    text: `cat > policy.json <<'EOF'\n${READ}\nEOF`,
    told: [
      ['cat > policy.json ', 'what stands before the policy does not belong to it', 'Keep only the policy'],
    ],
  },
  {
    name: 'quotes of a shell',
    text: `'${SHORT}'`,
    told: [["'", 'the policy stands in quotes', 'Take it out of the quotes']],
  },
  {
    name: 'numbers of lines',
    text: lines(READ, (line, index) => `${String(index + 1)} ${line}`),
    told: [['1', 'the lines begin with their numbers', 'Remove the numbers']],
  },
  {
    name: 'numbers of lines with colons',
    text: lines(READ, (line, index) => `${String(index + 1).padStart(3)}: ${line}`),
    told: [['  1:', 'the lines begin with their numbers', 'Remove the numbers']],
  },
  {
    name: 'marks of a quotation',
    text: lines(READ, (line) => `> ${line}`),
    told: [['>', 'the lines begin with the marks of a quotation', 'Remove the marks']],
  },
  {
    name: 'all of it as a comment',
    text: lines(READ, (line) => `# ${line}`),
    told: [['#', 'all of it is a comment', 'Remove the marks of the comment']],
  },
  {
    name: 'a comparison',
    text: lines(READ, (line) =>
      line.includes('Effect') ? `-${line.replace('Allow', 'Deny')}\n+${line}` : ` ${line}`,
    ),
    told: [
      [
        ' {',
        'the lines begin with the + and - of a comparison',
        'Keep the new text, without the lines marked -',
      ],
    ],
  },
  {
    name: 'what was added, in a comparison',
    text: `@@ -0,0 +1,13 @@\n${lines(READ, (line) => `+${line}`)}`,
    told: [['@@ -0,0 +1,13 @@', 'the lines begin with the + and - of a comparison', 'Remove the marks']],
  },
  {
    name: 'a conflict of versions',
    text: `<<<<<<< HEAD\n${SHORT}\n=======\n${SHORT.replace('Allow', 'Deny')}\n>>>>>>> main`,
    told: [
      ['<<<<<<< HEAD', 'what stands before the policy does not belong to it', 'Keep only the first policy'],
    ],
  },
  {
    name: 'signs of a web page',
    text: READ.replaceAll('"', '&quot;'),
    told: [
      ['&quot;', 'signs are written as web pages have them, such as &quot;', 'Put the signs in their place'],
    ],
  },
  {
    name: 'signs of a web page, as numbers',
    text: READ.replaceAll('"', '&#34;'),
    told: [
      ['&#34;', 'signs are written as web pages have them, such as &#34;', 'Put the signs in their place'],
    ],
  },
  {
    name: 'tags of a web page',
    text: `<pre>${READ}</pre>`,
    told: [['<pre>', 'what stands before the policy does not belong to it', 'Keep only the policy']],
  },
  {
    name: 'the address of a web page',
    text: encodeURIComponent(SHORT),
    told: [['%7B', 'it is encoded as the address of a web page is', 'Decode it']],
  },
  {
    name: 'JSON within a text',
    text: JSON.stringify(SHORT).slice(1, -1),
    told: [['\\"', 'the quotes have backslashes, as within another text', 'Remove the backslashes']],
  },
  {
    name: 'JSON within a text, over several lines',
    text: READ.replaceAll('"', '\\"'),
    told: [['\\"', 'the quotes have backslashes, as within another text', 'Remove the backslashes']],
  },
  {
    name: 'JSON as a text of JSON',
    text: JSON.stringify(SHORT),
    told: [
      [
        '"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":[\\"s3:GetObject\\",\\"s3:ListBucket\\"],\\"Resource\\":\\"arn:aws:s3:::maple-drafts/*\\"}]}"',
        'This is a text in quotes, and a policy is an object: it stands in braces { }.',
        'Take it out of the quotes',
      ],
    ],
  },
  {
    name: 'two policies',
    text: `${SHORT}\n${SHORT.replace('Allow', 'Deny')}`,
    told: [
      [
        '{',
        'a second document begins here, and there can only be one',
        'Put their statements into one policy',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
        },
        {
          Effect: 'Deny',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
        },
      ],
    },
  },
  {
    name: 'two policies with a comma',
    text: `${SHORT},\n${SHORT.replace('Allow', 'Deny')}`,
    told: [
      [
        '{',
        'a second document begins here, and there can only be one',
        'Put their statements into one policy',
      ],
    ],
    after: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
        },
        {
          Effect: 'Deny',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
        },
      ],
    },
  },
  {
    name: 'two statements',
    text: '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},\n{"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}',
    told: [['{', 'these are statements, which stand in a policy', 'Put a policy around them']],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
      ],
    },
  },
  {
    name: 'two statements without a comma',
    text: '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}\n{"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}',
    told: [['{', 'these are statements, which stand in a policy', 'Put a policy around them']],
    after: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
      ],
    },
  },
  {
    name: 'a statement',
    text: '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}',
    told: [
      [
        '{',
        'This is a statement by itself, and a policy has its statements in an element Statement.',
        'Put a policy around it',
      ],
    ],
    after: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  },
  {
    name: 'a list of statements',
    text: '[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]',
    told: [
      [
        '[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]',
        'This is a list, and a policy is an object: it stands in braces { }.',
        'Make these its statements',
      ],
    ],
    after: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  },
  {
    name: 'the elements of a policy without braces',
    text: READ.slice(1, -1),
    told: [['"Version"', 'what has names and values stands in braces { }', 'Put braces around it']],
  },
  {
    name: 'the elements of a statement without braces',
    text: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    told: [['"Effect"', 'what has names and values stands in braces { }', 'Put braces around it']],
    after: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  },
  {
    name: 'the statements without the rest',
    text: READ.slice(READ.indexOf('"Statement"'), -1),
    told: [['"Statement"', 'what has names and values stands in braces { }', 'Put braces around it']],
    after: {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::maple-drafts/*',
        },
      ],
    },
  },
];

// Tests of typing straight through: of closing brackets there are as many as were typed, wherever the editor put them.
import { closeBrackets, insertBracket } from '@codemirror/autocomplete';
import { insertNewlineAndIndent } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Transaction } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { closedOver } from './closing-signs.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Braces{[",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "Resource": "arn:aws:s3:::drafts/\${aws:username}/*",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalTag/team": [
            "books"
          ]
        }
      }
    },
    {
      "Effect": "Deny",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

const setting = [json(), closeBrackets(), indentOnInput(), indentUnit.of('  ')];

/** As the editor takes one sign after the other; `|` is the cursor in `start` and in what comes of it. */
function typed(signs: string, start = '|'): string {
  const at = start.indexOf('|');
  let state = EditorState.create({
    doc: start.replace('|', ''),
    selection: { anchor: at },
    extensions: setting,
  });
  const dispatch = (transaction: Transaction) => (state = transaction.state);
  for (const sign of signs) {
    if (sign === '\n') {
      insertNewlineAndIndent({ state, dispatch });
      continue;
    }
    const over = closedOver(state, sign);
    dispatch(
      over
        ? state.update(over)
        : (insertBracket(state, sign) ??
            state.update({ ...state.replaceSelection(sign), userEvent: 'input.type' })),
    );
  }
  const { head } = state.selection.main;
  const text = state.doc.toString();
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

/** Without the white space at the start of lines, which the editor puts in. */
const asTyped = (text: string): string => text.replace(/^ +/gm, '');

describe('a policy typed sign by sign', () => {
  test.each([
    ['over many lines', POLICY],
    ['with less air', JSON.stringify(JSON.parse(POLICY), null, 1).replaceAll(/\[\n\s*\{/g, '[{')],
    ['with brackets together', POLICY.replaceAll(/\}\n\s*\]/g, '}]')],
  ])('%s', (_how, text) => {
    expect(JSON.parse(typed(asTyped(text)).replace('|', ''))).toEqual(JSON.parse(text));
  });

  test('over many lines looks as it was meant to', () => {
    expect(typed(asTyped(POLICY))).toBe(`${POLICY}|`);
  });

  test('on one line', () => {
    const line = JSON.stringify(JSON.parse(POLICY));
    expect(typed(line)).toBe(`${line}|`);
  });
});

test.each([
  ['on the line above', '{\n  "a": 1|\n}', '}', '{\n  "a": 1\n}|'],
  ['on a line of its own', '{\n  "a": 1\n  |\n}', '}', '{\n  "a": 1\n}|'],
  ['with empty lines around it', '{\n  "a": 1\n\n|\n\n}', '}', '{\n  "a": 1\n}|'],
  ['with spaces before it', '[1|  ]', ']', '[1  ]|'],
  ['in an empty object', '{\n  |\n}', '}', '{\n}|'],
  ['at the end of two', '[{\n  |\n}]', '}]', '[{\n}]|'],
])('%s', (_where, before, signs, after) => {
  expect(typed(signs, before)).toBe(after);
});

test.each([
  ['a bracket that is missing', '{\n  "a": {\n    "b": 1\n  |\n}', '}', '{\n  "a": {\n    "b": 1\n  }|\n}'],
  ['another kind of bracket', '[\n  |\n]', '}', '[\n  }|\n]'],
  ['a bracket within a string', '{"a": "b|]"}', ']', '{"a": "b]|]"}'],
  ['a bracket in a string that is not closed', '["a|\n]', ']', '["a]|\n]'],
])('%s is put in', (_what, before, signs, after) => {
  expect(typed(signs, before)).toBe(after);
});

test('brackets in strings count for nothing', () => {
  expect(typed(']', '["{[[", "\\"["\n|\n]')).toBe('["{[[", "\\"["\n]|');
});

// A text that is not JSON, as somebody types or pastes it, and the texts that such mistakes are made in.

export interface BrokenText {
  /** What somebody did. */
  readonly name: string;
  readonly text: string;
  /** What is told, in the order of the text: what is marked, what is said, and what the first button says. */
  readonly told: readonly (readonly [marked: string, what: string, label: string | null])[];
  /** The document after the first fixes, one after the other; that of `READ` where it is not given. Null: none comes of it. */
  readonly after?: unknown;
}

const STATEMENT = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: 'arn:aws:s3:::maple-drafts/*',
};

/** What all of these texts were meant to be, where nothing else is said. */
export const POLICY = { Version: '2012-10-17', Statement: [STATEMENT] };

/** Laid out as most people have it. */
export const READ = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:ListBucket"
      ],
      "Resource": "arn:aws:s3:::maple-drafts/*"
    }
  ]
}`;

/** On one line. */
export const SHORT = JSON.stringify(POLICY);

/** Changes one thing in a text, which has to be there. */
export function but(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`There is no ${before} in ${text}.`);
  return text.replace(before, () => after);
}

export const lines = (text: string, change: (line: string, index: number) => string): string =>
  text.split('\n').map(change).join('\n');

/** The policy with a condition. */
export const withCondition = (condition: string): string =>
  but(READ, 'drafts/*"', `drafts/*",\n      "Condition": ${condition}`);

/** A policy that trusts somebody. */
export const trusting = (principal: string): string =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"}]}`;

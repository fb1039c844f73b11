// New policies: an empty one, and what can be made of a word that stands where a policy should.

export const EMPTY_POLICY = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}';

/** An action, a pattern of some, or a service with one. */
const ACTION = /^["']?([a-z0-9-]+:[A-Za-z0-9*?]+)["']?,?$/;

/**
 * What a policy can be made of a word: of an action, one that allows it. Any other word is no loss; more than one is nothing
 * that a single key may throw away.
 */
export function fromWord(text: string): readonly { readonly label: string; readonly policy: string }[] {
  const [, action] = ACTION.exec(text) ?? [];
  if (action !== undefined) {
    const statement = { Effect: 'Allow', Action: action, Resource: '*' };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
    return [{ label: `Put a policy around it that allows ${action}`, policy }];
  }
  return /\s/.test(text) ? [] : [{ label: 'Put an empty policy in its place', policy: EMPTY_POLICY }];
}

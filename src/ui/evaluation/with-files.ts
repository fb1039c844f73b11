// The command line of a call as it is shown: what is too long to read is named as a file, a short policy document is not.
import type { ApiCall } from '../../api/call.ts';
import { jsonIn } from '../../aws/json.ts';

const FILES = { SAMLAssertion: 'assertion.b64', WebIdentityToken: 'token.jwt' } as const;

/** Characters that can still be read in a line. */
const READABLE = 120;

export function withFiles(call: ApiCall): ApiCall {
  const long = Object.entries(FILES).filter(([name]) => {
    const value: unknown = (call.input as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' && value.length > READABLE;
  });
  const files = Object.fromEntries(long.map(([name, file]) => [name, `file://${file}`]));
  return { ...call, input: { ...call.input, ...files } } as ApiCall;
}

const DOCUMENTS = ['Policy', 'PolicyDocument', 'AssumeRolePolicyDocument'] as const;

/** A line with the policy document of its call in place of the file that it names. */
export function withDocument(line: string, { input }: Pick<ApiCall, 'input'>): string {
  const given: Readonly<Record<string, unknown>> = { ...input };
  const text = DOCUMENTS.map((name) => given[name]).find((value) => typeof value === 'string');
  if (text === undefined) return line;
  const read = jsonIn(text);
  const short = read === undefined ? text : JSON.stringify(read);
  return line.replace('file://policy.json', () => `'${short.replaceAll("'", "'\\''")}'`);
}

// withFiles: a call as its command line is shown, with what is too long to read named as a file.
import type { ApiCall } from '../../api/call.ts';

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

// Customized: where the AWS CLI takes or gives something else than the API does.
import type { PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';
import type { OperationName } from '../call.ts';
import type { AnyParameters } from '../parameters.ts';

/** The values of a command line by parameter. */
export interface Values {
  readonly [name: string]: PlainJson;
}

/** A member of the answer that is written to a file and not printed. */
export interface Stream {
  readonly member: string;
  readonly encoding: 'text' | 'base64';
}

export interface Customized {
  /** Parameters of the API that have no option of their own. */
  readonly hidden: readonly string[];
  /** Required by the API, and made of another option where they are left out. */
  readonly optional?: readonly string[];
  /** Options that are no parameter of the API. */
  readonly added?: AnyParameters;
  /** From values of the options to those of the API; the error is a sentence of the CLI. */
  readonly folded?: (values: Values) => Result<Values, string>;
  /** What goes to the file of the positional argument `outfile`. */
  readonly outfile?: Stream;
  /** What goes to the file of an option, and which members are left out of the answer then. */
  readonly written?: (values: Values) => { readonly path: string; readonly stream: Stream } | null;
  /** Members of the answer that the CLI does not print. */
  readonly unprinted?: readonly string[];
}

/** @see https://docs.aws.amazon.com/cli/latest/reference/ec2/run-instances.html */
const launch: Customized = {
  hidden: ['MinCount', 'MaxCount'],
  added: { Count: { type: 'text', event: 'count', required: false } },
  folded: ({ Count, ...others }) => {
    const range = /^(\d+)(?::(\d+))?$/.exec(typeof Count === 'string' ? Count : '1');
    if (!range) return err('count parameter should be of the form <integer>[:<integer>] (e.g. 1 or 1:2)');
    const least = Number(range[1]);
    return ok({ MinCount: least, MaxCount: range[2] === undefined ? least : Number(range[2]), ...others });
  },
};

/** @see https://docs.aws.amazon.com/cli/latest/reference/lambda/create-function.html */
const creation: Customized = {
  hidden: [],
  optional: ['Code'],
  added: { ZipFile: { type: 'blob', event: 'zipFile', required: false, secret: true } },
  folded: ({ ZipFile, Code, ...others }) => {
    if (ZipFile === undefined) return ok(Code === undefined ? others : { ...others, Code });
    const code = typeof Code === 'object' && Code !== null && !Array.isArray(Code) ? Code : {};
    return ok({ ...others, Code: { ...code, ZipFile } });
  },
};

const BOOTSTRAP: Readonly<Record<string, Stream>> = {
  QRCodePNG: { member: 'VirtualMFADevice.QRCodePNG', encoding: 'base64' },
  Base32StringSeed: { member: 'VirtualMFADevice.Base32StringSeed', encoding: 'text' },
};

/** @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-virtual-mfa-device.html */
const device: Customized = {
  hidden: [],
  added: {
    Outfile: { type: 'text', event: 'outfile', required: true },
    BootstrapMethod: {
      type: 'text',
      event: 'bootstrapMethod',
      required: true,
      oneOf: Object.keys(BOOTSTRAP),
    },
  },
  folded: ({ Outfile: _file, BootstrapMethod: _method, ...others }) => ok(others),
  written: ({ Outfile, BootstrapMethod }) => {
    const stream = typeof BootstrapMethod === 'string' ? BOOTSTRAP[BootstrapMethod] : undefined;
    return typeof Outfile === 'string' && stream ? { path: Outfile, stream } : null;
  },
  unprinted: Object.values(BOOTSTRAP).map(({ member }) => member),
};

export const CUSTOMIZED: { readonly [Name in OperationName]?: Customized } = {
  'ec2:RunInstances': launch,
  'lambda:CreateFunction': creation,
  'lambda:Invoke': { hidden: [], outfile: { member: 'Payload', encoding: 'base64' } },
  's3:GetObject': { hidden: [], outfile: { member: 'Body', encoding: 'text' } },
  'iam:CreateVirtualMFADevice': device,
};

// JSON: the output format that the AWS CLI has by default.
import type { PlainJson } from '../../../aws/json.ts';

/** Four spaces of indentation; characters beyond ASCII as they are. */
export const jsonText = (value: PlainJson): string => `${JSON.stringify(value, null, 4)}\n`;

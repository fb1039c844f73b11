// printed: what the AWS CLI writes to standard output, in the format that is asked for.
import type { PlainJson } from '../../../aws/json.ts';
import { jsonText } from './json.ts';
import { isObject } from './python.ts';
import { tableText } from './table.ts';
import { textText } from './text.ts';
import { yamlText } from './yaml.ts';

export const OUTPUT_FORMATS = ['json', 'text', 'table', 'yaml', 'yaml-stream', 'off'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface Printed {
  readonly text: string;
  /** Why the command line gives up then, with exit status 255; null: it does not. */
  readonly error: string | null;
}

/** What the AWS CLI takes for the width of a terminal when it knows none. */
const COLUMNS = 80;

/**
 * An answer that holds nothing prints nothing.
 * @param title The name of the operation, which stands above tables: `ListUsers`.
 * @param columns How wide the terminal is.
 */
export function printed(format: OutputFormat, title: string, value: PlainJson, columns = COLUMNS): Printed {
  switch (format) {
    case 'json':
      return whole(isNothing(value) ? '' : jsonText(value));
    case 'yaml':
      return whole(isNothing(value) ? '' : yamlText(value));
    case 'yaml-stream':
      return whole(yamlText([value]));
    case 'text':
      return textText(value);
    case 'table': {
      const table = tableText(title, value, columns);
      return table.ok ? whole(table.value) : { text: '', error: table.error };
    }
    case 'off':
      return whole('');
  }
}

const whole = (text: string): Printed => ({ text, error: null });

const isNothing = (value: PlainJson): boolean => isObject(value) && Object.keys(value).length === 0;

// Parameters that several operations on items share.
import { ATTRIBUTES } from './item.ts';

export const expression = <Event extends string>(event: Event) =>
  ({ type: 'text', event, required: false }) as const;

export const NAMES = {
  type: 'map',
  event: 'expressionAttributeNames',
  required: false,
  of: { type: 'text', max: 65_535 },
} as const;

export const VALUES = { ...ATTRIBUTES, event: 'expressionAttributeValues', required: false } as const;

/** What a write answers of the item. */
export const returnValues = <const Values extends readonly string[]>(values: Values) =>
  ({ type: 'text', event: 'returnValues', required: false, oneOf: values }) as const;

/** Reads are always consistent here. */
export const CONSISTENT_READ = { type: 'boolean', event: 'consistentRead', required: false } as const;

/** How many items are looked at. */
export const LIMIT = { type: 'integer', event: 'limit', required: false, least: 1 } as const;

export const SELECT = {
  type: 'text',
  event: 'select',
  required: false,
  oneOf: ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'COUNT', 'SPECIFIC_ATTRIBUTES'],
} as const;

export const EXCLUSIVE_START_KEY = {
  ...ATTRIBUTES,
  event: 'exclusiveStartKey',
  required: false,
} as const;

// What the schemas of a scenario share: lists, tags, whole numbers, all of them bounded.
import * as v from 'valibot';
import * as f from './fields.ts';
import { table } from './table.ts';

export const list = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `must have at most ${most} entries`), v.readonly());

export const tags = table(f.tagKey, f.tagValue, { most: 50 });

export const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const publicAccessBlock = v.strictObject({
  blockPublicAcls: v.boolean(),
  ignorePublicAcls: v.boolean(),
  blockPublicPolicy: v.boolean(),
  restrictPublicBuckets: v.boolean(),
});

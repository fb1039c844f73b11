// OPERATORS: every condition operator by name.
import type { BaseOperator } from '../../policy/document.ts';
import { ArnEquals } from './ArnEquals.ts';
import { ArnLike } from './ArnLike.ts';
import { ArnNotEquals } from './ArnNotEquals.ts';
import { ArnNotLike } from './ArnNotLike.ts';
import { BinaryEquals } from './BinaryEquals.ts';
import { Bool } from './Bool.ts';
import { DateEquals } from './DateEquals.ts';
import { DateGreaterThan } from './DateGreaterThan.ts';
import { DateGreaterThanEquals } from './DateGreaterThanEquals.ts';
import { DateLessThan } from './DateLessThan.ts';
import { DateLessThanEquals } from './DateLessThanEquals.ts';
import { DateNotEquals } from './DateNotEquals.ts';
import { IpAddress } from './IpAddress.ts';
import { NotIpAddress } from './NotIpAddress.ts';
import { Null } from './Null.ts';
import { NumericEquals } from './NumericEquals.ts';
import { NumericGreaterThan } from './NumericGreaterThan.ts';
import { NumericGreaterThanEquals } from './NumericGreaterThanEquals.ts';
import { NumericLessThan } from './NumericLessThan.ts';
import { NumericLessThanEquals } from './NumericLessThanEquals.ts';
import { NumericNotEquals } from './NumericNotEquals.ts';
import { StringEquals } from './StringEquals.ts';
import { StringEqualsIgnoreCase } from './StringEqualsIgnoreCase.ts';
import { StringLike } from './StringLike.ts';
import { StringNotEquals } from './StringNotEquals.ts';
import { StringNotEqualsIgnoreCase } from './StringNotEqualsIgnoreCase.ts';
import { StringNotLike } from './StringNotLike.ts';
import type { OperatorRule } from './operator.ts';

export const OPERATORS: Readonly<Record<BaseOperator, OperatorRule>> = {
  StringEquals,
  StringNotEquals,
  StringEqualsIgnoreCase,
  StringNotEqualsIgnoreCase,
  StringLike,
  StringNotLike,
  NumericEquals,
  NumericNotEquals,
  NumericLessThan,
  NumericLessThanEquals,
  NumericGreaterThan,
  NumericGreaterThanEquals,
  DateEquals,
  DateNotEquals,
  DateLessThan,
  DateLessThanEquals,
  DateGreaterThan,
  DateGreaterThanEquals,
  Bool,
  BinaryEquals,
  IpAddress,
  NotIpAddress,
  ArnEquals,
  ArnLike,
  ArnNotEquals,
  ArnNotLike,
  Null,
};

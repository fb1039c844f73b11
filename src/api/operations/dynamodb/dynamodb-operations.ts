// The operations of DynamoDB.
import { BatchGetItem } from './BatchGetItem.ts';
import { BatchWriteItem } from './BatchWriteItem.ts';
import { CreateTable } from './CreateTable.ts';
import { DeleteItem } from './DeleteItem.ts';
import { DeleteResourcePolicy } from './DeleteResourcePolicy.ts';
import { DeleteTable } from './DeleteTable.ts';
import { DescribeTable } from './DescribeTable.ts';
import { GetItem } from './GetItem.ts';
import { GetResourcePolicy } from './GetResourcePolicy.ts';
import { ListTables } from './ListTables.ts';
import { ListTagsOfResource } from './ListTagsOfResource.ts';
import { PutItem } from './PutItem.ts';
import { PutResourcePolicy } from './PutResourcePolicy.ts';
import { Query } from './Query.ts';
import { Scan } from './Scan.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateItem } from './UpdateItem.ts';

export const DYNAMODB_OPERATIONS = {
  'dynamodb:CreateTable': CreateTable,
  'dynamodb:DeleteTable': DeleteTable,
  'dynamodb:DescribeTable': DescribeTable,
  'dynamodb:ListTables': ListTables,
  'dynamodb:PutItem': PutItem,
  'dynamodb:GetItem': GetItem,
  'dynamodb:UpdateItem': UpdateItem,
  'dynamodb:DeleteItem': DeleteItem,
  'dynamodb:Query': Query,
  'dynamodb:Scan': Scan,
  'dynamodb:BatchGetItem': BatchGetItem,
  'dynamodb:BatchWriteItem': BatchWriteItem,
  'dynamodb:PutResourcePolicy': PutResourcePolicy,
  'dynamodb:GetResourcePolicy': GetResourcePolicy,
  'dynamodb:DeleteResourcePolicy': DeleteResourcePolicy,
  'dynamodb:TagResource': TagResource,
  'dynamodb:UntagResource': UntagResource,
  'dynamodb:ListTagsOfResource': ListTagsOfResource,
} as const;

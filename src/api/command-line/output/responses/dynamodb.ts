// What the operations of DynamoDB answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const DYNAMODB_RESPONSES: ResponseTable = {
  structures: {
    AttributeDefinition: 'AttributeName AttributeType',
    BillingModeSummary: 'BillingMode',
    KeySchemaElement: 'AttributeName KeyType',
    ProvisionedThroughputDescription: 'NumberOfDecreasesToday ReadCapacityUnits WriteCapacityUnits',
    TableDescription:
      'AttributeDefinitions:AttributeDefinition TableName KeySchema:KeySchemaElement TableStatus CreationDateTime:date ProvisionedThroughput:ProvisionedThroughputDescription TableSizeBytes ItemCount TableArn TableId BillingModeSummary:BillingModeSummary',
    Tag: 'Key Value',
  },
  operations: {
    'dynamodb:BatchGetItem': 'Responses UnprocessedKeys',
    'dynamodb:BatchWriteItem': 'UnprocessedItems',
    'dynamodb:CreateTable': 'TableDescription:TableDescription',
    'dynamodb:DeleteItem': 'Attributes',
    'dynamodb:DeleteResourcePolicy': 'RevisionId',
    'dynamodb:DeleteTable': 'TableDescription:TableDescription',
    'dynamodb:DescribeTable': 'Table:TableDescription',
    'dynamodb:GetItem': 'Item',
    'dynamodb:GetResourcePolicy': 'Policy RevisionId',
    'dynamodb:ListTables': 'TableNames LastEvaluatedTableName',
    'dynamodb:ListTagsOfResource': 'Tags:Tag NextToken',
    'dynamodb:PutItem': 'Attributes',
    'dynamodb:PutResourcePolicy': 'RevisionId',
    'dynamodb:Query': 'Items Count ScannedCount LastEvaluatedKey',
    'dynamodb:Scan': 'Items Count ScannedCount LastEvaluatedKey',
    'dynamodb:UpdateItem': 'Attributes',
  },
};

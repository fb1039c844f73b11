// The table of parameters that AWS has and this sandbox does not: none of them may be simulated after all.
import { describe, expect, test } from 'vitest';
import type { PlainJson } from '../../aws/json.ts';
import { findCommand } from './arguments.ts';
import { parseCommand } from './parse-command.ts';
import { UNSIMULATED_MEMBERS, unsimulatedMembers } from './unsimulated-members.ts';
import { isUnsimulated, UNSIMULATED } from './unsimulated-options.ts';
import { OPERATIONS } from '../operations.ts';

const ofTheApi = Object.keys(UNSIMULATED).filter((command) => !command.startsWith('s3 '));

test.each(ofTheApi)('%s', (line) => {
  const [service = '', name = ''] = line.split(' ');
  const command = findCommand(service, name);
  expect(command).not.toBeNull();
  expect(command?.arguments.filter((one) => isUnsimulated(service, name, one.name))).toEqual([]);
});

test.each(Object.entries(UNSIMULATED_MEMBERS))('%s: members', (line, members) => {
  const [service = '', name = ''] = line.split(' ');
  const command = findCommand(service, name);
  if (!command) throw new Error(`There is no ${line}.`);
  const { parameters } = OPERATIONS[command.operation];
  for (const place of members) {
    const input = place.split('.').reduceRight<PlainJson>((held, part) => ({ [part]: held }), 'x');
    expect(unsimulatedMembers(line, parameters, input)).toEqual([place]);
  }
});

describe('is named as what it is', () => {
  const said = (line: string): string => {
    const read = parseCommand(line.split(' '), { files: () => null, actions: null });
    return read.ok ? read.value.kind : read.error.message;
  };
  test.each([
    ['dynamodb create-table --table-class STANDARD', '--table-class is a parameter of AWS that Rolecall'],
    ['lambda invoke --function-name f --log-type Tail out', '--log-type is a parameter of AWS that Rolecall'],
    ['lambda create-function --no-publish', '--no-publish is a parameter of AWS that Rolecall'],
    ['ec2 run-instances --key-name k --user-data=x', '--key-name, --user-data are parameters of AWS that'],
    ['s3api head-bucket --bucket b --expected-bucket-owner 1', '--expected-bucket-owner is a parameter of'],
    ['dynamodb scan --cli-input-json {"IndexName":"i"}', 'IndexName is a parameter of AWS that Rolecall'],
    [
      'lambda create-function --function-name f --role r --code S3Bucket=a,S3Key=b',
      'Code.S3Bucket, Code.S3Key are parameters of AWS that Rolecall',
    ],
    [
      'lambda create-function --function-name f --role r --code ImageUri=a',
      'Code.ImageUri is a parameter of AWS that Rolecall',
    ],
    [
      'ec2 run-instances --image-id ami-1 --metadata-options InstanceMetadataTags=enabled',
      'MetadataOptions.InstanceMetadataTags is a parameter of AWS that Rolecall',
    ],
    [
      'dynamodb batch-get-item --request-items {"t":{"Keys":[],"AttributesToGet":["a"]}}',
      'RequestItems.t.AttributesToGet is a parameter of AWS that Rolecall',
    ],
  ])('%s', (line, message) => expect(said(line)).toContain(message));

  test('what nobody knows is unknown still', () => {
    expect(said('dynamodb list-tables --table-clas x')).toContain('Unknown options: --table-clas, x');
    expect(said('lambda create-function --function-name f --role r --code S4Bucket=a')).toContain(
      'Unknown parameter in Code: "S4Bucket", must be one of: ZipFile',
    );
  });

  test('what is missing may be there, and misspelt', () =>
    expect(said('iam create-user --usr-name noor')).toBe(
      'the following arguments are required: --user-name\n\nUnknown options: --usr-name, noor\n\nMaybe you meant:\n\n  * --user-name',
    ));
});

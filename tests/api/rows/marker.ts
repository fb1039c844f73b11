// Markers of lists that go on behind what was shown last.
import { encode } from 'js-base64';

export const markerAfter = (place: string): string => encode(`after ${place}`);

/** Of an entity, or of a policy by its ARN's path and name. */
export const markerAfterEntity = (path: string, name: string): string => markerAfter(`${path}\u0000${name}`);

/** A token that no page gave, which EC2 refuses. */
export const badToken = <Input extends object>(input: Input) => ({
  input: { ...input, NextToken: 'made up' },
  code: 'InvalidNextToken',
  message: 'The specified NextToken is not valid.',
});

/** Numbers of results that EC2 does not give. */
export const badNumbers = <Input extends object>(input: Input) => [
  {
    input: { ...input, MaxResults: 4 },
    code: 'InvalidParameterValue',
    message: 'Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.',
  },
  {
    input: { ...input, MaxResults: 1001 },
    code: 'InvalidParameterValue',
    message: 'Value ( 1001 ) for parameter maxResults is invalid. Expecting a value less than 1000.',
  },
];

/** A marker that no page gave, which KMS refuses. */
export const badMarker = <Input extends object>(input: Input) => ({
  input: { ...input, Marker: 'made up' },
  code: 'InvalidMarkerException',
  message:
    'The request was rejected because the marker that specifies where pagination should next begin is not valid.',
});

// Markers of lists that go on behind what was shown last.
import { encode } from 'js-base64';

export const markerAfter = (place: string): string => encode(`after ${place}`);

/** Of an entity, or of a policy by its ARN's path and name. */
export const markerAfterEntity = (path: string, name: string): string => markerAfter(`${path}\u0000${name}`);

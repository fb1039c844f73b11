// Clear place: where on the screen a message covers nothing that is in use.

/** Pixels from the upper left corner of the window, as `getBoundingClientRect` gives them. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The first of some places that covers none of the boxes to keep clear; the very first when each of them does. */
export function clearPlace<Place extends string>(
  places: readonly [Place, ...Place[]],
  boxAt: (place: Place) => Box,
  keepClear: readonly Box[],
): Place {
  const isClear = (place: Place): boolean => {
    const box = boxAt(place);
    return !keepClear.some((kept) => overlap(box, kept));
  };
  return places.find(isClear) ?? places[0];
}

// date: dates as condition values, in the W3C profile of ISO 8601 or as seconds since 1970.

const W3C =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * Milliseconds since 1970; null when the text is not a date. Four digits alone are a year; any other plain number is
 * in seconds.
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function readDate(text: string): number | null {
  const parts = W3C.exec(text);
  if (parts === null) return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone] =
    parts;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const millis = Date.parse(`${written}Z`);
  // Date.parse lets some days run over into the next month; AWS has no 30 February.
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 19) !== written) return null;
  const offset = readOffset(zone ?? 'Z');
  return offset === null ? null : millis + Number(`0.${fraction || '0'}`) * 1000 - offset;
}

/** `+hh:mm` in milliseconds. */
function readOffset(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

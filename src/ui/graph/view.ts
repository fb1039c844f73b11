// View: which part of a map is in sight, as d3-zoom transforms.
import { zoomIdentity, type ZoomTransform } from 'd3-zoom';

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;

/** The whole map, centred, never larger than life. */
export function fit(content: Size, frame: Size): ZoomTransform {
  if (content.width === 0 || content.height === 0) return zoomIdentity;
  const k = Math.min(
    1,
    (frame.width - 2 * MARGIN) / content.width,
    (frame.height - 2 * MARGIN) / content.height,
  );
  return zoomIdentity
    .translate((frame.width - content.width * k) / 2, (frame.height - content.height * k) / 2)
    .scale(k);
}

/** The smallest pan that brings a box into sight. */
export function intoView(
  now: ZoomTransform,
  box: Size & { readonly x: number; readonly y: number },
  frame: Size,
): ZoomTransform {
  const shift = (from: number, to: number, length: number): number =>
    from < MARGIN ? MARGIN - from : to > length - MARGIN ? length - MARGIN - to : 0;
  const dx = shift(now.applyX(box.x), now.applyX(box.x + box.width), frame.width);
  const dy = shift(now.applyY(box.y), now.applyY(box.y + box.height), frame.height);
  return now.translate(dx / now.k, dy / now.k);
}

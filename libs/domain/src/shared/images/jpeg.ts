import { Bytes } from './bytes';
import { ImageSize } from './image-size';

const MARK = 0xff;
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Of the markers that look like the start of a frame these are others: tables, and one that is kept free. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];
/** Length, precision, height, width and number of components. */
const FRAME_LENGTH = 8;

/**
 * The size of a JPEG image whose segments lead from its start to its pixels, which have an end; null when it is none.
 * What follows the end is not looked at: telephones put a moment of film there.
 */
export function jpegSize(content: Uint8Array): ImageSize | null {
  const bytes = new Bytes(content);
  if (!bytes.is(0, MARK, START_OF_IMAGE)) return null;
  let size: ImageSize | null = null;
  for (let at = 2; bytes.byte(at) === MARK;) {
    const marker = bytes.byte(at + 1);
    if (marker === MARK) {
      at++; // A marker may have any number of these in front.
      continue;
    }
    const length = bytes.uint16(at + 2);
    if (!isSegment(marker) || length < 2) return null;
    if (isFrame(marker)) size = frameSize(bytes, at + 2, length);
    at += 2 + length;
    if (marker === START_OF_SCAN) return bytes.hasPair(at + 1, MARK, END_OF_IMAGE) ? size : null;
  }
  return null;
}

/** Whether a length and so many bytes follow the marker: tables, frames, scans, what applications keep, comments. */
function isSegment(marker: number): boolean {
  return marker >= 0xc0 && (marker < 0xd0 || marker > END_OF_IMAGE);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker);
}

function frameSize(bytes: Bytes, at: number, length: number): ImageSize | null {
  const components = bytes.byte(at + 7);
  const isWhole = components >= 1 && components <= 4 && length === FRAME_LENGTH + 3 * components;
  return isWhole ? { width: bytes.uint16(at + 5), height: bytes.uint16(at + 3) } : null;
}

import { Bytes } from './bytes';
import { ImageSize } from './image-size';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_LENGTH = 13;
/** Length, name and checksum of a chunk. */
const AROUND_CHUNK = 12;

/** The depths that go with each colour type. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** The size of a PNG image whose chunks follow one another from its header to its very end; null when it is none. */
export function pngSize(content: Uint8Array): ImageSize | null {
  const bytes = new Bytes(content);
  const header = SIGNATURE.length;
  if (!bytes.is(0, ...SIGNATURE)) return null;
  if (bytes.uint32(header) !== HEADER_LENGTH || bytes.name(header + 4) !== 'IHDR') return null;
  const [width, height] = [bytes.uint32(header + 8), bytes.uint32(header + 12)];
  const [depth, colour, compression, filter, interlace] = [16, 17, 18, 19, 20].map((at) => bytes.byte(header + at));
  const isKnown = DEPTHS[colour!]?.includes(depth!) && compression === 0 && filter === 0 && interlace! <= 1;
  return isKnown && endsProperly(bytes, header + HEADER_LENGTH + AROUND_CHUNK) ? { width, height } : null;
}

/** With pixels, and with nothing behind the end that another program would take for a file of its own. */
function endsProperly(bytes: Bytes, first: number): boolean {
  let hasPixels = false;
  for (let at = first; at + AROUND_CHUNK <= bytes.length;) {
    const length = bytes.uint32(at);
    const name = bytes.name(at + 4);
    at += length + AROUND_CHUNK;
    if (name === 'IDAT' && length > 0) hasPixels = true;
    if (name === 'IEND') return hasPixels && length === 0 && at === bytes.length;
  }
  return false;
}

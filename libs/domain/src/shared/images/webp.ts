import { Bytes } from './bytes';
import { ImageSize } from './image-size';

/** `RIFF`, the length of what follows, `WEBP`. */
const FILE_HEADER = 12;
/** Name and length. */
const CHUNK_HEADER = 8;
const SIDE_BITS = 0x3fff;

/** The size of a WebP image, simple, lossless or extended, that fills its file wholly; null when it is none. */
export function webpSize(content: Uint8Array): ImageSize | null {
  const bytes = new Bytes(content);
  if (bytes.name(0) !== 'RIFF' || bytes.name(8) !== 'WEBP') return null;
  if (bytes.uint32LittleEndian(4) !== bytes.length - 8) return null;
  const chunks = chunksOf(bytes);
  if (!chunks?.some(({ name }) => ['VP8 ', 'VP8L', 'ANMF'].includes(name))) return null;
  const [{ name, at, length }] = chunks as [Chunk];
  if (name === 'VP8X') return length === 10 ? extended(bytes, at) : null;
  if (name === 'VP8L') return length > 5 ? lossless(bytes, at) : null;
  return name === 'VP8 ' && length > 10 ? lossy(bytes, at) : null;
}

interface Chunk {
  readonly name: string;
  /** Where its content begins. */
  readonly at: number;
  readonly length: number;
}

/** Null when they do not end where the file does. */
function chunksOf(bytes: Bytes): Chunk[] | null {
  const chunks: Chunk[] = [];
  let next = FILE_HEADER;
  while (next + CHUNK_HEADER <= bytes.length) {
    const length = bytes.uint32LittleEndian(next + 4);
    chunks.push({ name: bytes.name(next), at: next + CHUNK_HEADER, length });
    next += CHUNK_HEADER + length + (length % 2);
  }
  return next === bytes.length ? chunks : null;
}

function extended(bytes: Bytes, at: number): ImageSize {
  return { width: bytes.uint24LittleEndian(at + 4) + 1, height: bytes.uint24LittleEndian(at + 7) + 1 };
}

function lossless(bytes: Bytes, at: number): ImageSize | null {
  const sides = bytes.uint32LittleEndian(at + 1);
  // Behind both sides stand a bit for transparency and the version, which is 0.
  if (bytes.byte(at) !== 0x2f || sides >>> 29 !== 0) return null;
  return { width: (sides & SIDE_BITS) + 1, height: ((sides >>> 14) & SIDE_BITS) + 1 };
}

function lossy(bytes: Bytes, at: number): ImageSize | null {
  const isKeyFrame = (bytes.byte(at) & 1) === 0;
  if (!isKeyFrame || !bytes.is(at + 3, 0x9d, 0x01, 0x2a)) return null;
  return {
    width: bytes.uint16LittleEndian(at + 6) & SIDE_BITS,
    height: bytes.uint16LittleEndian(at + 8) & SIDE_BITS,
  };
}

/** Content that is as an image of its kind must be, for whoever does not look at the pixels. */

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const bigEndian = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256);
const littleEndian = (value: number, bytes: number) => bigEndian(value, bytes).reverse();

export const pngChunk = (name: string, content: readonly number[]): number[] => [
  ...bigEndian(content.length, 4),
  ...ascii(name),
  ...content,
  ...bigEndian(0, 4),
];

export const PNG_SIGNATURE = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a];

/** @param format depth, colour type, compression, filter and interlace */
export function aPng(width = 3, height = 2, format: readonly number[] = [8, 6, 0, 0, 0]): Uint8Array {
  const header = pngChunk('IHDR', [...bigEndian(width, 4), ...bigEndian(height, 4), ...format]);
  return Uint8Array.from([...PNG_SIGNATURE, ...header, ...pngChunk('IDAT', [1, 2, 3]), ...pngChunk('IEND', [])]);
}

/** A PNG of exactly so many bytes. @param fill what its pixels are, so that two of a size may differ */
export function aPngOf(bytes: number, fill = 0): Uint8Array {
  const start = [...aPng()].slice(0, PNG_SIGNATURE.length + 25);
  const end = pngChunk('IEND', []);
  const pixels = bytes - start.length - end.length - 12;
  const image = new Uint8Array(bytes).fill(fill);
  image.set([...start, ...bigEndian(pixels, 4), ...ascii('IDAT')]);
  image.set(end, bytes - end.length);
  return image;
}

export const jpegSegment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...bigEndian(content.length + 2, 2),
  ...content,
];

/** @param frame the marker of the frame: 0xc0 for baseline, 0xc2 for progressive */
export function aJpeg(width = 3, height = 2, frame = 0xc0): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...jpegSegment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...jpegSegment(0xc4, [0, 0]),
    ...jpegSegment(frame, [8, ...bigEndian(height, 2), ...bigEndian(width, 2), 1, 1, 0x11, 0]),
    ...jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[1, 2, 3, 0xff, 0, 4],
    ...[0xff, 0xd9],
  ]);
}

export const webpChunk = (name: string, content: readonly number[]): number[] => [
  ...ascii(name),
  ...littleEndian(content.length, 4),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

export function webpOf(...chunks: number[][]): Uint8Array {
  const content = [...ascii('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...ascii('RIFF'), ...littleEndian(content.length, 4), ...content]);
}

export const lossyChunk = (width: number, height: number): number[] =>
  webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...littleEndian(width, 2), ...littleEndian(height, 2), 1]);

export const losslessChunk = (width: number, height: number, version = 0): number[] =>
  webpChunk('VP8L', [0x2f, ...littleEndian(width - 1 + (height - 1) * 2 ** 14 + version * 2 ** 29, 4), 7, 7]);

export const extendedChunk = (width: number, height: number): number[] =>
  webpChunk('VP8X', [0, 0, 0, 0, ...littleEndian(width - 1, 3), ...littleEndian(height - 1, 3)]);

export const aWebp = (width = 3, height = 2): Uint8Array => webpOf(lossyChunk(width, height));

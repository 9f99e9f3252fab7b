import { ImageSize } from './image-size';
import { jpegSize } from './jpeg';
import { pngSize } from './png';
import { webpSize } from './webp';

const READERS = { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/webp': webpSize } as const;

export type ImageType = keyof typeof READERS;

export const IMAGE_TYPES = Object.keys(READERS) as ImageType[];

/** What every format here can be in, and more than any camera makes: a side of more is there to do harm. */
const LONGEST_SIDE = 65_535;

/**
 * Which kind of image the content is; null when it is none of those that are taken. It looks at the content alone, at
 * more than its first bytes: what only begins like an image is none.
 */
export function imageTypeOf(content: Uint8Array): ImageType | null {
  return IMAGE_TYPES.find((type) => isUsable(READERS[type](content))) ?? null;
}

function isUsable(size: ImageSize | null): boolean {
  return size !== null && [size.width, size.height].every((side) => side >= 1 && side <= LONGEST_SIDE);
}

import {
  aJpeg,
  aPng,
  aPngOf,
  aWebp,
  extendedChunk,
  jpegSegment,
  losslessChunk,
  lossyChunk,
  PNG_SIGNATURE,
  pngChunk,
  webpChunk,
  webpOf,
} from '@fleet/tests/builders/images';
import { imageTypeOf } from './image';
import { jpegSize } from './jpeg';
import { pngSize } from './png';
import { webpSize } from './webp';

const text = (content: string) => Uint8Array.from([...content].map((character) => character.charCodeAt(0)));
const joined = (...parts: ArrayLike<number>[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
/** The same content with other bytes there. */
const changed = (content: Uint8Array, at: number, ...bytes: number[]) => {
  const copy = content.slice();
  copy.set(bytes, at);
  return copy;
};

/** The smallest PNG that a program has drawn. */
const DRAWN = Uint8Array.from(
  [
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489',
    '0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082',
  ]
    .join('')
    .match(/../g)!,
  (pair) => parseInt(pair, 16),
);

const IMAGES = { 'image/png': aPng(), 'image/jpeg': aJpeg(), 'image/webp': aWebp() };

describe('imageTypeOf', () => {
  it.each(Object.entries(IMAGES))('knows %s, wherever in the memory it stands', (type, image) => {
    expect(imageTypeOf(image)).toBe(type);
    expect(imageTypeOf(joined([1, 2, 3], image, [4]).subarray(3, -1))).toBe(type);
  });

  it('knows what a program has drawn', () => {
    expect([imageTypeOf(DRAWN), pngSize(DRAWN)]).toEqual(['image/png', { width: 1, height: 1 }]);
  });

  it.each([
    ['nothing', text('')],
    ['one byte', Uint8Array.from([0x89])],
    ['text', text('a signature, more or less')],
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF', joined(text('GIF89a'), [1, 0, 1, 0, 0, 0, 0, 0x3b])],
    ['a BMP', joined(text('BM'), new Uint8Array(60))],
    ['a PDF', text('%PDF-1.7')],
    ['sound in a RIFF file', changed(aWebp(), 8, ...text('WAVE'))],
    ['HTML behind the signature of PNG', joined(PNG_SIGNATURE, text('<script>alert(1)</script>'))],
    ['HTML behind the start of JPEG', joined([0xff, 0xd8, 0xff], text('<script>alert(1)</script>'))],
    ['HTML behind the start of WebP', joined(text('RIFF\x20\0\0\0WEBPVP8 '), text('<script>alert(1)</script>'))],
    ['an archive behind a PNG', joined(aPng(), text('PK\x05\x06'))],
    ['an archive behind a WebP', joined(aWebp(), text('PK\x05\x06'))],
    ['HTML before a PNG', joined(text('<p>'), aPng())],
  ])('refuses %s', (_, content) => expect(imageTypeOf(content)).toBeNull());

  it.each(Object.entries(IMAGES))('refuses %s that is cut off anywhere', (_, image) => {
    const cuts = Array.from({ length: image.length }, (__, length) => image.subarray(0, length));
    expect(cuts.filter((cut) => imageTypeOf(cut) !== null)).toEqual([]);
  });

  it.each([
    ['PNG', aPng],
    ['JPEG', aJpeg],
  ])('takes %s from 1 to 65,535 pixels a side', (_, image) => {
    expect([image(1, 1), image(65_535, 1), image(1, 65_535)].map(imageTypeOf)).not.toContain(null);
    expect([image(0, 1), image(1, 0)].map(imageTypeOf)).toEqual([null, null]);
  });

  it('refuses more than 65,535 pixels a side', () => {
    const extended = (width: number) => webpOf(extendedChunk(width, 1), lossyChunk(1, 1));
    expect([aPng(65_536, 1), aPng(1, 2 ** 31), extended(65_536)].map(imageTypeOf)).toEqual([null, null, null]);
    expect(imageTypeOf(extended(65_535))).toBe('image/webp');
  });
});

describe('a PNG', () => {
  it('may be of any length', () => expect(imageTypeOf(aPngOf(200_000))).toBe('image/png'));

  it.each([
    [[1, 0, 0, 0, 0], true],
    [[16, 2, 0, 0, 1], true],
    [[8, 3, 0, 0, 0], true],
    [[16, 3, 0, 0, 0], false],
    [[4, 2, 0, 0, 0], false],
    [[8, 1, 0, 0, 0], false],
    [[8, 7, 0, 0, 0], false],
    [[8, 6, 1, 0, 0], false],
    [[8, 6, 0, 1, 0], false],
    [[8, 6, 0, 0, 2], false],
  ])('of the format %j: %s', (format, isTaken) => expect(pngSize(aPng(3, 2, format)) !== null).toBe(isTaken));

  it.each([
    ['no pixels', joined(aPng().subarray(0, 33), pngChunk('IEND', []))],
    ['empty pixels', joined(aPng().subarray(0, 33), pngChunk('IDAT', []), pngChunk('IEND', []))],
    ['an end that has content', joined(aPng().subarray(0, -12), pngChunk('IEND', [1]))],
    ['a chunk that is longer than the file', changed(aPng(), 33, 0xff, 0xff, 0xff, 0xff)],
    ['something else first', joined(PNG_SIGNATURE, pngChunk('tEXt', new Array(13).fill(1) as number[]), aPng())],
  ])('with %s is none', (_, content) => expect(pngSize(content)).toBeNull());
});

describe('a JPEG', () => {
  it.each([0xc0, 0xc1, 0xc2])('may have the frame %i', (frame) => {
    expect(jpegSize(aJpeg(300, 200, frame))).toEqual({ width: 300, height: 200 });
  });

  it('may have a film behind it, fill bytes between its segments, and its frame behind a long comment', () => {
    const start = [0xff, 0xd8];
    const comment = jpegSegment(0xfe, new Array(60_000).fill(0xff) as number[]);
    const size = { width: 3, height: 2 };
    expect(jpegSize(joined(aJpeg(), text('ftypmp42')))).toEqual(size);
    expect(jpegSize(joined(start, [0xff, 0xff], aJpeg().subarray(2)))).toEqual(size);
    expect(jpegSize(joined(start, comment, aJpeg().subarray(2)))).toEqual(size);
  });

  it.each([
    ['the frame of tables alone', aJpeg(3, 2, 0xc4)],
    ['a frame that is too short', changed(aJpeg(), 29, 7)],
    ['a frame without components', changed(aJpeg(), 35, 0)],
    ['a segment without a length', changed(aJpeg(), 4, 0, 1)],
    ['a second start', joined([0xff, 0xd8], aJpeg())],
    ['an end before its pixels', joined([0xff, 0xd8, 0xff, 0xd9], aJpeg().subarray(2))],
    ['pixels without an end', aJpeg().subarray(0, -1)],
  ])('with %s is none', (_, content) => expect(jpegSize(content)).toBeNull());
});

describe('a WebP', () => {
  it.each([
    ['lossy', webpOf(lossyChunk(300, 200))],
    ['lossless', webpOf(losslessChunk(300, 200))],
    ['extended', webpOf(extendedChunk(300, 200), lossyChunk(300, 200))],
    ['animated', webpOf(extendedChunk(300, 200), webpChunk('ANIM', [1, 2]), webpChunk('ANMF', [1, 2, 3]))],
    ['lossless of the longest sides', webpOf(losslessChunk(16_384, 16_384))],
  ])('may be %s', (name, image) => {
    const side = name.includes('longest') ? { width: 16_384, height: 16_384 } : { width: 300, height: 200 };
    expect(webpSize(image)).toEqual(side);
  });

  it.each([
    ['no frame', webpOf(extendedChunk(3, 2), webpChunk('EXIF', [1, 2]))],
    ['no chunk', webpOf()],
    ['another length than it says', changed(aWebp(), 4, 99)],
    ['a chunk that is longer than the file', changed(aWebp(), 16, 99)],
    ['a frame that is no key frame', changed(aWebp(), 20, 1)],
    ['a frame without its start code', changed(aWebp(), 23, 0)],
    ['a frame of its header alone', webpOf(webpChunk('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 3, 0, 2, 0]))],
    ['a later version of lossless', webpOf(losslessChunk(3, 2, 1))],
    ['another sign of lossless', changed(webpOf(losslessChunk(3, 2)), 20, 0x2e)],
    ['a broken extended header', webpOf(webpChunk('VP8X', [0, 0]), lossyChunk(3, 2))],
    ['something else first', webpOf(webpChunk('EXIF', [1, 2]), lossyChunk(3, 2))],
  ])('with %s is none', (_, content) => expect(webpSize(content)).toBeNull());
});

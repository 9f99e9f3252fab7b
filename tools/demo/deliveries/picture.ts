import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_GREY = [8, 0, 0, 0, 0];

/** A PNG of a few hundred bytes. @param grey of a pixel, from 0 (black) to 255 (white) */
function png(width: number, height: number, grey: (x: number, y: number) => number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(EIGHT_BIT_GREY, 8);
  // A row begins with the number of its filter: none.
  const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (_, x) => grey(x, y))]);
  const pixels = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A line that somebody has drawn with a finger. @param waves how many times it goes up and down */
export function signature(waves: number): Buffer {
  const [width, height, margin] = [96, 32, 8];
  const line = (x: number) =>
    height / 2 + (height / 2 - 4) * Math.sin((x / width) * waves * 2 * Math.PI) * (1 - x / width);
  return png(width, height, (x, y) => (x > margin && x < width - margin && Math.abs(y - line(x)) < 1.5 ? 20 : 255));
}

/** A parcel on a door-step. @param size how much of the picture it takes, in pixels */
export function parcel(size: number): Buffer {
  const [width, height, floor] = [64, 48, 40];
  const isParcel = (x: number, y: number) => Math.abs(x - width / 2) < size / 2 && y > floor - size && y < floor;
  return png(width, height, (x, y) =>
    isParcel(x, y) ? (Math.abs(x - width / 2) < 2 ? 210 : 120) : y < floor ? 230 : 170,
  );
}

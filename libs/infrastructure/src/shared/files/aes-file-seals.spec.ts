import { createHash } from 'node:crypto';
import { UnreadableFileError } from '@fleet/application/shared/uploads/file-seals';
import { AesFileSeals } from './aes-file-seals';

const seals = new AesFileSeals();
const ID = '0198b8a0-0000-7000-8000-f00000000001';
const CONTENT = Buffer.from('a signature');

it.each([CONTENT, Buffer.alloc(0), Buffer.alloc(100_000, 7)])('opens what it has sealed', (content) => {
  const { key, content: sealed, sha256 } = seals.seal(ID, content);
  expect(Buffer.from(seals.open(ID, key, sealed)).equals(content)).toBe(true);
  expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(key).toMatch(/^[\w-]{43}$/);
});

it('never seals in the same way, and shows nothing of the content', () => {
  const [one, other] = [seals.seal(ID, CONTENT), seals.seal(ID, CONTENT)];
  expect(one.key).not.toBe(other.key);
  expect(Buffer.from(one.content).equals(other.content)).toBe(false);
  expect(Buffer.from(one.content).includes(CONTENT)).toBe(false);
});

it.each([
  ['another id', (open: Open) => open(ID.replace('f0', 'f1'))],
  ['another key', (open: Open) => open(ID, seals.seal(ID, CONTENT).key)],
  ['no key', (open: Open) => open(ID, '')],
  ['a key that is too short', (open: Open) => open(ID, 'abc')],
  ['nothing', (open: Open) => open(ID, undefined, () => Buffer.alloc(0))],
  ['a part of it', (open: Open) => open(ID, undefined, (sealed) => sealed.subarray(0, -1))],
  ['its first bytes alone', (open: Open) => open(ID, undefined, (sealed) => sealed.subarray(0, 20))],
  ...[0, 1, 13, 29].map((at): [string, (open: Open) => void] => [
    `another byte at ${at}`,
    (open) => open(ID, undefined, (sealed) => Buffer.from(sealed.map((byte, index) => byte ^ Number(index === at)))),
  ]),
])('does not open %s', (_, attempt) => {
  const { key, content } = seals.seal(ID, CONTENT);
  const open: Open = (id, otherKey = key, change = (sealed) => sealed) => seals.open(id, otherKey, change(content));
  expect(() => open(ID)).not.toThrow();
  expect(() => attempt(open)).toThrow(UnreadableFileError);
});

type Open = (id: string, key?: string, change?: (sealed: Uint8Array) => Uint8Array) => void;

import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlindIndex } from './blind-index';
import { readOrMakeKeyFile } from './key-file';
import { parseKeyList, parseSecret } from './key-list';
import { SecretBox } from './secret-box';
import { SecretKeys } from './secret-keys';

const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte) });
const OLD = key('old', 1);
const NEW = key('new', 2);
const PLACE = 'Drivers.Name:1';
const box = (...keys: [typeof OLD, ...(typeof OLD)[]]) => new SecretBox(new SecretKeys([OLD], keys, OLD.secret));

describe('a secret box', () => {
  it.each(['', 'Ana Souza', 'Zoë 🚚', 'a:b:c'])('gives %j back', (text) => {
    expect(box(OLD).open(box(OLD).seal(text, PLACE), PLACE)).toBe(text);
  });

  it('shows nothing of the text, and never the same value twice', () => {
    const [one, other] = [box(OLD).seal('Ana Souza', PLACE), box(OLD).seal('Ana Souza', PLACE)];
    expect(one).toMatch(/^v1:old:[\w-]{16}:[\w-]{22}:[\w-]{12}$/);
    expect(one).not.toBe(other);
  });

  it('opens what an earlier key sealed, and tells by the beginning what is no longer current', () => {
    const sealed = box(OLD).seal('Ana', PLACE);
    expect(box(NEW, OLD).open(sealed, PLACE)).toBe('Ana');
    expect(sealed.startsWith(box(NEW, OLD).currentPrefix)).toBe(false);
    expect(box(NEW, OLD).seal('Ana', PLACE).startsWith(box(NEW, OLD).currentPrefix)).toBe(true);
  });

  it.each([
    ['in another place', (text: string) => text, 'Drivers.Name:2', OLD],
    ['without its key', (text: string) => text, PLACE, NEW],
    ['with another secret under its key', (text: string) => text, PLACE, { ...NEW, id: 'old' }],
    ['once it was changed', (text: string) => text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA'), PLACE, OLD],
    ['with a tag cut short', (text: string) => text.replace(/:[^:]*:([^:]*)$/, ':AAAA:$1'), PLACE, OLD],
    ['when it is no sealed text', () => 'Ana', PLACE, OLD],
  ])('opens nothing %s', (_, change, place, opener) => {
    const sealed = change(box(OLD).seal('Ana Souza', PLACE));
    expect(() => box(opener).open(sealed, place)).toThrow('A sealed value cannot be opened');
  });
});

describe('a blind index', () => {
  const index = (secret: Buffer) => new BlindIndex(new SecretKeys([OLD], [OLD], secret));

  it('is the same for the same value, purpose and key, and for nothing else', () => {
    const known = index(OLD.secret).of('Drivers.LicenseNumber', 'CNH-1');
    expect(index(OLD.secret).of('Drivers.LicenseNumber', 'CNH-1')).toBe(known);
    const others = [
      index(OLD.secret).of('Drivers.LicenseNumber', 'CNH-2'),
      index(OLD.secret).of('Users.Email', 'CNH-1'),
      index(NEW.secret).of('Drivers.LicenseNumber', 'CNH-1'),
    ];
    expect(new Set([known, ...others]).size).toBe(4);
  });
});

describe('a list of keys', () => {
  const secret = OLD.secret.toString('base64');

  it('has an id and 32 bytes for each', () => {
    expect(parseKeyList(`old:${secret}, new:${NEW.secret.toString('base64url')}`)).toEqual([OLD, NEW]);
    expect(parseSecret(secret)).toEqual(OLD.secret);
  });

  it.each([
    '',
    'old',
    'old:',
    `:${secret}`,
    'old:AAAA',
    `old:${secret},old:${secret}`,
    `o d:${secret}`,
    `old:${secret}!`,
  ])('is not %j', (text) => expect(parseKeyList(text)).toBeNull());

  it.each(['', 'AAAA', `${secret}A`, `!${secret}`])('has no secret %j', (text) => expect(parseSecret(text)).toBeNull());
});

describe('a key file', () => {
  it('is made once, for its owner alone, and read from then on', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'fleet-keys-')), 'data', 'fleet.db.keys');
    const made = readOrMakeKeyFile(file);
    expect(readOrMakeKeyFile(file)).toEqual(made);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parseKeyList(made.JWT_KEYS)).toHaveLength(1);
    expect(parseKeyList(made.ENCRYPTION_KEYS)).toHaveLength(1);
    expect(parseSecret(made.BLIND_INDEX_KEY)).not.toBeNull();
  });
});

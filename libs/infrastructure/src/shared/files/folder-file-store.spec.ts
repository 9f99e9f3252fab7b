import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { FolderFileStore } from './folder-file-store';

const ID = '0198b8a0-0000-7000-8000-f0000000a1b2';
const OTHER = '0198b8a0-0000-7000-8000-f0000000a1b3';
const CONTENT = Buffer.from('sealed');

let parent: string;
let root: string;
let store: FolderFileStore;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'files-'));
  root = join(parent, 'data', 'files');
  store = new FolderFileStore(root, anOutbound().policy('files'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const pathOf = (id: string) => join(root, id.slice(-4, -2), id.slice(-2), id);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

async function idsBefore(moment: Date): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of store.putBefore(moment)) ids.push(id);
  return ids.sort();
}

describe('a file', () => {
  it('is there once it was put, in folders of its own, for the owner alone', async () => {
    await store.put(ID, CONTENT);
    expect(await store.get(ID)).toEqual(CONTENT);
    const [folder, above] = [dirname(pathOf(ID)), dirname(dirname(pathOf(ID)))];
    expect(readdirSync(folder)).toEqual([ID]);
    expect([pathOf(ID), folder, above, root].map(modeOf)).toEqual(['600', '700', '700', '700']);
  });

  it('may be empty, or put once more', async () => {
    await store.put(ID, Buffer.alloc(0));
    expect(await store.get(ID)).toEqual(Buffer.alloc(0));
    await store.put(ID, CONTENT);
    expect(await store.get(ID)).toEqual(CONTENT);
  });

  it('is null before it was put and after it was deleted, which may be done again', async () => {
    expect(await store.get(ID)).toBeNull();
    await store.put(ID, CONTENT);
    await store.put(OTHER, CONTENT);
    await store.delete(ID);
    await store.delete(ID);
    expect([await store.get(ID), await store.get(OTHER)]).toEqual([null, CONTENT]);
  });

  it('is not there as long as it is not whole, and what is left of it can be deleted', async () => {
    await store.put(OTHER, CONTENT);
    await store.put(ID, CONTENT);
    await store.delete(ID);
    writeFileSync(`${pathOf(ID)}.part`, 'sea');
    expect(await store.get(ID)).toBeNull();
    expect(await idsBefore(new Date(Date.now() + 60_000))).toEqual([ID, OTHER].sort());
    await store.delete(ID);
    expect(await idsBefore(new Date(Date.now() + 60_000))).toEqual([OTHER]);
    expect(readdirSync(dirname(pathOf(ID)))).toEqual([]);
  });

  it('goes over what is left of an earlier attempt', async () => {
    await store.put(ID, CONTENT);
    writeFileSync(`${pathOf(ID)}.part`, 'something longer than that');
    await store.put(ID, CONTENT);
    expect(readFileSync(pathOf(ID))).toEqual(CONTENT);
  });
});

describe('an id', () => {
  it.each([
    '',
    '..',
    '../../etc/passwd',
    `../${ID}`,
    `${ID}/../x`,
    ID.toUpperCase(),
    `${ID}\0`,
    `${ID}.part`,
    `${ID}\n`,
  ])('that leads elsewhere is refused: %j', async (id) => {
    for (const attempt of [() => store.put(id, CONTENT), async () => store.get(id), () => store.delete(id)]) {
      await expect(attempt()).rejects.toThrow('A file is kept under a UUID in lower case.');
    }
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('what was put before a moment', () => {
  const old = new Date('2026-01-30T12:00:00.000Z');

  it('is named by its age, and nothing else is that lies there', async () => {
    await store.put(ID, CONTENT);
    await store.put(OTHER, CONTENT);
    utimesSync(pathOf(ID), old, old);
    for (const foreign of ['README', `${ID}.bak`]) {
      writeFileSync(join(dirname(pathOf(ID)), foreign), '');
      utimesSync(join(dirname(pathOf(ID)), foreign), old, old);
    }
    writeFileSync(join(root, ID), '');
    expect(await idsBefore(old)).toEqual([]);
    expect(await idsBefore(new Date(old.getTime() + 1))).toEqual([ID]);
  });

  it('is nothing where nothing was ever put', async () => {
    expect(await idsBefore(new Date())).toEqual([]);
  });
});

describe('a folder that cannot be used', () => {
  it('makes the store unavailable', async () => {
    writeFileSync(join(parent, 'data'), 'a file where a folder should be');
    await expect(store.put(ID, CONTENT)).rejects.toThrow(UnavailableError);
    await expect(store.get(ID)).rejects.toThrow(UnavailableError);
  });
});

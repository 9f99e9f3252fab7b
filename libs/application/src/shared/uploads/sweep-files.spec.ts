import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { FilesInMemory } from '@fleet/tests/builders/files-in-memory';
import { NOW } from '@fleet/tests/builders/moments';
import { KnownFiles } from './known-files';
import { SweepFiles } from './sweep-files';

class NamedFiles extends KnownFiles {
  readonly asked: number[] = [];

  constructor(private readonly names: (id: string) => boolean) {
    super();
  }

  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    this.asked.push(ids.length);
    return new Set(ids.filter(this.names));
  }
}

let store: FilesInMemory;
beforeEach(() => (store = new FilesInMemory()));
const put = async (...ids: string[]) => {
  for (const id of ids) await store.put(id, new Uint8Array());
};
const sweep = (known: KnownFiles) => new SweepFiles(store, known, new FixedClock());

it('deletes what no row knows, among what is older than a day', async () => {
  await put('a', 'b', 'c', 'd');
  expect(await sweep(new NamedFiles((id) => id === 'b' || id === 'd')).execute()).toBe(2);
  expect([...store.files.keys()]).toEqual(['b', 'd']);
  expect(store.asked).toEqual(new Date(NOW.getTime() - 24 * 60 * 60 * 1000));
});

it('asks about 500 at a time', async () => {
  await put(...Array.from({ length: 1_001 }, (_, index) => `file-${index}`));
  const known = new NamedFiles(() => false);
  expect(await sweep(known).execute()).toBe(1_001);
  expect([known.asked, store.files.size]).toEqual([[500, 500, 1], 0]);
});

it('asks nobody where there is nothing', async () => {
  const known = new NamedFiles(() => false);
  expect(await sweep(known).execute()).toBe(0);
  expect(known.asked).toEqual([]);
});

it('deletes nothing when nobody can say what is known', async () => {
  await put('a');
  const away = {
    known: () => Promise.reject(new Error('The database is away.')),
  };
  await expect(sweep(away).execute()).rejects.toThrow('The database is away.');
  expect(store.files.size).toBe(1);
});

it('stops between two files when it is told to', async () => {
  await put('a', 'b', 'c');
  const stop = new AbortController();
  store.before = () => stop.abort(new Error('the process is stopping'));
  await expect(sweep(new NamedFiles(() => false)).execute(stop.signal)).rejects.toThrow('the process is stopping');
  expect([...store.files.keys()]).toEqual(['b', 'c']);
});

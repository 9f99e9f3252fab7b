import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Page } from '@fleet/application/shared/page';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { FolderFileStore } from '@fleet/infrastructure/shared/files/folder-file-store';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { expectProblem } from './support/problems';
import { ServerProcess, startServerProcess } from './support/server-process';
import { SmallDisk } from './support/small-disk';
import { onSqlServer } from './support/test-database';

// To mount one takes rights that not everybody has.
const probe = SmallDisk.mount(1);
probe?.unmount();
const itOnADisk = probe ? it : it.skip;

describe('a disk that is full', () => {
  let disk: SmallDisk;
  let server: ServerProcess | undefined;
  afterEach(async () => {
    await server?.stop('SIGKILL');
    disk.unmount();
  });

  // On SQL Server the disk is the server's own.
  (onSqlServer ? it.skip : itOnADisk)(
    'refuses changes of the embedded database, loses none that it took, and is read until there is room',
    async () => {
      disk = SmallDisk.mount(16)!;
      server = await startServerProcess({ DATABASE_URL: `file:${join(disk.folder, 'fleet.db')}` });
      const { client } = server;
      const register = (index: number) =>
        client.post<VehicleView>('/api/vehicles', { plate: `FULL-${index}`, model: 'x'.repeat(100), year: 2020 });
      const listed = async () => {
        const { status, body } = await client.get<Page<VehicleView>>(
          '/api/vehicles?plate=FULL&sort=createdAt&limit=200',
        );
        expect(status).toBe(200);
        return body.items.map(({ plate }) => plate);
      };
      const taken: string[] = [];
      const refused: string[] = [];
      disk.fill();
      // The log has room left in its last pages.
      for (let index = 0; refused.length < 10 && index < 150; index++) {
        const answer = await register(index);
        (answer.status === 201 ? taken : refused).push(`FULL-${index}`);
        if (answer.status === 201) continue;
        expectProblem(answer, 503, 'UNAVAILABLE');
        expect(answer.headers.get('retry-after')).toBe('1');
        expect(answer.text).not.toMatch(/disk|full|sqlite|ENOSPC/i);
      }
      console.log('disk full', { taken: taken.length, refused: refused.length });
      expect(refused).toHaveLength(10);
      expect(await listed()).toEqual(taken);
      expect((await client.get('/ready')).status).toBe(200);

      disk.makeRoom();
      expect((await register(200)).status).toBe(201);
      expect(await listed()).toEqual([...taken, 'FULL-200']);
      // What is there, is there for good.
      await server.stop('SIGKILL');
      server = await startServerProcess({ DATABASE_URL: `file:${join(disk.folder, 'fleet.db')}` });
      expect((await server.client.get<Page<VehicleView>>('/api/vehicles?plate=FULL-200')).body.items).toHaveLength(1);
    },
  );

  itOnADisk('refuses files, keeps nothing of them, and gives back those that it has', async () => {
    disk = SmallDisk.mount(2)!;
    const policy = anOutbound().policy('files');
    const store = new FolderFileStore(join(disk.folder, 'files'), policy);
    const id = (index: number) => `0198b8a0-0000-7000-8000-f0000000a1${(16 + index).toString(16)}`;
    const content = (index: number) => Buffer.alloc(300_000, index);
    const kept: number[] = [];
    const refused: number[] = [];
    for (let index = 0; index < 40; index++) {
      try {
        await store.put(id(index), content(index));
        kept.push(index);
      } catch (error) {
        expect(error).toBeInstanceOf(UnavailableError);
        expect((error as Error).cause).toMatchObject({ code: 'ENOSPC' });
        refused.push(index);
      }
    }
    console.log('files on a full disk', { kept: kept.length, refused: refused.length });
    expect([kept.length, refused.length]).toEqual([6, 34]);
    for (const index of kept) expect(await store.get(id(index))).toEqual(content(index));
    for (const index of refused) expect(await store.get(id(index))).toBeNull();
    const files = readdirSync(disk.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).sort()).toEqual(kept.map(id));
    // A full disk answers: it can be read, and is not taken for one that is away.
    expect(policy.isBroken).toBe(false);
    await store.delete(id(kept[0]!));
    await store.put(id(39), content(39));
    expect(await store.get(id(39))).toEqual(content(39));
  });
});

import { spawnSync } from 'node:child_process';
import { pbkdf2 } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Logger } from '@nestjs/common';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { pathsOf } from '@fleet/infrastructure/shared/files/file-paths';
import { FolderFileStore } from '@fleet/infrastructure/shared/files/folder-file-store';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { until } from './support/server-process';

const ID = '0198b8a0-0000-7000-8000-f0000000a1b2';
const OTHER = '0198b8a0-0000-7000-8000-f0000000a1b3';
const SETTINGS = { OUTBOUND_TIMEOUT_MS: '200', OUTBOUND_BREAK_MS: '1000' };

let root: string;
let metrics: Metrics;
let store: FolderFileStore;
let stalled: string[];
beforeAll(() => {
  Logger.overrideLogger(false);
});
beforeEach(async () => {
  root = join(process.env.TEST_DIRECTORY!, `stalled-${Date.now()}`);
  metrics = new Metrics();
  store = new FolderFileStore(root, anOutbound(SETTINGS, metrics).policy('files'));
  stalled = [];
});
// Calls that hang would keep the process from ending.
afterEach(release);

/** Whoever opens a pipe that has no other end waits for it, in the file system, as on a disk that does not answer. */
async function stall(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  stalled.push(path);
}

/** Gives every pipe its other end, for as long as somebody waits for it. */
async function release(): Promise<void> {
  for (const path of stalled.splice(0)) {
    const end = await open(path, constants.O_RDWR | constants.O_NONBLOCK).catch(() => null);
    await end?.close();
    await rm(path, { force: true });
  }
}

async function refusals(count: number, work: () => Promise<unknown>): Promise<{ reasons: string[]; slowest: number }> {
  const start = performance.now();
  const ends = await Promise.allSettled(Array.from({ length: count }, work));
  const reasons = ends.map((end) => {
    if (end.status === 'fulfilled') return 'answered';
    expect(end.reason).toBeInstanceOf(UnavailableError);
    return ((end.reason as Error).cause as Error).constructor.name;
  });
  return { reasons, slowest: performance.now() - start };
}

async function outcome(name: string): Promise<number> {
  const { values } = await metrics.registry.getSingleMetric('outbound_requests_total')!.get();
  return values.find(({ labels }) => labels.outcome === name)!.value;
}

it('a disk that does not answer takes two threads and no more, and its callers wait for their time-out alone', async () => {
  await stall(pathsOf(root, ID).file);
  const read = refusals(10, () => store.get(ID));
  // The process has four threads for all that it cannot do by itself, passwords for one.
  const hash = promisify(pbkdf2)('password', 'salt', 1_000, 32, 'sha256');
  expect(await hash).toHaveLength(32);
  const { reasons, slowest } = await read;
  expect(reasons).toEqual(Array(10).fill('LateError'));
  expect(slowest).toBeLessThan(3_000);
  expect(await outcome('timeout')).toBe(10);

  const later = await refusals(10, () => store.get(OTHER));
  expect(later.reasons).toEqual(Array(10).fill('BrokenCircuitError'));
  expect(later.slowest).toBeLessThan(500);
  expect(await promisify(pbkdf2)('password', 'salt', 1_000, 32, 'sha256')).toHaveLength(32);
});

it('a disk that answers again is used again after the break', async () => {
  await stall(pathsOf(root, ID).file);
  await refusals(10, () => store.get(ID));
  await release();
  await writeFile(pathsOf(root, ID).file, 'content');
  await until(
    async () => (await store.get(ID))?.toString() === 'content',
    () => 'The store is not used again.',
  );
  await store.put(OTHER, Buffer.from('new'));
  expect(await store.get(OTHER)).toEqual(Buffer.from('new'));
});

it('a write that hangs is given up, and not begun a second time beside the first', async () => {
  const { draft } = pathsOf(root, ID);
  await stall(draft);
  expect((await refusals(1, () => store.put(ID, Buffer.from('x')))).reasons).toEqual(['LateError']);
  expect(await outcome('timeout')).toBe(1);
});

import { Logger } from '@nestjs/common';
import { AuditChain } from './support/audit-chain';
import { spawnProgram } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const VERIFY = 'libs/infrastructure/src/audit/verify-chain.js';
const HOUR = 60 * 60 * 1000;

let api: TestApi;
let chain: AuditChain;
let sequences: number[];
beforeEach(async () => {
  api = await startTestApi();
  chain = new AuditChain(api);
  // The first of all events is that there is an administrator; the chain begins with two and goes on with four.
  const administrator = (await chain.verifier().firstWaiting())!;
  sequences = [Number(administrator.sequence), await happened()];
  await chain.seal();
  for (let count = 0; count < 4; count++) sequences.push(await happened());
  await chain.seal();
});
afterEach(() => api.stop());

const happened = async () => (await chain.events(1, { OccurredAt: new Date().toISOString() }))[0]!;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);
const lastHead = async () => {
  const sql = 'SELECT Position AS "position", Hash AS "hash" FROM EventSeals ORDER BY Position';
  const { position, hash } = (await chain.writer.query<{ position: number | string; hash: string }[]>(sql)).at(-1)!;
  return { position: Number(position), hash };
};

/** Somebody with the database and without the key changes the past, and lets the product seal it. */
const rewrite = (position: number) =>
  chain.tamper(
    `UPDATE EventLog SET Actor = 'nobody' WHERE Sequence = ${sequences[position - 1]}`,
    `DELETE FROM EventSeals WHERE Position >= ${position}`,
  );

async function lateSeals() {
  const verifier = chain.verifier();
  for await (const fault of verifier.faults()) expect(fault).toBeNull();
  return verifier.lateSeals.map(({ isStart, from, to }) => [isStart ? 'start' : 'late', from, to]);
}

async function verify() {
  const program = spawnProgram(VERIFY, { DATABASE_URL: api.databaseUrl });
  return { code: await program.exited, output: program.output() };
}

describe('a history that was sealed in time', () => {
  it('has nothing late in it', async () => {
    expect(await lateSeals()).toEqual([]);
  });

  it('shows when it was rewritten and sealed again, from there to its end', async () => {
    await rewrite(5);
    expect(await chain.seal(chain.restarted(inHours(2)))).toMatchObject([{ events: 2, position: 6 }]);
    await happened();
    await chain.seal(chain.restarted());
    expect(await lateSeals()).toEqual([['late', 5, 6]]);
    const { code, output } = await verify();
    expect(output).toContain(`sealed late: positions 5 to 6 (2 events, sequences ${sequences[4]} to ${sequences[5]})`);
    expect(output).toMatch(/^7 seals checked in \S+ s, 0 faults found\.$/m);
    expect(code).toBe(0);
  });

  it('shows as a start of that day when it was sealed again from the first event on', async () => {
    await rewrite(1);
    await chain.seal(chain.restarted(inHours(2)));
    expect(await lateSeals()).toEqual([['start', 1, 6]]);
    expect((await verify()).output).toContain('sealed at the start of the chain: positions 1 to 6 (6 events');
  });

  it('does not take another time for its seals', async () => {
    await rewrite(5);
    await chain.seal(chain.restarted(inHours(2)));
    await chain.tamper(`UPDATE EventSeals SET SealedAt = '2026-01-31T12:00:00.000' WHERE Position = 6`);
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 6 }]);
  });
});

it('what happened while nothing was sealing is late, in one range', async () => {
  for (const hours of [2, 3]) {
    await happened();
    await chain.seal(chain.restarted(inHours(hours)));
  }
  expect(await lateSeals()).toEqual([['late', 7, 8]]);
});

describe('a process that seals', () => {
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  beforeEach(() => error.mockClear());
  afterAll(() => error.mockRestore());

  it('seals nothing where the end that it knows was cut off, and says so', async () => {
    const known = await lastHead();
    await rewrite(5);
    const stored = await lastHead();
    expect(stored.position).toBe(4);
    expect(await chain.seal()).toEqual([]);
    expect(await lastHead()).toEqual(stored);
    expect(error.mock.calls).toEqual([[{ known, stored }, expect.stringContaining('nothing is sealed')]]);
  });

  it('nor where another one stands in its place, sealed by a process that knew none', async () => {
    const known = await lastHead();
    await rewrite(5);
    await happened();
    await chain.seal(chain.restarted(inHours(2)));
    const stored = await lastHead();
    expect(stored.position).toBe(7);
    await happened();
    expect(await chain.seal()).toEqual([]);
    expect(error.mock.calls).toEqual([[{ known, stored }, expect.stringContaining('nothing is sealed')]]);
  });

  it('goes on behind what another process has sealed, and knows that end too', async () => {
    await happened();
    await chain.seal(chain.restarted());
    await happened();
    expect(await chain.seal()).toMatchObject([{ events: 1, position: 8 }]);
    await happened();
    await chain.seal(chain.restarted());
    expect(await chain.seal()).toEqual([]);
    expect(error).not.toHaveBeenCalled();
    await chain.tamper('DELETE FROM EventSeals WHERE Position = 9');
    expect(await chain.seal()).toEqual([]);
    expect(error).toHaveBeenCalledTimes(1);
  });
});

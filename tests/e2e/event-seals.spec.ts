import { EventSeals } from '@fleet/application/audit/event-seals';
import { AuditChain } from './support/audit-chain';
import { Fleet } from './support/fleet';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
let chain: AuditChain;
/** The sequence of the first of all events: that there is an administrator. */
let first: number;
beforeEach(async () => {
  api = await startTestApi();
  chain = new AuditChain(api);
  first = Number((await chain.verifier().firstWaiting())!.sequence);
});
afterEach(() => api.stop());

interface Seal {
  readonly Position: number | string;
  readonly EventSequence: number | string;
  readonly Hash: string;
}

const seals = () => chain.writer.query<Seal[]>('SELECT * FROM EventSeals ORDER BY Position');
const sealed = async () => (await seals()).map(({ EventSequence }) => Number(EventSequence));
const positions = async () => (await seals()).map(({ Position }) => Number(Position));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the sealing', () => {
  it('seals what has happened, once, in batches that hang together', async () => {
    expect(await chain.seal()).toMatchObject([{ events: 1, position: 1 }]);
    expect(await chain.seal()).toEqual([]);
    const written = await chain.events(1_002);
    const batches = await chain.seal();
    expect(batches.map(({ events, position }) => [events, position])).toEqual([[500, 501], [500, 1_001], [2, 1_003]]); // prettier-ignore
    expect(await sealed()).toEqual([first, ...written]);
    expect(await positions()).toEqual(upTo(1_003));
    expect(batches.at(-1)!.hash).toBe((await seals()).at(-1)!.Hash);
    expect(new Set((await seals()).map(({ Hash }) => Hash)).size).toBe(1_003);
    expect(await chain.seal()).toEqual([]);
    expect(await chain.faults()).toEqual([]);
  });

  it('seals an event that was overtaken on its way to the commit, behind those that were sealed before', async () => {
    for (const sequence of [2, 4, 7_000, 30_000, 30_001]) await chain.eventAt(sequence);
    await chain.seal();
    for (const sequence of [29_999, 3, 6_999]) await chain.eventAt(sequence);
    expect(await chain.faults()).toHaveLength(3);
    const [next] = await chain.events(1);
    await chain.seal();
    expect(await sealed()).toEqual([first, 2, 4, 7_000, 30_000, 30_001, 3, 6_999, 29_999, next]);
    expect(await positions()).toEqual(upTo(10));
    expect(await chain.faults()).toEqual([]);
  });

  it('does not seal what was put in long behind: that is found', async () => {
    await chain.eventAt(200_000);
    await chain.seal();
    await chain.eventAt(2, { OccurredAt: '2999-01-01T00:00:00.000Z' });
    await chain.seal();
    expect(await sealed()).toEqual([first, 200_000]);
    expect(await chain.faults()).toMatchObject([{ kind: 'inserted', event: { stream: 'Vehicle' } }]);
  });

  it('by several at once gives one chain without gaps and forks', async () => {
    const written = [first, ...(await chain.events(700))];
    await Promise.all([chain.seal(), chain.seal(), chain.seal()]);
    await chain.seal();
    expect(await sealed()).toEqual(written);
    expect(await positions()).toEqual(upTo(701));
    expect(await chain.faults()).toEqual([]);
  });

  it('stops where its reader stops, and goes on from there', async () => {
    await chain.events(1_099);
    for await (const { position } of api.app.get(EventSeals, { strict: false }).seal()) {
      expect(position).toBe(500);
      break;
    }
    expect(await positions()).toEqual(upTo(500));
    expect((await chain.seal()).map(({ position }) => position)).toEqual([1_000, 1_100]);
    expect(await chain.faults()).toEqual([]);
  });

  it('goes on beside writers, who do not fail for it, and ends with all that they wrote', async () => {
    const fleet = new Fleet(api.client);
    const busy = async () => {
      for (let count = 0; count < 5; count++) {
        expect(await fleet.endedTrip()).toMatchObject({ version: 2 });
        await chain.seal();
      }
    };
    await Promise.all([busy(), busy(), busy(), busy()]);
    await chain.seal();
    // Registered, started and ended: two events of the trip, three each of its vehicle and its driver.
    const written = 1 + 20 * 8;
    expect(await positions()).toEqual(upTo(written));
    expect(new Set(await sealed()).size).toBe(written);
    expect(await chain.faults()).toEqual([]);
  });

  // The embedded engine has one writer: there a transaction cannot stay open while another one commits.
  (onSqlServer ? it : it.skip)('waits for no transaction that is open, and no such transaction for it', async () => {
    await chain.seal();
    const runner = chain.writer.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `INSERT INTO EventLog (EventId, Stream, StreamId, StreamVersion, Type, Payload, OccurredAt, Actor, CorrelationId)
       VALUES (NEWID(), 'Vehicle', NEWID(), 1, 'VehicleRegistered', '{}', '2026-01-31T12:00:00', 'system', 'c')`,
    );
    const [later] = await chain.events(1);
    await chain.seal();
    expect(await sealed()).toEqual([first, later]);
    await runner.commitTransaction();
    await runner.release();
    await chain.seal();
    expect(await sealed()).toEqual([first, later, later! - 1]);
    expect(await chain.faults()).toEqual([]);
  });
});

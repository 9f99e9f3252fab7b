import { randomUUID } from 'node:crypto';
import { SealedEvent } from '@fleet/infrastructure/audit/sealed-event';
import { EventLogSchema } from '@fleet/infrastructure/shared/database/event-log.record';
import { AuditChain } from './support/audit-chain';
import { ROWS } from './support/rows';
import { spawnProgram } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const VERIFY = 'libs/infrastructure/src/audit/verify-chain.js';

let api: TestApi;
let chain: AuditChain;
let sequences: number[];
let streamIds: string[];
beforeEach(async () => {
  api = await startTestApi();
  chain = new AuditChain(api);
  // The first of all events is that there is an administrator.
  const administrator = (await chain.verifier().firstWaiting())!;
  streamIds = [administrator.streamId, ...Array.from({ length: 5 }, () => randomUUID())];
  sequences = [Number(administrator.sequence)];
  for (const StreamId of streamIds.slice(1)) sequences.push(...(await chain.events(1, { StreamId })));
  await chain.seal();
});
afterEach(() => api.stop());

/** The third event and its seal, to be tampered with. */
const third = () => ({ event: `Sequence = ${sequences[2]}`, seal: 'Position = 3' });

/** What is set, for each column of an event's row, in place of what was sealed. */
const ALTERATIONS: Record<string, string> = {
  EventId: `'${randomUUID()}'`,
  Stream: `'Driver'`,
  StreamId: `'${randomUUID()}'`,
  StreamVersion: '2',
  Type: `'VehicleDeleted'`,
  SchemaVersion: '2',
  Payload: `'{ }'`,
  Previous: `'{}'`,
  OccurredAt: `'2026-01-31T12:00:00.001Z'`,
  Actor: `'system '`,
  CorrelationId: `'C'`,
  Address: `''`,
};

describe('an untouched chain', () => {
  it('has no fault, and says where it ends', async () => {
    const verifier = chain.verifier();
    for await (const fault of verifier.faults()) expect(fault).toBeNull();
    expect(verifier.head).toMatchObject({ position: 6, hash: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(await verifier.firstWaiting()).toBeNull();
  });

  it('does not mind events that wait for their seals', async () => {
    const [waiting] = await chain.events(2);
    expect(await chain.faults()).toEqual([]);
    expect(Number((await chain.verifier().firstWaiting())!.sequence)).toBe(waiting);
  });
});

describe('an altered event is found, and where it is:', () => {
  it('each column of the row is sealed', () => {
    const columns = Object.values(EventLogSchema.options.columns).map((column) => column.name);
    expect(['Sequence', ...Object.keys(ALTERATIONS)].sort()).toEqual(columns.sort());
  });

  it('each column, altered in an event of its own', async () => {
    const alterations = Object.entries(ALTERATIONS);
    const all = [...sequences, ...(await chain.events(alterations.length - sequences.length + 1))];
    await chain.seal();
    const alter = ([column, value]: [string, string], index: number) =>
      `UPDATE EventLog SET ${column} = ${value} WHERE Sequence = ${all[index]}`;
    await chain.tamper(...alterations.map(alter));
    const faults = (await chain.faults()) as { kind: string; position: number; event: SealedEvent }[];
    const places = faults.map(({ kind, position, event }) => [kind, position, Number(event.sequence)]);
    expect(places).toEqual(alterations.map((_, index) => ['altered', index + 1, all[index]]));
    expect(faults[0]!.event.streamId).toBe(streamIds[0]);
  });

  it('two events that changed places', async () => {
    const swap = (from: number, to: string) => `UPDATE EventLog SET Payload = '${to}' WHERE Sequence = ${sequences[from]}`; // prettier-ignore
    await chain.tamper(swap(1, '{"a":1}'), swap(4, '{"b":1}'));
    expect((await chain.faults()).map((fault) => ({ ...fault, event: null }))).toEqual([
      { kind: 'altered', position: 2, event: null },
      { kind: 'altered', position: 5, event: null },
    ]);
  });

  it('the last event', async () => {
    await chain.tamper(`UPDATE EventLog SET Actor = 'x' WHERE Sequence = ${sequences[5]}`);
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 6 }]);
  });
});

describe('the version of a payload', () => {
  it('is sealed, whether it is raised, lowered or moved', async () => {
    const [later, last] = [...(await chain.events(1, { SchemaVersion: 2 })), ...(await chain.events(1, { SchemaVersion: 3 }))]; // prettier-ignore
    await chain.seal();
    expect(await chain.faults()).toEqual([]);
    const set = (sequence: number, version: number) => `UPDATE EventLog SET SchemaVersion = ${version} WHERE Sequence = ${sequence}`; // prettier-ignore
    await chain.tamper(set(sequences[1]!, 2), set(later!, 1), set(last!, 2));
    const positions = (await chain.faults()).map((fault) => fault.kind === 'altered' && fault.position);
    expect(positions).toEqual([2, 7, 8]);
  });
});

describe('a seal', () => {
  it('that was altered is found, and does not put the ones after it in doubt', async () => {
    await chain.tamper(`UPDATE EventSeals SET Hash = '${'A'.repeat(43)}' WHERE ${third().seal}`);
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 3 }]);
  });

  it('that is gone leaves a gap, and its event without one', async () => {
    await chain.tamper(`DELETE FROM EventSeals WHERE ${third().seal}`);
    const faults = await chain.faults();
    expect(faults).toMatchObject([{ kind: 'gap', from: 3, to: 3 }, { kind: 'inserted' }]);
  });

  it('that is the first one is missed', async () => {
    await chain.tamper('DELETE FROM EventSeals WHERE Position <= 2', 'DELETE FROM EventLog WHERE Sequence <= 2');
    expect(await chain.faults()).toEqual([{ kind: 'gap', from: 1, to: 2 }]);
  });

  it('of a forged event cannot be made without the key', async () => {
    const [forged] = await chain.events(1);
    await chain.tamper(`INSERT INTO EventSeals VALUES (7, ${forged}, '2026-01-31T12:00:00.000', '${'B'.repeat(43)}')`);
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 7 }]);
  });
});

describe('an event', () => {
  it('that was deleted is missed, where it was', async () => {
    await chain.tamper(`DELETE FROM EventLog WHERE ${third().event}`);
    expect(await chain.faults()).toEqual([{ kind: 'missing', position: 3, sequence: sequences[2] }]);
  });

  it('that was put in is found once it cannot be one that is on its way', async () => {
    await chain.tamper(`DELETE FROM EventLog WHERE ${third().event}`);
    const OccurredAt = new Date().toISOString();
    await chain.eventAt(sequences[2]!, { StreamId: streamIds[2]!, OccurredAt });
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 3 }]);
    await chain.eventAt(1_000);
    await chain.seal();
    await chain.eventAt(500, { OccurredAt });
    const soon = chain.verifier(new Date());
    const kinds: string[] = [];
    for await (const { kind } of soon.faults()) kinds.push(kind);
    expect(kinds).toEqual(['altered']);
    expect((await chain.faults()).map(({ kind }) => kind)).toEqual(['altered', 'inserted']);
  });

  it('that was given another number is missed where it was, and found where it is', async () => {
    await chain.eventAt(2_000);
    await chain.seal();
    await chain.tamper(`DELETE FROM EventLog WHERE ${third().event}`);
    await chain.eventAt(1_500, { ...ROWS.EventLog!(), StreamId: streamIds[2]! });
    expect(await chain.faults()).toMatchObject([
      { kind: 'missing', position: 3, sequence: sequences[2] },
      { kind: 'inserted', event: { streamId: streamIds[2] } },
    ]);
    // Even with its seal told the new number: that is sealed too.
    await chain.tamper(`UPDATE EventSeals SET EventSequence = 1500 WHERE ${third().seal}`);
    expect(await chain.faults()).toMatchObject([{ kind: 'altered', position: 3 }]);
  });
});

describe('a tail that was cut off', () => {
  it('is found by whoever has noted a head, and by nobody else', async () => {
    const { position, hash } = (
      await chain.writer.query<{ position: number; hash: string }[]>(
        'SELECT Position AS "position", Hash AS "hash" FROM EventSeals WHERE Position = 5',
      )
    )[0]!;
    const head = { position: Number(position), hash };
    expect(await chain.faults(head)).toEqual([]);
    await chain.tamper('DELETE FROM EventSeals WHERE Position >= 5', `DELETE FROM EventLog WHERE Sequence >= ${sequences[4]}`); // prettier-ignore
    expect(await chain.faults()).toEqual([]);
    expect(await chain.faults(head)).toEqual([{ kind: 'cut', head }]);
    await chain.events(2);
    await chain.seal(chain.restarted());
    expect(await chain.faults()).toEqual([]);
    expect(await chain.faults(head)).toEqual([{ kind: 'cut', head }]);
  });
});

describe('npm run audit:verify', () => {
  const run = async (...args: string[]) => {
    const program = spawnProgram(VERIFY, { DATABASE_URL: api.databaseUrl }, args);
    return { code: await program.exited, output: program.output() };
  };

  it('prints the head and ends with 0 when all is well, and what is wrong and 1 when it is not', async () => {
    const { code, output } = await run();
    expect(output).toMatch(/^sealed at the start of the chain: positions 2 to 6 /);
    expect(output).toMatch(/\n6 seals checked in \d+\.\d s, 0 faults found\.\nHead: 6:[\w-]{43}\n$/);
    expect(code).toBe(0);
    const [, head] = /Head: (\S+)/.exec(output)!;
    expect((await run('--head', head!)).code).toBe(0);

    await chain.tamper(
      `UPDATE EventLog SET Actor = 'x' WHERE ${third().event}`,
      'DELETE FROM EventSeals WHERE Position = 6',
      `DELETE FROM EventLog WHERE Sequence = ${sequences[1]}`,
    );
    await chain.events(1);
    const faulty = await run('--head', head!);
    expect(faulty.code).toBe(1);
    const where = `sequence ${sequences[2]}, Vehicle ${streamIds[2]} version 1 (VehicleRegistered, 2026-01-31T12:00:00.000Z)`;
    expect(faulty.output.split('\n')).toEqual([
      `missing: position 2, sequence ${sequences[1]}: the event was sealed and is gone`,
      `altered: position 3, ${where}: it or its seal is not what was sealed`,
      `cut: the chain does not hold the head ${head}`,
      expect.stringMatching(/^sealed at the start of the chain: positions 4 to 5 /) as string,
      `Events wait for their seals, from sequence ${sequences[5]} (2026-01-31T12:00:00.000Z) on.`,
      expect.stringMatching(/^5 seals checked in .* s, 3 faults found\.$/) as string,
      expect.stringMatching(/^Head: 5:/) as string,
      '',
    ]);
  });

  it('asks for the right key when no seal fits', async () => {
    const program = spawnProgram(VERIFY, {
      DATABASE_URL: api.databaseUrl,
      BLIND_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
    });
    expect(await program.exited).toBe(1);
    expect(program.output()).toContain('is BLIND_INDEX_KEY the one that they were made with?');
  });

  it.each(['7', '7:short', 'x'])('refuses the head %s', async (head) => {
    const { code, output } = await run('--head', head);
    expect(code).toBe(1);
    expect(output).toContain('--head must be a position and a hash');
  });
});

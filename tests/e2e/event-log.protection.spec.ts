import { AuditChain } from './support/audit-chain';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

let api: TestApi;
let chain: AuditChain;
beforeAll(async () => {
  api = await startTestApi();
  chain = new AuditChain(api);
  // Behind the administrator's own.
  await chain.events(2);
  await chain.seal();
});
afterAll(() => api.stop());

const everything = async (table: string) => JSON.stringify(await chain.writer.query(`SELECT * FROM ${table}`));

// By SQL on the writer's own connection: what no code of the product does, and a bug or an injection might.
describe.each([
  ['EventLog', "Actor = 'nobody'", 'Sequence'],
  ['EventSeals', "Hash = 'nothing'", 'Position'],
])('%s', (table, change, key) => {
  it.each([
    ['an update of everything', `UPDATE ${table} SET ${change}`],
    ['an update of one row', `UPDATE ${table} SET ${change} WHERE ${key} = 2`],
    ['an update to the same', `UPDATE ${table} SET ${key === 'Position' ? 'Hash = Hash' : 'Actor = Actor'}`],
    ['a deletion of everything', `DELETE FROM ${table}`],
    ['a deletion of one row', `DELETE FROM ${table} WHERE ${key} = 2`],
  ])('refuses %s, and stays as it was', async (_, statement) => {
    const before = await everything(table);
    await expect(chain.writer.query(statement)).rejects.toThrow(`${table} is append-only`);
    expect(await everything(table)).toBe(before);
  });

  it('refuses them inside a transaction, which is rolled back whole', async () => {
    const before = await everything('EventLog');
    const work = chain.writer.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO EventLog (EventId, Stream, StreamId, StreamVersion, Type, Payload, OccurredAt, Actor, CorrelationId)
         SELECT '0198b8a0-0000-7000-8000-0000000000ff', Stream, StreamId, 2, Type, Payload, OccurredAt, Actor,
         CorrelationId FROM EventLog WHERE Sequence = 1`,
      );
      await manager.query(`DELETE FROM ${table} WHERE ${key} = 1`);
    });
    await expect(work).rejects.toThrow(`${table} is append-only`);
    expect(await everything('EventLog')).toBe(before);
  });
});

// The other engine has no such statement.
(onSqlServer ? describe.skip : describe)('a row put in the place of another one', () => {
  const columns = {
    EventLog: 'EventId, Stream, StreamId, StreamVersion, Type, Payload, OccurredAt, Actor, CorrelationId',
    EventSeals: 'EventSequence, SealedAt, Hash',
  };

  it.each([
    ['EventLog', 'Sequence', `REPLACE INTO EventLog (Sequence, ${columns.EventLog}) SELECT Sequence, '0198b8a0-0000-7000-8000-0000000000ff', 'Trip', StreamId, 7, Type, Payload, OccurredAt, Actor, CorrelationId FROM EventLog WHERE Sequence = 2`], // prettier-ignore
    ['EventLog', 'event', `INSERT OR REPLACE INTO EventLog (${columns.EventLog}) SELECT EventId, 'Trip', StreamId, 7, Type, Payload, OccurredAt, 'nobody', CorrelationId FROM EventLog WHERE Sequence = 2`], // prettier-ignore
    ['EventLog', 'version', `INSERT OR REPLACE INTO EventLog (${columns.EventLog}) SELECT '0198b8a0-0000-7000-8000-0000000000ff', Stream, StreamId, StreamVersion, Type, Payload, OccurredAt, 'nobody', CorrelationId FROM EventLog WHERE Sequence = 2`], // prettier-ignore
    ['EventSeals', 'Position', `REPLACE INTO EventSeals (Position, ${columns.EventSeals}) SELECT 2, 99, SealedAt, Hash FROM EventSeals WHERE Position = 2`], // prettier-ignore
    ['EventSeals', 'event', `REPLACE INTO EventSeals (Position, ${columns.EventSeals}) SELECT 99, EventSequence, SealedAt, Hash FROM EventSeals WHERE Position = 2`], // prettier-ignore
  ])('%s refuses, by its %s', async (table, _, statement) => {
    const before = await everything(table);
    await expect(chain.writer.query(statement)).rejects.toThrow(`${table} is append-only`);
    expect(await everything(table)).toBe(before);
  });
});

it('is left open for what happens next', async () => {
  const [sequence] = await chain.events(1);
  expect(sequence).toBeGreaterThan(3);
  expect(await chain.seal()).toMatchObject([{ events: 1, position: 4 }]);
});

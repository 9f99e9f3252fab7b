import { QueryRunner } from 'typeorm';
import { Dialect, dialectOf, SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { openValues, sealValues, Values } from '@fleet/infrastructure/shared/personal-data/personal-values';

const BATCH = 500;

/** The events that say something of a person; the others, which are most, are left as they are. */
const PERSONAL = `Stream = 'Driver' AND (Payload LIKE '%"name"%' OR Payload LIKE '%"licenseNumber"%'
  OR Payload LIKE '%"phone"%')`;

const SELECT =
  'SELECT Sequence AS "sequence", EventId AS "eventId", StreamId AS "streamId", Payload AS "payload", Previous AS "previous" FROM EventLog';

interface ClearEvent {
  readonly sequence: number | string;
  readonly eventId: string;
  readonly streamId: string;
  readonly payload: string;
  readonly previous: string | null;
}

/** Encrypts events that were written in clear, before the log lets nobody change it any more. */
export class EncryptDriverEvents {
  private readonly dialect: Dialect;

  constructor(private readonly runner: QueryRunner) {
    this.dialect = dialectOf(runner.dataSource.options);
  }

  /** @param keys of the people whose events these are, by their ids */
  async encrypt(keys: ReadonlyMap<string, Buffer>): Promise<void> {
    const ids = [...keys.keys()];
    const sql = `${SELECT} WHERE ${PERSONAL} AND StreamId IN (${ids.map(() => '?').join(', ')})`;
    for (const event of await this.query<ClearEvent>(sql, ids)) {
      const key = keys.get(event.streamId.toLowerCase())!;
      await this.rewrite(event, (part, values) => sealValues(part, values, key));
    }
  }

  /** Of people who were deleted nothing stays that could be read: they get no key. @returns whether there were any */
  async forgetDeleted(): Promise<boolean> {
    const deleted = `NOT EXISTS (SELECT 1 FROM Drivers WHERE Drivers.Id = EventLog.StreamId)`;
    const sql = `${SELECT} WHERE ${PERSONAL} AND ${deleted} AND Sequence > ? ORDER BY Sequence ${this.dialect.firstRows}`;
    let last: number | string = 0;
    for (;;) {
      const events: ClearEvent[] = await this.query<ClearEvent>(sql, [last, BATCH]);
      if (events.length === 0) return last !== 0;
      for (const event of events) await this.rewrite(event, (part, values) => openValues(part, values, undefined));
      last = events.at(-1)!.sequence;
    }
  }

  private async rewrite(
    { sequence, eventId, payload, previous }: ClearEvent,
    change: (part: Parameters<typeof sealValues>[0], values: Values) => Values,
  ): Promise<void> {
    const changed = (column: 'Payload' | 'Previous', json: string) => {
      const part = { eventId: eventId.toLowerCase(), stream: 'Driver', column };
      return JSON.stringify(change(part, JSON.parse(json) as Values));
    };
    const before = previous === null ? null : changed('Previous', previous);
    const sql = 'UPDATE EventLog SET Payload = ?, Previous = ? WHERE Sequence = ?';
    await this.query(sql, [changed('Payload', payload), before, sequence]);
  }

  private query<Row>(sql: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    return this.runner.query(this.dialect.statement(sql), [...parameters]) as Promise<Row[]>;
  }
}

import { Projections, RebuiltBatch } from '@fleet/application/shared/projections';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { EventStreams } from './event-streams';
import { RebuiltKind } from './rebuilt-kind';

/** A transaction of so many takes some ten milliseconds, for which other writers wait on the embedded engine. */
const BATCH = 50;

/** Many are looked through between two that have no stream. */
const ROWS = 500;

/** Makes the rows of event-sourced aggregates anew. */
export class SqlProjections extends Projections {
  constructor(
    /** Those first that the rows of others refer to. */
    private readonly kinds: readonly RebuiltKind[],
    private readonly eventStreams: EventStreams,
    private readonly database: PrimaryDatabase,
    private readonly statements: Statements,
  ) {
    super();
  }

  get streams(): readonly string[] {
    return this.kinds.map(({ of }) => of.stream);
  }

  nextStreams(stream: string, after: string | undefined): Promise<string[]> {
    const { dialect } = this.database;
    const sql = `SELECT StreamId AS "id" FROM EventLog ${dialect.byIndex('UQ_EventLog_StreamVersion')}
      WHERE Stream = ? AND StreamVersion = 1 ${after ? 'AND StreamId > ?' : ''} ORDER BY StreamId ${dialect.firstRows}`;
    return this.ids(sql, [stream, ...(after ? [after] : []), BATCH]);
  }

  nextRows(stream: string, after: string | undefined): Promise<string[]> {
    const sql = `SELECT Id AS "id" FROM ${this.kind(stream).table} ${after ? 'WHERE Id > ?' : ''}
      ORDER BY Id ${this.database.dialect.firstRows}`;
    return this.ids(sql, [...(after ? [after] : []), ROWS]);
  }

  async withoutStream(stream: string, ids: readonly string[]): Promise<string[]> {
    const sql = `SELECT StreamId AS "id" FROM EventLog ${this.database.dialect.byIndex('UQ_EventLog_StreamVersion')}
      WHERE Stream = ? AND StreamVersion = 1 AND StreamId IN (${ids.map(() => '?').join(', ')})`;
    const known = new Set(await this.ids(sql, [stream, ...ids]));
    return ids.filter((id) => !known.has(id));
  }

  async rebuild(stream: string, ids: readonly string[]): Promise<RebuiltBatch> {
    const kind = this.kind(stream);
    const right = new Set<string>();
    let removed = 0;
    for (let waiting = [...ids]; waiting.length > 0;) {
      // Locked first and read then: what is read is all that has happened to them until this unit of work is over.
      for (const id of waiting) await kind.projection.lock(id);
      const streams = await this.eventStreams.read(stream, waiting);
      const displaced: string[] = [];
      for (const id of waiting) {
        right.add(id);
        const events = streams.get(id);
        if (!events) {
          removed += await this.statements.change(`DELETE FROM ${kind.table} WHERE Id = ?`, [id]);
          continue;
        }
        const aggregate = kind.of.replay(id, events);
        displaced.push(...(await kind.makeRoom(aggregate, right)));
        await kind.projection.rewrite(aggregate);
      }
      waiting = [...new Set(displaced)].filter((id) => !right.has(id));
    }
    return { removed };
  }

  async recount(): Promise<void> {
    for (const kind of this.kinds) await kind.recount();
  }

  private kind(stream: string): RebuiltKind {
    return this.kinds.find(({ of }) => of.stream === stream)!;
  }

  private async ids(sql: string, parameters: readonly (string | number)[]): Promise<string[]> {
    return (await this.database.query<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}

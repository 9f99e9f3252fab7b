import { DataSource } from 'typeorm';
import { Clock } from '@fleet/domain/shared/clock';
import { EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ChainFault } from '@fleet/infrastructure/audit/chain-fault';
import { ChainVerifier } from '@fleet/infrastructure/audit/chain-verifier';
import { HashChain } from '@fleet/infrastructure/audit/hash-chain';
import { SqlEventSeals } from '@fleet/infrastructure/audit/sql-event-seals';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { insertRow, Row, ROWS } from './rows';
import { TestApi } from './test-api';
import { onSqlServer } from './test-database';

/** It is what the test says, so that what was written just now counts as settled. */
class SetClock extends Clock {
  constructor(private readonly time: Date) {
    super();
  }

  now(): Date {
    return this.time;
  }
}

const HOUR = 60 * 60 * 1000;

/** Seals, alters and verifies what has happened in one database. */
export class AuditChain {
  private readonly database: Database;

  constructor(private readonly api: TestApi) {
    this.database = api.app.get(Database, { strict: false });
  }

  get writer(): DataSource {
    return this.database.writer;
  }

  /** Seals all there is, and gives what each step has done. */
  async seal(seals: EventSeals = this.get(EventSeals)): Promise<SealedBatch[]> {
    const batches: SealedBatch[] = [];
    for await (const batch of seals.seal()) batches.push(batch);
    return batches;
  }

  /** What seals after a restart: it knows of no end of the chain but the one that is stored. */
  restarted(now = new Date()): EventSeals {
    const writing = [this.get(UnitOfWork), this.get(Transaction)] as const;
    return new SqlEventSeals(this.database.primary, ...writing, this.get(HashChain), new SetClock(now));
  }

  verifier(now = new Date(Date.now() + HOUR)): ChainVerifier {
    return new ChainVerifier(this.database.primary, this.get(HashChain), new SetClock(now));
  }

  async faults(...known: Parameters<ChainVerifier['faults']>): Promise<ChainFault[]> {
    const faults: ChainFault[] = [];
    for await (const fault of this.verifier().faults(...known)) faults.push(fault);
    return faults;
  }

  private get<T>(token: abstract new (...args: never[]) => T): T {
    return this.api.app.get<T>(token, { strict: false });
  }

  /** Writes so many events, and gives their sequences. */
  async events(count: number, changes: Row = {}): Promise<number[]> {
    const sequences: number[] = [];
    for (let index = 0; index < count; index++) {
      const row = { ...ROWS.EventLog!(), ...changes };
      await insertRow(this.writer, 'EventLog', row);
      const [written] = await this.writer.query<{ Sequence: number | string }[]>(
        `SELECT Sequence FROM EventLog WHERE EventId = '${row.EventId}'`,
      );
      sequences.push(Number(written!.Sequence));
    }
    return sequences;
  }

  /** Writes an event under a sequence that it names, as a transaction that has taken its own before others does. */
  async eventAt(sequence: number, changes: Row = {}): Promise<void> {
    const insert = (database: Pick<DataSource, 'query'>) =>
      insertRow(database as DataSource, 'EventLog', { Sequence: sequence, ...ROWS.EventLog!(), ...changes });
    if (!onSqlServer) return void (await insert(this.writer));
    const runner = this.writer.createQueryRunner();
    await runner.query('SET IDENTITY_INSERT EventLog ON');
    await insert(runner);
    await runner.query('SET IDENTITY_INSERT EventLog OFF');
    await runner.release();
  }

  /** What somebody does who may change the schema: past the triggers. */
  async tamper(...statements: string[]): Promise<void> {
    for (const table of ['EventLog', 'EventSeals']) await this.switchTriggers(table, false);
    for (const statement of statements) await this.writer.query(statement);
    for (const table of ['EventLog', 'EventSeals']) await this.switchTriggers(table, true);
  }

  private kept: string[] = [];

  private async switchTriggers(table: string, on: boolean): Promise<void> {
    if (onSqlServer) {
      await this.writer.query(`${on ? 'ENABLE' : 'DISABLE'} TRIGGER TR_${table}_AppendOnly ON ${table}`);
    } else if (on) {
      for (const sql of this.kept.splice(0)) await this.writer.query(sql);
    } else {
      const triggers = await this.writer.query<{ name: string; sql: string }[]>(
        `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${table}'`,
      );
      for (const { name, sql } of triggers) {
        this.kept.push(sql);
        await this.writer.query(`DROP TRIGGER ${name}`);
      }
    }
  }
}

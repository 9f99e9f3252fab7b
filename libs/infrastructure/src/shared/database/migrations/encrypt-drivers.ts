import { randomBytes } from 'node:crypto';
import { QueryRunner } from 'typeorm';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DriverTermRecord, DriverTermSchema } from '@fleet/infrastructure/drivers/driver.record';
import { DriverTerms } from '@fleet/infrastructure/drivers/driver-terms';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { Dialect, dialectOf, SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { markForCompaction } from '@fleet/infrastructure/shared/database/sqlite-compaction';
import { PersonKeySchema } from '@fleet/infrastructure/shared/personal-data/person-key.record';
import { WrappedKeys } from '@fleet/infrastructure/shared/personal-data/wrapped-keys';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { DriverColumns } from './driver-columns';
import { EncryptDriverEvents } from './encrypt-driver-events';

const BATCH = 200;
const KEY_BYTES = 32;

interface ClearDriver {
  readonly id: string;
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
}

/** Encrypts drivers that were written in clear, with their words and events; each gets a key of their own. */
export class EncryptDrivers {
  private readonly dialect: Dialect;
  private readonly seals: DriverSeals;
  private readonly terms: DriverTerms;
  private readonly wrapped: WrappedKeys;
  private readonly events: EncryptDriverEvents;

  constructor(
    private readonly runner: QueryRunner,
    keys: SecretKeys,
    private readonly columns: DriverColumns,
  ) {
    const [box, index] = [new SecretBox(keys), new BlindIndex(keys)];
    this.dialect = dialectOf(runner.dataSource.options);
    this.seals = new DriverSeals(box, index);
    this.terms = new DriverTerms(index);
    this.wrapped = new WrappedKeys(box);
    this.events = new EncryptDriverEvents(runner);
  }

  async run(): Promise<void> {
    await this.runner.query('DELETE FROM DriverTerms');
    let found = false;
    for (let batch = await this.after(null); batch.length > 0; batch = await this.after(batch.at(-1)!.id)) {
      found = true;
      await this.encrypt(batch.map((driver) => ({ ...driver, id: driver.id.toLowerCase() })));
    }
    const hadDeleted = await this.events.forgetDeleted();
    if (found || hadDeleted) await markForCompaction(this.runner);
  }

  private async encrypt(drivers: readonly ClearDriver[]): Promise<void> {
    const keys = new Map(drivers.map(({ id }) => [id, randomBytes(KEY_BYTES)]));
    const createdAt = new Date();
    const rows = drivers.map(({ id }) => ({
      personId: id,
      wrappedKey: this.wrapped.wrap(id, keys.get(id)!),
      createdAt,
    }));
    await bulkInsert(this.runner.manager, PersonKeySchema, rows);
    for (const driver of drivers) await this.encryptRow(driver);
    await bulkInsert(
      this.runner.manager,
      DriverTermSchema,
      drivers.flatMap((driver) => this.termsOf(driver)),
    );
    await this.events.encrypt(keys);
  }

  private async encryptRow({ id, name, licenseNumber, phone }: ClearDriver): Promise<void> {
    const sql = 'UPDATE Drivers SET Name = ?, LicenseNumber = ?, LicenseNumberKey = ?, Phone = ? WHERE Id = ?';
    await this.query(sql, [
      this.seals.seal(id, 'name', name),
      this.seals.seal(id, 'licenseNumber', licenseNumber),
      this.seals.licenseNumberKey(licenseNumber),
      this.seals.seal(id, 'phone', phone),
      id,
    ]);
  }

  private termsOf({ id, name, licenseNumber }: ClearDriver): DriverTermRecord[] {
    return this.terms.of(licenseNumber, name).map((term) => ({ term, driverId: id }));
  }

  private after(id: string | null): Promise<ClearDriver[]> {
    const columns = `Id AS "id", ${this.columns.clear('Name')} AS "name",
      ${this.columns.clear('LicenseNumber')} AS "licenseNumber", ${this.columns.clear('Phone')} AS "phone"`;
    const where = id === null ? '' : 'WHERE Id > ?';
    const sql = `SELECT ${columns} FROM Drivers ${where} ORDER BY Id ${this.dialect.firstRows}`;
    return this.query(sql, id === null ? [BATCH] : [id, BATCH]);
  }

  private query<Row>(sql: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    return this.runner.query(this.dialect.statement(sql), [...parameters]) as Promise<Row[]>;
  }
}

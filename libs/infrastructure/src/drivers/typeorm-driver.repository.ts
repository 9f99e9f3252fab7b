import { Injectable } from '@nestjs/common';
import { Driver } from '@fleet/domain/drivers/driver';
import { LicenseNumberTakenError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { searchWords } from '@fleet/domain/shared/search-words';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { UserSchema } from '@fleet/infrastructure/identity/user.record';
import { TripSchema } from '@fleet/infrastructure/trips/trip.record';
import { toDriver, toDriverRecord } from './driver.mapper';
import { DriverRecord, DriverSchema, DriverTermRecord, DriverTermSchema } from './driver.record';

const LICENSE_NUMBER = {
  name: 'UQ_Drivers_LicenseNumber',
  column: 'Drivers.LicenseNumberKey',
  error: () => new LicenseNumberTakenError(),
};

const MAPPING = {
  schema: DriverSchema,
  toAggregate: toDriver,
  toRecord: toDriverRecord,
  uniqueKeys: [LICENSE_NUMBER],
};

@Injectable()
export class TypeOrmDriverRepository extends DriverRepository {
  private readonly rows: TypeOrmRepository<Driver, DriverRecord>;

  constructor(
    private readonly transaction: Transaction,
    eventLog: EventLog,
  ) {
    super();
    this.rows = new TypeOrmRepository(MAPPING, transaction, eventLog);
  }

  find(id: string): Promise<Driver | null> {
    return this.rows.find(id);
  }

  hasTrips(id: string): Promise<boolean> {
    return this.transaction.manager.existsBy(TripSchema, { driverId: id });
  }

  hasUser(id: string): Promise<boolean> {
    return this.transaction.manager.existsBy(UserSchema, { driverId: id });
  }

  async add(driver: Driver): Promise<void> {
    await this.rows.add(driver);
    await this.insertTerms(driver);
  }

  async update(driver: Driver): Promise<void> {
    await this.rows.update(driver);
    if (!driver.events.some(({ payload }) => 'name' in payload || 'licenseNumber' in payload)) return;
    await this.transaction.manager.delete(DriverTermSchema, { driverId: driver.id });
    await this.insertTerms(driver);
  }

  remove(driver: Driver): Promise<void> {
    return this.rows.remove(driver);
  }

  private insertTerms(driver: Driver): Promise<void> {
    return bulkInsert(this.transaction.manager, DriverTermSchema, terms(driver));
  }
}

function terms(driver: Driver): DriverTermRecord[] {
  const { id, licenseNumber, name } = driver.snapshot();
  return searchWords(licenseNumber, name).map((term) => ({ term, driverId: id }));
}

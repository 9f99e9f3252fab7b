import { Injectable } from '@nestjs/common';
import { Driver } from '@fleet/domain/drivers/driver';
import { LicenseNumberTakenError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { DeliverySchema } from '@fleet/infrastructure/deliveries/delivery.record';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { UserSchema } from '@fleet/infrastructure/identity/user.record';
import { TripSchema } from '@fleet/infrastructure/trips/trip.record';
import { DriverMapper } from './driver.mapper';
import { DriverRecord, DriverSchema, DriverTermRecord, DriverTermSchema } from './driver.record';
import { DriverTerms } from './driver-terms';

const LICENSE_NUMBER = {
  name: 'UQ_Drivers_LicenseNumber',
  column: 'Drivers.LicenseNumberKey',
  error: () => new LicenseNumberTakenError(),
};

/** After these the words that find a driver are other ones, or none. */
const CHANGES_WORDS = ['name', 'licenseNumber', 'erasedAt'];

@Injectable()
export class TypeOrmDriverRepository extends DriverRepository {
  private readonly rows: TypeOrmRepository<Driver, DriverRecord>;

  constructor(
    private readonly transaction: Transaction,
    eventLog: EventLog,
    mapper: DriverMapper,
    private readonly terms: DriverTerms,
  ) {
    super();
    const mapping = {
      schema: DriverSchema,
      toAggregate: (record: DriverRecord) => mapper.toDriver(record),
      toRecord: (driver: Driver) => mapper.toDriverRecord(driver),
      uniqueKeys: [LICENSE_NUMBER],
    };
    this.rows = new TypeOrmRepository(mapping, transaction, eventLog);
  }

  find(id: string): Promise<Driver | null> {
    return this.rows.find(id);
  }

  lock(id: string): Promise<boolean> {
    return this.rows.lock(id);
  }

  hasDeliveries(id: string): Promise<boolean> {
    return this.transaction.manager.existsBy(DeliverySchema, { driverId: id });
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
    if (!driver.events.some(({ payload }) => CHANGES_WORDS.some((field) => field in payload))) return;
    await this.transaction.manager.delete(DriverTermSchema, { driverId: driver.id });
    await this.insertTerms(driver);
  }

  remove(driver: Driver): Promise<void> {
    return this.rows.remove(driver);
  }

  private insertTerms(driver: Driver): Promise<void> {
    return bulkInsert(this.transaction.manager, DriverTermSchema, this.termsOf(driver));
  }

  private termsOf(driver: Driver): DriverTermRecord[] {
    const { id, licenseNumber, name } = driver.snapshot();
    return this.terms.of(licenseNumber ?? '', name ?? '').map((term) => ({ term, driverId: id }));
  }
}

import { Injectable } from '@nestjs/common';
import { Driver, DriverSnapshot } from '@fleet/domain/drivers/driver';
import { DriverRecord } from './driver.record';
import { DriverSeals, SealedDriverField } from './driver-seals';

type Sealed = Pick<DriverRecord, SealedDriverField | 'licenseNumberKey'>;

interface Restored {
  readonly sealed: Sealed;
  readonly opened: Pick<DriverSnapshot, SealedDriverField>;
}

/**
 * Between drivers and their rows, where what is theirs is encrypted. No value is sealed twice alike, so what has not
 * changed keeps the seal that it came with: to write it anew would cost time and look like a change.
 */
@Injectable()
export class DriverMapper {
  private readonly restored = new WeakMap<Driver, Restored>();

  constructor(private readonly seals: DriverSeals) {}

  toDriver({ licenseNumberKey, ...record }: DriverRecord): Driver {
    const id = record.id.toLowerCase();
    const { name, licenseNumber, phone } = record;
    const opened = this.open(id, record);
    const driver = Driver.restore({ ...record, ...opened, id });
    this.restored.set(driver, { sealed: { name, licenseNumber, phone, licenseNumberKey }, opened });
    return driver;
  }

  toDriverRecord(driver: Driver): DriverRecord {
    const snapshot = driver.snapshot();
    return { ...snapshot, ...this.seal(snapshot, this.restored.get(driver)) };
  }

  private open(id: string, record: Pick<DriverRecord, SealedDriverField>): Restored['opened'] {
    const field = (name: SealedDriverField) => this.seals.open(id, name, record[name]);
    return { name: field('name'), licenseNumber: field('licenseNumber'), phone: field('phone') };
  }

  private seal(snapshot: DriverSnapshot, restored: Restored | undefined): Sealed {
    const isSame = (name: SealedDriverField) => restored?.opened[name] === snapshot[name];
    const field = (name: SealedDriverField) =>
      isSame(name) ? restored!.sealed[name] : this.seals.seal(snapshot.id, name, snapshot[name]);
    const { licenseNumber } = snapshot;
    const key = licenseNumber === null ? null : this.seals.licenseNumberKey(licenseNumber);
    return {
      name: field('name'),
      licenseNumber: field('licenseNumber'),
      phone: field('phone'),
      licenseNumberKey: isSame('licenseNumber') ? restored!.sealed.licenseNumberKey : key,
    };
  }
}

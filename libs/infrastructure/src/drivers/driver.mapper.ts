import { Driver } from '@fleet/domain/drivers/driver';
import { licenseNumberKey } from '@fleet/domain/drivers/license-number';
import { DriverRecord } from './driver.record';

export function toDriver({ licenseNumberKey: _, ...record }: DriverRecord): Driver {
  return Driver.restore({ ...record, id: record.id.toLowerCase() });
}

export function toDriverRecord(driver: Driver): DriverRecord {
  const snapshot = driver.snapshot();
  return { ...snapshot, licenseNumberKey: licenseNumberKey(snapshot.licenseNumber) };
}

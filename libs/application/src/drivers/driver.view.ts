import { Driver } from '@fleet/domain/drivers/driver';

/** A driver as readers see it. Instants are ISO 8601 in UTC. */
export interface DriverView {
  readonly id: string;
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
  readonly active: boolean;
  /** Active and on no trip. */
  readonly available: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function driverView(driver: Driver): DriverView {
  const { id, name, licenseNumber, phone, active, available, version, createdAt, updatedAt } = driver.snapshot();
  return {
    id,
    name,
    licenseNumber,
    phone,
    active,
    available,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

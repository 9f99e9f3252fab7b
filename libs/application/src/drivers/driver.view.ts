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
  const snapshot = driver.snapshot();
  return {
    ...snapshot,
    createdAt: snapshot.createdAt.toISOString(),
    updatedAt: snapshot.updatedAt.toISOString(),
  };
}

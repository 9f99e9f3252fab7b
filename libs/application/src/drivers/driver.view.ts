import { Driver } from '@fleet/domain/drivers/driver';

/** A driver as readers see it. Instants are ISO 8601 in UTC. */
export interface DriverView {
  readonly id: string;
  /** Null, as the two that follow, once the driver has been erased. */
  readonly name: string | null;
  readonly licenseNumber: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  /** Active and on no trip. */
  readonly available: boolean;
  /** Null unless the driver has been erased. */
  readonly erasedAt: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function driverView(driver: Driver): DriverView {
  const { id, name, licenseNumber, phone, active, available, erasedAt, version, createdAt, updatedAt } =
    driver.snapshot();
  return {
    id,
    name,
    licenseNumber,
    phone,
    active,
    available,
    erasedAt: erasedAt?.toISOString() ?? null,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

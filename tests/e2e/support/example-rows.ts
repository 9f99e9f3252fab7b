import { DriverView } from '@fleet/application/drivers/driver.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Driver } from '@fleet/domain/drivers/driver';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';

/** The instants of a view. */
export function stamps({ createdAt, updatedAt }: { readonly createdAt: string; readonly updatedAt: string }) {
  return { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}

/** The vehicle of a view, without events of its own. */
export function restoredVehicle(vehicle: VehicleView): Vehicle {
  const lastMaintenanceDate = new Date(vehicle.lastMaintenanceDate);
  const nextMaintenanceDate = new Date(vehicle.nextMaintenanceDate);
  return Vehicle.restore({ ...vehicle, lastMaintenanceDate, nextMaintenanceDate, ...stamps(vehicle) });
}

/** The driver of a view, without events of its own. */
export function restoredDriver(driver: DriverView): Driver {
  const erasedAt = driver.erasedAt === null ? null : new Date(driver.erasedAt);
  return Driver.restore({ ...driver, erasedAt, ...stamps(driver) });
}

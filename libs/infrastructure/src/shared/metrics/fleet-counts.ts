import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { VEHICLE_STATUSES } from '@fleet/domain/vehicles/vehicle-status';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { countRows } from './count-rows';

/** By what the label says; a number that has no label stands under the empty text. */
export type Figures = ReadonlyMap<string, number>;

export interface FleetCounts {
  readonly vehicles: Figures;
  readonly dueVehicles: Figures;
  readonly activeTrips: Figures;
  readonly deliveries: Figures;
  readonly openIncidents: Figures;
  readonly leaseEpochs: Figures;
}

interface NamedRow {
  readonly name: string;
  readonly value: number | string;
}

/** Counts one thing after the other, so that no two hold the event loop up together. @param dueBy when maintenance is due */
export async function readFleetCounts(database: ReadDatabase, dueBy: Date): Promise<FleetCounts> {
  const count = async (table: string, key: readonly string[], condition: string, ...parameters: (string | Date)[]) =>
    countRows(database, { table, key, condition, parameters });
  const one = (number: number): Figures => new Map([['', number]]);
  const named = async (text: string) => {
    const rows = await database.query<NamedRow>(text, []);
    return rows.map(({ name, value }) => [name, Number(value)] as const);
  };

  const vehicles = new Map<string, number>();
  for (const status of VEHICLE_STATUSES) vehicles.set(status, await count('Vehicles', ['Plate'], 'Status = ?', status));
  const none = DELIVERY_STATUSES.map((status) => [status, 0] as const);
  return {
    vehicles,
    dueVehicles: one(await count('Vehicles', ['NextMaintenanceDate', 'Id'], 'NextMaintenanceDate <= ?', dueBy)),
    activeTrips: one(await count('Trips', ['VehicleId'], 'EndDate IS NULL')),
    deliveries: new Map([
      ...none,
      ...(await named('SELECT Status AS "name", SUM(Total) AS "value" FROM DeliveryCounts GROUP BY Status')),
    ]),
    openIncidents: one(await count('DeliveryIncidents', ['DeliveryId', 'Id'], 'ResolvedAt IS NULL')),
    leaseEpochs: new Map(await named('SELECT Name AS "name", Epoch AS "value" FROM Leases')),
  };
}

import { Crew } from '@fleet/domain/deliveries/crew';
import { AssignmentConflict } from '@fleet/domain/deliveries/delivery.errors';
import { Slot } from '@fleet/domain/deliveries/planned-route';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

type Holder = Pick<AssignmentConflict, 'deliveryId' | 'reference' | 'slotStart' | 'slotEnd'>;

/** Who of the crew is held in an overlapping slot: the earliest holder of the vehicle, and the driver's. */
export async function findConflicts(
  database: ReadDatabase,
  { vehicleId, driverId }: Crew,
  { slotStart, slotEnd }: Slot,
  except: string,
): Promise<AssignmentConflict[]> {
  const holder = async (column: string, id: string): Promise<Holder | undefined> => {
    const sql = `SELECT Id AS "deliveryId", Reference AS "reference", SlotStart AS "slotStart", SlotEnd AS "slotEnd"
      FROM Deliveries WHERE ${column} = ? AND ${OPEN} AND SlotEnd > ? AND SlotStart < ? AND Id <> ?
      ORDER BY SlotEnd, Id ${database.dialect.firstRows}`;
    const [row] = await database.query<Holder>(sql, [id, slotStart, slotEnd, except, 1]);
    return row;
  };
  const conflicts: AssignmentConflict[] = [];
  const ofVehicle = vehicleId && (await holder('VehicleId', vehicleId));
  if (ofVehicle) conflicts.push({ resource: 'Vehicle', resourceId: vehicleId, ...ofVehicle });
  const ofDriver = driverId && (await holder('DriverId', driverId));
  if (ofDriver) conflicts.push({ resource: 'Driver', resourceId: driverId, ...ofDriver });
  return conflicts;
}

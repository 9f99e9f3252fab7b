import { FreeSlot } from '@fleet/application/shared/free-slot';
import { OPEN } from './held-deliveries';
import { Condition } from './keyset';

/** The row is one of a table's that no delivery holds in a slot that overlaps this one. */
export function isNotHeld(table: 'Vehicles' | 'Drivers', { from, to }: FreeSlot): Condition {
  const column = table === 'Vehicles' ? 'VehicleId' : 'DriverId';
  const sql = `NOT EXISTS (SELECT 1 FROM Deliveries WHERE Deliveries.${column} = ${table}.Id AND Deliveries.${OPEN}
    AND SlotEnd > ? AND SlotStart < ?)`;
  return { sql, parameters: [from, to] };
}

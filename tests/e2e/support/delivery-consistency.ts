import { DELIVERY_STATUSES, OPEN_STATUSES, ROAD_STATUSES } from '@fleet/domain/deliveries/delivery-status';

const oneOf = (column: string, values: readonly string[]) =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

const isOnRoad = oneOf('Deliveries.Status', ROAD_STATUSES);
const isOpen = (table: string) => oneOf(`${table}.Status`, OPEN_STATUSES);

const heldTwice = (column: string) => `SELECT COUNT(*) AS found FROM Deliveries AS a INNER JOIN Deliveries AS b
  ON b.${column} = a.${column} AND b.Id > a.Id AND b.SlotStart < a.SlotEnd AND a.SlotStart < b.SlotEnd
  WHERE ${isOpen('a')} AND ${isOpen('b')}`;

/** What must be in no database of deliveries and of what belongs to them; each is counted. */
export const DELIVERY_CONTRADICTIONS: Record<string, string> = {
  'vehicles that are held twice': heldTwice('VehicleId'),
  'drivers who are held twice': heldTwice('DriverId'),
  'deliveries on the road without their running trip': `SELECT COUNT(*) AS found FROM Deliveries WHERE ${isOnRoad} AND
    NOT EXISTS (SELECT 1 FROM Trips WHERE Trips.Id = Deliveries.TripId AND Trips.DeliveryId = Deliveries.Id AND
    Trips.VehicleId = Deliveries.VehicleId AND Trips.DriverId = Deliveries.DriverId AND Trips.EndDate IS NULL)`,
  'running trips of deliveries that are not on the road with them': `SELECT COUNT(*) AS found FROM Trips WHERE
    Trips.DeliveryId IS NOT NULL AND Trips.EndDate IS NULL AND NOT EXISTS
    (SELECT 1 FROM Deliveries WHERE Deliveries.Id = Trips.DeliveryId AND Deliveries.TripId = Trips.Id AND ${isOnRoad})`,
  'trips of deliveries that are not there': `SELECT COUNT(*) AS found FROM Trips WHERE Trips.DeliveryId IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM Deliveries WHERE Deliveries.Id = Trips.DeliveryId)`,
  'deliveries whose trip had another distance': `SELECT COUNT(*) AS found FROM Deliveries INNER JOIN Trips
    ON Trips.Id = Deliveries.TripId WHERE Trips.EndDate IS NOT NULL AND Trips.Distance <> Deliveries.Distance`,
  'open deliveries on routes that are not active': `SELECT COUNT(*) AS found FROM Deliveries INNER JOIN Routes
    ON Routes.Id = Deliveries.RouteId WHERE ${isOpen('Deliveries')} AND Routes.Status <> 'Active'`,
  'deliveries whose customer no word finds': `SELECT COUNT(*) AS found FROM Deliveries WHERE CustomerName IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM DeliveryTerms WHERE DeliveryTerms.DeliveryId = Deliveries.Id)`,
  'deliveries that count their open incidents wrongly': `SELECT COUNT(*) AS found FROM Deliveries WHERE OpenIncidents <>
    (SELECT COUNT(*) FROM DeliveryIncidents WHERE DeliveryId = Deliveries.Id AND ResolvedAt IS NULL)`,
};
for (const status of DELIVERY_STATUSES) {
  DELIVERY_CONTRADICTIONS[`${status} deliveries that are counted wrongly`] =
    `SELECT ABS((SELECT COUNT(*) FROM Deliveries WHERE Status = '${status}') -
      (SELECT COALESCE(SUM(Total), 0) FROM DeliveryCounts WHERE Status = '${status}')) AS found`;
}

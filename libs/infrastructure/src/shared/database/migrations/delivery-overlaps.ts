/** Those that hold their vehicle and their driver. Written out as the filtered indexes have it: they serve no other text. */
export const OPEN = `Status IN ('PickedUp', 'InTransit', 'OutForDelivery')`;

export const OVERLAP_TRIGGER = 'TR_Deliveries_NoOverlap';

const MESSAGE = `${OVERLAP_TRIGGER}: a vehicle or a driver is held by another delivery in an overlapping slot.`;

/** The last guard against holding anybody twice: what no statement passes, whoever sends it. */
export function overlapTriggers(isSqlServer: boolean): string[] {
  return isSqlServer ? [sqlServerTrigger()] : ['INSERT', 'UPDATE'].map(sqliteTrigger);
}

/** One writer at a time: what it sees is all that there is. */
function sqliteTrigger(change: string): string {
  const of = change === 'UPDATE' ? ' OF Id, VehicleId, DriverId, Status, SlotStart, SlotEnd' : '';
  const isHeld = (column: string) => `EXISTS (
    SELECT 1 FROM Deliveries WHERE ${column} = NEW.${column} AND ${OPEN} AND SlotEnd > NEW.SlotStart
      AND SlotStart < NEW.SlotEnd AND Id <> NEW.Id${change === 'UPDATE' ? ' AND Id <> OLD.Id' : ''})`;
  return `CREATE TRIGGER ${OVERLAP_TRIGGER}${change === 'UPDATE' ? 'Update' : 'Insert'}
    BEFORE ${change}${of} ON Deliveries WHEN NEW.${OPEN}
    BEGIN SELECT RAISE(ABORT, '${MESSAGE}') WHERE ${isHeld('VehicleId')} OR ${isHeld('DriverId')}; END`;
}

/**
 * HOLDLOCK reads what is committed and keeps the range that was read: of two who write into overlapping slots at once the
 * second waits, or one of them is the victim of a deadlock, and tries again. Row versions alone would let both pass.
 */
function sqlServerTrigger(): string {
  const isHeld = (column: string) => `EXISTS (
    SELECT 1 FROM inserted AS n INNER JOIN Deliveries AS d WITH (HOLDLOCK) ON d.${column} = n.${column}
    WHERE n.${OPEN} AND d.${OPEN} AND d.SlotEnd > n.SlotStart AND d.SlotStart < n.SlotEnd AND d.Id <> n.Id)`;
  return `CREATE TRIGGER ${OVERLAP_TRIGGER} ON Deliveries AFTER INSERT, UPDATE AS
    BEGIN
      SET NOCOUNT ON;
      IF NOT (UPDATE(VehicleId) OR UPDATE(DriverId) OR UPDATE(Status) OR UPDATE(SlotStart) OR UPDATE(SlotEnd)) RETURN;
      IF ${isHeld('VehicleId')} OR ${isHeld('DriverId')}
      BEGIN
        THROW 51001, '${MESSAGE}', 1;
      END
    END`;
}

import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { isOpen } from '@fleet/domain/deliveries/delivery-status';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { Condition } from '@fleet/infrastructure/shared/database/keyset';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { RebuiltKind } from '@fleet/infrastructure/shared/event-sourcing/rebuilt-kind';
import { DeliveryProjection } from './delivery-projection';
import { emptyCounts } from './empty-counts';

/**
 * Deliveries, whose rows can stand in each other's way: one that has drifted may hold a vehicle, a driver or a reference
 * that in truth is another one's, and the database refuses a second holder.
 */
@Injectable()
export class RebuiltDeliveries extends RebuiltKind<Delivery> {
  readonly of = { stream: 'Delivery', replay: Delivery.replay };
  readonly table = 'Deliveries';

  constructor(
    readonly projection: DeliveryProjection,
    private readonly statements: Statements,
  ) {
    super();
  }

  async makeRoom(delivery: Delivery, right: ReadonlySet<string>): Promise<string[]> {
    const displaced = (await this.inTheWayOf(delivery)).filter((id) => !right.has(id));
    const release = `UPDATE Deliveries SET Status = 'PickedUp', VehicleId = NULL, DriverId = NULL, Reference = NULL
      WHERE Id = ?`;
    for (const id of displaced) await this.statements.change(release, [id]);
    return displaced;
  }

  /** Nobody writes meanwhile: on the embedded engine anyway, and on the other one because the table is locked. */
  async recount(): Promise<void> {
    const isSqlServer = this.statements.engine === 'mssql';
    if (isSqlServer)
      await this.statements.rows('SELECT COUNT(*) AS "all" FROM Deliveries WITH (TABLOCKX, HOLDLOCK)', []);
    await this.statements.change('DELETE FROM DeliveryCounts', []);
    await this.statements.change(emptyCounts(isSqlServer), []);
    const count = 'SELECT COUNT(*) FROM Deliveries WHERE Deliveries.Status = DeliveryCounts.Status';
    await this.statements.change(`UPDATE DeliveryCounts SET Total = (${count}) WHERE Shard = 0`, []);
  }

  private async inTheWayOf(delivery: Delivery): Promise<string[]> {
    const { id, reference, status, vehicleId, driverId, slotStart, slotEnd } = delivery.snapshot();
    const holds = (column: string, held: string | null): Condition[] => {
      const sql = `${column} = ? AND ${OPEN} AND SlotEnd > ? AND SlotStart < ?`;
      return held !== null && isOpen(status) ? [{ sql, parameters: [held, slotStart, slotEnd] }] : [];
    };
    const conditions: Condition[] = [
      ...holds('VehicleId', vehicleId),
      ...holds('DriverId', driverId),
      ...(reference === null ? [] : [{ sql: 'Reference = ?', parameters: [reference] }]),
    ];
    const found: string[] = [];
    for (const { sql, parameters } of conditions) {
      const rows = await this.statements.rows<{ id: string }>(
        `SELECT Id AS "id" FROM Deliveries WHERE ${sql} AND Id <> ?`,
        [...parameters, id],
      );
      found.push(...rows.map((row) => row.id.toLowerCase()));
    }
    return [...new Set(found)];
  }
}

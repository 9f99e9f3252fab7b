import { EntitySchema, ObjectLiteral } from 'typeorm';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';

/** The rows that a delivery has in one table besides its own. */
export class PartRows<P extends ObjectLiteral & { deliveryId: string }> {
  constructor(
    private readonly schema: EntitySchema<P>,
    private readonly rowsOf: (delivery: DeliverySnapshot) => P[],
    private readonly transaction: Transaction,
    private readonly seal: (row: P) => P = (row) => row,
  ) {}

  /** Brings the rows from what they were to what they are, touching those alone that differ. */
  async update(before: DeliverySnapshot | null, after: DeliverySnapshot): Promise<void> {
    const [were, are] = [before ? this.rowsOf(before) : [], this.rowsOf(after)];
    const isIn = (rows: readonly P[]) => {
      const texts = new Set(rows.map((row) => JSON.stringify(row)));
      return (row: P) => texts.has(JSON.stringify(row));
    };
    const [isOld, isNew] = [isIn(were), isIn(are)];
    for (const row of were.filter((one) => !isNew(one))) await this.transaction.manager.delete(this.schema, key(row));
    await this.insert(are.filter((one) => !isOld(one)));
  }

  /** Whatever rows there were are gone. */
  async rewrite(delivery: DeliverySnapshot): Promise<void> {
    const { manager } = this.transaction;
    const rows = this.rowsOf(delivery);
    await manager.delete(this.schema, { deliveryId: delivery.id });
    // One that has gone astray, to another delivery, would be in the way.
    for (const row of rows) if ('id' in row) await manager.delete(this.schema, key(row));
    await this.insert(rows);
  }

  private async insert(rows: readonly P[]): Promise<void> {
    await bulkInsert(this.transaction.manager, this.schema, rows.map(this.seal));
  }
}

/** What tells a row apart: its own id, or all that it has. */
function key(row: ObjectLiteral): ObjectLiteral {
  return 'id' in row ? { id: row['id'] as string } : row;
}

import { Injectable } from '@nestjs/common';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { ReferenceTakenError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliverySnapshot } from '@fleet/domain/deliveries/delivery.snapshot';
import { OVERLAP_TRIGGER } from '@fleet/infrastructure/shared/database/held-deliveries';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { ProjectedRows } from '@fleet/infrastructure/shared/event-sourcing/projected-rows';
import { Projection } from '@fleet/infrastructure/shared/event-sourcing/projection';
import {
  DeliveryFileSchema,
  DeliveryIncidentSchema,
  DeliveryLinkSchema,
  DeliveryTermRecord,
  DeliveryTermSchema,
} from './delivery-parts.record';
import { fileRows, incidentRows, linkRows, toDeliveryRecord } from './delivery-rows';
import { DeliverySeals, SEALED_DELIVERY_FIELDS } from './delivery-seals';
import { DeliveryRecord, DeliverySchema } from './delivery.record';
import { FileKeySeals } from './file-key-seals';
import { PartRows } from './part-rows';

const REFERENCE = {
  name: 'UQ_Deliveries_Reference',
  column: 'Deliveries.Reference',
  error: () => new ReferenceTakenError(),
};

/** The rows of Deliveries, and of the tables by which deliveries are found. */
@Injectable()
export class DeliveryProjection extends Projection<Delivery> {
  private readonly rows: ProjectedRows<DeliveryRecord>;
  private readonly parts: readonly Pick<PartRows<never>, 'update' | 'rewrite'>[];

  constructor(
    transaction: Transaction,
    statements: Statements,
    private readonly seals: DeliverySeals,
    fileSeals: FileKeySeals,
  ) {
    super();
    const seal = (id: string, fields: Partial<DeliveryRecord>) => this.sealed(id, fields);
    const mapping = { schema: DeliverySchema, table: 'Deliveries', uniqueKeys: [REFERENCE], seal };
    this.rows = new ProjectedRows(mapping, transaction, statements);
    this.parts = [
      new PartRows(DeliveryTermSchema, (delivery) => this.termRows(delivery), transaction),
      new PartRows(DeliveryIncidentSchema, incidentRows, transaction),
      new PartRows(DeliveryLinkSchema, linkRows, transaction),
      new PartRows(DeliveryFileSchema, fileRows, transaction, (row) => ({
        ...row,
        contentKey: fileSeals.seal(row.id, 'contentKey', row.contentKey),
      })),
    ];
  }

  lock(id: string): Promise<boolean> {
    return this.rows.lock(id);
  }

  async insert(delivery: Delivery): Promise<void> {
    await lookingAgain(() => this.rows.insert(this.recordOf(delivery)));
    for (const part of this.parts) await part.update(null, delivery.snapshot());
  }

  async update(delivery: Delivery, before: Delivery): Promise<void> {
    await lookingAgain(() => this.rows.update(this.recordOf(before), this.recordOf(delivery)));
    for (const part of this.parts) await part.update(before.snapshot(), delivery.snapshot());
  }

  async rewrite(delivery: Delivery): Promise<void> {
    await this.rows.put(this.recordOf(delivery));
    for (const part of this.parts) await part.rewrite(delivery.snapshot());
  }

  /** The rows of the other tables go with it. */
  remove({ id, storedVersion }: Delivery): Promise<void> {
    return this.rows.remove({ id, version: storedVersion });
  }

  private recordOf(delivery: Delivery): DeliveryRecord {
    const { customerName, customerPhone } = delivery.snapshot();
    return toDeliveryRecord(delivery, this.seals.customerKey(customerName, customerPhone));
  }

  private sealed(id: string, fields: Partial<DeliveryRecord>): Partial<DeliveryRecord> {
    const present = SEALED_DELIVERY_FIELDS.filter((field) => fields[field] !== undefined);
    return Object.fromEntries(present.map((field) => [field, this.seals.seal(id, field, fields[field]!)]));
  }

  private termRows({ id, customerName, customerPhone, slotStart }: DeliverySnapshot): DeliveryTermRecord[] {
    return this.seals.terms(customerName, customerPhone).map((term) => ({ term, slot: slotStart, deliveryId: id }));
  }
}

/** Where the database finds somebody held twice whom the rule found free, somebody else was faster: look again. */
async function lookingAgain(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof Error && error.message.includes(OVERLAP_TRIGGER) ? new ConcurrentUpdateError() : error;
  }
}

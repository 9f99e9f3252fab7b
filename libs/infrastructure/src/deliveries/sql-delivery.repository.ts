import { Injectable } from '@nestjs/common';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { AssignmentConflict } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { Slot } from '@fleet/domain/deliveries/planned-route';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { takeName } from '@fleet/infrastructure/shared/database/name-lock';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { EventSourcedRepository } from '@fleet/infrastructure/shared/event-sourcing/event-sourced-repository';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { DeliveryProjection } from './delivery-projection';
import { findConflicts } from './find-conflicts';

const PORTION = 500;

@Injectable()
export class SqlDeliveryRepository extends DeliveryRepository {
  private readonly deliveries: EventSourcedRepository<Delivery>;

  constructor(
    streams: EventStreams,
    eventLog: EventLog,
    projection: DeliveryProjection,
    private readonly transaction: Transaction,
    /** Inside a unit of work its reads are part of it. */
    private readonly database: PrimaryDatabase,
  ) {
    super();
    const of = { stream: 'Delivery', replay: Delivery.replay };
    this.deliveries = new EventSourcedRepository(of, streams, eventLog, projection);
  }

  find(id: string): Promise<Delivery | null> {
    return this.deliveries.find(id);
  }

  lock(id: string): Promise<boolean> {
    return this.deliveries.lock(id);
  }

  async lockLinks(): Promise<void> {
    if (!(await takeName(this.transaction.manager, 'delivery links'))) throw new ConcurrentUpdateError();
  }

  findConflicts(crew: Crew, slot: Slot, except: string): Promise<AssignmentConflict[]> {
    return findConflicts(this.database, crew, slot, except);
  }

  async findUndelivered(ids: readonly string[]): Promise<string[]> {
    const delivered = new Set(await this.idsWhere(`Status = 'Delivered' AND Id`, 'Id', 'Deliveries', ids));
    return ids.filter((id) => !delivered.has(id));
  }

  findExisting(ids: readonly string[]): Promise<string[]> {
    return this.idsWhere('Id', 'Id', 'Deliveries', ids);
  }

  findPredecessors(ids: readonly string[]): Promise<string[]> {
    return this.idsWhere('DeliveryId', 'AfterId', 'DeliveryLinks', ids);
  }

  async findByIncidents(incidentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (incidentIds.length === 0) return new Map();
    const sql = `SELECT Id AS "id", DeliveryId AS "deliveryId" FROM DeliveryIncidents WHERE Id IN (${marks(incidentIds)})`;
    const rows = await this.database.query<{ id: string; deliveryId: string }>(sql, incidentIds);
    return new Map(rows.map(({ id, deliveryId }) => [id, deliveryId]));
  }

  add(delivery: Delivery): Promise<void> {
    return this.deliveries.add(delivery);
  }

  update(delivery: Delivery): Promise<void> {
    return this.deliveries.update(delivery);
  }

  remove(delivery: Delivery): Promise<void> {
    return this.deliveries.remove(delivery);
  }

  /** In portions: SQL Server takes 2,100 parameters a statement. */
  private async idsWhere(condition: string, wanted: string, table: string, ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (let start = 0; start < ids.length; start += PORTION) {
      const portion = ids.slice(start, start + PORTION);
      const sql = `SELECT ${wanted} AS "id" FROM ${table} WHERE ${condition} IN (${marks(portion)})`;
      found.push(...(await this.database.query<{ id: string }>(sql, portion)).map(({ id }) => id));
    }
    return found;
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

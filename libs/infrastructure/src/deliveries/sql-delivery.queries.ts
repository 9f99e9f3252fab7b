import { Injectable } from '@nestjs/common';
import {
  DeliveryFilter,
  DeliveryListRequest,
  DeliveryQueries,
  DeliverySort,
} from '@fleet/application/deliveries/delivery.queries';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Page } from '@fleet/application/shared/page';
import { Clock } from '@fleet/domain/shared/clock';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { compare, hasTerm, queryWords } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { deliveryConditions, deliveryIndex, lateAlternatives } from './delivery-conditions';
import { deliveryOf, DeliveryRow, SELECT_DELIVERIES } from './delivery-row';
import { DeliverySeals } from './delivery-seals';
import { indexHint } from './index-hint';

const SORTS: Record<DeliverySort, Omit<Sort<DeliveryRow>, 'descending'>> = {
  slotStart: { column: 'SlotStart', field: 'slotStart', kind: 'instant' },
};

@Injectable()
export class SqlDeliveryQueries extends DeliveryQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly seals: DeliverySeals,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<DeliveryView | null> {
    const [limit] = compare('DriverId', '=', limitedTo);
    const sql = `${SELECT_DELIVERIES} WHERE Id = ?${limit ? ` AND ${limit.sql}` : ''}`;
    const [row] = await this.database.query<DeliveryRow>(sql, [id, ...(limit?.parameters ?? [])]);
    return row ? deliveryOf(row, this.seals) : null;
  }

  async list({ filter, sort, descending, ...page }: DeliveryListRequest): Promise<Page<DeliveryView>> {
    const now = this.clock.now();
    const list = {
      name: 'deliveries',
      select: this.selectFor(filter),
      conditions: [
        ...hasTerm('DeliveryTerms', 'DeliveryId', this.seals.termsOf(queryWords(filter.customer, 'customer'))),
        ...deliveryConditions(filter, now),
      ],
      alternatives: filter.late ? lateAlternatives(now) : undefined,
      sort: { ...SORTS[sort], descending },
      scope: filter,
    };
    const { items, nextCursor } = await keysetPage<DeliveryRow>(this.database, list, page);
    return { items: items.map((row) => deliveryOf(row, this.seals)), nextCursor };
  }

  private selectFor(filter: DeliveryFilter): string {
    const index = deliveryIndex(filter);
    return index ? `${SELECT_DELIVERIES} ${indexHint(this.database.dialect, index)}` : SELECT_DELIVERIES;
  }
}

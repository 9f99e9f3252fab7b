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
import { compare, queryWords } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { deliveryConditions, deliveryIndex, hasCustomer, isNarrow, deliveryAlternatives } from './delivery-conditions';
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
    const terms = this.seals.termsOf(queryWords(filter.customer, 'customer'));
    const list = {
      name: 'deliveries',
      alternatives: deliveryAlternatives(filter, now),
      scope: filter,
      ...this.inOrder(filter, terms, { ...SORTS[sort], descending }, now),
    };
    const { items, nextCursor } = await keysetPage<DeliveryRow>(this.database, list, page);
    return { items: items.map((row) => deliveryOf(row, this.seals)), nextCursor };
  }

  /** Many have a name: the words of customers are kept in the order of the list, so that a page reads no more than its own. */
  private inOrder(filter: DeliveryFilter, terms: readonly string[], sort: Sort<DeliveryRow>, now: Date) {
    const index = deliveryIndex(filter);
    const from = (name: string | undefined) =>
      name ? `${SELECT_DELIVERIES} ${indexHint(this.database.dialect, name)}` : SELECT_DELIVERIES;
    const [first, ...others] = terms;
    if (first === undefined || isNarrow(filter)) {
      return { select: from(index), conditions: [...hasCustomer(terms), ...deliveryConditions(filter, now)], sort };
    }
    return {
      select: `${from('sqlite_autoindex_Deliveries_1')} INNER JOIN DeliveryTerms ON DeliveryTerms.DeliveryId = Deliveries.Id`,
      conditions: [
        { sql: 'DeliveryTerms.Term = ?', parameters: [first] },
        ...hasCustomer(others),
        ...deliveryConditions(filter, now, 'Slot'),
      ],
      sort: { ...sort, column: 'Slot' },
      tie: { column: 'DeliveryTerms.DeliveryId', field: 'id', kind: 'id' } as const,
    };
  }
}

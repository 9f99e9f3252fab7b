import { deliveryView, DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { fileRows, incidentRows, linkRows, toDeliveryRecord } from '@fleet/infrastructure/deliveries/delivery-rows';
import { deliveryOf, DeliveryRow, SELECT_DELIVERIES } from '@fleet/infrastructure/deliveries/delivery-row';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { FileKeySeals } from '@fleet/infrastructure/deliveries/file-key-seals';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { TestApi } from './test-api';

/** All that the tables have of one delivery, with what is sealed opened. */
export interface KeptRows {
  readonly view: DeliveryView;
  readonly customerKey: string | null;
  readonly openIncidents: number;
  /** The rows of the other tables, as JSON texts in an order of their own. */
  readonly parts: readonly string[];
}

interface Part {
  readonly deliveryId: string;
  readonly part: object;
}

/** What the tables have of deliveries, and what they should have. */
export class DeliveryTables {
  constructor(private readonly api: TestApi) {}

  /** By the ids of deliveries, what the tables have. */
  async kept(): Promise<Map<string, KeptRows>> {
    const seals = this.get(DeliverySeals);
    const rows = await this.rows<DeliveryRow>(SELECT_DELIVERIES);
    const sql = 'SELECT Id AS "id", CustomerKey AS "customerKey", OpenIncidents AS "openIncidents" FROM Deliveries';
    const others = new Map((await this.rows<{ id: string } & Omit<KeptRows, 'view'>>(sql)).map((row) => [row.id, row]));
    const parts = await this.parts();
    return new Map(
      rows.map((row) => {
        const { customerKey, openIncidents } = others.get(row.id)!;
        return [row.id, { view: deliveryOf(row, seals), customerKey, openIncidents, parts: texts(parts, row.id) }];
      }),
    );
  }

  /** By the ids of deliveries, what the tables should have: what the log says. */
  async wanted(): Promise<Map<string, KeptRows>> {
    const ids = await this.rows<{ id: string }>(
      `SELECT StreamId AS "id" FROM EventLog WHERE Stream = 'Delivery' AND StreamVersion = 1`,
    );
    const wanted = new Map<string, KeptRows>();
    for (const { id } of ids) {
      const events = (await this.get(EventStreams).read('Delivery', [id])).get(id)!;
      wanted.set(id, this.rowsOf(Delivery.replay(id, events)));
    }
    return wanted;
  }

  /** By status, how many deliveries there are, and how many were counted. */
  async counts(): Promise<{ status: string; counted: number; found: number }[]> {
    const sql = `SELECT Status AS "status", SUM(Total) AS "counted",
      (SELECT COUNT(*) FROM Deliveries WHERE Deliveries.Status = DeliveryCounts.Status) AS "found"
      FROM DeliveryCounts GROUP BY Status`;
    const rows = await this.rows<{ status: string; counted: number; found: number }>(sql);
    return rows.map(({ status, counted, found }) => ({ status, counted: Number(counted), found: Number(found) }));
  }

  private rowsOf(delivery: Delivery): KeptRows {
    const seals = this.get(DeliverySeals);
    const snapshot = delivery.snapshot();
    const customerKey = seals.customerKey(snapshot.customerName, snapshot.customerPhone);
    const { openIncidents } = toDeliveryRecord(delivery, customerKey);
    const terms = seals.terms(snapshot.customerName, snapshot.customerPhone).map((term) => {
      return { term, slot: snapshot.slotStart.toISOString() };
    });
    const incidents = incidentRows(snapshot).map(({ id, resolvedAt }) => {
      return { incident: id, resolvedAt: resolvedAt?.toISOString() ?? null };
    });
    const links = linkRows(snapshot).map(({ afterId }) => ({ afterId }));
    const files = fileRows(snapshot).map(({ deliveryId: _, ...file }) => file);
    const parts = [...terms, ...incidents, ...links, ...files].map((part) => ({ deliveryId: delivery.id, part }));
    return { view: deliveryView(delivery), customerKey, openIncidents, parts: texts(parts, delivery.id) };
  }

  private async parts(): Promise<Part[]> {
    const files = this.get(FileKeySeals);
    const of = 'DeliveryId AS "deliveryId"';
    const split = ({ deliveryId, ...part }: { deliveryId: string }) => ({ deliveryId, part });
    const terms = await this.rows<{ deliveryId: string }>(
      `SELECT ${of}, Term AS "term", Slot AS "slot" FROM DeliveryTerms`,
    );
    const incidents = await this.rows<{ deliveryId: string; id: string; resolvedAt: string | null }>(
      `SELECT ${of}, Id AS "id", ResolvedAt AS "resolvedAt" FROM DeliveryIncidents`,
    );
    const links = await this.rows<{ deliveryId: string }>(`SELECT ${of}, AfterId AS "afterId" FROM DeliveryLinks`);
    const kept = await this.rows<{ deliveryId: string; id: string; contentKey: string | null }>(
      `SELECT ${of}, Id AS "id", Kind AS "kind", MediaType AS "mediaType", Size AS "size", Sha256 AS "sha256",
       ContentKey AS "contentKey" FROM DeliveryFiles`,
    );
    return [
      ...terms.map(split),
      ...incidents.map(({ deliveryId, id, resolvedAt }) => ({ deliveryId, part: { incident: id, resolvedAt } })),
      ...links.map(split),
      ...kept.map(({ deliveryId, ...file }) => {
        return { deliveryId, part: { ...file, contentKey: files.open(file.id, 'contentKey', file.contentKey) } };
      }),
    ];
  }

  private rows<Row>(sql: string): Promise<Row[]> {
    return this.get(Database).primary.query<Row>(sql, []);
  }

  private get<T>(token: abstract new (...args: never[]) => T): T {
    return this.api.app.get<T>(token, { strict: false });
  }
}

function texts(parts: readonly Part[], id: string): string[] {
  return parts
    .filter(({ deliveryId }) => deliveryId === id)
    .map(({ part }) => JSON.stringify(Object.entries(part).sort()))
    .sort();
}

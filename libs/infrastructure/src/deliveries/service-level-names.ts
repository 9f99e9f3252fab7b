import { Injectable } from '@nestjs/common';
import { ServiceLevelGroup } from '@fleet/application/deliveries/service-level.queries';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DeliverySeals } from './delivery-seals';

interface NameRow {
  readonly id: string;
  readonly name: string | null;
}

/** What people call the groups of a service level. */
@Injectable()
export class ServiceLevelNames {
  constructor(
    private readonly database: ReadDatabase,
    private readonly deliverySeals: DeliverySeals,
    private readonly driverSeals: DriverSeals,
  ) {}

  /** @param samples by the key of each group, one of its deliveries */
  async of(by: ServiceLevelGroup, samples: ReadonlyMap<string, string>): Promise<Map<string, string | null>> {
    if (by === 'route')
      return new Map((await this.rows('Routes', 'Name', samples.keys())).map(({ id, name }) => [id, name]));
    if (by === 'driver') {
      const rows = await this.rows('Drivers', 'Name', samples.keys());
      return new Map(rows.map(({ id, name }) => [id, this.driverSeals.open(id, 'name', name)]));
    }
    const rows = await this.rows('Deliveries', 'CustomerName', samples.values());
    const names = new Map(rows.map(({ id, name }) => [id, this.deliverySeals.open(id, 'customerName', name)]));
    return new Map([...samples].map(([key, sampleId]) => [key, names.get(sampleId) ?? null]));
  }

  private async rows(table: string, column: string, ids: Iterable<string>): Promise<NameRow[]> {
    const known = [...ids].filter((id) => id !== '');
    if (known.length === 0) return [];
    const marks = known.map(() => '?').join(', ');
    return this.database.query<NameRow>(
      `SELECT Id AS "id", ${column} AS "name" FROM ${table} WHERE Id IN (${marks})`,
      known,
    );
  }
}

import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { DRIVERS, fleetDriver, fleetVehicle } from '../database/fleet-data';
import { Inserter, inserter } from '../database/inserter';
import { withoutIndexes } from '../database/without-indexes';
import {
  A_ROUTE,
  anyId,
  CHECKPOINTS,
  customerOf,
  idAt,
  rare,
  reachedOf,
  seededRoute,
  SeededRoute,
} from './delivery-data';
import { withoutTriggers } from './without-triggers';

const ROUTE_COLUMNS = [
  'Id', 'Name', 'Origin', 'Destination', 'ScheduledStart', 'ScheduledEnd', 'Status', 'Checkpoints', 'Version',
  'CreatedAt', 'UpdatedAt',
]; // prettier-ignore
const DELIVERY_COLUMNS = [
  'Id', 'RouteId', 'Reference', 'VehicleId', 'DriverId', 'CustomerName', 'CustomerPhone', 'CustomerAddress', 'CustomerKey',
  'Priority', 'PromisedBy', 'Requirements', 'Predecessors', 'Status', 'Attempt', 'SlotStart', 'SlotEnd', 'TripId',
  'Reached', 'Incidents', 'OpenIncidents', 'DelayMinutes', 'DeliveredAt', 'LateMinutes', 'Version', 'CreatedAt', 'UpdatedAt',
]; // prettier-ignore

const MINUTE_MS = 60_000;
/** As many slots follow each other a year, so that nobody is held twice. */
const SLOT_MS = 5 * 60 * MINUTE_MS;

/** Puts deliveries that are done, and some that are on the road, into a fleet, as the product would have written their rows. */
export class DeliverySeed {
  private readonly seals: DeliverySeals;
  private readonly routes: Inserter;
  private readonly deliveries: Inserter;
  private readonly terms: Inserter;
  private readonly incidents: Inserter;

  constructor(
    database: SqliteConnection,
    keys: SecretKeys,
    private readonly now: Date,
  ) {
    this.seals = new DeliverySeals(new SecretBox(keys), new BlindIndex(keys));
    this.routes = inserter(database, 'Routes', ROUTE_COLUMNS);
    this.deliveries = inserter(database, 'Deliveries', DELIVERY_COLUMNS);
    this.terms = inserter(database, 'DeliveryTerms', ['Term', 'Slot', 'DeliveryId']);
    this.incidents = inserter(database, 'DeliveryIncidents', ['Id', 'DeliveryId', 'ResolvedAt']);
  }

  static fill(database: SqliteConnection, keys: SecretKeys, done: number, onRoad: number): void {
    withoutTriggers(database, () =>
      withoutIndexes(database, () => {
        const seed = new DeliverySeed(database, keys, new Date());
        database.transaction(() => seed.run(done, onRoad))();
      }),
    );
    database.exec(`UPDATE DeliveryCounts SET Total =
      (SELECT COUNT(*) FROM Deliveries WHERE Deliveries.Status = DeliveryCounts.Status)`);
  }

  private run(done: number, onRoad: number): void {
    this.each(done, 60 * MINUTE_MS * 24, (route, index) => this.add(route, index, true));
    this.each(onRoad, 0, (route, index) => this.add(route, index, false));
    for (const table of [this.routes, this.deliveries, this.terms, this.incidents]) table.flush();
  }

  /** Routes for so many deliveries; those on the road all began an hour or so ago. */
  private each(count: number, age: number, add: (route: SeededRoute, index: number) => void): void {
    let route: SeededRoute | undefined;
    for (let index = 0; index < count; index++) {
      if (!route || index % A_ROUTE === 0) {
        const back = age === 0 ? 90 * MINUTE_MS : age + Math.floor(index / DRIVERS) * SLOT_MS;
        route = seededRoute(new Date(this.now.getTime() - back - (index % DRIVERS) * 1_000));
        const { id, start, end, checkpoints } = route;
        const times = [start.toISOString(), end.toISOString()];
        this.routes.add([
          id,
          `Rota ${index}`,
          'Centro',
          'Barão Geraldo',
          ...times,
          'Active',
          checkpoints,
          2,
          times[0],
          times[0],
        ]);
      }
      add(route, index);
    }
  }

  private add(route: SeededRoute, index: number, isDone: boolean): void {
    const id = idAt(route.start);
    const { name, phone, address } = customerOf(index);
    const { openIncidents, priority } = rare(index);
    const start = route.start.toISOString();
    const end = route.end.toISOString();
    const late = (index % 61) - 45;
    this.deliveries.add([
      id, route.id, index % 2 === 0 ? `${isDone ? 'D' : 'R'}-${index}` : null,
      fleetVehicle(index % DRIVERS).id, fleetDriver(index % DRIVERS).id,
      this.seals.seal(id, 'customerName', name), this.seals.seal(id, 'customerPhone', phone),
      this.seals.seal(id, 'customerAddress', address), this.seals.customerKey(name, phone), priority, end, '[]', '[]',
      isDone ? 'Delivered' : index % 4 === 0 ? 'OutForDelivery' : 'InTransit', 1, start, end, anyId(),
      reachedOf(route, isDone || index % 4 === 0 ? CHECKPOINTS : 3), '[]', openIncidents, 5,
      isDone ? new Date(route.end.getTime() + late * MINUTE_MS).toISOString() : null, isDone ? late : null, 7, start, end,
    ]); // prettier-ignore
    for (const term of this.seals.terms(name, phone)) this.terms.add([term, start, id]);
    if (openIncidents > 0) this.incidents.add([anyId(), id, null]);
  }
}

import { randomBytes } from 'node:crypto';
import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { sealValues } from '@fleet/infrastructure/shared/personal-data/personal-values';
import { WrappedKeys } from '@fleet/infrastructure/shared/personal-data/wrapped-keys';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { inserter } from '../database/inserter';
import { anyId, customerOf, idAt, seededRoute } from './delivery-data';

const EVENT_COLUMNS = [
  'EventId', 'Stream', 'StreamId', 'StreamVersion', 'Type', 'Payload', 'OccurredAt', 'Actor', 'CorrelationId',
]; // prettier-ignore

/** Events alone, as the product would have written them: one route, and many deliveries that have failed. */
export function seedStreams(database: SqliteConnection, keys: SecretKeys, count: number): void {
  const wrapped = new WrappedKeys(new SecretBox(keys));
  const route = seededRoute(new Date(Date.now() - 86_400_000));
  const at = route.start.toISOString();
  const events = inserter(database, 'EventLog', EVENT_COLUMNS);
  const personKeys = inserter(database, 'PersonKeys', ['PersonId', 'WrappedKey', 'CreatedAt']);
  const add = (stream: string, id: string, version: number, type: string, payload: object, key?: Buffer) => {
    const eventId = anyId();
    const values = key ? sealValues({ eventId, stream, column: 'Payload' }, { ...payload }, key) : payload;
    events.add([eventId, stream, id, version, type, JSON.stringify(values), at, 'system', eventId]);
  };
  database.transaction(() => {
    const places = { name: 'Rota', origin: 'Centro', destination: 'Barão Geraldo' };
    const times = { scheduledStart: at, scheduledEnd: route.end.toISOString() };
    const checkpoints = JSON.parse(route.checkpoints) as object[];
    add('Route', route.id, 1, 'RoutePlanned', { ...places, ...times, checkpoints, status: 'Planning' });
    add('Route', route.id, 2, 'RouteActivated', { status: 'Active', activatedAt: at });
    for (let index = 0; index < count; index++) {
      const id = idAt(new Date(route.start.getTime() + index));
      const key = randomBytes(32);
      personKeys.add([id, wrapped.wrap(id, key), at]);
      const { name, phone, address } = customerOf(index);
      const customer = { customerName: name, customerPhone: phone, customerAddress: address };
      const details = {
        reference: null,
        ...customer,
        priority: 'Normal',
        promisedBy: null,
        requirements: [],
        after: [],
      };
      const slot = { slotStart: at, slotEnd: route.end.toISOString() };
      const crew = { routeId: route.id, vehicleId: null, driverId: null };
      add('Delivery', id, 1, 'DeliveryCreated', { ...details, ...crew, status: 'PickedUp', attempt: 1, ...slot }, key);
      const incident = { incidentId: anyId(), incidentType: 'Other', severity: 'Low', description: 'Flat tyre' };
      add('Delivery', id, 2, 'DeliveryIncidentReported', {
        ...incident,
        location: null,
        latitude: null,
        longitude: null,
      });
      add('Delivery', id, 3, 'DeliveryFailed', { status: 'Failed', reason: 'Refused', notes: null, distance: 0 });
    }
    events.flush();
    personKeys.flush();
  })();
}

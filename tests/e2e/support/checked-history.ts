import { isDeepStrictEqual } from 'node:util';
import { DeliveryQueries } from '@fleet/application/deliveries/delivery.queries';
import { deliveryView } from '@fleet/application/deliveries/delivery.view';
import { RouteQueries } from '@fleet/application/routes/route.queries';
import { routeView } from '@fleet/application/routes/route.view';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Route } from '@fleet/domain/routes/route';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { HistoryEvent, HistoryRules } from './history-rules';
import { TestApi } from './test-api';

const EVENTS = `SELECT Stream AS "stream", StreamId AS "streamId", StreamVersion AS "version", Type AS "type",
  Payload AS "payload" FROM EventLog ORDER BY Sequence`;

/** What is wrong with all that has happened in a database, and with the rows that readers see of it. */
export async function faultsOfHistory(api: TestApi): Promise<{ faults: string[]; rules: HistoryRules }> {
  const rules = new HistoryRules();
  const events = await api.app
    .get(ReadDatabase, { strict: false })
    .query<HistoryEvent & { payload: string }>(EVENTS, []);
  for (const event of events) {
    rules.follow({
      ...event,
      version: Number(event.version),
      payload: JSON.parse(event.payload) as object as HistoryEvent['payload'],
    });
  }
  const wrong = [
    await unlikeTheirEvents(api, 'Delivery'),
    await unlikeTheirEvents(api, 'Route'),
    await wrongMileages(api, rules),
  ];
  return { faults: [...rules.faults, ...wrong.flat()], rules };
}

/** Rows that are not what the events make, with everything opened that is sealed. */
async function unlikeTheirEvents({ app }: TestApi, stream: 'Delivery' | 'Route'): Promise<string[]> {
  const table = stream === 'Delivery' ? 'Deliveries' : 'Routes';
  const find = <T>(port: abstract new (...parts: never[]) => T): T => app.get<T>(port, { strict: false });
  const rows = await find(ReadDatabase).query<{ id: string }>(`SELECT Id AS "id" FROM ${table}`, []);
  const faults: string[] = [];
  for (const { id } of rows) {
    const events = (await find(EventStreams).read(stream, [id])).get(id) ?? [];
    const [row, made] =
      stream === 'Delivery'
        ? [await find(DeliveryQueries).find(id), events.length > 0 && deliveryView(Delivery.replay(id, events))]
        : [await find(RouteQueries).find(id), events.length > 0 && routeView(Route.replay(id, events))];
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(row)), JSON.parse(JSON.stringify(made)))) {
      faults.push(`${stream} ${id} is ${JSON.stringify(row)}, and its events make ${JSON.stringify(made)}`);
    }
  }
  return faults;
}

/** Every vehicle of the load is new: all that it has run is what its trips say. */
async function wrongMileages({ app }: TestApi, rules: HistoryRules): Promise<string[]> {
  const sql = 'SELECT Id AS "id", Mileage AS "mileage" FROM Vehicles';
  const rows = await app.get(ReadDatabase, { strict: false }).query<{ id: string; mileage: number }>(sql, []);
  return rows
    .filter(({ id, mileage }) => mileage !== (rules.driven.get(id) ?? 0))
    .map(({ id, mileage }) => `Vehicle ${id} has run ${mileage} km, and its trips ${rules.driven.get(id)} km`);
}

import { equal } from 'node:assert/strict';
import { BatchedFleet, COMMANDS } from '@fleet/bench/batch/batched-fleet';
import { vehicleFile } from '@fleet/bench/import/vehicle-file';

/** The vehicles that are there, all of them due, and those that each import brings. */
export const VEHICLES = 100_000;

/** One request that has much to do. */
export interface Work {
  readonly name: string;
  run(): Promise<void>;
}

const LISTS = [
  'vehicles', 'vehicles?sort=-mileage&status=Available', 'vehicles?q=fiat', 'vehicles?q=z', 'vehicles/available', 'drivers', 'drivers/available',
  'deliveries', 'deliveries/live-tracking', 'deliveries/service-level?from=2026-01-01&to=2026-12-31', 'routes', 'routes/overview', 'trips', 'trips/active',
  'maintenance', 'maintenance/upcoming', 'schedules', 'audit', 'users', 'api-keys',
]; // prettier-ignore

const IMPORTS = ['?dryRun=true', '', '?onConflict=skip', '?onConflict=update'];

/** In the order in which one needs what another has left; the vehicles are at the end as they were. */
export function worksToRepeat(url: string, headers: Record<string, string>, fleet: BatchedFleet): Work[] {
  return [
    { name: 'POST /api/maintenance/check, 100,000 due', run: () => check(url, headers) },
    ...[true, false].flatMap((atomic) => batches(fleet, atomic)),
    ...LISTS.map((list) => ({ name: `GET /api/${list}, 200 of it`, run: () => read(url, headers, list) })),
  ];
}

/** These make the fleet larger: the first that writes brings vehicles that the next ones meet. */
export function imports(url: string, headers: Record<string, string>): Work[] {
  return IMPORTS.map((query) => ({
    name: `POST /api/vehicles/import${query}, 100,000 rows`,
    run: () => bringIn(url, headers, query),
  }));
}

async function check(url: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(`${url}/api/maintenance/check`, { method: 'POST', headers });
  equal(((await response.json()) as { count: number }).count, VEHICLES);
}

async function read(url: string, headers: Record<string, string>, list: string): Promise<void> {
  const response = await fetch(`${url}/api/${list}${list.includes('?') ? '&' : '?'}limit=200`, { headers });
  await response.arrayBuffer();
  equal(response.status, 200, list);
}

async function bringIn(url: string, headers: Record<string, string>, query: string): Promise<void> {
  const response = await fetch(`${url}/api/vehicles/import${query}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: [...vehicleFile(VEHICLES)].join(''),
  });
  const { total, failed } = (await response.json()) as { total: number; failed: number };
  equal(total, VEHICLES);
  equal(failed, 0);
}

/** The fleet's vehicles and drivers are taken by the first batch's trips and free again after the last. */
function batches(fleet: BatchedFleet, atomic: boolean): Work[] {
  let ids: string[] = [];
  const send = async (commands: readonly object[]) => {
    const [, answer] = await fleet.send(commands, atomic);
    equal(answer.succeeded, COMMANDS);
    return answer;
  };
  const create = { op: 'create', routeId: fleet.routeId, customer: CUSTOMER, requirements: ['code'] };
  const named = (what: string) => `POST /api/deliveries/batch, 500 ${what}${atomic ? ', atomic' : ''}`;
  return [
    {
      name: named('to create'),
      run: async () => {
        const { results } = await send(fleet.crews.map(() => create));
        ids = results.map(({ delivery }) => delivery!.id);
      },
    },
    {
      name: named('to assign'),
      run: async () =>
        void (await send(ids.map((deliveryId, i) => ({ op: 'assign', deliveryId, ...fleet.crews[i]! })))),
    },
    {
      name: named('to start'),
      run: async () => void (await send(ids.map((deliveryId) => ({ op: 'status', deliveryId, status: 'InTransit' })))),
    },
    {
      name: named('to end'),
      run: async () =>
        void (await send(
          ids.map((deliveryId) => ({
            op: 'status',
            deliveryId,
            status: 'Failed',
            reason: 'Refused',
            distance: 12,
          })),
        )),
    },
  ];
}

const CUSTOMER = { name: 'Rui Alves', phone: '11 3333-4444', address: 'Rua Um, 1' };

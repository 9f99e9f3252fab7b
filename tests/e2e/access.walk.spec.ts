import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_DRIVERS, EXAMPLE_TRIPS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { Permission, SCOPES } from '@fleet/domain/identity/permissions';
import { AccessRow, accessTable } from './support/access-table';
import { ADMINISTRATOR, Callers, PASSWORD } from './support/callers';
import { Client } from './support/client';
import { Call, callsOf } from './support/example-calls';
import { addExampleFleet } from './support/example-fleet';
import { Fleet } from './support/fleet';
import { expiredToken } from './support/forged-token';
import { openApiFile, operationsOf } from './support/openapi';
import { routesOfTheServer } from './support/server-routes';
import { startTestApi, TestApi } from './support/test-api';
import { SERVER_KEYS, SERVER_SECRET } from './support/test-database';

/**
 * Every operation with every kind of caller, and the status that its documented example is answered with. `scoped` is a
 * key with the permission, `unscoped` one with all others; `foreign` is a driver who asks for what is another driver's.
 */
const TABLE = accessTable(`
operation                              needs              nobody garbage expired Admin Manager Driver scoped unscoped foreign
GET    /health                         public             200    200     200     200   200     200    200    200      ·
GET    /ready                          public             200    200     200     200   200     200    200    200      ·
GET    /api/vehicles                   vehicles:read      401    401     401     200   200     200    200    403      ·
POST   /api/vehicles                   vehicles:write     401    401     401     201   201     403    201    403      ·
GET    /api/vehicles/available         vehicles:read      401    401     401     200   200     200    200    403      ·
POST   /api/vehicles/import            vehicles:write     401    401     401     200   200     403    200    403      ·
GET    /api/vehicles/{id}              vehicles:read      401    401     401     200   200     200    200    403      404
PUT    /api/vehicles/{id}              vehicles:write     401    401     401     200   200     403    200    403      403
DELETE /api/vehicles/{id}              vehicles:write     401    401     401     204   204     403    204    403      403
GET    /api/vehicles/{id}/history      vehicles:history   401    401     401     200   200     403    200    403      403
GET    /api/drivers                    drivers:read       401    401     401     200   200     200    200    403      ·
POST   /api/drivers                    drivers:manage     401    401     401     201   201     403    201    403      ·
GET    /api/drivers/available          drivers:read       401    401     401     200   200     403    200    403      ·
GET    /api/drivers/{id}               drivers:read       401    401     401     200   200     200    200    403      404
PUT    /api/drivers/{id}               drivers:write      401    401     401     200   200     200    200    403      404
DELETE /api/drivers/{id}               drivers:manage     401    401     401     204   204     403    204    403      403
GET    /api/drivers/{id}/history       drivers:read       401    401     401     200   200     200    200    403      404
POST   /api/drivers/{id}/erase         drivers:erase      401    401     401     200   403     403    ·      403      403
POST   /api/drivers/{id}/activate      drivers:manage     401    401     401     200   200     403    200    403      403
POST   /api/drivers/{id}/deactivate    drivers:manage     401    401     401     200   200     403    200    403      403
GET    /api/maintenance                maintenance:read   401    401     401     200   200     403    200    403      ·
POST   /api/maintenance                maintenance:write  401    401     401     201   201     403    201    403      ·
GET    /api/maintenance/upcoming       maintenance:read   401    401     401     200   200     403    200    403      ·
GET    /api/maintenance/{id}           maintenance:read   401    401     401     200   200     403    200    403      403
POST   /api/maintenance/start          maintenance:write  401    401     401     200   200     403    200    403      ·
POST   /api/maintenance/check          maintenance:write  401    401     401     200   200     403    200    403      ·
GET    /api/trips                      trips:read         401    401     401     200   200     200    200    403      ·
GET    /api/trips/active               trips:read         401    401     401     200   200     200    200    403      ·
GET    /api/trips/{id}                 trips:read         401    401     401     200   200     200    200    403      404
GET    /api/trips/{id}/history         trips:read         401    401     401     200   200     200    200    403      404
POST   /api/trips/start                trips:start        401    401     401     201   201     201    201    403      404
POST   /api/trips/end/{id}             trips:end          401    401     401     200   200     200    200    403      404
GET    /api/deliveries                 deliveries:read    401    401     401     200   200     200    200    403      ·
GET    /api/deliveries/live-tracking   deliveries:read    401    401     401     200   200     200    200    403      ·
GET    /api/deliveries/service-level   deliveries:read    401    401     401     200   200     403    200    403      ·
GET    /api/deliveries/{id}            deliveries:read    401    401     401     200   200     200    200    403      404
GET    /api/deliveries/{id}/history    deliveries:read    401    401     401     200   200     200    200    403      404
POST   /api/deliveries                 deliveries:write   401    401     401     201   201     403    201    403      ·
PUT    /api/deliveries/{id}            deliveries:write   401    401     401     200   200     403    200    403      403
POST   /api/deliveries/{id}/assign     deliveries:write   401    401     401     200   200     403    200    403      403
POST   /api/deliveries/{id}/status     deliveries:move    401    401     401     200   200     200    200    403      404
POST   /api/deliveries/{id}/cancel     deliveries:move    401    401     401     200   200     200    200    403      404
POST   /api/deliveries/{id}/retry      deliveries:move    401    401     401     200   200     200    200    403      404
POST   /api/deliveries/{id}/checkpoints    deliveries:move  401  401     401     200   200     200    200    403      404
POST   /api/deliveries/{id}/incidents      deliveries:move  401  401     401     201   201     201    201    403      404
POST   /api/deliveries/{id}/incidents/{incidentId}/resolve  deliveries:move  401 401 401 200 200 200  200    403      404
POST   /api/deliveries/incidents/resolve   deliveries:write 401  401     401     200   200     403    200    403      ·
POST   /api/deliveries/{id}/proof      deliveries:move    401    401     401     200   200     200    200    403      404
GET    /api/deliveries/{id}/proof/files/{fileId}  deliveries:read  401 401  401  200   200     200    200    403      404
POST   /api/deliveries/{id}/erase      deliveries:erase   401    401     401     200   403     403    ·      403      403
GET    /api/fleet/overview             fleet:read         401    401     401     200   200     403    200    403      ·
GET    /api/routes                     routes:read        401    401     401     200   200     200    200    403      ·
POST   /api/routes                     routes:write       401    401     401     201   201     403    201    403      ·
GET    /api/routes/overview            fleet:read         401    401     401     200   200     403    200    403      ·
GET    /api/routes/{id}                routes:read        401    401     401     200   200     200    200    403      404
PUT    /api/routes/{id}                routes:write       401    401     401     200   200     403    200    403      403
GET    /api/routes/{id}/history        routes:read        401    401     401     200   200     200    200    403      404
POST   /api/routes/{id}/checkpoints    routes:write       401    401     401     200   200     403    200    403      403
PUT    /api/routes/{id}/checkpoints    routes:write       401    401     401     200   200     403    200    403      403
PUT    /api/routes/{id}/checkpoints/{sequence}    routes:write  401 401  401     200   200     403    200    403      403
DELETE /api/routes/{id}/checkpoints/{sequence}    routes:write  401 401  401     200   200     403    200    403      403
POST   /api/routes/{id}/activate       routes:write       401    401     401     200   200     403    200    403      403
POST   /api/routes/{id}/complete       routes:write       401    401     401     200   200     403    200    403      403
POST   /api/routes/{id}/cancel         routes:write       401    401     401     200   200     403    200    403      403
POST   /api/deliveries/batch          deliveries:write   401    401     401     200   200     403    200    403      ·
GET    /api/schedules                  schedules:read     401    401     401     200   200     403    200    403      ·
POST   /api/schedules                  schedules:write    401    401     401     201   201     403    201    403      ·
GET    /api/schedules/{id}             schedules:read     401    401     401     200   200     403    200    403      403
PUT    /api/schedules/{id}             schedules:write    401    401     401     200   200     403    200    403      403
DELETE /api/schedules/{id}             schedules:write    401    401     401     204   204     403    204    403      403
GET    /api/schedules/{id}/history     schedules:read     401    401     401     200   200     403    200    403      403
GET    /api/schedules/{id}/occurrences schedules:read     401    401     401     200   200     403    200    403      403
POST   /api/schedules/{id}/pause       schedules:write    401    401     401     200   200     403    200    403      403
POST   /api/schedules/{id}/resume      schedules:write    401    401     401     200   200     403    200    403      403
GET    /api/audit                      audit:read         401    401     401     200   403     403    200    403      ·
POST   /api/auth/login                 public             200    200     200     200   200     200    200    200      ·
POST   /api/auth/refresh               public             200    200     200     200   200     200    200    200      ·
POST   /api/auth/logout                public             204    204     204     204   204     204    204    204      ·
GET    /api/auth/me                    signed-in          401    401     401     200   200     200    ·      403      ·
GET    /api/users                      users:manage       401    401     401     200   403     403    ·      403      ·
POST   /api/users                      users:manage       401    401     401     201   403     403    ·      403      ·
GET    /api/users/{id}                 users:manage       401    401     401     200   403     403    ·      403      ·
PUT    /api/users/{id}                 users:manage       401    401     401     200   403     403    ·      403      ·
POST   /api/users/{id}/activate        users:manage       401    401     401     200   403     403    ·      403      ·
POST   /api/users/{id}/deactivate      users:manage       401    401     401     200   403     403    ·      403      ·
POST   /api/users/{id}/password        users:manage       401    401     401     204   403     403    ·      403      ·
GET    /api/api-keys                   api-keys:manage    401    401     401     200   403     403    ·      403      ·
POST   /api/api-keys                   api-keys:manage    401    401     401     201   403     403    ·      403      ·
GET    /api/api-keys/{id}              api-keys:manage    401    401     401     200   403     403    ·      403      ·
DELETE /api/api-keys/{id}              api-keys:manage    401    401     401     204   403     403    ·      403      ·
POST   /api/auth/password              signed-in          401    401     401     204   204     204    ·      403      ·
`);

/** Whose account the driver has, where the example is somebody's; else the first one's. */
const OWNERS: Readonly<Record<string, string>> = {
  'GET /api/deliveries/{id}': EXAMPLE_DELIVERIES.delivered.driverId,
  'GET /api/deliveries/{id}/history': EXAMPLE_DELIVERIES.inTransit.driverId,
  'POST /api/deliveries/{id}/status': EXAMPLE_DELIVERIES.toLeave.driverId,
  'POST /api/deliveries/{id}/checkpoints': EXAMPLE_DELIVERIES.inTransit.driverId,
  'POST /api/deliveries/{id}/incidents': EXAMPLE_DELIVERIES.inTransit.driverId,
  'POST /api/deliveries/{id}/incidents/{incidentId}/resolve': EXAMPLE_DELIVERIES.inTransit.driverId,
  'POST /api/deliveries/{id}/proof': EXAMPLE_DELIVERIES.outForDelivery.driverId,
  'POST /api/trips/start': EXAMPLE_DRIVERS.forTrip.id,
  'POST /api/trips/end/{id}': EXAMPLE_TRIPS.running.driverId,
};

/** What is another driver's where the example is everybody's. */
const FOREIGN: Readonly<Record<string, string>> = {
  'GET /api/vehicles/{id}': `/api/vehicles/${EXAMPLE_VEHICLES.onTrip.id}`,
};

/** Bodies that no example can have, because they hold what only one caller knows. */
const BODIES: Readonly<Record<string, (caller: Caller) => unknown>> = {
  'POST /api/auth/login': () => ADMINISTRATOR,
  'POST /api/auth/refresh': async () => {
    const { body } = await api.client.post<{ refreshToken: string }>('/api/auth/login', ADMINISTRATOR);
    return { refreshToken: body.refreshToken };
  },
  // The last one that is called: it ends the caller's sessions.
  'POST /api/auth/password': (caller) => ({
    currentPassword: caller === 'Admin' ? ADMINISTRATOR.password : PASSWORD,
    newPassword: 'a third walk in the park',
  }),
};

/** The columns of the table that one server answers: at most the last one changes anything. */
const SERVERS = [
  ['nobody', 'garbage', 'expired', 'unscoped', 'foreign', 'Admin'],
  ['Manager'],
  ['Driver'],
  ['scoped'],
] as const;
type Caller = (typeof SERVERS)[number][number];

let api: TestApi;
let callers: Callers;
/** The accounts and keys that were made already. */
let clients: Map<string, Promise<Client>>;

function once(name: string, make: () => Promise<Client>): Promise<Client> {
  const client = clients.get(name) ?? make();
  clients.set(name, client);
  return client;
}

const bearer = (token: string) => api.client.as({ Authorization: `Bearer ${token}` });

const CLIENTS: Record<Caller, (row: AccessRow) => Client | Promise<Client>> = {
  nobody: () => api.client.as(),
  garbage: () => bearer('garbage'),
  expired: () => bearer(expiredToken(api.client.headers.Authorization!.replace('Bearer ', ''), SERVER_SECRET)),
  Admin: () => api.client,
  Manager: () => once('manager', () => callers.manager()),
  Driver: ({ operation }) => {
    const driverId = OWNERS[operation] ?? EXAMPLE_DRIVERS.available.id;
    return once(driverId, () => callers.driver(driverId));
  },
  scoped: ({ needs }) => once(needs, () => callers.service(needs === 'public' ? 'trips:read' : (needs as Permission))),
  unscoped: ({ needs }) => once(`not ${needs}`, () => callers.service(...SCOPES.filter((scope) => scope !== needs))),
  foreign: () => once('another', async () => callers.driver((await new Fleet(api.client).driver()).id)),
};

const calls = new Map(
  operationsOf(openApiFile()).map((place): [string, Call] => [`${place.method} ${place.path}`, callsOf(place)[0]![1]]),
);

/** Sends the example of an operation; where something is read, HEAD must say the same as GET. */
async function statusOf({ operation }: AccessRow, caller: Caller, client: Client): Promise<number> {
  const { method, path: example, body, mediaType } = calls.get(operation)!;
  const path = caller === 'foreign' ? (FOREIGN[operation] ?? example) : example;
  const own = BODIES[operation];
  const { status } = await client.send(
    method,
    path,
    own ? await own(caller) : body,
    mediaType ? { 'Content-Type': mediaType } : {},
  );
  if (method === 'GET') expect([operation, (await client.send('HEAD', path)).status]).toEqual([operation, status]);
  return status;
}

it('the table has a row for every operation of the document and every route of the server, and no other', async () => {
  const rows = TABLE.map(({ operation }) => operation).sort();
  expect([...calls.keys()].sort()).toEqual(rows);
  expect((await routesOfTheServer()).sort()).toEqual(rows);
});

it('the document says of each operation what the table says that it needs', () => {
  const documented = operationsOf(openApiFile()).map(({ method, path, operation }) => {
    const ways = operation.security.flatMap((way) => Object.keys(way)).join();
    const without: Record<string, string> = { '': 'public', bearer: 'signed-in' };
    return [`${method} ${path}`, ways === 'bearer,apiKey' ? operation['x-permission'] : without[ways]];
  });
  const expected = TABLE.map(({ operation, needs }) => [operation, needs]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(expected));
});

describe.each(SERVERS.map((columns) => ({ columns })))('one server', ({ columns }) => {
  beforeAll(async () => {
    api = await startTestApi(SERVER_KEYS);
    await addExampleFleet(api.app);
    [callers, clients] = [new Callers(api.client), new Map<string, Promise<Client>>()];
  });
  afterAll(() => api.stop());

  it.each(columns)('%s is let in where the table says so, and nowhere else', async (caller) => {
    const answered: Record<string, number | null> = {};
    for (const row of TABLE) {
      const isAsked = row.answers[caller] !== null;
      answered[row.operation] = isAsked ? await statusOf(row, caller, await CLIENTS[caller](row)) : null;
    }
    expect(answered).toEqual(Object.fromEntries(TABLE.map(({ operation, answers }) => [operation, answers[caller]])));
  });
});

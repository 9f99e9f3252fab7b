import { randomUUID } from 'node:crypto';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { rawRequest, sendRaw } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

/** Stands in everything that is somebody's own, as letters or as digits. */
const MARK = 'Xyzzyva';
const PHONE = '+55 (11) 97531-8642';
const MARKED = /xyzzyva|97531/i;

let api: TestApi;
let requests = 0;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'trace' });
});
afterAll(() => api.stop());

const driver = (fields: object = {}) => ({
  name: `${MARK} Souza`,
  licenseNumber: `${MARK}-${++requests}`,
  phone: PHONE,
  ...fields,
});
const SECRETS = {
  Cookie: `session=${MARK}`,
  'User-Agent': MARK,
  Referer: `https://fleet.example.com/?name=${MARK}`,
};

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await api.client.send<{ id: string }>(method, path, body, { ...SECRETS, ...headers });
  return { status: answer.status, id: answer.body?.id };
}

/** Everything that takes what is somebody's own, as it should be and as it should not. */
async function sendEverything(): Promise<number[]> {
  const statuses: number[] = [];
  const note = async (answer: Promise<{ status: number; id: string }>) => {
    const { status, id } = await answer;
    statuses.push(status);
    return id;
  };
  const id = await note(send('POST', '/api/drivers', driver()));
  const vehicleId = await note(send('POST', '/api/vehicles', { plate: 'PRIVATE-1', model: MARK, year: 2020 }));
  const tripId = await note(send('POST', '/api/trips/start', { vehicleId, driverId: id, route: `Home of ${MARK}` }));

  const bodies: [string, string, unknown][] = [
    ['PUT', `/api/drivers/${id}`, driver({ name: `${MARK} Silva` })],
    ['PUT', `/api/drivers/${id}`, driver({ phone: `${PHONE} call after six` })],
    ['PUT', `/api/drivers/${randomUUID()}`, driver()],
    ['POST', '/api/drivers', driver({ licenseNumber: `${MARK}-${requests}` })],
    ['POST', '/api/drivers', driver({ name: MARK.repeat(50) })],
    ['POST', '/api/drivers', driver({ [MARK]: MARK })],
    ['POST', '/api/drivers', { name: [MARK], licenseNumber: { [MARK]: 1 }, phone: 97531 }],
    ['POST', '/api/drivers', `{"name": "${MARK}`],
    ['POST', '/api/vehicles', { plate: MARK.repeat(3), model: MARK, year: 1 }],
    ['PUT', `/api/vehicles/${vehicleId}`, { model: `${MARK} 2`, year: 2020, mileage: 0 }],
    ['POST', '/api/maintenance', { vehicleId, date: '2026-01-01', description: `Seat of ${MARK}`, cost: 1 }],
    ['POST', '/api/maintenance', { vehicleId, date: MARK, description: MARK.repeat(100), cost: MARK }],
    ['POST', '/api/maintenance', { vehicleId: randomUUID(), date: '2026-01-01', description: MARK, cost: 1 }],
    ['POST', '/api/maintenance/start', { vehicleId: MARK }],
    ['POST', '/api/trips/start', { vehicleId, driverId: id, route: MARK }],
    ['POST', '/api/trips/start', { vehicleId: MARK, driverId: MARK, route: MARK.repeat(50) }],
    ['POST', `/api/trips/end/${tripId}`, { distance: MARK }],
    ['POST', `/api/trips/end/${tripId}`, { distance: 5 }],
    ['POST', `/api/drivers/${id}/deactivate`, undefined],
    ['DELETE', `/api/drivers/${id}`, undefined],
  ];
  for (const [method, path, body] of bodies) await note(send(method, path, body));

  const csv = `plate,model,year\r\nPRIVATE-2,${MARK},2020\r\n${MARK},${MARK},${MARK}\r\nPRIVATE-3,"${MARK}`;
  await note(send('POST', '/api/vehicles/import', csv, { 'Content-Type': 'text/csv' }));
  await note(send('POST', '/api/vehicles', csv, { 'Content-Type': 'text/csv' }));

  await note(send('GET', '/api/drivers', undefined, { Authorization: `Bearer ${MARK}` }));
  await note(send('GET', '/api/drivers', undefined, { Authorization: MARK }));
  await note(send('GET', '/api/drivers', undefined, { 'X-Api-Key': MARK }));
  for (const [email, password] of [
    [`${MARK}@fleet.example`, MARK],
    [MARK, MARK.repeat(100)],
  ]) {
    await note(send('POST', '/api/auth/login', { email, password }));
  }

  const paths = [
    `/api/drivers?q=${MARK}`,
    `/api/drivers?licenseNumber=${MARK}-1`,
    `/api/drivers?name=${MARK}`,
    `/api/drivers?cursor=${MARK}`,
    `/api/drivers?${MARK}=1`,
    `/api/drivers/${MARK}`,
    `/api/drivers/${id}`,
    `/api/vehicles?q=${MARK}&plate=${MARK}`,
    `/api/trips?driverId=${MARK}`,
    `/api/maintenance?vehicleId=${MARK}`,
    `/${MARK}`,
    `/api/${MARK}/x?y=${MARK}`,
  ];
  for (const path of paths) await note(send('GET', path));
  for (const text of [
    rawRequest(`GET /${MARK}%zz`),
    `${MARK}\r\n\r\n`,
    rawRequest('GET /health', [`X: ${MARK.repeat(3_000)}`]),
  ]) {
    statuses.push((await sendRaw(api.client, text)).status);
  }
  return statuses;
}

/** The last request is in the log, so all before it are. */
async function untilLogged(): Promise<void> {
  await api.client.get('/health', { 'X-Request-Id': `last-${++requests}` });
  await until(
    async () => api.logs.some(({ requestId }) => requestId === `last-${requests}`),
    () => 'The last request is not in the log.',
  );
}

const marked = () => api.logs.filter((line) => MARKED.test(JSON.stringify(line)));

describe('the log', () => {
  it('has nothing of what was sent, whether it was taken or refused', async () => {
    const statuses = await sendEverything();
    expect(new Set(statuses)).toEqual(new Set([200, 201, 400, 401, 404, 409, 415, 431]));
    await untilLogged();
    expect(api.logs.length).toBeGreaterThan(statuses.length - 5);
    expect(marked()).toEqual([]);
  });

  it('has nothing of it either when the database refuses it for a reason of our own', async () => {
    const { writer } = api.app.get(Database, { strict: false });
    await writer.query('DROP TABLE DriverTerms');
    const before = api.logs.length;
    expect((await send('POST', '/api/drivers', driver())).status).toBe(500);
    expect((await send('GET', `/api/drivers?q=${MARK}`)).status).toBe(500);
    await untilLogged();
    expect(api.logs.slice(before).filter(({ level }) => Number(level) >= 50)).toHaveLength(2);
    expect(marked()).toEqual([]);
  });
});

import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { FileStore } from '@fleet/application/shared/file-store';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { aPng } from '@fleet/tests/builders/images';
import { Fleet } from './support/fleet';
import { listedIds } from './support/lists';
import { expectProblem } from './support/problems';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';

/** Stand in whatever is the customer's own. */
const MARK = 'Quivvernel';
const PHONE = '+55 (21) 98642-1357';
const MARKED = /quivvernel|98642-1357/i;

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'trace' });
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const customer = { name: `${MARK} Ramos`, phone: PHONE, address: `Rua ${MARK}, 7` };
const writer = () => api.app.get(Database, { strict: false }).writer;
const stored = () => storedText(api.databaseUrl, writer());
const post = (id: string, action: string, body?: unknown) =>
  api.client.post<DeliveryView>(`/api/deliveries/${id}/${action}`, body);

async function created(): Promise<DeliveryView> {
  const { id: routeId } = await fleet.activeRoute();
  const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
  return (await api.client.post<DeliveryView>('/api/deliveries', { routeId, customer, ...crew })).body;
}

async function cancelled(): Promise<DeliveryView> {
  return (await post((await created()).id, 'cancel', { reason: 'Other' })).body;
}

/** With a proof that has a file. */
async function delivered(): Promise<DeliveryView> {
  const { id } = await created();
  await post(id, 'status', { status: 'InTransit' });
  for (const sequence of [1, 2]) await post(id, 'checkpoints', { sequence });
  await post(id, 'status', { status: 'OutForDelivery' });
  const form = new FormData();
  form.set('receivedBy', `${MARK} Neto`);
  form.set('notes', `Given to ${MARK}`);
  form.set('signature', new Blob([aPng()]), 'signature.png');
  const { status } = await fetch(`${api.client.baseUrl}/api/deliveries/${id}/proof`, {
    method: 'POST',
    headers: api.client.headers,
    body: form,
  });
  expect(status).toBe(200);
  return (await post(id, 'status', { status: 'Delivered', distance: 12 })).body;
}

describe('POST /api/deliveries/{id}/erase', () => {
  it('forgets the customer and keeps the delivery', async () => {
    const delivery = await delivered();
    const { status, body, headers } = await post(delivery.id, 'erase');
    expect([status, headers.get('etag')]).toEqual([200, `"${delivery.version + 1}"`]);
    expect(body).toEqual({
      ...delivery,
      customer: { name: null, phone: null, address: null },
      proof: { ...delivery.proof, receivedBy: null, notes: null, files: [] },
      version: delivery.version + 1,
      updatedAt: expect.any(String) as string,
    });
    expect((await api.client.get(`/api/deliveries/${delivery.id}`)).body).toEqual(body);
  });

  it('takes the files away, from whoever knows their ids and from the store', async () => {
    const { id, proof } = await delivered();
    const [file] = proof!.files;
    const path = `/api/deliveries/${id}/proof/files/${file!.id}`;
    const store = api.app.get<FileStore>(FileStore, { strict: false });
    expect((await api.client.get(path)).status).toBe(200);
    expect(await store.get(file!.id)).not.toBeNull();
    await post(id, 'erase');
    expectProblem(await api.client.get(path), 404, 'PROOF_FILE_NOT_FOUND');
    expect(await store.get(file!.id)).toBeNull();
  });

  it('leaves nothing to be read in the history, nor in any earlier state', async () => {
    const { id, updatedAt } = await delivered();
    await post(id, 'erase');
    const { body, text } = await api.client.get<{ items: { action: string }[] }>(`/api/deliveries/${id}/history`);
    expect(body.items[0]).toMatchObject({ action: 'DeliveryErased' });
    expect(text).not.toMatch(MARKED);
    const before = await api.client.get<DeliveryView>(`/api/deliveries/${id}?asOf=${updatedAt}`);
    expect(before.body).toMatchObject({ status: 'Delivered', customer: { name: null, phone: null, address: null } });
  });

  it('is found by no word and no number any more', async () => {
    const { id } = await cancelled();
    const find = (words: string) => listedIds(api.client, `/api/deliveries?customer=${encodeURIComponent(words)}`);
    expect(await find(MARK)).toContain(id);
    await post(id, 'erase');
    for (const words of [MARK, 'Ramos', PHONE.replaceAll(' ', '')]) expect(await find(words)).not.toContain(id);
  });

  it('changes nothing the second time', async () => {
    const { id } = await cancelled();
    const first = await post(id, 'erase');
    const second = await post(id, 'erase');
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it('is refused while the delivery is open, and to a version that is not the present one', async () => {
    const { id } = await created();
    expectProblem(await post(id, 'erase'), 409, 'DELIVERY_OPEN');
    await post(id, 'status', { status: 'Failed', reason: 'Refused' });
    expectProblem(await api.client.post(`/api/deliveries/${id}/erase`, undefined, { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH'); // prettier-ignore
    expect((await post(id, 'erase')).status).toBe(200);
    expectProblem(await post(id, 'retry'), 409, 'DELIVERY_ERASED');
    expectProblem(await post('0198b8a0-0000-7000-8000-0000000000ff', 'erase'), 404, 'DELIVERY_NOT_FOUND');
  });

  it('forgets the answers that are kept for repeats', async () => {
    const { id } = await cancelled();
    const key = { 'Idempotency-Key': 'erased-with-the-customer' };
    const report = { type: 'Other', severity: 'Low', description: 'A scratch' };
    const path = `/api/deliveries/${id}/incidents`;
    await api.client.post(path, report, key);
    await post(id, 'erase');
    const again = await api.client.post<DeliveryView>(path, report, key);
    expect([again.headers.get('idempotency-replayed'), again.body.incidents.length]).toEqual([null, 2]);
  });
});

it('keeps the customer out of the database and out of the log', async () => {
  const { id } = await delivered();
  expect(await stored()).not.toMatch(MARKED);
  expect(JSON.stringify(api.logs)).not.toMatch(MARKED);
  const [key] = await writer().query<{ WrappedKey: string }[]>(
    `SELECT WrappedKey FROM PersonKeys WHERE PersonId = '${id}'`,
  );
  expect(await stored()).toContain(key!.WrappedKey);
  await post(id, 'erase');
  expect(await stored()).not.toContain(key!.WrappedKey);
});

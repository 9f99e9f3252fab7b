import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { FileStore } from '@fleet/application/shared/file-store';
import { aJpeg, aPng, aPngOf, aWebp } from '@fleet/tests/builders/images';
import { Callers } from './support/callers';
import { Answer } from './support/client';
import { Dispatch } from './support/dispatch';
import { expectFaultsOf, expectProblem } from './support/problems';
import { download, sendProof } from './support/proof-forms';
import { startTestApi, TestApi } from './support/test-api';
import { TEST_FILES } from './support/test-database';

const MEGABYTES = 1024 * 1024;
const BY = ['receivedBy', 'Paula Andrade'] as const;
const SIGNATURE = ['signature', aPng()] as const;

let api: TestApi;
let dispatch: Dispatch;
beforeAll(async () => {
  api = await startTestApi();
  dispatch = new Dispatch(api.client);
});
afterAll(() => api.stop());

const filesOf = ({ body }: Answer<DeliveryView>) => body.proof!.files;
const filesKept = async () => (await readdir(TEST_FILES.FILES_DIR, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length; // prettier-ignore

describe('a proof', () => {
  it('is captured as JSON, where it has no files', async () => {
    const { id } = await dispatch.outForDelivery();
    const proof = { receivedBy: ' Paula ', notes: 'Counter', code: '4711', scannedValue: '789' };
    const answer = await dispatch.post(id, 'proof', proof);
    expect(answer.body.proof).toEqual({ ...proof, receivedBy: 'Paula', files: [], capturedAt: answer.body.updatedAt });
    expect(await dispatch.get(id)).toEqual(answer.body);
  });

  it('is captured as a form, with what the files are', async () => {
    const { id } = await dispatch.outForDelivery();
    const photos = [aJpeg(), aWebp(), aPng(9, 9), aPng(), aPng()].map((content) => ['photos', content] as const);
    const answer = await sendProof(api.client, id, [BY, ['code', '4711'], ...photos, SIGNATURE]);
    expect(answer.body.proof).toMatchObject({ receivedBy: 'Paula Andrade', code: '4711', notes: null });
    expect(filesOf(answer).map(({ kind, mediaType, size }) => [kind, mediaType, size])).toEqual([
      ['photo', 'image/jpeg', aJpeg().length],
      ['photo', 'image/webp', aWebp().length],
      ...[aPng(9, 9), aPng(), aPng()].map(({ length }) => ['photo', 'image/png', length]),
      ['signature', 'image/png', aPng().length],
    ]);
    expect(await dispatch.get(id)).toEqual(answer.body);
  });

  it('is asked for before it is delivered, and must show what is required', async () => {
    const requirements = ['signature', 'photo', 'scan', 'code', 'notes'];
    const { id } = await dispatch.outForDelivery({ requirements });
    const missing = async () => {
      const answer = await dispatch.step(id, 'Delivered');
      expectProblem(answer, 400, 'PROOF_REQUIRED');
      return (answer.body as unknown as { missing: string[] }).missing;
    };
    expect(await missing()).toEqual(requirements);
    await dispatch.post(id, 'proof', { receivedBy: 'Paula', code: '1', notes: 'n', scannedValue: 's' });
    expect(await missing()).toEqual(['signature', 'photo']);
    await sendProof(api.client, id, [BY, SIGNATURE, ['photos', aJpeg()]]);
    expect(await missing()).toEqual(['scan', 'code', 'notes']);
    const text = [['code', '1'], ['notes', 'n'], ['scannedValue', 's']] as const; // prettier-ignore
    await sendProof(api.client, id, [BY, SIGNATURE, ['photos', aJpeg()], ...text]);
    expect((await dispatch.step(id, 'Delivered')).body).toMatchObject({ status: 'Delivered' });
  });

  it('is needed even where nothing is required', async () => {
    const { id } = await dispatch.outForDelivery();
    const answer = await dispatch.step(id, 'Delivered');
    expectProblem(answer, 400, 'PROOF_REQUIRED');
    expect(answer.body).toMatchObject({ missing: [] });
  });

  it.each(['PickedUp', 'InTransit', 'Delivered', 'Failed', 'Cancelled'])(
    'is refused where it is %s',
    async (status) => {
      const { id } = await dispatch.in(status);
      const before = await filesKept();
      expectProblem(await dispatch.post(id, 'proof', { receivedBy: 'Paula' }), 400, 'DELIVERY_NOT_OUT_FOR_DELIVERY');
      expectProblem(await sendProof(api.client, id, [BY, SIGNATURE]), 400, 'DELIVERY_NOT_OUT_FOR_DELIVERY');
      expect(await filesKept()).toBe(before);
    },
  );

  it('is refused where something in it is wrong, and no file of it stays', async () => {
    const { id } = await dispatch.outForDelivery();
    const before = await filesKept();
    expectFaultsOf(await dispatch.post(id, 'proof', {}), 'receivedBy');
    expectFaultsOf(await sendProof(api.client, id, [SIGNATURE]), 'receivedBy');
    expectFaultsOf(await sendProof(api.client, id, [['receivedBy', ' '], SIGNATURE]), 'receivedBy');
    expectFaultsOf(await sendProof(api.client, id, [BY, ['photos', Buffer.from('GIF89a')]]), 'photos');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expectFaultsOf(await sendProof(api.client, id, [BY, SIGNATURE, ['photos', svg]]), 'photos');
    expectFaultsOf(await sendProof(api.client, id, [BY, SIGNATURE, SIGNATURE]), 'signature');
    const six = Array.from({ length: 6 }, () => ['photos', aPng()] as const);
    expectFaultsOf(await sendProof(api.client, id, [BY, ...six]), 'photos');
    expectFaultsOf(await sendProof(api.client, id, [BY, ['status', 'Delivered']]), 'status');
    expectProblem(await sendProof(api.client, randomUUID(), [BY, SIGNATURE]), 404, 'DELIVERY_NOT_FOUND');
    expectProblem(await sendProof(api.client, id, [BY, SIGNATURE], { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH');
    expect(await filesKept()).toBe(before);
    expect(await dispatch.get(id)).toMatchObject({ proof: null });
  });

  it('has files of 5 MB, and not of a byte more', async () => {
    const { id } = await dispatch.outForDelivery();
    const answer = await sendProof(api.client, id, [BY, ['photos', aPngOf(5 * MEGABYTES)]]);
    expect(filesOf(answer)).toMatchObject([{ size: 5 * MEGABYTES }]);
    const larger = await sendProof(api.client, id, [BY, ['photos', aPngOf(5 * MEGABYTES + 1)]]);
    expectProblem(larger, 413, 'PAYLOAD_TOO_LARGE');
  });

  it('is captured once for one key, and its files are kept once', async () => {
    const { id, version } = await dispatch.outForDelivery();
    const key = { 'Idempotency-Key': randomUUID() };
    const before = await filesKept();
    const form = [BY, SIGNATURE] as const;
    const first = await sendProof(api.client, id, form, key);
    const again = await sendProof(api.client, id, form, key);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect([first.body.version, await filesKept()]).toEqual([version + 1, before + 1]);
    const other = await sendProof(api.client, id, [BY, ['signature', aPng(8, 8)]], key);
    expectProblem(other, 422, 'IDEMPOTENCY_KEY_REUSED');
  });
});

describe('a file of a proof', () => {
  async function withFiles() {
    const delivery = await dispatch.outForDelivery();
    const answer = await sendProof(api.client, delivery.id, [BY, SIGNATURE, ['photos', aJpeg()]]);
    return { ...answer.body, fileIds: filesOf(answer).map(({ id }) => id) as [string, string] };
  }

  it('is what was sent, under a name of ours', async () => {
    const { id, fileIds } = await withFiles();
    for (const [fileId, content, name] of [
      [fileIds[0], aPng(), `signature-${fileIds[0]}.png`],
      [fileIds[1], aJpeg(), `photo-${fileIds[1]}.jpeg`],
    ] as const) {
      const answer = await download(api.client, id, fileId);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    }
    expect((await download(api.client, id.toUpperCase(), fileIds[0].toUpperCase())).status).toBe(200);
  });

  it('lies encrypted where it is kept', async () => {
    const { fileIds } = await withFiles();
    const kept = await api.app.get(FileStore, { strict: false }).get(fileIds[0]);
    expect(Buffer.from(kept!).includes(Buffer.from(aPng()).subarray(0, 8))).toBe(false);
  });

  it('is for those alone who may see the delivery', async () => {
    const { id, driverId, fileIds } = await withFiles();
    const callers = new Callers(api.client);
    const other = await callers.driver((await dispatch.fleet.driver()).id);
    const statuses = async (...clients: (typeof other)[]) =>
      Promise.all(clients.map(async (client) => (await download(client, id, fileIds[0])).status));
    const allowed = [
      await callers.driver(driverId!),
      await callers.manager(),
      await callers.service('deliveries:read'),
    ];
    expect(await statuses(...allowed)).toEqual([200, 200, 200]);
    const refused = [other, await callers.service('trips:read'), api.client.as()];
    expect(await statuses(...refused)).toEqual([404, 403, 401]);
    expectProblem(await other.get(`/api/deliveries/${id}/proof/files/${fileIds[0]}`), 404, 'PROOF_FILE_NOT_FOUND');
  });

  it('belongs to its delivery, and stays when the proof is replaced or the attempt fails', async () => {
    const [first, second] = [await withFiles(), await withFiles()];
    for (const [id, fileId] of [
      [first.id, second.fileIds[0]],
      [randomUUID(), first.fileIds[0]],
      [first.id, randomUUID()],
    ]) {
      // prettier-ignore
      const answer = await api.client.get(`/api/deliveries/${id}/proof/files/${fileId}`);
      expectProblem(answer, 404, 'PROOF_FILE_NOT_FOUND');
    }
    await sendProof(api.client, first.id, [BY, ['photos', aWebp()]]);
    await dispatch.step(first.id, 'Failed', { reason: 'Refused' });
    await dispatch.post(first.id, 'retry');
    expect((await download(api.client, first.id, first.fileIds[0])).status).toBe(200);
  });

  it('is not there any more when the store has lost it', async () => {
    const { id, fileIds } = await withFiles();
    await api.app.get(FileStore, { strict: false }).delete(fileIds[0]);
    const answer = await api.client.get(`/api/deliveries/${id}/proof/files/${fileIds[0]}`);
    expectProblem(answer, 404, 'PROOF_FILE_NOT_FOUND');
  });
});

import {
  ConcurrentUpdateError,
  UnavailableError,
  VersionMismatchError,
} from '@fleet/application/shared/application-error';
import { DeliveryNotFoundError, DeliveryNotOutForDeliveryError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { DeliveryBuilder } from '@fleet/tests/builders/delivery.builder';
import { deliveryScene } from '@fleet/tests/builders/delivery-scene';
import { NOW } from '@fleet/tests/builders/moments';
import { aJpeg, aPng } from '@fleet/tests/builders/images';

const UPLOADS = [
  { field: 'photos', content: aJpeg() },
  { field: 'signature', content: aPng() },
];
const COMMAND = { id: 'd1', receivedBy: 'Paula', uploads: UPLOADS };
const KEYED = { scope: 'user:1', key: 'k1', content: 'POST' };
const sceneIn = (status: DeliveryStatus) =>
  deliveryScene({ deliveries: [new DeliveryBuilder().withId('d1').in(status).build()] });

describe('CaptureProof', () => {
  it('keeps the files, and tells by their fields what they are', async () => {
    const { proof, store, deliveries } = sceneIn('OutForDelivery');
    const { delivery: view } = await proof.execute(COMMAND);
    expect(view.proof?.files).toMatchObject([
      { id: 'file-1', kind: 'photo', mediaType: 'image/jpeg', size: aJpeg().length },
      { id: 'file-2', kind: 'signature', mediaType: 'image/png', size: aPng().length },
    ]);
    expect([...store.files.keys()]).toEqual(['file-1', 'file-2']);
    expect(JSON.stringify(view)).not.toContain('key of');
    const kept = (await deliveries.find('d1'))!.snapshot().proof;
    expect(kept?.fileKeys).toBe('{"file-1":"key of file-1","file-2":"key of file-2"}');
  });

  it('has no keys where there are no files', async () => {
    const { proof, deliveries } = sceneIn('OutForDelivery');
    await proof.execute({ ...COMMAND, uploads: [] });
    expect((await deliveries.find('d1'))!.snapshot().proof).toMatchObject({ fileKeys: null, files: [] });
  });

  it('leaves no file behind for nobody who received it', async () => {
    const { proof, store } = sceneIn('OutForDelivery');
    await expect(proof.execute({ ...COMMAND, receivedBy: ' ' })).rejects.toThrow(InvalidFieldsError);
    expect(store.files.size).toBe(0);
  });

  it.each([
    ['a delivery that is elsewhere', {}, DeliveryNotOutForDeliveryError],
    ["another driver's delivery", { limitedTo: 'other' }, DeliveryNotFoundError],
    ['another version', { expectedVersion: [99] }, VersionMismatchError],
  ])('keeps no file at any moment for %s', async (_, fields, error) => {
    const { proof, store } = sceneIn('InTransit');
    store.before = () => {
      throw new Error('A file came to the store.');
    };
    for (const keyed of [undefined, KEYED]) {
      await expect(proof.execute({ ...COMMAND, ...fields }, keyed)).rejects.toThrow(error);
    }
    expect(store.files.size).toBe(0);
  });

  it('is done once for a key, also when the delivery has moved on, and keeps the files of the first time alone', async () => {
    const { proof, store, deliveries } = sceneIn('OutForDelivery');
    const first = await proof.execute(COMMAND, KEYED);
    expect(first.replayed).toBe(false);
    expect(await proof.execute(COMMAND, KEYED)).toEqual({ delivery: first.delivery, replayed: true });
    expect([...store.files.keys()]).toEqual(['file-1', 'file-2']);
    const delivery = (await deliveries.find('d1'))!;
    delivery.fail({ reason: 'Refused' }, NOW);
    await deliveries.update(delivery);
    expect(await proof.execute(COMMAND, KEYED)).toEqual({ delivery: first.delivery, replayed: true });
  });

  it('leaves no file behind when it has lost the race', async () => {
    const { proof, store, deliveries } = sceneIn('OutForDelivery');
    deliveries.fault = new ConcurrentUpdateError();
    await expect(proof.execute(COMMAND)).rejects.toThrow(ConcurrentUpdateError);
    expect(store.files.size).toBe(0);
  });

  it.each([new UnavailableError('The database is away.'), new Error('Connection lost')])(
    'leaves the files to the sweep after "%s", for their row may be there',
    async (fault) => {
      const { proof, store, deliveries } = sceneIn('OutForDelivery');
      deliveries.fault = fault;
      await expect(proof.execute(COMMAND)).rejects.toThrow(fault);
      expect(store.files.size).toBe(2);
    },
  );

  it('changes nothing when a file is no image', async () => {
    const { proof, notes, store } = sceneIn('OutForDelivery');
    const uploads = [...UPLOADS, { field: 'photos', content: Uint8Array.of(1, 2, 3) }];
    await expect(proof.execute({ ...COMMAND, uploads })).rejects.toThrow(InvalidFieldsError);
    expect([notes, store.files.size]).toEqual([[], 0]);
  });
});

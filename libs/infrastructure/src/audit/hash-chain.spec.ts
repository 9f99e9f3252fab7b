import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { HashChain } from './hash-chain';
import { SealedEvent } from './sealed-event';

const KEY = { id: 'k', secret: Buffer.alloc(32, 1) };
const chain = (byte = 1) => new HashChain(new BlindIndex(new SecretKeys([KEY], [KEY], Buffer.alloc(32, byte))));

const EVENT: SealedEvent = {
  sequence: 7,
  eventId: '0198b8a0-0000-7000-8000-000000000001',
  stream: 'Vehicle',
  streamId: '0198b8a0-0000-7000-8000-000000000002',
  streamVersion: 1,
  type: 'VehicleRegistered',
  schemaVersion: 1,
  payload: '{"model":"Zoë 🚚"}',
  previous: null,
  occurredAt: '2026-01-31T12:00:00.000Z',
  actor: 'system',
  correlation: 'c',
  address: null,
};

const SEALED_AT = '2026-01-31T12:00:30.000Z';

describe('a link of the chain', () => {
  // What is sealed stays sealed: another encoding would make every seal of every installation wrong.
  it('is this one, in every release and on both engines', () => {
    expect(chain().link('', EVENT, SEALED_AT)).toBe('ZX3GseI2h2rIL8y-9HhuqH8Kvqv9J6FavdQg9gTcEBk');
    expect(chain().link('', { ...EVENT, sequence: '7' }, SEALED_AT)).toBe(chain().link('', EVENT, SEALED_AT));
    // The first version is not said, since it was not when there was no other.
    const second = chain().link('', { ...EVENT, schemaVersion: 2 }, SEALED_AT);
    expect(second).toBe('T-XxxlpFjSof-u6hLlDd5wgEz5P-PSr1BrE79pYV790');
  });

  it('hangs on the one before, on the key, and on nothing that looks alike', () => {
    const links = [
      chain().link('', EVENT, SEALED_AT),
      chain().link('a', EVENT, SEALED_AT),
      chain(2).link('', EVENT, SEALED_AT),
      chain().link('', EVENT, '2026-01-31T12:00:30.001Z'),
      chain().link('', { ...EVENT, schemaVersion: 2 }, SEALED_AT),
      chain().link('', { ...EVENT, schemaVersion: 3 }, SEALED_AT),
      chain().link('', { ...EVENT, address: '' }, SEALED_AT),
      chain().link('', { ...EVENT, previous: 'null' }, SEALED_AT),
      chain().link('', { ...EVENT, actor: 'system","c', correlation: '' }, SEALED_AT),
      chain().link('', { ...EVENT, actor: 'systemc', correlation: '' }, SEALED_AT),
    ];
    expect(new Set(links).size).toBe(links.length);
  });
});

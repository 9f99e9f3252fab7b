import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { MaintenanceRecordBuilder } from '@fleet/tests/builders/maintenance-record.builder';
import { MaintenanceDetails, MaintenanceRecord } from './maintenance-record';
import { Money } from './money';

const valid = { id: 'm1', vehicleId: 'v1', date: EARLIER, description: ' Troca de óleo ', cost: 1_234.5 };
const record = (details: Partial<MaintenanceDetails> = {}) => MaintenanceRecord.record({ ...valid, ...details }, NOW);
const faults = (details: Partial<MaintenanceDetails>) => faultsOf(() => record(details));

describe('recording maintenance', () => {
  it('keeps what was done', () => {
    expect(record().snapshot()).toEqual({
      id: 'm1',
      vehicleId: 'v1',
      date: EARLIER,
      description: 'Troca de óleo',
      cost: Money.fromDecimal('1234.50'),
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('records MaintenanceRecorded with the full state, the cost as an exact decimal', () => {
    const date = '2026-01-31T11:00:00.000Z';
    const payload = { vehicleId: 'v1', date, description: 'Troca de óleo', cost: '1234.50' };
    const type = 'MaintenanceRecorded';
    const event = {
      stream: 'MaintenanceRecord',
      streamId: 'm1',
      version: 1,
      type,
      occurredAt: NOW,
      payload,
      previous: null,
    };
    expect(record().events).toEqual([event]);
  });

  it('names every fault at once', () => {
    expect(faults({ date: new Date(NOW.getTime() + 1), description: ' ', cost: 1.005 })).toEqual([
      'date must not be in the future',
      'description is required',
      'cost must have at most two decimals',
    ]);
  });

  it.each<[Partial<MaintenanceDetails>, string[]]>([
    [{ date: NOW }, []],
    [{ date: new Date(NaN) }, ['date must be a date']],
    [{ description: 'd' }, []],
    [{ description: 'd'.repeat(500) }, []],
    [{ description: 'd'.repeat(501) }, ['description must be at most 500 characters long']],
    [{ cost: 0 }, []],
    [{ cost: 99_999_999.99 }, []],
    [{ cost: 100_000_000 }, ['cost must be between 0 and 99999999.99']],
    [{ cost: -0.01 }, ['cost must be between 0 and 99999999.99']],
  ])('limits: %j', (details, expected) => expect(faults(details)).toEqual(expected));
});

describe('a stored maintenance record', () => {
  it('comes back from its snapshot as it was', () => {
    const builder = new MaintenanceRecordBuilder();
    expect(builder.build().snapshot()).toEqual(builder.snapshot());
    expect(builder.build().hasChanged).toBe(false);
  });
});

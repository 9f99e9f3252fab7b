import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { Vehicle, VehicleRegistration } from './vehicle';

const valid: VehicleRegistration = { id: 'v1', plate: 'abc-1234', model: ' Fiat Strada ', year: 2022 };

const register = (details: Partial<VehicleRegistration> = {}, now = NOW) =>
  Vehicle.register({ ...valid, ...details }, { now, maintenanceIntervalDays: 90 });
const faults = (details: Partial<VehicleRegistration>, now = NOW) => faultsOf(() => register(details, now));

describe('registering a vehicle', () => {
  it('makes an available vehicle at 0 km whose next maintenance is an interval from now', () => {
    expect(register().snapshot()).toEqual({
      id: 'v1',
      plate: 'ABC-1234',
      model: 'Fiat Strada',
      year: 2022,
      mileage: 0,
      lastMaintenanceDate: NOW,
      nextMaintenanceDate: new Date('2026-05-01T12:00:00.000Z'),
      status: 'Available',
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('counts the interval from a last maintenance date that is given', () => {
    const vehicle = register({ lastMaintenanceDate: new Date('2024-02-28T00:00:00.000Z'), mileage: 7 });
    expect(vehicle.snapshot()).toMatchObject({
      mileage: 7,
      lastMaintenanceDate: new Date('2024-02-28T00:00:00.000Z'),
      nextMaintenanceDate: new Date('2024-05-28T00:00:00.000Z'),
      createdAt: NOW,
    });
  });

  it('records VehicleRegistered with the full state', () => {
    expect(register({ mileage: 12, lastMaintenanceDate: EARLIER }).events).toEqual([
      {
        stream: 'Vehicle',
        streamId: 'v1',
        version: 1,
        type: 'VehicleRegistered',
        occurredAt: NOW,
        payload: {
          plate: 'ABC-1234',
          model: 'Fiat Strada',
          year: 2022,
          mileage: 12,
          lastMaintenanceDate: '2026-01-31T11:00:00.000Z',
          nextMaintenanceDate: '2026-05-01T11:00:00.000Z',
          status: 'Available',
        },
        previous: null,
      },
    ]);
  });

  it('takes null for what is optional as left out', () => {
    const { mileage, lastMaintenanceDate } = register({ mileage: null, lastMaintenanceDate: null }).snapshot();
    expect({ mileage, lastMaintenanceDate }).toEqual({ mileage: 0, lastMaintenanceDate: NOW });
  });

  it('names every fault at once', () => {
    const lastMaintenanceDate = new Date(NOW.getTime() + 1);
    expect(faults({ plate: ' ', model: '', year: 1899, mileage: -1, lastMaintenanceDate })).toEqual([
      'plate is required',
      'model is required',
      'year must be between 1900 and 2027',
      'mileage must be between 0 and 9999999',
      'lastMaintenanceDate must not be in the future',
    ]);
  });

  it.each<[Partial<VehicleRegistration>, string[]]>([
    [{ model: 'M' }, []],
    [{ model: 'M'.repeat(100) }, []],
    [{ model: 'M'.repeat(101) }, ['model must be at most 100 characters long']],
    [{ year: 1900 }, []],
    [{ year: 2027 }, []],
    [{ year: 2028 }, ['year must be between 1900 and 2027']],
    [{ year: 2022.5 }, ['year must be a whole number']],
    [{ mileage: 0 }, []],
    [{ mileage: 9_999_999 }, []],
    [{ mileage: 10_000_000 }, ['mileage must be between 0 and 9999999']],
    [{ mileage: 0.5 }, ['mileage must be a whole number']],
    [{ lastMaintenanceDate: NOW }, []],
    [{ lastMaintenanceDate: new Date('nonsense') }, ['lastMaintenanceDate must be a date']],
  ])('limits: %j', (details, expected) => expect(faults(details)).toEqual(expected));

  it('turns the year at midnight UTC', () => {
    expect(faults({ year: 2027 }, new Date('2025-12-31T23:59:59.999Z'))).toEqual([
      'year must be between 1900 and 2026',
    ]);
    expect(faults({ year: 2027 }, new Date('2026-01-01T00:00:00.000Z'))).toEqual([]);
  });
});

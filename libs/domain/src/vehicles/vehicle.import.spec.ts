import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';

const policy = { now: NOW, maintenanceIntervalDays: 10 };
const aVehicle = () => new VehicleBuilder().withModel('Uno').withYear(2020).withMileage(500);

describe('bringing a vehicle up to date with a row of an import', () => {
  it('changes the details and moves the last maintenance date', () => {
    const vehicle = aVehicle().build();
    vehicle.bringUpToDate({ model: 'Gol', year: 2021, mileage: 600, lastMaintenanceDate: NOW }, policy);
    expect(vehicle.snapshot()).toMatchObject({
      model: 'Gol',
      year: 2021,
      mileage: 600,
      lastMaintenanceDate: NOW,
      nextMaintenanceDate: new Date('2026-02-10T12:00:00.000Z'),
      version: 3,
    });
    expect(vehicle.events.map(({ type, version }) => [type, version])).toEqual([
      ['VehicleDetailsChanged', 2],
      ['VehicleMaintained', 3],
    ]);
  });

  it.each([{}, { mileage: null, lastMaintenanceDate: null }, { mileage: 500, lastMaintenanceDate: EARLIER }])(
    'changes nothing when the row brings nothing new: %j',
    (optional) => {
      const vehicle = aVehicle().build();
      vehicle.bringUpToDate({ model: 'Uno', year: 2020, ...optional }, policy);
      expect(vehicle.hasChanged).toBe(false);
    },
  );

  it('leaves a vehicle in the workshop there', () => {
    const vehicle = aVehicle().inMaintenance().build();
    vehicle.bringUpToDate({ model: 'Uno', year: 2020, lastMaintenanceDate: NOW }, policy);
    expect(vehicle.snapshot()).toMatchObject({ status: 'InMaintenance', lastMaintenanceDate: NOW });
  });

  it('names the faults of details and date at once, and changes nothing', () => {
    const vehicle = aVehicle().build();
    const row = { model: '', year: 2021, mileage: 10_000_000, lastMaintenanceDate: new Date(NOW.getTime() + 1) };
    expect(faultsOf(() => vehicle.bringUpToDate(row, policy))).toEqual([
      'model is required',
      'mileage must be between 0 and 9999999',
      'lastMaintenanceDate must not be in the future',
    ]);
    expect(vehicle.hasChanged).toBe(false);
  });

  it('never lowers the mileage, names that beside the other faults, and then moves no date', () => {
    const vehicle = aVehicle().build();
    const row = { model: '', year: 2021, mileage: 499, lastMaintenanceDate: NOW };
    expect(faultsOf(() => vehicle.bringUpToDate(row, policy))).toEqual([
      'model is required',
      'mileage must not be below the 500 km that the vehicle already has',
    ]);
    expect(vehicle.hasChanged).toBe(false);
  });
});

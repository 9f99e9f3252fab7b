import { addDays } from '@fleet/domain/shared/calendar';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { VehicleNotAvailableError, VehicleNotInMaintenanceError } from './vehicle.errors';

const DAY_BEFORE = addDays(EARLIER, -1);
const aVehicle = () => new VehicleBuilder().lastMaintainedAt(EARLIER, 90);
const oldDates = { lastMaintenanceDate: EARLIER, nextMaintenanceDate: addDays(EARLIER, 90) };
const newDates = { lastMaintenanceDate: NOW, nextMaintenanceDate: addDays(NOW, 30) };

describe('sending a vehicle to maintenance', () => {
  it('takes an available vehicle to the workshop', () => {
    const vehicle = aVehicle().build();
    vehicle.sendToMaintenance(NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'InMaintenance', version: 2, updatedAt: NOW, ...oldDates });
    expect(vehicle.events).toMatchObject([
      { type: 'VehicleSentToMaintenance', version: 2, occurredAt: NOW, payload: { status: 'InMaintenance' } },
    ]);
  });

  it.each(['InUse', 'InMaintenance'] as const)('is refused when the vehicle is %s', (status) => {
    const vehicle = aVehicle().withStatus(status).build();
    expect(() => vehicle.sendToMaintenance(NOW)).toThrow(VehicleNotAvailableError);
    expect(vehicle.hasChanged).toBe(false);
  });
});

describe('recording maintenance', () => {
  it('completes the stay in the workshop and moves the dates', () => {
    const vehicle = aVehicle().inMaintenance().build();
    vehicle.recordMaintenance(NOW, 30, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', version: 2, updatedAt: NOW, ...newDates });
    expect(vehicle.events).toMatchObject([{ type: 'VehicleMaintained', version: 2, occurredAt: NOW }]);
    expect(vehicle.events[0]?.payload).toEqual({
      status: 'Available',
      lastMaintenanceDate: '2026-01-31T12:00:00.000Z',
      nextMaintenanceDate: '2026-03-02T12:00:00.000Z',
    });
  });

  it.each([DAY_BEFORE, EARLIER])('completes the stay with an older record too, and then moves no date', (date) => {
    const vehicle = aVehicle().inMaintenance().build();
    vehicle.recordMaintenance(date, 30, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', ...oldDates });
    expect(vehicle.events[0]?.payload).toEqual({
      status: 'Available',
      lastMaintenanceDate: EARLIER.toISOString(),
      nextMaintenanceDate: addDays(EARLIER, 90).toISOString(),
    });
  });

  it.each(['Available', 'InUse'] as const)('moves the dates of a vehicle that is %s, which it stays', (status) => {
    const vehicle = aVehicle().withStatus(status).build();
    vehicle.recordMaintenance(NOW, 30, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status, ...newDates });
    expect(vehicle.events).toMatchObject([{ type: 'VehicleMaintained', payload: { status } }]);
  });

  it.each([DAY_BEFORE, EARLIER])('changes nothing when there is no stay to complete and no later date', (date) => {
    const builder = aVehicle();
    const vehicle = builder.build();
    vehicle.recordMaintenance(date, 30, NOW);
    expect(vehicle.hasChanged).toBe(false);
    expect(vehicle.snapshot()).toEqual(builder.snapshot());
  });

  it.each(['Available', 'InUse'] as const)('completes no stay of a vehicle that is %s', (status) => {
    const vehicle = aVehicle().withStatus(status).build();
    expect(() => vehicle.completeMaintenance(NOW, 30, NOW)).toThrow(VehicleNotInMaintenanceError);
    expect(vehicle.hasChanged).toBe(false);
  });
});

describe('moving the last maintenance date', () => {
  it('leaves a vehicle in the workshop there', () => {
    const vehicle = aVehicle().inMaintenance().build();
    vehicle.moveLastMaintenance(NOW, 30, NOW);
    expect(vehicle.snapshot()).toMatchObject({ status: 'InMaintenance', ...newDates });
  });

  it('never moves it back', () => {
    const vehicle = aVehicle().build();
    vehicle.moveLastMaintenance(DAY_BEFORE, 30, NOW);
    expect(vehicle.hasChanged).toBe(false);
  });

  it('never moves it into the future', () => {
    const vehicle = aVehicle().build();
    const future = new Date(NOW.getTime() + 1);
    expect(faultsOf(() => vehicle.moveLastMaintenance(future, 30, NOW))).toEqual([
      'lastMaintenanceDate must not be in the future',
    ]);
    expect(vehicle.hasChanged).toBe(false);
  });
});

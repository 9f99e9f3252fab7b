import { NOW } from '@fleet/tests/builders/moments';
import { faultsOf } from '@fleet/tests/builders/faults';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { VEHICLE_STATUSES } from './vehicle-status';
import { MileageCannotDecreaseError } from './vehicle.errors';

const aVehicle = () => new VehicleBuilder().withModel('Uno').withYear(2020).withMileage(500).withVersion(3);

describe('changing the details of a vehicle', () => {
  it('changes model, year and mileage', () => {
    const vehicle = aVehicle().build();
    vehicle.changeDetails({ model: ' Gol ', year: 2021, mileage: 501 }, NOW);
    expect(vehicle.snapshot()).toMatchObject({ model: 'Gol', year: 2021, mileage: 501, version: 4, updatedAt: NOW });
  });

  it('records the fields that changed and no others', () => {
    const builder = aVehicle();
    const vehicle = builder.build();
    vehicle.changeDetails({ model: 'Uno', year: 2021, mileage: 500 }, NOW);
    const { id } = builder.snapshot();
    const type = 'VehicleDetailsChanged';
    const event = { stream: 'Vehicle', streamId: id, version: 4, type, occurredAt: NOW, payload: { year: 2021 } };
    expect(vehicle.events).toEqual([{ ...event, previous: { year: 2020 } }]);
  });

  it('changes nothing when the values are the same', () => {
    const builder = aVehicle();
    const vehicle = builder.build();
    vehicle.changeDetails({ model: ' Uno ', year: 2020, mileage: 500 }, NOW);
    expect(vehicle.hasChanged).toBe(false);
    expect(vehicle.snapshot()).toEqual(builder.snapshot());
  });

  it.each(VEHICLE_STATUSES)('is allowed when the vehicle is %s, which it stays', (status) => {
    const vehicle = aVehicle().withStatus(status).build();
    vehicle.changeDetails({ model: 'Gol', year: 2020, mileage: 500 }, NOW);
    expect(vehicle.snapshot()).toMatchObject({ model: 'Gol', status });
  });

  it.each([undefined, null])('keeps the mileage when it is %s', (mileage) => {
    const vehicle = aVehicle().build();
    vehicle.changeDetails({ model: 'Gol', year: 2020, mileage }, NOW);
    expect(vehicle.snapshot().mileage).toBe(500);
    expect(vehicle.events[0]?.payload).toEqual({ model: 'Gol' });
  });

  it('never lowers the mileage', () => {
    const vehicle = aVehicle().build();
    const lower = () => vehicle.changeDetails({ model: 'Gol', year: 2020, mileage: 499 }, NOW);
    expect(lower).toThrow(MileageCannotDecreaseError);
    expect(vehicle.hasChanged).toBe(false);
    expect(vehicle.snapshot().model).toBe('Uno');
  });

  it('names every fault at once, and before it compares mileages', () => {
    const vehicle = aVehicle().build();
    expect(faultsOf(() => vehicle.changeDetails({ model: ' ', year: 2028, mileage: -1 }, NOW))).toEqual([
      'model is required',
      'year must be between 1900 and 2027',
      'mileage must be between 0 and 9999999',
    ]);
    expect(vehicle.hasChanged).toBe(false);
  });

  describe('when trips have carried it beyond what can be typed in', () => {
    const change = (mileage: number) => {
      const vehicle = aVehicle().withMileage(10_000_005).build();
      vehicle.changeDetails({ model: 'Gol', year: 2020, mileage }, NOW);
      return vehicle;
    };

    it('takes the current mileage back', () => {
      expect(change(10_000_005).snapshot()).toMatchObject({ model: 'Gol', mileage: 10_000_005 });
    });

    it.each([10_000_004, 10_000_006])('refuses %i as out of range', (mileage) => {
      expect(faultsOf(() => change(mileage))).toEqual(['mileage must be between 0 and 9999999']);
    });

    it('refuses a mileage in range as a decrease', () => {
      expect(() => change(9_999_999)).toThrow(MileageCannotDecreaseError);
    });
  });
});

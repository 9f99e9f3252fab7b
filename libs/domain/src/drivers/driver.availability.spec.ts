import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { Driver } from './driver';
import { DriverNotAvailableError, DriverOnTripError } from './driver.errors';

const free = () => new DriverBuilder().withId('d1');
const inactive = () => free().inactive();
const onTrip = () => free().onTrip();

function expectOneEvent(driver: Driver, type: string, payload: object, previous: object): void {
  const event = { stream: 'Driver', streamId: 'd1', version: 2, type, occurredAt: NOW, payload, previous };
  expect(driver.events).toEqual([event]);
  expect(driver.snapshot()).toMatchObject({ version: 2, updatedAt: NOW });
}

function expectUnchanged(driver: Driver, before: DriverBuilder): void {
  expect(driver.hasChanged).toBe(false);
  expect(driver.snapshot()).toEqual(before.snapshot());
}

describe('activating a driver', () => {
  it('makes an inactive driver available', () => {
    const driver = inactive().build();
    driver.activate(NOW);
    expect(driver.snapshot()).toMatchObject({ active: true, available: true });
    expectOneEvent(driver, 'DriverActivated', { active: true, available: true }, { active: false, available: false });
  });

  it.each([free(), onTrip()])('changes nothing in an active one', (builder) => {
    const driver = builder.build();
    driver.activate(NOW);
    expectUnchanged(driver, builder);
  });
});

describe('deactivating a driver', () => {
  it('makes an active driver inactive and not available', () => {
    const driver = free().build();
    driver.deactivate(NOW);
    expect(driver.snapshot()).toMatchObject({ active: false, available: false });
    expectOneEvent(driver, 'DriverDeactivated', { active: false, available: false }, { active: true, available: true });
  });

  it('changes nothing in an inactive one', () => {
    const builder = inactive();
    const driver = builder.build();
    driver.deactivate(NOW);
    expectUnchanged(driver, builder);
  });

  it('is refused on a trip', () => {
    const builder = onTrip();
    const driver = builder.build();
    expect(() => driver.deactivate(NOW)).toThrow(DriverOnTripError);
    expectUnchanged(driver, builder);
  });
});

describe('a trip of a driver', () => {
  it('takes an available driver', () => {
    const driver = free().build();
    driver.startTrip('t1', NOW);
    expect(driver.snapshot()).toMatchObject({ active: true, available: false });
    expectOneEvent(driver, 'DriverTripStarted', { tripId: 't1', available: false }, { available: true });
  });

  it.each([inactive(), onTrip()])('takes nobody who is inactive or on another trip', (builder) => {
    const driver = builder.build();
    expect(() => driver.startTrip('t2', NOW)).toThrow(DriverNotAvailableError);
    expectUnchanged(driver, builder);
  });

  it('gives the driver back at its end', () => {
    const driver = onTrip().build();
    driver.endTrip('t1', NOW);
    expect(driver.snapshot()).toMatchObject({ active: true, available: true });
    expectOneEvent(driver, 'DriverTripEnded', { tripId: 't1', available: true }, { available: false });
  });

  it.each([free(), inactive()])('changes nothing at its end in a driver who is on none', (builder) => {
    const driver = builder.build();
    driver.endTrip('t1', NOW);
    expectUnchanged(driver, builder);
  });
});

describe('deleting a driver', () => {
  it.each([free(), inactive()])('is the last thing that happens to one on no trip', (builder) => {
    const driver = builder.build();
    driver.delete(NOW);
    expectOneEvent(driver, 'DriverDeleted', {}, {});
  });

  it('is refused on a trip', () => {
    const builder = onTrip();
    const driver = builder.build();
    expect(() => driver.delete(NOW)).toThrow(DriverOnTripError);
    expectUnchanged(driver, builder);
  });
});

import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { NOW } from '@fleet/tests/builders/moments';
import { Driver } from './driver';

const valid = { id: 'd1', name: ' Ana Souza ', licenseNumber: ' ab-123 ', phone: ' 3333-4444 ' };
const clean = { name: 'Ana Souza', licenseNumber: 'ab-123', phone: '3333-4444' };
const nothingValid = { name: ' ', licenseNumber: 'x'.repeat(21), phone: '123' };
const allFaults = [
  'name is required',
  'licenseNumber must be at most 20 characters long',
  'phone must have 8 to 15 digits',
];

describe('registering a driver', () => {
  it('makes an active and available driver', () => {
    expect(Driver.register(valid, NOW).snapshot()).toEqual({
      id: 'd1',
      ...clean,
      active: true,
      available: true,
      erasedAt: null,
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('records DriverRegistered with the full state', () => {
    const payload = { ...clean, active: true, available: true };
    const event = {
      stream: 'Driver',
      streamId: 'd1',
      version: 1,
      type: 'DriverRegistered',
      occurredAt: NOW,
      payload,
      previous: null,
    };
    expect(Driver.register(valid, NOW).events).toEqual([event]);
  });

  it('names every fault at once', () => {
    expect(faultsOf(() => Driver.register({ id: 'd1', ...nothingValid }, NOW))).toEqual(allFaults);
  });

  it.each<[number, string[]]>([
    [1, []],
    [100, []],
    [101, ['name must be at most 100 characters long']],
  ])('a name of %i characters', (length, faults) => {
    expect(faultsOf(() => Driver.register({ ...valid, name: 'n'.repeat(length) }, NOW))).toEqual(faults);
  });
});

describe('changing the details of a driver', () => {
  const phone = '+55 (11) 3333-4444';
  const aDriver = () =>
    new DriverBuilder().withId('d1').withName('Ana').withLicenseNumber('ab-1').withPhone(phone).withVersion(3);

  it('changes and records the fields that differ', () => {
    const driver = aDriver().onTrip().build();
    driver.changeDetails({ name: ' Bia ', licenseNumber: 'AB-1', phone }, NOW);
    const changes = { name: 'Bia', licenseNumber: 'AB-1' };
    expect(driver.snapshot()).toMatchObject({ ...changes, phone, available: false, version: 4, updatedAt: NOW });
    const event = { stream: 'Driver', streamId: 'd1', version: 4, type: 'DriverDetailsChanged', occurredAt: NOW };
    expect(driver.events).toEqual([{ ...event, payload: changes, previous: { name: 'Ana', licenseNumber: 'ab-1' } }]);
  });

  it('changes the phone alone', () => {
    const driver = aDriver().build();
    driver.changeDetails({ name: 'Ana', licenseNumber: 'ab-1', phone: '12345678' }, NOW);
    expect(driver.snapshot().phone).toBe('12345678');
    expect(driver.events[0]?.payload).toEqual({ phone: '12345678' });
  });

  it('changes nothing when the values are the same', () => {
    const builder = aDriver();
    const driver = builder.build();
    driver.changeDetails({ name: ' Ana', licenseNumber: 'ab-1 ', phone }, NOW);
    expect(driver.hasChanged).toBe(false);
    expect(driver.snapshot()).toEqual(builder.snapshot());
  });

  it('names every fault at once', () => {
    const driver = aDriver().build();
    expect(faultsOf(() => driver.changeDetails(nothingValid, NOW))).toEqual(allFaults);
    expect(driver.hasChanged).toBe(false);
  });
});

describe('a stored driver', () => {
  it.each([
    ['available', new DriverBuilder()],
    ['inactive', new DriverBuilder().inactive()],
    ['on a trip', new DriverBuilder().onTrip().withVersion(8)],
    ['erased', new DriverBuilder().erased()],
  ])('comes back from its snapshot as it was: %s', (_, builder) => {
    expect(builder.build().snapshot()).toEqual(builder.snapshot());
    expect(builder.build().hasChanged).toBe(false);
  });
});

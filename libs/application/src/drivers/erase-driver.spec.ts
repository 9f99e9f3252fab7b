import { VersionMismatchError } from '@fleet/application/shared/application-error';
import { DriverNotFoundError, DriverOnTripError } from '@fleet/domain/drivers/driver.errors';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedKeys, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { EraseDriver } from './erase-driver';

function scene(builder: DriverBuilder) {
  const driver = builder.build();
  const notes: string[] = [];
  const drivers = new NotedRepository('driver', notes, [driver]);
  const eraseDriver = new EraseDriver(new SingleTry(), drivers, new NotedKeys(notes), new FixedClock());
  return { driver, drivers, notes, eraseDriver };
}

describe('EraseDriver', () => {
  it('forgets the person and destroys the key, and wipes after the commit', async () => {
    const { driver, notes, eraseDriver } = scene(new DriverBuilder());
    const nothing = { name: null, licenseNumber: null, phone: null };
    expect(await eraseDriver.execute(driver.id, [1])).toMatchObject({
      ...nothing,
      active: false,
      available: false,
      erasedAt: NOW.toISOString(),
      version: 2,
    });
    expect(notes).toEqual(['find driver', 'update driver', 'destroy key', 'wipe keys']);
  });

  it('wipes once more when the driver is erased already: an earlier attempt may have been cut off', async () => {
    const { driver, notes, eraseDriver } = scene(new DriverBuilder().erased());
    expect((await eraseDriver.execute(driver.id)).version).toBe(1);
    expect(notes).toEqual(['find driver', 'update driver', 'destroy key', 'wipe keys']);
    expect(driver.hasChanged).toBe(false);
  });

  it('touches no key when the driver is on a trip or the row cannot be written', async () => {
    const onTrip = scene(new DriverBuilder().onTrip());
    await expect(onTrip.eraseDriver.execute(onTrip.driver.id)).rejects.toThrow(DriverOnTripError);
    expect(onTrip.notes).toEqual(['find driver']);

    const full = scene(new DriverBuilder());
    full.drivers.fault = new Error('disk full');
    await expect(full.eraseDriver.execute(full.driver.id)).rejects.toThrow('disk full');
    expect(full.notes).toEqual(['find driver', 'update driver']);
  });

  it('looks at the id first and at the version next', async () => {
    const { driver, eraseDriver } = scene(new DriverBuilder().onTrip());
    await expect(eraseDriver.execute('other', [2])).rejects.toThrow(DriverNotFoundError);
    await expect(eraseDriver.execute(driver.id, [2])).rejects.toThrow(VersionMismatchError);
  });
});

import { VersionMismatchError } from '@fleet/application/shared/application-error';
import {
  DriverHasTripsError,
  DriverHasUserError,
  DriverNotFoundError,
  DriverOnTripError,
} from '@fleet/domain/drivers/driver.errors';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedKeys, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NotedAnswers } from '@fleet/tests/builders/noted-people';
import { DeleteDriver } from './delete-driver';

function scene(builder: DriverBuilder, trips: boolean, user = false) {
  const driver = builder.build();
  const notes: string[] = [];
  const drivers = new NotedRepository('driver', notes, [driver]);
  [drivers.trips, drivers.user] = [trips, user];
  const [keys, answers] = [new NotedKeys(notes), new NotedAnswers(notes)];
  const deleteDriver = new DeleteDriver(new SingleTry(), drivers, keys, answers, new FixedClock());
  return { driver, notes, deleteDriver };
}

describe('DeleteDriver', () => {
  it('removes a driver who has no trips, with the event that says so and with the key', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder(), false);
    await deleteDriver.execute(driver.id, [1]);
    expect(notes).toEqual([...['find driver', 'remove driver', 'destroy key'], `forget answers about ${driver.id}`]);
    expect(driver.events.map(({ type }) => type)).toEqual(['DriverDeleted']);
  });

  it('says that a running trip must end rather than that there are trips', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder().onTrip(), true);
    await expect(deleteDriver.execute(driver.id)).rejects.toThrow(DriverOnTripError);
    expect(notes).toEqual(['find driver']);
  });

  it('keeps a driver who has trips', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder().inactive(), true);
    await expect(deleteDriver.execute(driver.id)).rejects.toThrow(DriverHasTripsError);
    expect(notes).toEqual(['find driver']);
  });

  it('keeps a driver whom somebody signs in as', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder(), false, true);
    await expect(deleteDriver.execute(driver.id)).rejects.toThrow(DriverHasUserError);
    expect(notes).toEqual(['find driver']);
  });

  it('looks at the id first and at the version next', async () => {
    const { driver, deleteDriver } = scene(new DriverBuilder().onTrip(), true);
    await expect(deleteDriver.execute('other', [2])).rejects.toThrow(DriverNotFoundError);
    await expect(deleteDriver.execute(driver.id, [2])).rejects.toThrow(VersionMismatchError);
  });
});

import { VersionMismatchError } from '@fleet/application/shared/application-error';
import {
  DriverHasAccountError,
  DriverHasTripsError,
  DriverNotFoundError,
  DriverOnTripError,
} from '@fleet/domain/drivers/driver.errors';
import { User } from '@fleet/domain/identity/user';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedKeys, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NotedAnswers, NotedUsers } from '@fleet/tests/builders/noted-people';
import { UserBuilder } from '@fleet/tests/builders/user.builder';
import { DeleteDriver } from './delete-driver';

function scene(builder: DriverBuilder, trips: boolean, accounts: readonly User[] = []) {
  const driver = builder.build();
  const notes: string[] = [];
  const drivers = new NotedRepository('driver', notes, [driver]);
  drivers.trips = trips;
  const [users, answers] = [new NotedUsers(notes, accounts), new NotedAnswers(notes)];
  const keys = new NotedKeys(notes);
  const deleteDriver = new DeleteDriver(new SingleTry(), drivers, users, keys, answers, new FixedClock());
  return { driver, notes, deleteDriver };
}

describe('DeleteDriver', () => {
  it('removes a driver who has no trips, with the event that says so and with the key', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder(), false);
    await deleteDriver.execute(driver.id, [1]);
    expect(notes).toEqual([
      ...['find driver', 'find accounts', 'remove driver', 'destroy key'],
      `forget answers about ${driver.id}`,
    ]);
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

  it('keeps a driver who has an account', async () => {
    const { driver, notes, deleteDriver } = scene(new DriverBuilder(), false, [new UserBuilder().build()]);
    await expect(deleteDriver.execute(driver.id)).rejects.toThrow(DriverHasAccountError);
    expect(notes).toEqual(['find driver', 'find accounts']);
  });

  it('looks at the id first and at the version next', async () => {
    const { driver, deleteDriver } = scene(new DriverBuilder().onTrip(), true);
    await expect(deleteDriver.execute('other', [2])).rejects.toThrow(DriverNotFoundError);
    await expect(deleteDriver.execute(driver.id, [2])).rejects.toThrow(VersionMismatchError);
  });
});

import { VersionMismatchError } from '@fleet/application/shared/application-error';
import { EraseDriverAccounts } from '@fleet/application/identity/erase-driver-accounts';
import { UserChanges } from '@fleet/application/identity/user-changes';
import { SessionsInMemory } from '@fleet/tests/builders/sessions-in-memory';
import { DriverNotFoundError, DriverOnTripError } from '@fleet/domain/drivers/driver.errors';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedKeys, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { NotedAnswers, NotedUsers } from '@fleet/tests/builders/noted-people';
import { EraseDriver } from './erase-driver';

function scene(builder: DriverBuilder) {
  const driver = builder.build();
  const notes: string[] = [];
  const drivers = new NotedRepository('driver', notes, [driver]);
  const [users, clock, unitOfWork] = [new NotedUsers(notes), new FixedClock(), new SingleTry()];
  const changes = new UserChanges(unitOfWork, users, drivers, new SessionsInMemory(), clock);
  const accounts = new EraseDriverAccounts(unitOfWork, users, changes);
  const keys = new NotedKeys(notes);
  const eraseDriver = new EraseDriver(unitOfWork, drivers, accounts, keys, new NotedAnswers(notes), clock);
  return { driver, drivers, notes, eraseDriver };
}

describe('EraseDriver', () => {
  it('forgets the person, destroys the key and drops the answers that were kept', async () => {
    const { driver, notes, eraseDriver } = scene(new DriverBuilder());
    const nothing = { name: null, licenseNumber: null, phone: null };
    expect(await eraseDriver.execute(driver.id, [1])).toMatchObject({
      ...nothing,
      active: false,
      available: false,
      erasedAt: NOW.toISOString(),
      version: 2,
    });
    expect(notes).toEqual([
      ...['find driver', 'update driver', 'find accounts', 'destroy key'],
      `forget answers about ${driver.id}`,
    ]);
  });

  it('does all of it once more when the driver is erased already: an account may have come since', async () => {
    const { driver, notes, eraseDriver } = scene(new DriverBuilder().erased());
    expect((await eraseDriver.execute(driver.id)).version).toBe(1);
    expect(notes).toEqual([
      ...['find driver', 'update driver', 'find accounts', 'destroy key'],
      `forget answers about ${driver.id}`,
    ]);
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

import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { ChangeDriver } from './change-driver';

function scene() {
  const driver = new DriverBuilder().build();
  const notes: string[] = [];
  const drivers = new NotedRepository('driver', notes, [driver]);
  const command = { id: driver.id, name: 'Ana', licenseNumber: 'AB-1', phone: '11 9000 0011' };
  return { driver, notes, command, changeDriver: new ChangeDriver(new SingleTry(), drivers, new FixedClock()) };
}

describe('ChangeDriver', () => {
  it("changes a driver's own profile", async () => {
    const { changeDriver, command, driver, notes } = scene();
    const view = await changeDriver.execute({ ...command, limitedTo: driver.id });
    expect(view).toMatchObject({ id: driver.id, phone: '11 9000 0011', version: 2 });
    expect(notes).toEqual(['find driver', 'update driver']);
  });

  it("does not know another driver's profile, whatever version is named", async () => {
    const { changeDriver, command, notes } = scene();
    for (const expectedVersion of [undefined, [1], [9]]) {
      const change = changeDriver.execute({ ...command, expectedVersion, limitedTo: 'other' });
      await expect(change).rejects.toThrow(DriverNotFoundError);
    }
    expect(notes).toEqual([]);
  });
});

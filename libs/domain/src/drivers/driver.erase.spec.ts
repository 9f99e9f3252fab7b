import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { DriverErasedError, DriverNotAvailableError, DriverOnTripError } from './driver.errors';

const details = { name: 'Bia', licenseNumber: 'B-1', phone: '3333-4444' };

describe('erasing a driver', () => {
  it.each([new DriverBuilder(), new DriverBuilder().inactive()])(
    'forgets the person and ends the service',
    (builder) => {
      const driver = builder.build();
      driver.erase(NOW);
      expect(driver.snapshot()).toEqual({
        ...builder.snapshot(),
        name: null,
        licenseNumber: null,
        phone: null,
        active: false,
        available: false,
        erasedAt: NOW,
        version: 2,
        updatedAt: NOW,
      });
    },
  );

  it('records DriverErased, which says nothing of the person', () => {
    const driver = new DriverBuilder().build();
    driver.erase(NOW);
    const payload = { active: false, available: false, erasedAt: NOW.toISOString() };
    const previous = { active: true, available: true, erasedAt: null };
    expect(driver.events).toEqual([expect.objectContaining({ type: 'DriverErased', version: 2, payload, previous })]);
  });

  it('is refused on a trip', () => {
    const driver = new DriverBuilder().onTrip().build();
    expect(() => driver.erase(NOW)).toThrow(DriverOnTripError);
    expect(driver.hasChanged).toBe(false);
  });

  it('changes nothing the second time', () => {
    const driver = new DriverBuilder().erased().build();
    driver.erase(NOW);
    expect(driver.hasChanged).toBe(false);
  });
});

describe('an erased driver', () => {
  const erased = () => new DriverBuilder().erased().build();

  it('is not changed, not activated and put on no trip', () => {
    expect(() => erased().changeDetails(details, NOW)).toThrow(DriverErasedError);
    expect(() => erased().activate(NOW)).toThrow(DriverErasedError);
    expect(() => erased().startTrip('t1', NOW)).toThrow(DriverNotAvailableError);
  });

  it('is inactive already, and may be deleted', () => {
    const driver = erased();
    driver.deactivate(NOW);
    expect(driver.hasChanged).toBe(false);
    driver.delete(NOW);
    expect(driver.events.map(({ type }) => type)).toEqual(['DriverDeleted']);
  });
});

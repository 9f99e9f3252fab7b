import { aKey, anyKey, aUser } from '@fleet/tests/builders/principals';
import { RequiredAccess } from './access';
import { isAdmitted } from './admission';

const admits = (principal: Parameters<typeof isAdmitted>[1], required: RequiredAccess, ownOnly = false) =>
  isAdmitted({ required, ownOnly }, principal);

describe('isAdmitted', () => {
  it('lets everybody who is known in where a user must be signed in, but for keys', () => {
    for (const user of [aUser('Admin'), aUser('Manager'), aUser('Driver', 'd')]) {
      expect(admits(user, 'signed-in')).toBe(true);
    }
    expect(admits(anyKey, 'signed-in')).toBe(false);
  });

  it('asks for the permission', () => {
    expect([admits(aUser('Admin'), 'users:manage'), admits(aUser('Manager'), 'users:manage')]).toEqual([true, false]);
    const key = aKey('trips:read');
    expect([admits(key, 'trips:read'), admits(key, 'trips:start'), admits(aKey(), 'trips:read')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('keeps whoever has their own only to where that is looked at', () => {
    const driver = aUser('Driver', 'd');
    expect([admits(driver, 'drivers:read', true), admits(driver, 'drivers:read')]).toEqual([true, false]);
    expect(admits(driver, 'maintenance:read', true)).toBe(false);
    expect(admits(aUser('Manager'), 'drivers:read')).toBe(true);
  });

  it("does not take a driver who is nobody's account for one without a limit", () => {
    expect(admits(aUser('Driver'), 'trips:read', true)).toBe(false);
    expect(admits(aUser('Driver'), 'trips:read')).toBe(false);
  });
});

import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { toDriver, toDriverRecord } from './driver.mapper';

describe('the driver mapper', () => {
  it.each([
    ['available', new DriverBuilder()],
    ['on a trip', new DriverBuilder().onTrip().withVersion(7)],
    ['inactive', new DriverBuilder().inactive()],
  ])('brings back a driver who is %s', (_, builder) => {
    expect(toDriver(toDriverRecord(builder.build())).snapshot()).toEqual(builder.snapshot());
  });

  it('keeps the licence number as typed, and what makes it unique', () => {
    const record = toDriverRecord(new DriverBuilder().withLicenseNumber('Rio-é1').build());
    expect(record).toMatchObject({ licenseNumber: 'Rio-é1', licenseNumberKey: 'RIO-É1' });
  });

  it('lowers the id, which SQL Server gives in upper case', () => {
    const record = toDriverRecord(new DriverBuilder().build());
    expect(toDriver({ ...record, id: record.id.toUpperCase() }).id).toBe(record.id);
  });
});

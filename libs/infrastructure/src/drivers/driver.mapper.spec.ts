import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { DriverMapper } from './driver.mapper';
import { DriverSeals } from './driver-seals';

const key = { id: 'k1', secret: Buffer.alloc(32, 1) };
const keys = new SecretKeys([key], [key], key.secret);
const seals = new DriverSeals(new SecretBox(keys), new BlindIndex(keys));
const mapper = new DriverMapper(seals);
const recordOf = (builder: DriverBuilder) => mapper.toDriverRecord(builder.build());
const OWN = { name: 'Zoë Łódź', licenseNumber: 'Rio-é1', phone: '+55 (11) 91234-5678' };
const zoe = () => new DriverBuilder().withName(OWN.name).withLicenseNumber(OWN.licenseNumber).withPhone(OWN.phone);

describe('the driver mapper', () => {
  it.each([
    ['available', new DriverBuilder()],
    ['on a trip', new DriverBuilder().onTrip().withVersion(7)],
    ['inactive', new DriverBuilder().inactive()],
    ['erased', new DriverBuilder().erased()],
  ])('brings back a driver who is %s', (_, builder) => {
    expect(mapper.toDriver(recordOf(builder)).snapshot()).toEqual(builder.snapshot());
  });

  it("shows nothing of the driver's own, and seals it for this row and column alone", () => {
    const record = recordOf(zoe());
    expect(JSON.stringify(record)).not.toMatch(/Zo|Rio|91234/);
    expect(seals.open(record.id, 'name', record.name)).toBe(OWN.name);
    expect(() => mapper.toDriver({ ...record, name: record.phone })).toThrow('cannot be opened');
    expect(() => mapper.toDriver({ ...record, id: new DriverBuilder().snapshot().id })).toThrow('cannot be opened');
  });

  it('takes no longer than its columns for the longest texts', () => {
    const longest = zoe().withName('界'.repeat(100)).withLicenseNumber('界'.repeat(20)).withPhone('1'.repeat(25));
    const longKey = { id: 'k'.repeat(16), secret: key.secret };
    const box = new SecretBox(new SecretKeys([key], [longKey], key.secret));
    const record = new DriverMapper(new DriverSeals(box, new BlindIndex(keys))).toDriverRecord(longest.build());
    const { name, licenseNumber, phone } = record;
    expect([name, licenseNumber, phone].map((text) => text!.length)).toEqual([460, 140, 94]);
  });

  it('makes the same key of a licence number in any case', () => {
    const one = recordOf(new DriverBuilder().withLicenseNumber('Rio-é1'));
    const other = recordOf(new DriverBuilder().withLicenseNumber('RIO-É1'));
    expect(one.licenseNumberKey).toBe(other.licenseNumberKey);
    expect(one.licenseNumberKey).toMatch(/^[\w-]{43}$/);
  });

  it('keeps the seals of what has not changed, so that it is not written again', () => {
    const record = recordOf(zoe());
    const driver = mapper.toDriver(record);
    driver.changeDetails({ ...OWN, phone: '3333-4444' }, NOW);
    const { phone, version, updatedAt, ...same } = mapper.toDriverRecord(driver);
    expect(record).toMatchObject(same);
    expect(seals.open(record.id, 'phone', phone)).toBe('3333-4444');
    expect([version, updatedAt]).toEqual([2, NOW]);
  });

  it('leaves nothing of an erased driver', () => {
    const driver = mapper.toDriver(recordOf(zoe()));
    driver.erase(NOW);
    const nothing = { name: null, licenseNumber: null, licenseNumberKey: null, phone: null };
    expect(mapper.toDriverRecord(driver)).toMatchObject({ ...nothing, erasedAt: NOW });
  });

  it('lowers the id, which SQL Server gives in upper case', () => {
    const record = recordOf(new DriverBuilder());
    expect(mapper.toDriver({ ...record, id: record.id.toUpperCase() }).id).toBe(record.id);
  });
});

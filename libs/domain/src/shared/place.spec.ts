import { faultsOf } from '@fleet/tests/builders/faults';
import { FieldChecks } from './field-checks';
import { coordinates } from './place';

function read(given: Parameters<typeof coordinates>[1], prefix?: string) {
  const checks = new FieldChecks();
  const place = coordinates(checks, given, prefix);
  checks.done();
  return place;
}

describe('coordinates', () => {
  it.each([
    [{ latitude: 90, longitude: 180 }],
    [{ latitude: -90, longitude: -180 }],
    [{ latitude: 0, longitude: 0 }],
    [{ latitude: -22.9056, longitude: -47.0608 }],
  ])('may be %j', (place) => {
    expect(read(place)).toEqual(place);
  });

  it.each([{}, { latitude: null, longitude: undefined }])('may be missing: %j', (given) => {
    expect(read(given)).toEqual({ latitude: null, longitude: null });
  });

  it.each([
    [{ latitude: 90.000001, longitude: 0 }, ['latitude must be between -90 and 90']],
    [{ latitude: 0, longitude: -180.1 }, ['longitude must be between -180 and 180']],
    [
      { latitude: NaN, longitude: Infinity },
      ['latitude must be between -90 and 90', 'longitude must be between -180 and 180'],
    ],
    [{ latitude: 1 }, ['longitude is required beside the other one']],
    [{ latitude: null, longitude: 1 }, ['latitude is required beside the other one']],
  ])('cannot be %j', (given, faults) => {
    expect(faultsOf(() => read(given))).toEqual(faults);
    expect(faultsOf(() => read(given, 'stop.'))).toEqual(faults.map((fault) => `stop.${fault}`));
  });
});

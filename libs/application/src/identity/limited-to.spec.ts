import { isWithin } from './limited-to';

describe('isWithin', () => {
  it.each([
    ["everybody's, without a limit", undefined, 'one', true],
    ["the limit's own", 'one', 'one', true],
    ["another one's", 'one', 'other', false],
  ])('%s', (_, limitedTo, driverId, expected) => {
    expect(isWithin(limitedTo, driverId)).toBe(expected);
  });
});

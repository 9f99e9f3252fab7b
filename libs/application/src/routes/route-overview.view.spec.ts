import { progressOf } from './route-overview.view';

const NONE = { PickedUp: 0, InTransit: 0, OutForDelivery: 0, Delivered: 0, Failed: 0, Cancelled: 0 };

describe('the progress of a route', () => {
  it.each([
    [{ total: 0 }, null],
    [{ total: 2, Cancelled: 2 }, null],
    [{ total: 1, Failed: 1 }, 0],
    [{ total: 3, Delivered: 1 }, 0.33],
    [{ total: 3, Delivered: 2 }, 0.66],
    [{ total: 3, Delivered: 1, Cancelled: 1 }, 0.5],
    [{ total: 200, Delivered: 199 }, 0.99],
    [{ total: 100, Delivered: 29 }, 0.29],
    [{ total: 2, Delivered: 1, Cancelled: 1 }, 1],
  ])('with %j is %p', (counts, progress) => {
    expect(progressOf({ ...NONE, ...counts })).toBe(progress);
  });
});

import { fieldChanges } from './field-changes';

const change = (field: string, before: unknown, after: unknown, erased = false) => ({ field, before, after, erased });

describe('the changes of an event', () => {
  it('are all fields of a first event, with nothing before', () => {
    expect(fieldChanges({ plate: 'A', year: 2022 }, null, [])).toEqual([
      change('plate', null, 'A'),
      change('year', null, 2022),
    ]);
  });

  it('have each value before and after, in the order of the payload', () => {
    const payload = { tripId: 't', status: 'InUse', available: false };
    expect(fieldChanges(payload, { available: true, status: 'Available' }, [])).toEqual([
      change('tripId', null, 't'),
      change('status', 'Available', 'InUse'),
      change('available', true, false),
    ]);
  });

  it.each([
    ['text', 'Available', 'Available'],
    ['nothing', null, null],
    ['a list', ['a'], ['a']],
  ])('leave out %s that is only repeated', (_, before, after) => {
    expect(fieldChanges({ field: after }, { field: before }, [])).toEqual([]);
  });

  it.each([
    [0, null],
    ['', null],
    [false, true],
    [['a'], ['a', 'b']],
  ])('tell %j from %j', (before, after) => {
    expect(fieldChanges({ field: after }, { field: before }, [])).toEqual([change('field', before, after)]);
  });

  it('name what was erased, of which both values are gone', () => {
    const payload = { name: null, phone: null, active: true };
    expect(fieldChanges(payload, { name: null, active: false }, ['name', 'phone'])).toEqual([
      change('name', null, null, true),
      change('phone', null, null, true),
      change('active', false, true),
    ]);
  });
});

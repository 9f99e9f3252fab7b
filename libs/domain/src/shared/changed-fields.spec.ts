import { changedFields } from './changed-fields';

describe('the fields that changed', () => {
  const current = { a: 1, b: 'x', c: true };

  it.each([
    [{ a: 1, b: 'x' }, {}],
    [{ a: 2, b: 'x' }, { a: 2 }],
    [
      { a: 0, b: '', c: false },
      { a: 0, b: '', c: false },
    ],
    [{}, {}],
  ])('of %j are %j', (wanted, changed) => expect(changedFields(current, wanted)).toEqual(changed));
});

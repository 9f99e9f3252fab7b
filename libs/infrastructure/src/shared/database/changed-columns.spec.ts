import { changedColumns } from './changed-columns';

describe('changedColumns', () => {
  const loaded = { plate: 'ABC1D23', mileage: 10, endDate: null, updatedAt: new Date('2026-01-31T12:00:00.000Z') };

  it('gives what differs', () => {
    const updatedAt = new Date('2026-01-31T12:00:00.001Z');
    expect(changedColumns(loaded, { ...loaded, mileage: 11, updatedAt })).toEqual({ mileage: 11, updatedAt });
  });

  it('compares dates by their instants', () => {
    expect(changedColumns(loaded, { ...loaded, updatedAt: new Date(loaded.updatedAt) })).toEqual({});
  });

  it('takes a value for a missing one as a change, and the other way round', () => {
    const date = new Date('2026-01-31T12:00:00.000Z');
    expect(changedColumns<{ endDate: Date | null }>({ endDate: null }, { endDate: date })).toEqual({ endDate: date });
    expect(changedColumns<{ endDate: Date | null }>({ endDate: date }, { endDate: null })).toEqual({ endDate: null });
  });

  it('gives everything when nothing was loaded', () => {
    expect(changedColumns({}, loaded)).toEqual(loaded);
  });
});

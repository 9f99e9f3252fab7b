import { addDays } from './calendar';

describe('days', () => {
  it.each([
    ['2024-02-28T10:00:00.000Z', 1, '2024-02-29T10:00:00.000Z'],
    ['2025-02-28T10:00:00.000Z', 1, '2025-03-01T10:00:00.000Z'],
    ['2025-12-31T23:59:59.999Z', 1, '2026-01-01T23:59:59.999Z'],
    ['2026-01-31T12:00:00.000Z', 90, '2026-05-01T12:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', -1, '2026-02-28T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', 0, '2026-03-01T00:00:00.000Z'],
  ])('%s and %i days is %s', (from, days, to) => expect(addDays(new Date(from), days)).toEqual(new Date(to)));

  it('leave the instant that they are added to as it is', () => {
    const instant = new Date('2026-01-31T12:00:00.000Z');
    addDays(instant, 1);
    expect(instant.toISOString()).toBe('2026-01-31T12:00:00.000Z');
  });
});

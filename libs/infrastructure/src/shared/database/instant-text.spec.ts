import { instantText } from './instant-text';

describe('the text of an instant', () => {
  it.each([
    '1970-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '2026-01-31T12:00:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '0001-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2026-07-09T05:04:03.002Z',
  ])('is that of ISO 8601: %s', (text) => {
    expect(instantText(new Date(text))).toBe(text);
  });

  it('is the same as toISOString gives, for more days than are remembered', () => {
    const every = Array.from({ length: 20_000 }, (_, index) => new Date(index * 86_400_123 - 400 * 86_400_000));
    expect(every.map(instantText)).toEqual(every.map((instant) => instant.toISOString()));
  });
});

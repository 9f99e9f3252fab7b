import { describeLateSeals, LateSealsFinder } from './late-seals';
import { SealedEvent } from './sealed-event';

const START = '2026-01-31T12:00:00.000Z';

/** An event of so many minutes before it was sealed. */
const event = (sealedAt: string, minutes: number, sequence = 1) =>
  ({ sequence, occurredAt: new Date(Date.parse(sealedAt) - minutes * 60_000).toISOString() }) as SealedEvent;

/** The ranges of a chain, of which each link says when it was sealed (an hour of the day) and how late. */
function ranges(...links: [hour: number, minutes: number][]) {
  const finder = new LateSealsFinder();
  links.forEach(([hour, minutes], index) => {
    const sealedAt = `2026-01-31T${hour}:00:00.000Z`;
    finder.add(index + 1, event(sealedAt, minutes), sealedAt);
  });
  return finder.found.map(({ isStart, from, to }) => [isStart ? 'start' : 'late', from, to]);
}

describe('what was sealed late', () => {
  it('is what had happened more than ten minutes before', () => {
    expect(ranges([12, 1], [13, 10], [14, 10.001], [15, 0], [16, -5])).toEqual([['late', 3, 3]]);
  });

  it('is the start of the chain in its first run, and nothing behind it', () => {
    expect(ranges([12, 1_000], [12, 500], [13, 500], [14, 1])).toEqual([['start', 1, 2], ['late', 3, 3]]); // prettier-ignore
    expect(ranges([12, 1], [12, 500], [12, 1], [12, 400])).toEqual([['start', 2, 2], ['start', 4, 4]]); // prettier-ignore
  });

  it('is one range while it is side by side, in however many runs', () => {
    expect(ranges([12, 1], [13, 60], [13, 30], [14, 20], [15, 1], [16, 11])).toEqual([['late', 2, 4], ['late', 6, 6]]); // prettier-ignore
  });

  it('is told with its place and its times', () => {
    const finder = new LateSealsFinder();
    const later = '2026-01-31T13:00:00.000Z';
    for (const position of [1, 2]) finder.add(position, event(START, 60, position), START);
    for (const position of [3, 4]) finder.add(position, event(later, position * 10, 20 + position), later);
    expect(finder.found.map(describeLateSeals)).toEqual([
      'sealed at the start of the chain: positions 1 to 2 (2 events, sequences 1 to 2), of 2026-01-31T11:00:00.000Z, sealed 2026-01-31T12:00:00.000Z: what they were before cannot be told',
      'sealed late: positions 3 to 4 (2 events, sequences 23 to 24), of 2026-01-31T12:30:00.000Z to 2026-01-31T12:20:00.000Z, sealed 2026-01-31T13:00:00.000Z: nothing was sealing then, or they were sealed again',
    ]);
  });
});

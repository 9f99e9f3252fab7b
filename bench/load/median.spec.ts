import { median, medianRatio } from './median';
import { Sample } from './measure';

const sample = (requestsPerSecond: number): Sample => ({ requestsPerSecond, p50: 1, p99: 2, busy: 1 });

describe('median', () => {
  it('is the one in the middle, whatever the order', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('lies between the two in the middle', () => {
    expect(median([1, 2, 100, 4])).toBe(3);
  });
});

describe('medianRatio', () => {
  it('compares neighbouring rounds: a machine that slows down halfway changes nothing', () => {
    const below = [1_000, 1_000, 500, 500].map(sample);
    const above = [600, 600, 300, 300].map(sample);
    expect(medianRatio(above, below)).toBe(0.6);
  });
});

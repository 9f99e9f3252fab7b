import { Sample } from './measure';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function medianSample(samples: readonly Sample[]): Sample {
  const of = (field: keyof Sample) => median(samples.map((sample) => sample[field]));
  return { requestsPerSecond: of('requestsPerSecond'), p50: of('p50'), p99: of('p99'), busy: of('busy') };
}

/** The median of the rounds' own ratios: rounds lie next to each other in time, medians do not. */
export function medianRatio(above: readonly Sample[], below: readonly Sample[]): number {
  return median(above.map((sample, round) => sample.requestsPerSecond / below[round]!.requestsPerSecond));
}

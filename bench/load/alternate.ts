import { Load } from './load';
import { measure, Sample, Target } from './measure';

const WARM_UP_SECONDS = 1.5;
const ROUND_SECONDS = 1;
const ROUNDS = 5;

/** A server together with what it is asked. */
export interface Subject extends Target {
  nextLoad(): Load;
}

/**
 * Measures the subjects in short rounds, one after the other and back again, so that what the machine does
 * meanwhile hits them alike. The samples of one index lie next to each other in time.
 */
export async function alternate(subjects: readonly Subject[], roundSeconds = ROUND_SECONDS): Promise<Sample[][]> {
  const samples: Sample[][] = subjects.map(() => []);
  for (const subject of subjects) {
    await measure(subject, subject.nextLoad(), Math.max(WARM_UP_SECONDS, roundSeconds));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? subjects : [...subjects].reverse();
    for (const subject of order) {
      samples[subjects.indexOf(subject)]!.push(await measure(subject, subject.nextLoad(), roundSeconds));
    }
  }
  return samples;
}

import { equal } from 'node:assert/strict';
import { median } from '../load/median';

const REPEATS = 60;
const WARM_UP = 8;

/** Milliseconds of a request: the median, and the 95th percentile. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** Sends a request again and again, one after the other. @param before each is done, and not counted */
export async function measure(
  url: string,
  headers: Record<string, string>,
  before: () => Promise<void> = async () => undefined,
): Promise<Latency> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + REPEATS; turn++) {
    await before();
    const from = performance.now();
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    equal(response.status, 200, `${url} answered ${response.status}`);
    if (turn >= WARM_UP) times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  return { p50: median(times), p95: times[Math.ceil(times.length * 0.95) - 1]! };
}

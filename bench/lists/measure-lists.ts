import { equal } from 'node:assert/strict';
import { median } from '../load/median';
import { Request } from './requests';

const REPEATS = 40;
const WARM_UP = 3;
/** Of 200 rows each, as long as there are any: 10,000 rows of a large fleet. */
const PAGES_BEFORE = 50;

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export interface Measured extends Request {
  readonly small: Latency;
  readonly large: Latency;
  /** How many rows the two pages have. */
  readonly rows: readonly [small: number, large: number];
  /** Large against small: the median over the turns, in each of which both were asked. */
  readonly ratio: number;
}

interface Page {
  readonly items: readonly object[];
  readonly nextCursor: string | null;
}

/** Asks both fleets in turns. @returns null where one of them has no such page */
export async function measureList(request: Request, small: Asked, large: Asked): Promise<Measured | null> {
  const paths = [await pathOf(request, small), await pathOf(request, large)] as const;
  if (paths[0] === null || paths[1] === null) return null;
  const rows = [await rowsOf(small, paths[0]), await rowsOf(large, paths[1])] as const;
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < WARM_UP + REPEATS; turn++) {
    const asked = [await ask(small, paths[0]), await ask(large, paths[1])] as const;
    if (turn < WARM_UP) continue;
    times[0].push(asked[0]);
    times[1].push(asked[1]);
  }
  const ratio = median(times[1].map((time, turn) => time / times[0][turn]!));
  return { ...request, small: latency(times[0]), large: latency(times[1]), rows, ratio };
}

/** What asks for the page, after those before it were turned; null where there is one page alone. */
async function pathOf({ path, isDeep }: Request, { url, headers }: Asked): Promise<string | null> {
  const withLimit = (limit: number) => `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
  if (!isDeep) return withLimit(50);
  let last: string | null = null;
  for (let turned = 0; turned < PAGES_BEFORE; turned++) {
    const { nextCursor } = await read(url + withLimit(200) + (last ?? ''), headers);
    if (nextCursor === null) break;
    last = `&cursor=${nextCursor}`;
  }
  return last && withLimit(50) + last;
}

async function rowsOf({ url, headers }: Asked, path: string): Promise<number> {
  return (await read(url + path, headers)).items.length;
}

async function ask({ url, headers }: Asked, path: string): Promise<number> {
  const from = performance.now();
  await read(url + path, headers);
  return performance.now() - from;
}

async function read(url: string, headers: Readonly<Record<string, string>>): Promise<Page> {
  const response = await fetch(url, { headers });
  equal(response.status, 200, `${url} answered ${response.status}`);
  return (await response.json()) as Page;
}

function latency(times: readonly number[]): Latency {
  const sorted = [...times].sort((one, other) => one - other);
  return { p50: median(sorted), p95: sorted[Math.ceil(sorted.length * 0.95) - 1]! };
}

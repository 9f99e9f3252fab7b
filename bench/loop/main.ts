import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchedFleet } from '@fleet/bench/batch/batched-fleet';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { freePort, startServer } from '@fleet/bench/process/server-process';
import { signIn } from '@fleet/bench/process/sign-in';
import { LoopResult, loopReport } from '@fleet/bench/report/loop-report';
import { writeResults } from '@fleet/bench/report/results-file';
import { productCommand } from '@fleet/bench/servers';
import { imports, VEHICLES, Work, worksToRepeat } from './work';

const ROOT = join(__dirname, '../../..');
/** What can be done again is done so often, and the worst counts: the first time as well, when nothing is warm. */
const ROUNDS = 2;
/** The watcher measures between ticks, and knows of none when it has just been asked. */
const SETTLING_MS = 20;

/** `npm run bench:loop` measures how long one request holds up all others, and writes its part of bench/results.md. */
async function main(): Promise<void> {
  const files = FleetFiles.open(join(ROOT, '.cache/bench'));
  const loopPort = await freePort();
  const command = productCommand(files, await files.copy(VEHICLES, 'loop.db'), []);
  const server = await startServer({
    ...command,
    program: 'bench/loop/watched/main.js',
    environment: { ...command.environment, LOOP_PORT: String(loopPort) },
  });
  try {
    const text = loopReport(await measure(server.url, `http://127.0.0.1:${loopPort}`));
    writeResults(join(ROOT, 'bench/results.md'), 'loop', text);
    console.log(`\n${text}\nWritten to bench/results.md.`);
  } finally {
    await server.stop();
    files.remove();
  }
}

async function measure(url: string, watcher: string): Promise<LoopResult[]> {
  const headers = await signIn(url);
  const again = worksToRepeat(url, headers, await BatchedFleet.make(url));
  const longest = async () => Number(await (await fetch(watcher)).text());
  const results = new Map<string, LoopResult>();
  for (const { name, run } of [...Array<Work[]>(ROUNDS).fill(again).flat(), ...imports(url, headers)]) {
    await longest();
    await pause(SETTLING_MS);
    const began = performance.now();
    await run();
    const result = { name, seconds: (performance.now() - began) / 1000, longestMs: await longest() };
    if (result.longestMs >= (results.get(name)?.longestMs ?? 0)) results.set(name, result);
  }
  return [...results.values()];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

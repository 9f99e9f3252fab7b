import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isPromised, TourStep, tourSteps } from './tour-steps';

const ROOT = resolve(__dirname, '../../..');
const README = join(ROOT, 'README.md');
const PORT = process.env.PORT ?? '3210';
const PATIENCE_MS = 60_000;
const SEPARATOR = '=====';

/** Walks through the README's tour on a fresh demo fleet and compares every answer with the promised one. */
async function main(): Promise<void> {
  const steps = tourSteps(readFileSync(README, 'utf8'));
  if (steps.length === 0) throw new Error('The README has no tour.');
  const demo = spawn(process.execPath, ['tools/run.js', 'tools/demo/main.js', '--fresh'], {
    cwd: ROOT,
    env: { ...process.env, PORT, LOG_LEVEL: 'warn' },
    stdio: 'inherit',
  });
  const stopped = once(demo, 'exit') as Promise<[number | null]>;
  try {
    await ready();
    const answers = await answersOf(steps);
    const failed = steps.filter((step, index) => !holds(step, answers[index] ?? '')).length;
    console.log(`${steps.length - failed} of ${steps.length} steps of the tour answer as promised.`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    demo.kill('SIGTERM');
    const [code] = await stopped;
    if (code !== 0) process.exitCode = 1;
  }
}

/** Runs the commands in one shell, as the reader does: what one sets, the next one has. */
async function answersOf(steps: readonly TourStep[]): Promise<string[]> {
  const script = steps.map(({ command }) => `${command}\nprintf '${SEPARATOR}'`).join('\n');
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    script.replaceAll('localhost:3000', `localhost:${PORT}`),
  ]);
  return stdout.replaceAll(`localhost:${PORT}`, 'localhost:3000').split(SEPARATOR);
}

function holds({ command, expected }: TourStep, answer: string): boolean {
  if (isPromised(expected, answer)) return true;
  console.error(`The tour promises another answer.\n$ ${command}\npromised: ${expected}\nanswered: ${answer}`);
  return false;
}

async function ready(): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt) {
    const answer = await fetch(`http://localhost:${PORT}/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`The demo is not ready after ${PATIENCE_MS / 1000} s.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

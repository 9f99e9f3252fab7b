import { cpus, totalmem } from 'node:os';

// Asked before the load maker binds itself to one core, which is all that it sees from then on.
const CORES = cpus();

/** What it was measured on, and when. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = CORES[0]?.model.trim() ?? 'unknown';
  const date = new Date().toISOString().slice(0, 10);
  return `Machine: ${CORES.length} cores (${model}), ${memory} GiB, Node ${process.version}. ${date}.`;
}

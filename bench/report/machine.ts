import { cpus, totalmem } from 'node:os';

/** What it was measured on, and when. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const date = new Date().toISOString().slice(0, 10);
  return `Machine: ${cpus().length} cores (${model}), ${memory} GiB, Node ${process.version}. ${date}.`;
}

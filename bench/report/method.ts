import { availableParallelism, cpus, totalmem, version } from 'node:os';

/** How it was measured, and on what. */
export function method(placement: string): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Whole HTTP requests over 10 connections (autocannon), ${placement}. Each subject is warmed up, then measured in
5 rounds of a second, the subjects taking turns; requests/s and latencies are medians of the rounds, and a ratio is the
median of the ratios of neighbouring rounds. The product logs every request to a file and syncs every commit; the floor
syncs every commit too and logs nothing. Before anything is measured, both are asked the same: reads must give the same bytes and writes
leave the same rows. The floor and the product have a fleet of 1,000 vehicles, the large fleet has 1,000,000.

Machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${version()}, Node ${process.version}. ${new Date().toISOString().slice(0, 10)}.`;
}

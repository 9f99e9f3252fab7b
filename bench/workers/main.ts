import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { workersReport } from '@fleet/bench/report/workers-report';
import { measureRest, measureWorkers } from './measure-workers';

const ROOT = join(__dirname, '../../..');

/** `npm run bench:workers` measures one process against two on one port, and writes bench/workers.md. */
async function main(): Promise<void> {
  const files = FleetFiles.open(join(ROOT, '.cache/bench/workers'));
  try {
    const text = workersReport(await measureWorkers(files), await measureRest(files, [1, 2, 4]));
    writeFileSync(join(ROOT, 'bench/workers.md'), text);
    console.log(`\n${text}\nWritten to bench/workers.md.`);
  } finally {
    files.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

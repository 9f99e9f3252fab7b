import { join } from 'node:path';
import { compare } from './compare';
import { FleetFiles } from './database/fleet-files';
import { separateCores } from './process/cores';
import { goalsTable, samplesTable } from './report/markdown';
import { method } from './report/method';
import { below, ScenarioResult } from './report/result';
import { writeResults } from './report/results-file';
import { measureStart } from './rest';
import { DRIVE_TRIPS } from './scenarios/drive-trips';
import { READS } from './scenarios/read-vehicles';
import { REGISTER_VEHICLE } from './scenarios/register-vehicles';
import { assertSameAnswers } from './scenarios/same-answers';
import { startServers } from './servers';

const ROOT = join(__dirname, '../..');
const RESULTS = join(ROOT, 'bench/results.md');

/** The one that makes the fleet larger comes last. */
const SCENARIOS = [...READS, DRIVE_TRIPS, REGISTER_VEHICLE];

async function main(): Promise<void> {
  const cores = separateCores();
  const files = FleetFiles.open(join(ROOT, '.cache/bench'));
  const { seconds, mebibytes } = await measureStart(files);
  const results = await measureScenarios(files, cores.serverPrefix);
  files.remove();
  const goals = goalsTable([
    ...results.flatMap(({ comparisons }) => comparisons),
    below('From start to ready, with a new database', 3, seconds, 's', 2),
    below('Memory at rest', 180, mebibytes, 'MiB', 0),
  ]);
  const text = `# What is measured\n\n${method(cores.description)}\n\n${goals}\n\n${samplesTable(results)}\n`;
  writeResults(RESULTS, text);
  console.log(`\n${goals}\n\nWritten to bench/results.md.`);
}

async function measureScenarios(files: FleetFiles, prefix: readonly string[]): Promise<ScenarioResult[]> {
  console.log('Making the fleets …');
  const servers = await startServers(files, prefix);
  const results: ScenarioResult[] = [];
  try {
    await assertSameAnswers(servers.floor, servers.product, servers.product.vehicles);
    for (const scenario of SCENARIOS) {
      console.log(`${scenario.name} …`);
      results.push(await compare(scenario, servers));
    }
  } finally {
    await Promise.all([servers.floor, servers.product, servers.largeProduct].map((server) => server.stop()));
  }
  return results;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { join } from 'node:path';
import { compare } from './compare';
import { FleetFiles } from './database/fleet-files';
import { measureImport } from './import/measure-import';
import { measureLimits } from './limits/measure-limits';
import { separateCores } from './process/cores';
import { importReport } from './report/import-report';
import { limitsReport } from './report/limits-report';
import { requestsReport } from './report/requests-report';
import { below, ScenarioResult } from './report/result';
import { writeResults } from './report/results-file';
import { measureStart } from './rest';
import { DRIVE_TRIPS } from './scenarios/drive-trips';
import { READS } from './scenarios/read-vehicles';
import { REGISTER_VEHICLE } from './scenarios/register-vehicles';
import { assertSameAnswers } from './scenarios/same-answers';
import { startServers, startSmallServers } from './servers';

const ROOT = join(__dirname, '../..');

/** The one that makes the fleet larger comes last. */
const SCENARIOS = [...READS, DRIVE_TRIPS, REGISTER_VEHICLE];

/**
 * `npm run bench` measures requests; with `--import` it measures the import, which takes minutes, instead; with `--limits`
 * what the engine and the framework take by themselves; with `--check` it only makes sure that the floor still does what the product does.
 */
async function main(): Promise<void> {
  const files = FleetFiles.open(join(ROOT, '.cache/bench'));
  if (process.argv.includes('--check')) await check(files);
  else if (process.argv.includes('--import')) report('import', importReport(await measureImport(files)));
  else if (process.argv.includes('--limits')) report('limits', await measureWhatIsPossible(files));
  else report('requests', await measureRequests(files));
  files.remove();
}

async function check(files: FleetFiles): Promise<void> {
  const { floor, product } = await startSmallServers(files, []);
  try {
    await assertSameAnswers(floor, product, product.vehicles);
  } finally {
    await Promise.all([floor.stop(), product.stop()]);
  }
  console.log('The floor and the product give the same answers.');
}

function report(part: 'requests' | 'import' | 'limits', text: string): void {
  writeResults(join(ROOT, 'bench/results.md'), part, text);
  console.log(`\n${text}\nWritten to bench/results.md.`);
}

async function measureRequests(files: FleetFiles): Promise<string> {
  const cores = separateCores();
  const { seconds, mebibytes } = await measureStart(files);
  const results = await measureScenarios(files, cores.serverPrefix);
  const others = [
    below('From start to ready, with a new database', 3, seconds, 's', 2),
    below('Memory at rest', 180, mebibytes, 'MiB', 0),
  ];
  return requestsReport(results, others, cores.description);
}

async function measureWhatIsPossible(files: FleetFiles): Promise<string> {
  const cores = separateCores();
  return limitsReport(await measureLimits(files, cores.serverPrefix), cores.description);
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
    await Promise.all(
      [servers.floor, servers.product, servers.open, servers.largeProduct].map((server) => server.stop()),
    );
  }
  return results;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
